/** The file with everything that this browser keeps: format 1, described in `docs/records.md`. */
import { walletOn, type RecordBook } from './book.ts';

export const exportFormat = 'hostblind-records';
export const exportVersion = 1;

/** JSON, indented. `exported`: ISO 8601, UTC. Contains what the book contains, and so no secret. */
export function encodeExport(book: RecordBook, exported: string): string {
  const { ceremonies, wallets } = book;
  const devices = book.devices.map((device) => ({ ...device, walletId: walletOn(device) }));
  const file = { format: exportFormat, version: exportVersion, exported, ceremonies, devices, wallets };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
