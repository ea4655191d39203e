/**
 * BIP-39 on byte arrays. @scure/bip39 gives the wordlist, and the tests hold these functions against its
 * `entropyToMnemonic` and `mnemonicToSeedSync`; those take and return the whole phrase as one string, which
 * JavaScript can never erase (H9), so the phrase lives here as word indexes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { walletIdLength, walletIdTag } from '../../../../src/protocol/entropy/wallet-id.ts';
import { byteAt, elementAt } from '../../../../src/protocol/bytes.ts';
import { isWordCount, type WordCount } from '../../../../src/protocol/public-state.ts';
import type { StretchKey } from '../../board.ts';
import { stretchInSoftware } from '../keys/stretch.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes, secretIndexes } from '../memory/secret-bytes.ts';

export const wordlistLength = 2048;

const utf8 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The word itself, for drawing: a reference into the wordlist, no new string. */
export function wordText(wordIndex: number): string {
  const word = wordlist[wordIndex];
  if (word === undefined) throw new RangeError('a word index runs from 0 to 2047');
  return word;
}

/** Entropy of 16 to 32 bytes to 12 to 24 word indexes, with BIP-39's checksum. */
export function phraseFromEntropy(entropy: Uint8Array): Uint16Array {
  return wordsOfBits(entropy, bip39Checksum(entropy));
}

/** 16 to 32 bytes and a checksum of a bit for every 4 of them, cut into groups of 11 bits: 12 to 24 word indexes. */
export function wordsOfBits(entropy: Uint8Array, checksum: number): Uint16Array {
  const bytes = secretBytes(entropy.length + 1);
  bytes.set(entropy);
  bytes[entropy.length] = checksum << (8 - entropy.length / 4);
  const phrase = secretIndexes((entropy.length / 4) * 3);
  for (let position = 0; position < phrase.length; position += 1) {
    const bit = position * 11;
    const offset = bit >>> 3;
    const window =
      (byteAt(bytes, offset) << 16) | (byteAt(bytes, offset + 1) << 8) | (bytes[offset + 2] ?? 0);
    phrase[position] = (window >>> (13 - (bit & 7))) & 0x7ff;
  }
  erase(bytes);
  return phrase;
}

/** The bits of 12 to 24 words without the checksum: 16 to 32 bytes. The caller erases them. */
export function bitsOfWords(phrase: Uint16Array): Uint8Array {
  const entropy = secretBytes((phrase.length / 3) * 4);
  for (let bit = 0; bit < entropy.length * 8; bit += 1) {
    const wordIndex = elementAt(phrase, Math.floor(bit / 11));
    const set = (wordIndex >>> (10 - (bit % 11))) & 1;
    entropy[bit >>> 3] = elementAt(entropy, bit >>> 3) | (set << (7 - (bit & 7)));
  }
  return entropy;
}

/** The first bits of SHA-256 of the entropy, one for every 4 bytes. */
export function bip39Checksum(entropy: Uint8Array): number {
  const digest = sha256(entropy);
  const checksum = byteAt(digest, 0) >>> (8 - entropy.length / 4);
  erase(digest);
  return checksum;
}

/** Whether 12 to 24 words have the checksum of a recovery phrase. */
export function checksumFits(phrase: Uint16Array): boolean {
  const entropy = bitsOfWords(phrase);
  const given = elementAt(phrase, phrase.length - 1) & ((1 << (phrase.length / 3)) - 1);
  const fits = given === bip39Checksum(entropy);
  erase(entropy);
  return fits;
}

/**
 * The entropy of a phrase of 12 to 24 words, 16 to 32 bytes; the caller erases them. Throws `RangeError` when the
 * checksum is wrong.
 */
export function entropyFromPhrase(phrase: Uint16Array): Uint8Array {
  if (!checksumFits(phrase)) throw new RangeError('the checksum of the phrase is wrong');
  return bitsOfWords(phrase);
}

/** Words for 16 to 32 bytes of entropy. */
export function wordCountOf(entropy: Uint8Array): WordCount {
  const wordCount = (entropy.length / 4) * 3;
  if (!isWordCount(wordCount)) throw new RangeError('entropy has 16, 20, 24, 28 or 32 bytes');
  return wordCount;
}

/** The BIP-39 seed with an empty passphrase: 64 bytes; the caller erases them. */
export function seedFromPhrase(phrase: Uint16Array, stretch: StretchKey = stretchInSoftware): Uint8Array {
  const sentence = secretBytes(phrase.length * 9);
  let length = 0;
  phrase.forEach((wordIndex, position) => {
    if (position > 0) sentence[length++] = 0x20;
    const word = wordText(wordIndex);
    for (let letter = 0; letter < word.length; letter += 1) sentence[length++] = word.charCodeAt(letter);
  });
  const password = sentence.subarray(0, length);
  try {
    return stretch('sha512', password, utf8('mnemonic'), 2048, 64);
  } finally {
    erase(sentence);
  }
}

/**
 * 16 bytes: the first half of SHA-256(SHA-256(tag) || SHA-256(tag) || seed), BIP-340's tagged hash. The same phrase
 * gives the same id on every device. No key of the wallet is made for it, and no number that can't be erased.
 */
export function walletIdFromPhrase(phrase: Uint16Array, stretch?: StretchKey): Uint8Array {
  const seed = seedFromPhrase(phrase, stretch);
  const tag = sha256(utf8(walletIdTag));
  // The tag fills a block and the seed the next one, so that the hash reads the seed where it stands.
  const hash = sha256.create().update(tag).update(tag).update(seed);
  erase(seed);
  const digest = secretBytes(hash.outputLen);
  hash.digestInto(digest);
  hash.destroy();
  const walletId = digest.slice(0, walletIdLength);
  erase(digest);
  return walletId;
}
