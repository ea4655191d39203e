/**
 * H9, beside erasure: comparing a PIN or a phrase, and looking words up by their letters, does the same work whatever
 * the secret is. What is counted here are the elements that are read; JavaScript offers nothing closer to time.
 */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openVault } from '../../firmware-sim/core/vault/vault.ts';
import { sameSecret } from '../../firmware-sim/core/vault/memory/same-secret.ts';
import { wordsWithPrefix } from '../../firmware-sim/core/vault/phrase/prefixes.ts';
import { createCoreBoard } from '../fixtures/devices/core-board.ts';

interface Counted<List> {
  readonly list: List;
  /** Indexes in the order in which they were read. */
  readonly reads: number[];
}

function counted<List extends Uint8Array | Uint16Array>(target: List): Counted<List> {
  const reads: number[] = [];
  const list = new Proxy(target, {
    get(array, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads.push(Number(name));
      const value: unknown = Reflect.get(array, name, array);
      return typeof value === 'function' ? (value.bind(array) as unknown) : value;
    },
  });
  return { list, reads };
}

const inOrder = (length: number): number[] => Array.from({ length }, (_, at) => at);

describe('comparing secrets', () => {
  const secret = fc.uint8Array({ minLength: 4, maxLength: 8 });

  it('says what equality says', () => {
    fc.assert(
      fc.property(secret, secret, (left, right) => {
        expect(sameSecret(left, right, 8)).toBe(String(left) === String(right));
        expect(sameSecret(left, left.slice(), 8)).toBe(true);
      }),
    );
  });

  it('tells a longer secret from the same one with zeros behind it', () => {
    expect(sameSecret(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0), 8)).toBe(false);
  });

  it('reads every place of both, in the same order, wherever they differ', () => {
    fc.assert(
      fc.property(secret, secret, (left, right) => {
        const [one, other] = [counted(left), counted(right)];
        sameSecret(one.list, other.list, 8);
        expect(one.reads).toEqual(inOrder(8));
        expect(other.reads).toEqual(inOrder(8));
      }),
    );
  });

  it.each([0, 5, 11, 12])('reads the whole of an entered phrase, wrong from word %i on', (wrongFrom) => {
    const board = createCoreBoard();
    const wallet = openVault(board).create(Uint8Array.of(1, 2, 3, 4), 12);
    const right = Uint16Array.from({ length: 12 }, (_, at) => wordlist.indexOf(wallet.word(at + 1)));
    const entered = counted(right.map((index, at) => (at < wrongFrom ? index : (index + 1) % 2048)));
    expect(wallet.matches(entered.list)).toBe(wrongFrom === 12);
    expect(entered.reads).toEqual(inOrder(12));
    wallet.close();
  });
});

describe('finding words by their letters', () => {
  it('reads each candidate once, and each prefix letter equally often, for any words', () => {
    const prefixes = fc.constantFrom(...wordlist).map((word) => word.slice(0, 3));
    fc.assert(
      fc.property(prefixes, (text) => {
        const prefix = counted(Uint8Array.from(text, (letter) => letter.charCodeAt(0) - 0x61));
        wordsWithPrefix(prefix.list);
        expect(prefix.reads).toHaveLength(3 * 2048);
      }),
      { numRuns: 20 },
    );
  });
});
