/** Ledger's two transports for Node, as published, each through a ceremony. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { createHostblindSigner } from '../../../src/devices/hostblind/hostblind-signer.ts';
import type { Transport } from '../../../src/transport/transport.ts';
import type { PluggedDevice } from './plugged-device.ts';

interface LedgerTransport {
  exchange(apdu: Buffer): Promise<Buffer>;
  close(): Promise<void>;
}

interface LedgerTransportClass {
  /** Finds the first device and opens it. */
  create(): Promise<LedgerTransport>;
  /** Of the singleton, whose `close` only lets go after a while. */
  disconnect?(): unknown;
}

export type NodeClient = '@ledgerhq/hw-transport-node-hid' | '@ledgerhq/hw-transport-node-hid-singleton';

export async function createWalletOverNodeClient(client: NodeClient, device: PluggedDevice): Promise<void> {
  const require = createRequire(import.meta.url);
  const { default: LedgerClass } = require(client) as { readonly default: LedgerTransportClass };
  const ledger = await LedgerClass.create();
  const transport: Transport = {
    exchange: async (command) => new Uint8Array(await ledger.exchange(Buffer.from(command))),
    onDisconnect: () => () => undefined,
    close: () => ledger.close(),
  };
  const signer = createHostblindSigner(transport);
  const proof = await signer.verify();
  assert.equal(proof.kind, 'simulator');
  let person: Promise<unknown> | undefined;
  let outcome = 'none';
  try {
    for await (const state of signer.create({ wordCount: 12 })) {
      outcome = state.outcome;
      // Once the device has put its question, the person answers it and all that follow.
      if (state.stage === 'consent') person ??= device.person('create 12');
    }
    await person;
    assert.equal(outcome, 'completed');
    assert.equal((await signer.wallet()).length, 16);
  } finally {
    // A person whose device was taken away has nothing more to say than the failure itself.
    person?.catch(() => undefined);
    await ledger.close();
    LedgerClass.disconnect?.();
  }
}
