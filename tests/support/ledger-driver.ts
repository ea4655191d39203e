/**
 * Ledger's own WebHID transport, unmodified, in Node. Its ESM build cannot be loaded there (imports without file
 * extensions), so this takes the CommonJS build of the same package.
 */
import { createRequire } from 'node:module';
import type { LedgerDriver, LedgerTransport } from '../../src/transport/hid-link.ts';

interface LedgerModule {
  readonly default: new (device: HIDDevice) => LedgerTransport;
}

export function loadLedgerDriverInNode(): Promise<LedgerDriver> {
  const require = createRequire(import.meta.url);
  const { default: TransportWebHID } = require('@ledgerhq/hw-transport-webhid') as LedgerModule;
  return Promise.resolve({
    attach: (device) => new TransportWebHID(device),
    toBuffer: (bytes) => Buffer.from(bytes),
  });
}
