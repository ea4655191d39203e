import { entropyToMnemonic, mnemonicToEntropy, mnemonicToSeedSync, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { HDKey } from '@scure/bip32';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entropyFromPhrase,
  lastWords,
  phraseFromEntropy,
  seedFromPhrase,
  walletIdFromPhrase,
  wordCountOf,
  wordlistLength,
  wordText,
} from '../../../../firmware-sim/core/vault/phrase.ts';
import { concatBytes, fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import published from '../../../vectors/bip39-english.json' with { type: 'json' };

const wordsOf = (phrase: Uint16Array): string => [...phrase].map(wordText).join(' ');
const indexesOf = (mnemonic: string): Uint16Array =>
  Uint16Array.from(mnemonic.split(' '), (word) => wordlist.indexOf(word));
const entropyLengths = [16, 20, 24, 28, 32] as const;

/** Test vectors 1 and 2 of BIP-32 (BSD-2-Clause): seed and extended public key of chain m. */
const masterKeys = [
  {
    seed: '000102030405060708090a0b0c0d0e0f',
    publicKey:
      'xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8',
  },
  {
    seed:
      'fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a2' +
      '9f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542',
    publicKey:
      'xpub661MyMwAqRbcFW31YEwpkMuc5THy2PSt5bDMsktWQcFF8syAmRUapSCGu8ED9W6oDMSgv6Zz8idoc4a6mr8BDzTJY47LJhkJ8UB7WEGuduB',
  },
];

describe('published vectors', () => {
  it('has all 24 English vectors of BIP-39', () => {
    expect(published.vectors).toHaveLength(24);
    expect(new Set(published.vectors.map(({ entropy }) => entropy)).size).toBe(24);
  });

  it.each(published.vectors)('turns entropy $entropy into its words', ({ entropy, mnemonic }) => {
    expect(wordsOf(phraseFromEntropy(fromHex(entropy)))).toBe(mnemonic);
  });

  // Ours takes no passphrase. That the library is sound shows on the published seeds; ours then equals the library.
  it.each(published.vectors)('makes the seed of $entropy', ({ mnemonic, seed, masterKey }) => {
    expect(toHex(mnemonicToSeedSync(mnemonic, published.passphrase))).toBe(seed);
    expect(HDKey.fromMasterSeed(fromHex(seed)).privateExtendedKey).toBe(masterKey);
    expect(seedFromPhrase(indexesOf(mnemonic))).toEqual(mnemonicToSeedSync(mnemonic));
  });

  it.each(masterKeys)('trusts a library that makes the BIP-32 master key of $seed', ({ seed, publicKey }) => {
    expect(HDKey.fromMasterSeed(fromHex(seed)).publicExtendedKey).toBe(publicKey);
  });

  it.each(published.vectors)('makes the wallet id of $entropy', ({ mnemonic }) => {
    const { publicKey } = HDKey.fromMasterSeed(mnemonicToSeedSync(mnemonic));
    const tag = new TextEncoder().encode('Hostblind wallet id v1');
    const hashed = sha256(concatBytes(tag, Uint8Array.of(0), publicKey ?? new Uint8Array()));
    expect(walletIdFromPhrase(indexesOf(mnemonic))).toEqual(hashed.slice(0, 16));
  });

  it('keeps the wallet id of the all-zero phrase for ever', () => {
    // The id is stored by apps: a change of the derivation would make every wallet look like another.
    expect(toHex(walletIdFromPhrase(phraseFromEntropy(new Uint8Array(16))))).toBe(
      '31e8d6a02f49a7ebf77cf6c636e62a66',
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
        if (completed) words[words.length - 1] = lastWords(words)[0] ?? 0;
        const accepts = validateMnemonic(wordsOf(words), wordlist);
        if (completed) expect(accepts).toBe(true);
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

describe('lastWords', () => {
  it.each([12, 15, 18, 21, 24])(
    'of %i words are exactly those that the library accepts, in order',
    (count) => {
      const words = fc.array(fc.nat(2047), { minLength: count, maxLength: count });
      fc.assert(
        fc.property(words, (indexes) => {
          const phrase = Uint16Array.from(indexes);
          const start = wordsOf(phrase.subarray(0, -1));
          const accepted = wordlist.flatMap((word, index) =>
            validateMnemonic(`${start} ${word}`, wordlist) ? [index] : [],
          );
          expect([...lastWords(phrase)]).toEqual(accepted);
        }),
        { numRuns: 2 },
      );
    },
  );

  it.each([
    [12, 128],
    [15, 64],
    [18, 32],
    [21, 16],
    [24, 8],
  ])('of %i words are %i, whatever the last word was, and leave the phrase as it was', (count, number) => {
    const phrase = Uint16Array.from({ length: count }, (_, index) => (index * 577) % 2048);
    const before = phrase.slice();
    expect(lastWords(phrase)).toHaveLength(number);
    expect(lastWords(phrase)).toEqual(lastWords(phrase.with(count - 1, 2047)));
    expect(phrase).toEqual(before);
  });
});
