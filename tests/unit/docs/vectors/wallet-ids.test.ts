/** The published wallet IDs against code that shares nothing with ours, and against BIP-39's own vectors. */
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { wordCounts } from '../../../../src/protocol/public-state.ts';
import wallets from '../../../../docs/vectors/wallet-ids.json' with { type: 'json' };
import published from '../../../fixtures/data/vectors/bip39-english.json' with { type: 'json' };
import {
  bytesOf,
  phraseOfEntropy,
  seedOfPhrase,
  walletIdOfSeed,
} from '../../../fixtures/data/independent-phrase.ts';

describe('docs/vectors/wallet-ids.json', () => {
  it.each(wallets.vectors)('$words words: $walletId', ({ entropy, phrase, seed, walletId, words }) => {
    expect(phraseOfEntropy(bytesOf(entropy)) === phrase).toBe(true);
    expect(seedOfPhrase(phrase).toString('hex') === seed).toBe(true);
    expect(walletIdOfSeed(bytesOf(seed))).toBe(walletId);
    expect(phrase.split(' ')).toHaveLength(words);
    expect(validateMnemonic(phrase, wordlist)).toBe(true);
  });

  it('has every vector that BIP-39 names, with another passphrase', () => {
    const ofBip39 = wallets.vectors.filter(({ source }) => source === 'BIP-39');
    expect(ofBip39.map(({ phrase }) => phrase)).toEqual(published.vectors.map(({ mnemonic }) => mnemonic));
    const seeds = new Set(published.vectors.map(({ seed }) => seed));
    expect(ofBip39.some(({ seed }) => seeds.has(seed))).toBe(false);
  });

  it('has every number of words', () => {
    expect(new Set(wallets.vectors.map(({ words }) => words))).toEqual(new Set(wordCounts));
  });
});
