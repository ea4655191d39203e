import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeedSync, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checksumFits,
  entropyFromPhrase,
  phraseFromEntropy,
  seedFromPhrase,
  walletIdFromPhrase,
  wordCountOf,
  wordlistLength,
  wordText,
} from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { walletIdOfPhrase } from '../../../../fixtures/devices/entropy-host.ts';
import published from '../../../../fixtures/data/vectors/bip39-english.json' with { type: 'json' };

const wordsOf = (phrase: Uint16Array): string => [...phrase].map(wordText).join(' ');
const indexesOf = (mnemonic: string): Uint16Array =>
  Uint16Array.from(mnemonic.split(' '), (word) => wordlist.indexOf(word));
const entropyLengths = [16, 20, 24, 28, 32] as const;

describe('published vectors', () => {
  it('has all 24 English vectors of BIP-39', () => {
    expect(published.vectors).toHaveLength(24);
    expect(new Set(published.vectors.map(({ entropy }) => entropy)).size).toBe(24);
  });

  it.each(published.vectors)('turns entropy $entropy into its words', ({ entropy, mnemonic }) => {
    expect(wordsOf(phraseFromEntropy(fromHex(entropy)))).toBe(mnemonic);
  });

  // Ours takes no passphrase. That the library is sound shows on the published seeds; ours then equals the library.
  it.each(published.vectors)('makes the seed of $entropy', ({ mnemonic, seed }) => {
    expect(toHex(mnemonicToSeedSync(mnemonic, published.passphrase))).toBe(seed);
    expect(seedFromPhrase(indexesOf(mnemonic))).toEqual(mnemonicToSeedSync(mnemonic));
  });

  it.each(published.vectors)('makes the wallet ID of $entropy', ({ mnemonic }) => {
    expect(toHex(walletIdFromPhrase(indexesOf(mnemonic)))).toBe(walletIdOfPhrase(mnemonic));
  });

  it('keeps the wallet ID of the all-zero phrase unchanged', () => {
    // The id is stored by apps: a change of the derivation would make every wallet look like another.
    expect(toHex(walletIdFromPhrase(phraseFromEntropy(new Uint8Array(16))))).toBe(
      '4a84b3f386fa670a7cd327bed59169c4',
    );
  });
});

describe('wordText', () => {
  it('gives the English wordlist', () => {
    expect(wordlistLength).toBe(wordlist.length);
    expect(Array.from({ length: wordlistLength }, (_, index) => wordText(index))).toEqual(wordlist);
  });

  it.each([-1, 2048, 0.5, Number.NaN])('refuses the index %d, without naming it', (index) => {
    expect(() => wordText(index)).toThrow(new RangeError('a word index runs from 0 to 2047'));
  });
});

describe('phraseFromEntropy', () => {
  it.each(entropyLengths)('agrees with @scure/bip39 on random entropy of %i bytes', (length) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (entropy) => {
        const phrase = phraseFromEntropy(entropy);
        expect(phrase).toHaveLength((length / 4) * 3);
        expect(wordsOf(phrase)).toBe(entropyToMnemonic(entropy, wordlist));
        expect(mnemonicToEntropy(wordsOf(phrase), wordlist)).toEqual(entropy);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the entropy as it is', () => {
    const entropy = Uint8Array.from({ length: 32 }, (_, index) => index);
    phraseFromEntropy(entropy);
    expect(entropy).toEqual(Uint8Array.from({ length: 32 }, (_, index) => index));
  });
});

describe('seedFromPhrase and walletIdFromPhrase', () => {
  it.each(entropyLengths)('agree with the libraries on random entropy of %i bytes', (length) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (entropy) => {
        const phrase = phraseFromEntropy(entropy);
        const seed = mnemonicToSeedSync(entropyToMnemonic(entropy, wordlist));
        expect(seedFromPhrase(phrase)).toEqual(seed);
        expect(walletIdFromPhrase(phrase)).toHaveLength(16);
      }),
      { numRuns: 5 },
    );
  });

  it('tell two phrases apart', () => {
    const one = phraseFromEntropy(new Uint8Array(16));
    const other = phraseFromEntropy(new Uint8Array(16).fill(1));
    expect(walletIdFromPhrase(one)).not.toEqual(walletIdFromPhrase(other));
    expect(walletIdFromPhrase(one)).toEqual(walletIdFromPhrase(one));
  });

  it('work for the longest words of the list, which fill the sentence to its last byte', () => {
    const longest = wordlist.findIndex((word) => word.length === 8);
    const phrase = new Uint16Array(24).fill(longest);
    // Not a valid checksum: compared with PBKDF2 of the sentence by way of the library's own seed function.
    const sentence = Array.from({ length: 24 }, () => wordText(longest)).join(' ');
    expect(sentence).toHaveLength(24 * 9 - 1);
    expect(seedFromPhrase(phrase)).toEqual(mnemonicToSeedSync(sentence));
  });
});

const anyEntropy = fc
  .constantFrom(...entropyLengths)
  .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
const anyWords = fc
  .constantFrom(12, 15, 18, 21, 24)
  .chain((count) => fc.array(fc.nat(2047), { minLength: count, maxLength: count }))
  .map((indexes) => Uint16Array.from(indexes));

describe('entropyFromPhrase', () => {
  it.each(published.vectors)('gives back the entropy $entropy', ({ entropy, mnemonic }) => {
    expect(toHex(entropyFromPhrase(indexesOf(mnemonic)))).toBe(entropy);
  });

  it('is the way back from the words, for all entropy', () => {
    fc.assert(
      fc.property(anyEntropy, (entropy) => {
        expect(entropyFromPhrase(phraseFromEntropy(entropy))).toEqual(entropy);
        expect(wordCountOf(entropy)).toBe((entropy.length / 4) * 3);
      }),
    );
  });

  it('accepts exactly the words that the library accepts', () => {
    fc.assert(
      fc.property(anyWords, fc.boolean(), (words, completed) => {
        // Of the last words, one in 16 to 256 completes the rest.
        for (let last = 0; completed && !checksumFits(words); last += 1) words[words.length - 1] = last;
        const accepts = validateMnemonic(wordsOf(words), wordlist);
        expect(checksumFits(words)).toBe(accepts);
        if (accepts) expect(entropyFromPhrase(words)).toEqual(mnemonicToEntropy(wordsOf(words), wordlist));
        else
          expect(() => entropyFromPhrase(words)).toThrow(
            new RangeError('the checksum of the phrase is wrong'),
          );
      }),
      { numRuns: 300 },
    );
  });

  it.each([0, 4, 15, 17, 36])('knows no word count for %i bytes', (length) => {
    expect(() => wordCountOf(new Uint8Array(length))).toThrow(RangeError);
  });
});
