/** The state of the backups, in a few words: of the wallet on the connected device, and of all that are remembered. */
import {
  findWallet,
  walletOn,
  type DeviceRecord,
  type RecordBook,
  type RecordView,
} from '../records/book.ts';
import { checkReminder, type CheckReminder } from '../records/reminders.ts';
import { messages } from '../text/app.ts';
import { isFirstPage, type AppState } from './pages/pages.ts';

/** Why this device's backup is due for a check, if it is. */
export function wantsCheck(book: RecordBook, device: DeviceRecord, now: number): CheckReminder | undefined {
  if (device.state !== 'backed-up') return undefined;
  return checkReminder(findWallet(book, walletOn(device)), now);
}

/** The way to the records, on the screens before a device; `undefined` where there is nothing in them. */
export function rememberedText({ page }: AppState, view: RecordView, now: number): string | undefined {
  if (!isFirstPage(page)) return undefined;
  const { ceremonies, wallets } = view.book;
  const devices = view.book.devices.filter(({ state }) => state !== undefined);
  if (devices.length > 0) {
    const unfinished = devices.filter((device) => device.state === 'unfinished-backup').length;
    const due = devices.map((device) => wantsCheck(view.book, device, now));
    const failed = due.filter((reminder) => reminder === 'failed').length;
    const unchecked = due.filter((reminder) => reminder !== undefined).length;
    return messages.backup.remembered(devices.length, { unfinished, failed, unchecked });
  }
  const something = ceremonies.length + wallets.length + view.unreadable > 0 || view.problem !== undefined;
  return something ? messages.backup.records : undefined;
}
