/**
 * BIP-39 on byte arrays. @scure/bip39 gives the wordlist, and the tests hold these functions against its
 * `entropyToMnemonic` and `mnemonicToSeedSync`; those take and return the whole phrase as one string, which
 * JavaScript can never erase (H9), so the phrase lives here as word indexes.
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { walletIdLength } from '../../../src/protocol/wallet-id.ts';
import { byteAt, concatBytes, elementAt } from '../../../src/protocol/bytes.ts';
import { isWordCount, type WordCount } from '../../../src/protocol/public-state.ts';
import { erase } from './erase.ts';
import { copyIndexes, secretBytes, secretIndexes, takeOver } from './secret-bytes.ts';

export const wordlistLength = 2048;

const utf8 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const walletIdTag = utf8('Hostblind wallet id v1\0');
const masterKeyLabel = utf8('Bitcoin seed');

/** The word itself, for drawing: a reference into the wordlist, no new string. */
export function wordText(wordIndex: number): string {
  const word = wordlist[wordIndex];
  if (word === undefined) throw new RangeError('a word index runs from 0 to 2047');
  return word;
}

/** Entropy of 16 to 32 bytes to 12 to 24 word indexes: entropy and SHA-256 checksum, cut into groups of 11 bits. */
export function phraseFromEntropy(entropy: Uint8Array): Uint16Array {
  const digest = sha256(entropy);
  const bytes = secretBytes(entropy.length + 1);
  bytes.set(entropy);
  bytes[entropy.length] = byteAt(digest, 0);
  const phrase = secretIndexes((entropy.length / 4) * 3);
  for (let position = 0; position < phrase.length; position += 1) {
    const bit = position * 11;
    const offset = bit >>> 3;
    const window =
      (byteAt(bytes, offset) << 16) | (byteAt(bytes, offset + 1) << 8) | (bytes[offset + 2] ?? 0);
    phrase[position] = (window >>> (13 - (bit & 7))) & 0x7ff;
  }
  erase(digest, bytes);
  return phrase;
}

/**
 * The entropy of a phrase of 12 to 24 words, 16 to 32 bytes; the caller erases them. Throws `RangeError` when the
 * checksum is wrong.
 */
export function entropyFromPhrase(phrase: Uint16Array): Uint8Array {
  const entropy = entropyBytes(phrase);
  const digest = sha256(entropy);
  const checksumBits = phrase.length / 3;
  const given = elementAt(phrase, phrase.length - 1) & ((1 << checksumBits) - 1);
  const right = byteAt(digest, 0) >>> (8 - checksumBits);
  erase(digest);
  if (given === right) return entropy;
  erase(entropy);
  throw new RangeError('the checksum of the phrase is wrong');
}

/** The bits of the words without the checksum. */
function entropyBytes(phrase: Uint16Array): Uint8Array {
  const entropy = secretBytes((phrase.length / 3) * 4);
  for (let bit = 0; bit < entropy.length * 8; bit += 1) {
    const wordIndex = elementAt(phrase, Math.floor(bit / 11));
    const set = (wordIndex >>> (10 - (bit % 11))) & 1;
    entropy[bit >>> 3] = elementAt(entropy, bit >>> 3) | (set << (7 - (bit & 7)));
  }
  return entropy;
}

/**
 * The last words that complete a phrase, in wordlist order: of 12 words there are 128, of 24 there are 8.
 * `phrase` holds all words; the last one is not looked at. The caller erases the answer.
 */
export function lastWords(phrase: Uint16Array): Uint16Array {
  const checksumBits = phrase.length / 3;
  const found = secretIndexes(1 << (11 - checksumBits));
  const attempt = copyIndexes(phrase);
  for (let free = 0; free < found.length; free += 1) {
    attempt[attempt.length - 1] = free << checksumBits;
    const bytes = entropyBytes(attempt);
    const digest = sha256(bytes);
    found[free] = (free << checksumBits) | (byteAt(digest, 0) >>> (8 - checksumBits));
    erase(bytes, digest);
  }
  erase(attempt);
  return found;
}

/** Words for 16 to 32 bytes of entropy. */
export function wordCountOf(entropy: Uint8Array): WordCount {
  const wordCount = (entropy.length / 4) * 3;
  if (!isWordCount(wordCount)) throw new RangeError('entropy has 16, 20, 24, 28 or 32 bytes');
  return wordCount;
}

/** The BIP-39 seed with an empty passphrase: 64 bytes; the caller erases them. */
export function seedFromPhrase(phrase: Uint16Array): Uint8Array {
  const sentence = secretBytes(phrase.length * 9);
  let length = 0;
  phrase.forEach((wordIndex, position) => {
    if (position > 0) sentence[length++] = 0x20;
    const word = wordText(wordIndex);
    for (let letter = 0; letter < word.length; letter += 1) sentence[length++] = word.charCodeAt(letter);
  });
  const password = sentence.subarray(0, length);
  try {
    return pbkdf2(sha512, password, utf8('mnemonic'), { c: 2048, dkLen: 64 });
  } finally {
    erase(sentence);
  }
}

/**
 * 16 bytes: SHA-256("Hostblind wallet id v1" || 00 || compressed BIP-32 master public key), first half. The same
 * phrase gives the same id on every device; the tag keeps it apart from any fingerprint used on a chain.
 */
export function walletIdFromPhrase(phrase: Uint16Array): Uint8Array {
  const seed = seedFromPhrase(phrase);
  // BIP-32, "Master key generation". The scalar that is not one (chance 2^-127) makes `getPublicKey` throw.
  const master = takeOver(hmac(sha512, masterKeyLabel, seed));
  erase(seed);
  try {
    const publicKey = secp256k1.getPublicKey(master.subarray(0, 32), true);
    return sha256(concatBytes(walletIdTag, publicKey)).slice(0, walletIdLength);
  } finally {
    erase(master);
  }
}
