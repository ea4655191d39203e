import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMultiSearch } from '../../../kit/leak-scanner/multi-search.ts';

/** Few different bytes, so that needles overlap each other and the haystack is full of near misses. */
const byte = fc.constantFrom(0, 1, 0x61, 0xff);
const bytesOf = (minLength: number, maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc.array(byte, { minLength, maxLength }).map((bytes) => Uint8Array.from(bytes));

describe('the search for many byte strings at once', () => {
  it('finds every place of every needle that a plain search finds, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(bytesOf(3, 14), { minLength: 1, maxLength: 8 }),
        bytesOf(0, 200),
        (needles, haystack) => {
          const plain: string[] = [];
          needles.forEach((needle, number) => {
            for (
              let at = Buffer.from(haystack).indexOf(needle);
              at !== -1;
              at = Buffer.from(haystack).indexOf(needle, at + 1)
            )
              plain.push(`${number} at ${at}`);
          });
          const found: string[] = [];
          createMultiSearch(needles).search(haystack, (number, offset) =>
            found.push(`${number} at ${offset}`),
          );
          expect(found.toSorted()).toEqual(plain.toSorted());
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses a needle that is too short to search for', () => {
    expect(() => createMultiSearch([Uint8Array.of(1, 2)])).toThrow(RangeError);
  });
});
