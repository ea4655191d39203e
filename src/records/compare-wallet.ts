/** Which wallet a device has: the one place that compares it with the one that it must have. */
import type { WalletState } from '../protocol/public-state.ts';
import type { ExpectedWallet } from './book.ts';

/** What a device says that it has: none, an unfinished one, or the one with this id (32 hexadecimal digits). */
export type WalletSaid = Exclude<WalletState, 'backed-up'> | { readonly walletId: string };

export type WalletVerdict =
  /** Nothing is wrong with it. */
  | 'fits'
  /** Nothing was proven of the one before: the person is warned, and asked. */
  | 'changed'
  /** An alarm: it comes back with another wallet than it had. */
  | 'other-wallet'
  /** An alarm: what was backed up isn't what was checked. */
  | 'other-wallet-after-backup';

/** `expected`: what is remembered of the device; `undefined` where any wallet fits. */
export function compareWallet(expected: ExpectedWallet | undefined, said: WalletSaid): WalletVerdict {
  if (expected === undefined) return 'fits';
  const { walletId, backedUp, absent, proof } = expected;
  if (typeof said === 'string') return backedUp && !absent ? 'changed' : 'fits';
  if (said.walletId === walletId) return 'fits';
  if (!backedUp) return 'other-wallet-after-backup';
  return proof === undefined && !absent ? 'changed' : 'other-wallet';
}

/** What is expected once the device was seen in `state`, and nothing in that had to be asked about. */
export function asSeen(expected: ExpectedWallet | undefined, state: WalletState): ExpectedWallet | undefined {
  if (expected === undefined || !expected.backedUp || state === 'backed-up') return expected;
  return { ...expected, absent: true };
}
