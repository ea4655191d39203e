/** The one comparison of the wallet that a device has with the one that it must have. */
import { describe, expect, it } from 'vitest';
import type { ExpectedWallet } from '../../../src/records/book.ts';
import {
  asSeen,
  compareWallet,
  type WalletSaid,
  type WalletVerdict,
} from '../../../src/records/compare-wallet.ts';

const walletId = 'ab'.repeat(16);
const there: ExpectedWallet = { walletId, backedUp: true, absent: false, proof: undefined };
const proof = {
  kind: 'entropy-check',
  opened: 3,
  range: 8,
  date: '2026-11-24T10:00:00.000Z',
  unfinishedBefore: [],
} as const;
const other = { walletId: 'cd'.repeat(16) };

describe('compareWallet', () => {
  it.each<[string, ExpectedWallet | undefined, WalletSaid, WalletVerdict]>([
    ['any, where none is expected', undefined, other, 'fits'],
    ['none, where none is expected', undefined, 'empty', 'fits'],
    ['the same', there, { walletId }, 'fits'],
    ['the same, which was gone', { ...there, absent: true }, { walletId }, 'fits'],
    ['the same, not backed up yet', { ...there, backedUp: false }, { walletId }, 'fits'],
    ['another than one of which nothing is proven', there, other, 'changed'],
    ['another than one that was checked', { ...there, proof }, other, 'other-wallet'],
    ['another than the one that was agreed to be gone', { ...there, absent: true }, other, 'other-wallet'],
    [
      'another than the one to back up',
      { ...there, backedUp: false, proof },
      other,
      'other-wallet-after-backup',
    ],
    ['none, where one was', there, 'empty', 'changed'],
    ['an unfinished one, where one was checked', { ...there, proof }, 'unfinished-backup', 'changed'],
    ['none, where the person knows that', { ...there, absent: true }, 'empty', 'fits'],
    ['none, where none was backed up yet', { ...there, backedUp: false }, 'empty', 'fits'],
  ])('%s', (_, expected, said, verdict) => {
    expect(compareWallet(expected, said)).toBe(verdict);
  });
});

describe('asSeen', () => {
  it('marks a wallet that is gone, and gives none up', () => {
    expect(asSeen(there, 'empty')).toEqual({ ...there, absent: true });
    expect(asSeen({ ...there, proof }, 'unfinished-backup')).toEqual({ ...there, proof, absent: true });
    expect(asSeen(there, 'backed-up')).toBe(there);
    const unfinished = { ...there, backedUp: false };
    expect(asSeen(unfinished, 'empty')).toBe(unfinished);
    expect(asSeen(undefined, 'empty')).toBeUndefined();
  });
});
