/**
 * The words of a backup code: 128 random bits and a checksum of 4, as BIP-39 writes 12 words, and never with BIP-39's own
 * checksum. So no code is a recovery phrase and no phrase is a code, and a device that is given one for the other says so.
 * Words that a person got wrong look like either once in 16 times, so what it says then is "may".
 *
 * Files of version 1 have codes that are valid BIP-39 phrases; they are still opened.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { byteAt, concatBytes, elementAt } from '../../../../src/protocol/bytes.ts';
import type { BackupFileVersion } from '../../../../src/protocol/files/backup-file.ts';
import { erase } from '../memory/erase.ts';
import { bip39Checksum, bitsOfWords, checksumFits, wordsOfBits } from '../phrase/phrase.ts';

const tag = Uint8Array.from('Hostblind backup code v2\0', (character) => character.charCodeAt(0));
/** Bytes of a code. */
export const codeLength = 16;
/** Values that 4 bits can have, BIP-39's own left out. */
const otherChecksums = 15;

/** 4 bits: BIP-39's checksum, moved on by 1 to 15 steps that a tagged hash of the code decides. */
function codeChecksum(code: Uint8Array): number {
  const tagged = concatBytes(tag, code);
  const digest = sha256(tagged);
  const steps = 1 + (((byteAt(digest, 0) << 8) | byteAt(digest, 1)) % otherChecksums);
  erase(tagged, digest);
  return (bip39Checksum(code) + steps) & 0xf;
}

/** The 12 word indexes of a code of 16 bytes; the caller erases them. */
export function wordsOfCode(code: Uint8Array): Uint16Array {
  return wordsOfBits(code, codeChecksum(code));
}

/** The 16 bytes in 12 words, whatever their checksum; the caller erases them. */
export function codeOfWords(words: Uint16Array): Uint8Array {
  return bitsOfWords(words);
}

/** Whether 12 words have the checksum of a code, which no recovery phrase has. */
export function looksLikeCode(words: Uint16Array): boolean {
  const code = codeOfWords(words);
  const fits = (elementAt(words, words.length - 1) & 0xf) === codeChecksum(code);
  erase(code);
  return fits;
}

/** Whether 12 words can be the code of a file of that version. */
export function codeFits(words: Uint16Array, version: BackupFileVersion): boolean {
  return version === 1 ? checksumFits(words) : looksLikeCode(words);
}
