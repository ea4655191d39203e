import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes, withinTwoEdits } from '../../../../fixtures/data/look-alikes.ts';

/** Levenshtein's recursion as the textbook has it: slow, and plainly right. */
function distance(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const [leftRest, rightRest] = [left.slice(1), right.slice(1)];
  if (left[0] === right[0]) return distance(leftRest, rightRest);
  return 1 + Math.min(distance(leftRest, right), distance(left, rightRest), distance(leftRest, rightRest));
}

const shortText = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('withinTwoEdits', () => {
  it.each([
    ['', '', true],
    ['', 'ab', true],
    ['', 'abc', false],
    ['abc', '', false],
    ['word', 'word', true],
    ['word', 'ward', true],
    ['word', 'wards', true],
    ['word', 'warns', false],
    ['aside', 'side', true],
    ['abcd', 'badc', false],
  ])('says of %j and %j: %s', (left, right, expected) => {
    expect(withinTwoEdits(left, right)).toBe(expected);
  });

  it('agrees with the textbook on any short texts', () => {
    fc.assert(
      fc.property(shortText, shortText, (left, right) => {
        expect(withinTwoEdits(left, right)).toBe(distance(left, right) <= 2);
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with the textbook on words of the list', () => {
    const word = fc.constantFrom(...wordlist.filter((text) => text.length <= 5));
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(withinTwoEdits(left, right)).toBe(distance(left, right) <= 2);
      }),
      { numRuns: 400 },
    );
  });
});

describe('lookAlikes', () => {
  const indexOf = (word: string): number => wordlist.indexOf(word);

  it('finds words with the same first three letters or within two edits, in order', () => {
    const found = lookAlikes(indexOf('board')).map((index) => wordlist[index]);
    const expected = wordlist.filter(
      (word) => word !== 'board' && (word.startsWith('boa') || withinTwoEdits('board', word)),
    );
    expect(found).toEqual(expected);
    expect(found).toContain('boat');
    expect(found).toContain('hard');
    expect(found).not.toContain('board');
  });

  it('counts three letters, not two, as the same beginning', () => {
    const found = lookAlikes(indexOf('abandon')).map((index) => wordlist[index]);
    expect(found).not.toContain('ability');
    expect(lookAlikes(indexOf('ability')).map((index) => wordlist[index])).not.toContain('abandon');
    expect(lookAlikes(indexOf('absent')).map((index) => wordlist[index])).toContain('absorb');
  });

  it('is symmetric and never names the word itself', () => {
    for (let index = 0; index < wordlist.length; index += 61) {
      const found = lookAlikes(index);
      expect(found).not.toContain(index);
      for (const other of found.slice(0, 4)) expect(lookAlikes(other)).toContain(index);
    }
  });

  it('is what its two rules say, for a word in every stretch of the list', () => {
    for (let index = 0; index < wordlist.length; index += 17) {
      const word = wordlist[index] ?? '';
      const expected = wordlist.flatMap((text, other) =>
        other !== index && (text.slice(0, 3) === word.slice(0, 3) || withinTwoEdits(text, word))
          ? [other]
          : [],
      );
      expect(lookAlikes(index)).toEqual(expected);
    }
  });
});
