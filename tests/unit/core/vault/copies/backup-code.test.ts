/** A backup code is no recovery phrase, and no recovery phrase is a backup code. */
import { createHash } from 'node:crypto';
import { entropyToMnemonic, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeFits,
  codeOfWords,
  looksLikeCode,
  wordsOfCode,
} from '../../../../../firmware-sim/core/vault/copies/backup-code.ts';
import { phraseFromEntropy, wordText } from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { codeEntropy } from '../../../../fixtures/data/independent-backup-file.ts';

const code = fc.uint8Array({ minLength: 16, maxLength: 16 });
const text = (words: Uint16Array): string => [...words].map(wordText).join(' ');

describe('the words of a backup code', () => {
  it('give the code back, here and in independent code', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        const words = wordsOfCode(bytes);
        expect(words).toHaveLength(12);
        expect(codeOfWords(words)).toEqual(bytes);
        expect(Uint8Array.from(codeEntropy(text(words), 2))).toEqual(bytes);
        expect(text(words).split(' ').slice(0, 11)).toEqual(
          entropyToMnemonic(bytes, wordlist).split(' ').slice(0, 11),
        );
      }),
    );
  });

  it('are never a recovery phrase, and a recovery phrase is never a code', () => {
    fc.assert(
      fc.property(code, (bytes) => {
        expect(validateMnemonic(text(wordsOfCode(bytes)), wordlist)).toBe(false);
        expect(looksLikeCode(wordsOfCode(bytes))).toBe(true);
        expect(looksLikeCode(phraseFromEntropy(bytes))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have a checksum that takes each of the other 15 values about as often', () => {
    const counts = new Map<number, number>();
    for (let seed = 0; seed < 3_000; seed += 1) {
      const bytes = Uint8Array.from(createHash('sha256').update(String(seed)).digest().subarray(0, 16));
      const apart = ((wordsOfCode(bytes)[11] ?? 0) - (phraseFromEntropy(bytes)[11] ?? 0)) & 0xf;
      counts.set(apart, (counts.get(apart) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 15 }, (_, at) => at + 1),
    );
    // 200 each on average; seven standard deviations are 97.
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(97);
  });

  it('are judged by the version of the file', () => {
    const bytes = new Uint8Array(16).fill(7);
    expect([codeFits(wordsOfCode(bytes), 2), codeFits(wordsOfCode(bytes), 1)]).toEqual([true, false]);
    expect([codeFits(phraseFromEntropy(bytes), 2), codeFits(phraseFromEntropy(bytes), 1)]).toEqual([
      false,
      true,
    ]);
  });
});
