/** A page with Ledger's two browser transports as published: what any wallet's page does with them. */
import '../../../src/transport/buffer-shim.ts';
import { Buffer } from 'buffer';
import { createHostblindSigner } from '../../../src/devices/hostblind/hostblind-signer.ts';

export type BrowserClient = 'webhid' | 'webusb';

interface LedgerTransport {
  exchange(apdu: Buffer): Promise<Uint8Array>;
  close(): Promise<void>;
}

async function openConnected(client: BrowserClient): Promise<LedgerTransport> {
  const { default: Transport } =
    client === 'webhid'
      ? await import('@ledgerhq/hw-transport-webhid')
      : await import('@ledgerhq/hw-transport-webusb');
  const transport = await Transport.openConnected();
  if (transport === null) throw new Error('no device is granted to this page');
  return transport;
}

/** Creates a wallet and gives how that ended. `onStage` is told each stage of the device. */
async function createWallet(client: BrowserClient, onStage: (stage: string) => unknown): Promise<string> {
  const ledger = await openConnected(client);
  const signer = createHostblindSigner({
    exchange: async (command) => new Uint8Array(await ledger.exchange(Buffer.from(command))),
    onDisconnect: () => () => undefined,
    close: () => ledger.close(),
  });
  let outcome = 'none';
  for await (const state of signer.create({ wordCount: 12 })) {
    outcome = state.outcome;
    await onStage(state.stage);
  }
  await ledger.close();
  return outcome;
}

declare global {
  interface Window {
    createWallet: typeof createWallet;
    onStage(stage: string): Promise<void>;
  }
}

window.createWallet = createWallet;
