/**
 * Ledger's own browser transports, unmodified, in Node. Their ESM builds cannot be loaded there (imports without file
 * extensions), so this takes the CommonJS builds of the same packages.
 */
import { createRequire } from 'node:module';
import type { LedgerDriver, LedgerTransport } from '../../../src/transport/webhid/webhid-link.ts';
import type {
  LedgerUsbDriver,
  LedgerUsbTransport,
  UsbPipe,
} from '../../../src/transport/webusb/webusb-link.ts';

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

interface LedgerUsbModule {
  readonly default: new (pipe: UsbPipe, interfaceNumber: number) => LedgerUsbTransport;
}

export function loadLedgerUsbDriverInNode(): Promise<LedgerUsbDriver> {
  const require = createRequire(import.meta.url);
  const { default: TransportWebUSB } = require('@ledgerhq/hw-transport-webusb') as LedgerUsbModule;
  return Promise.resolve({
    attach: (pipe, interfaceNumber) => new TransportWebUSB(pipe, interfaceNumber),
    toBuffer: (bytes) => Buffer.from(bytes),
  });
}
