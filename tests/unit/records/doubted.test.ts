/** H12: a check that failed stays one in the book until words from the paper have fitted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../src/records/apply-change.ts';
import { emptyBook, findWallet, type RecordBook, type RecordChange } from '../../../src/records/book.ts';
import { readWallet } from '../../../src/records/codec.ts';
import { someWalletId } from '../../fixtures/screens/screens.ts';

const device = { id: 'ab'.repeat(16), product: 'Vault One', simulator: false } as const;
const wallet = { walletId: someWalletId, product: 'Vault One', simulator: false } as const;
const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z`;

const ended = (at: string, result: 'match' | 'no-match', walletId?: string): RecordChange => {
  return { kind: 'ended', at, device, what: 'check', number: 3, result, walletId };
};
const told = (at: string): RecordChange => ({ kind: 'told-wallet', at, device, walletId: someWalletId });
const checked = (at: string): RecordChange => ({ kind: 'checked', at, wallet });
const failed = ended(day(2), 'no-match', someWalletId);

const apply = (changes: readonly RecordChange[], from: RecordBook = emptyBook): RecordBook =>
  changes.reduce(applyChange, from);
const doubtedAfter = (...changes: RecordChange[]): string | undefined =>
  findWallet(apply(changes), someWalletId)?.doubted;

describe('a wallet whose paper was checked', () => {
  it('is doubted from the check that failed, and keeps its other dates', () => {
    const book = apply([{ kind: 'backed-up', at: day(1), wallet }, checked(day(1)), failed]);
    expect(book.wallets).toEqual([{ ...wallet, backedUp: day(1), checked: day(1), doubted: day(2) }]);
  });

  it('is doubted when a page finds out later, or hears its ID later', () => {
    const began: RecordChange = {
      kind: 'began',
      at: day(1),
      device,
      what: 'check',
      number: 3,
      walletId: someWalletId,
    };
    const found: RecordChange = {
      kind: 'arrived',
      at: day(2),
      device,
      running: undefined,
      number: 3,
      outcome: 'no-match',
    };
    expect(doubtedAfter(began, found)).toBe(day(2));
    expect(doubtedAfter(ended(day(2), 'no-match'))).toBeUndefined();
    expect(doubtedAfter(ended(day(2), 'no-match'), told(day(3)))).toBe(day(2));
  });

  it('is doubted when the ID on the form is another one', () => {
    expect(doubtedAfter({ kind: 'doubted', at: day(2), wallet })).toBe(day(2));
  });

  it('is sure again once words from the paper fit, and not before', () => {
    expect(doubtedAfter(failed, checked(day(3)))).toBeUndefined();
    expect(doubtedAfter(failed, ended(day(3), 'match', someWalletId))).toBeUndefined();
    const reveal: RecordChange = {
      ...failed,
      at: day(3),
      what: 'reveal',
      result: 'completed',
    } as RecordChange;
    expect(doubtedAfter(failed, reveal)).toBe(day(2));
    expect(doubtedAfter(failed, ended(day(3), 'match', 'ff'.repeat(16)))).toBe(day(2));
  });

  it('isn’t doubted by an older check that is told late', () => {
    expect(doubtedAfter(checked(day(3)), ended(day(2), 'no-match', someWalletId))).toBeUndefined();
    expect(doubtedAfter(ended(day(4), 'no-match', someWalletId), ended(day(3), 'match', someWalletId))).toBe(
      day(4),
    );
  });

  it('keeps its doubt through storage, and every other change', () => {
    const [kept] = apply([failed]).wallets;
    expect(readWallet(structuredClone(kept))).toEqual(kept);
    const others = fc.constantFrom<RecordChange>(
      told(day(5)),
      failed,
      { kind: 'saw-device', at: day(5), device, state: 'backed-up' },
      { kind: 'forget-device', at: day(5), key: 'device:00' },
      {
        kind: 'moved-in',
        at: day(5),
        wallets: [{ ...wallet, backedUp: day(1), checked: day(1) }],
        devices: [],
      },
    );
    fc.assert(
      fc.property(fc.array(others, { maxLength: 6 }), (changes) => {
        expect(doubtedAfter(failed, ...changes)).toBe(day(2));
      }),
    );
  });
});
