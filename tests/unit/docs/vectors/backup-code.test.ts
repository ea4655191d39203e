/** The published backup codes, by the formula of docs/backup-file.md and node:crypto. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { validateMnemonic } from '@scure/bip39';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../docs/vectors/backup-code.json' with { type: 'json' };
import { codeEntropy } from '../../../fixtures/data/independent-backup-file.ts';
import { bitsOf, bytesOf, sha256Of, wordsOfBitText } from '../../../fixtures/data/independent-phrase.ts';

describe('docs/vectors/backup-code.json', () => {
  it.each(vectors.codes)('$code', ({ code, bip39Checksum, checksum, words, wordIndexes }) => {
    const b = Number.parseInt(sha256Of(bytesOf(code)).slice(0, 1), 16);
    const t = Number.parseInt(sha256Of('Hostblind backup code v2\0', bytesOf(code)).slice(0, 4), 16);
    expect({ bip39Checksum, checksum }).toEqual({ bip39Checksum: b, checksum: (b + 1 + (t % 15)) % 16 });
    const bits = bitsOf(bytesOf(code)) + checksum.toString(2).padStart(4, '0');
    expect(wordsOfBitText(bits) === words).toBe(true);
    expect(wordIndexes.map((index) => wordlist[index]).join(' ') === words).toBe(true);
    expect(codeEntropy(words, 3).toString('hex')).toBe(code);
    expect(validateMnemonic(words, wordlist)).toBe(false);
  });

  it.each(vectors.wrong)('is no code: $why', ({ words, looksLikePhrase }) => {
    expect(() => codeEntropy(words, 3)).toThrow('no such code');
    expect(validateMnemonic(words, wordlist)).toBe(looksLikePhrase);
  });
});
