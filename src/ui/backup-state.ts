/** The state of the backups, in a few words: of the wallet on the connected device, and of all that are remembered. */
import { isBeforeDevice, type CeremonyState } from '../ceremony/state.ts';
import type { WalletState } from '../protocol/public-state.ts';
import { findWallet, type DeviceRecord, type RecordBook, type RecordView } from '../records/book.ts';
import { checkReminder } from '../records/reminders.ts';
import { messages } from './messages.ts';

/** Of the wallet on the device that is connected, or was a moment ago; `undefined` before it has said. */
export function backupOf(state: CeremonyState): WalletState | undefined {
  return state.kind === 'connected' || state.kind === 'lost' ? state.session.status?.wallet : undefined;
}

/** Whether the words of this device's wallet want to be entered from the paper. */
export function wantsCheck(book: RecordBook, device: DeviceRecord, now: number): boolean {
  if (device.state !== 'backed-up') return false;
  return checkReminder(findWallet(book, device.walletId)?.checked, now) !== undefined;
}

/** The way to the records, on the screens before a device; `undefined` where there is nothing in them. */
export function rememberedText(state: CeremonyState, view: RecordView, now: number): string | undefined {
  if (!isBeforeDevice(state)) return undefined;
  const { devices, ceremonies, wallets } = view.book;
  if (devices.length > 0) {
    const unfinished = devices.filter((device) => device.state === 'unfinished-backup').length;
    const unchecked = devices.filter((device) => wantsCheck(view.book, device, now)).length;
    return messages.backup.remembered(devices.length, unfinished, unchecked);
  }
  const something = ceremonies.length + wallets.length + view.unreadable > 0 || view.problem !== undefined;
  return something ? messages.backup.records : undefined;
}
