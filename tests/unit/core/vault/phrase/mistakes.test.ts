/** What differs between entered words and the right ones, and what a checksum can tell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mistakeIn,
  repeatedWord,
  swapsThatFit,
} from '../../../../../firmware-sim/core/vault/phrase/mistakes.ts';
import { checksumFits, phraseFromEntropy } from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';

const wordCounts = [12, 15, 18, 21, 24] as const;
/** Different words throughout, so that each mistake is one and no other. */
const phrase = fc
  .constantFrom(...wordCounts)
  .chain((count) => fc.uniqueArray(fc.nat(2047), { minLength: count + 1, maxLength: count + 1 }))
  .map((words) => ({ right: words.slice(0, -1), stray: words.at(-1) ?? 0 }));
const place = fc.nat(22);
const words = (list: readonly number[]): Uint16Array => Uint16Array.from(list);

describe('mistakeIn', () => {
  it('finds none in the same words', () => {
    fc.assert(fc.property(phrase, ({ right }) => mistakeIn(words(right), words(right)) === undefined));
  });

  it('finds one wrong word, wherever it is', () => {
    fc.assert(
      fc.property(phrase, fc.nat(23), ({ right, stray }, place) => {
        const at = place % right.length;
        expect(mistakeIn(words(right.with(at, stray)), words(right))).toEqual({
          kind: 'word',
          position: at + 1,
        });
      }),
    );
  });

  it('finds two neighbours in the wrong order', () => {
    fc.assert(
      fc.property(phrase, place, ({ right }, place) => {
        const at = place % (right.length - 1);
        const swapped = right.with(at, right[at + 1] ?? 0).with(at + 1, right[at] ?? 0);
        expect(mistakeIn(words(swapped), words(right))).toEqual({ kind: 'swapped', position: at + 1 });
      }),
    );
  });

  it('finds a word that was left out, whatever stands at the end', () => {
    fc.assert(
      fc.property(phrase, place, ({ right, stray }, place) => {
        const at = place % (right.length - 1);
        expect(mistakeIn(words([...right.toSpliced(at, 1), stray]), words(right))).toEqual({
          kind: 'left-out',
          position: at + 1,
        });
      }),
    );
  });

  it('finds a word that is one too many, also one written twice', () => {
    fc.assert(
      fc.property(phrase, place, fc.boolean(), ({ right, stray }, place, twice) => {
        const at = place % (right.length - 2);
        const extra = twice ? (right[at] ?? 0) : stray;
        const entered = right.toSpliced(at, 0, extra).slice(0, right.length);
        // Of a word that stands twice, the second is the one too many.
        expect(mistakeIn(words(entered), words(right))).toEqual({
          kind: 'extra',
          position: at + (twice ? 2 : 1),
        });
      }),
    );
  });

  it('counts what is worse', () => {
    const right = Array.from({ length: 12 }, (_, at) => at);
    expect(mistakeIn(words(right.with(2, 99).with(7, 99)), words(right))).toEqual({
      kind: 'several',
      position: 3,
      count: 2,
    });
    expect(mistakeIn(words(right.toReversed()), words(right))).toEqual({
      kind: 'several',
      position: 1,
      count: 12,
    });
  });
});

describe('what a checksum tells', () => {
  it('is which neighbours, exchanged, would fit, and the words stay as they are', () => {
    const right = phraseFromEntropy(Uint8Array.from({ length: 32 }, (_, at) => at * 41 + 3));
    for (let at = 0; at < 23; at += 1) {
      const swapped = right.with(at, right[at + 1] ?? 0).with(at + 1, right[at] ?? 0);
      const before = swapped.slice();
      expect(swapsThatFit(swapped, checksumFits)).toContain(at + 1);
      expect(swapped).toEqual(before);
    }
    expect(swapsThatFit(right, () => false)).toEqual([]);
  });

  it('finds the first word that stands behind itself', () => {
    expect(repeatedWord(words([1, 2, 3]))).toBe(0);
    expect(repeatedWord(words([1, 2, 2, 3, 3]))).toBe(3);
    expect(repeatedWord(words([5, 5, 5]))).toBe(2);
    expect(repeatedWord(words([1, 2, 1]))).toBe(0);
  });
});
