/** Ledger's transport over a function: what it does for every link (status words, one call at a time), and no link. */
import { createRequire } from 'node:module';
import type * as Devices from '@ledgerhq/devices';
import type * as Transports from '@ledgerhq/hw-transport';
import type { Exchange, WalletLink } from './wallet-link.ts';

const require = createRequire(import.meta.url);
// Its ESM build cannot be imported by Node; its CommonJS build can.
const { default: Transport } = require('@ledgerhq/hw-transport') as typeof Transports;
const { getDeviceModel, DeviceModelId } = require('@ledgerhq/devices') as typeof Devices;

export function openInProcess(exchange: Exchange): WalletLink {
  const transport = new Transport();
  transport.exchange = async (command) => Buffer.from(await exchange(Uint8Array.from(command)));
  transport.setScrambleKey = () => undefined;
  transport.close = () => Promise.resolve();
  // MetaMask's keyring takes no transport without one.
  transport.deviceModel = getDeviceModel(DeviceModelId.nanoSP);
  return { transport, close: () => transport.close() };
}
