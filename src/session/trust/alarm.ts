/** What a device can do that honest ones never do. Each is an alarm, and nothing else is (S17). */
import type { EntropyFailure } from '../../devices/hostblind/entropy-check/entropy-outcome.ts';

export type AlarmReason =
  /** Its certificate or its signature is false. */
  | 'attestation'
  /** What it did wrong in the entropy check. */
  | EntropyFailure
  /** It could be checked before and now it can't: someone may want to avoid the check. */
  | 'check-lost'
  | 'attestation-lost'
  /** The same device ID, and another key than the one that proved it before. */
  | 'key-changed'
  /** It was a simulator, and now says that it is none (H10). */
  | 'simulator-mark-lost'
  /** It gives a wallet ID that it doesn't sign, or signs with another key than it proved: another device answers in its place. */
  | 'wallet-unsigned'
  /** Its signature was made without this computer's random number. */
  | 'number-ignored'
  /** Its signature is another key's than the address's that it gave. */
  | 'other-key'
  /** The wallet that was backed up is not the one that was checked. */
  | 'other-wallet-after-backup'
  /** It comes back with another wallet than it had. */
  | 'other-wallet';

/** Alarms about a device that may hold money already; before the others there was no wallet yet. */
const withWallet: ReadonlySet<AlarmReason> = new Set([
  'other-wallet-after-backup',
  'other-wallet',
  'key-changed',
  'wallet-unsigned',
  'number-ignored',
  'other-key',
  'check-lost',
  'attestation-lost',
  'simulator-mark-lost',
]);

export function mayHoldMoney(reason: AlarmReason): boolean {
  return withWallet.has(reason);
}

/** Alarms about signatures: with each further one, more of the keys may get out. */
const bySigning: ReadonlySet<AlarmReason> = new Set(['number-ignored', 'other-key']);

/** What a person is told to do, by what may be lost. `other`: they may know better themselves. */
export function todoAfter(reason: AlarmReason): 'empty' | 'wallet' | 'signing' | 'other' {
  if (reason === 'other-wallet') return 'other';
  if (bySigning.has(reason)) return 'signing';
  return mayHoldMoney(reason) ? 'wallet' : 'empty';
}
