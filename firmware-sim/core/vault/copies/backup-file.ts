/**
 * The encrypted backup file: XChaCha20-Poly1305 under a key stretched from a backup code of 128 random bits.
 *
 * No guessing reaches 128 bits, so the stretching is a second line: it makes each guess at a code of which somebody
 * saw a part dearer. PBKDF2 and not scrypt, since a secure element has no 16 MB to spare. 2^17 rounds take about 0.15 s
 * in JavaScript; a device that does one thing at a time must answer its host within 5 s, so it takes no file of more
 * than 2^20. `docs/backup-file.md` is the specification.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { codeWordCount } from '../../../../src/protocol/files/backup-code.ts';
import { entropyLength } from '../../../../src/protocol/public-state.ts';
import {
  encodeBackupFile,
  encodeFileHeader,
  fileNonceLength,
  fileSaltLength,
  fileSealedLength,
  namesWallet,
  parseBackupFile,
  type BackupFile,
  type BackupFileHeader,
  type BackupFileVersion,
  writtenVersion,
} from '../../../../src/protocol/files/backup-file.ts';
import { concatBytes, equalBytes } from '../../../../src/protocol/bytes.ts';
import type { Board, StretchKey } from '../../board.ts';
import { xchacha20poly1305 } from '../keys/xchacha.ts';
import { erase } from '../memory/erase.ts';
import { holdWords, type HeldWords } from '../phrase/held-words.ts';
import { phraseFromEntropy, walletIdFromPhrase, wordCountOf } from '../phrase/phrase.ts';
import { drawRandom } from '../random/random.ts';
import { codeLength, codeOfWords, wordsOfCode } from './backup-code.ts';
import type { WalletSecret } from '../storage/sealing.ts';
import { stretchInSoftware, stretchOf } from '../keys/stretch.ts';
import { copyBytes, secretBytes } from '../memory/secret-bytes.ts';

const utf8 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Rounds of PBKDF2 in a new file, as a power of two. */
export const writtenRounds = 17;
const paddedEntropyLength = fileSealedLength - 16;
const tags: Readonly<Record<BackupFileVersion, Uint8Array>> = {
  1: utf8('Hostblind backup file v1\0'),
  2: utf8('Hostblind backup file v2\0'),
  3: utf8('Hostblind backup file v3\0'),
};

/** A backup code while it is shown and confirmed, and the file that it will open. */
export interface NewBackupFile extends HeldWords {
  /** Encrypts the wallet: the whole file. Called once the person has released it, and not before. */
  seal(): Uint8Array;
  /** Overwrites the code. */
  close(): void;
}

/** The key, 32 bytes; the caller erases it. The code has a fixed length, so HMAC's filling-up with zeros joins no two. */
export function stretchCode(
  code: Uint8Array,
  { version, salt, rounds }: Pick<BackupFileHeader, 'version' | 'salt' | 'rounds'>,
  stretch: StretchKey = stretchInSoftware,
): Uint8Array {
  return stretch('sha256', code, concatBytes(tags[version], salt), 2 ** rounds, 32);
}

/** Encrypts entropy as a file; everything is handed in, so that the published vectors can be made by it. */
export function sealBackupFile(
  entropy: Uint8Array,
  code: Uint8Array,
  header: BackupFileHeader,
  stretch?: StretchKey,
): Uint8Array {
  const bound = encodeFileHeader(header);
  const key = stretchCode(code, header, stretch);
  const plain = secretBytes(paddedEntropyLength);
  plain.set(entropy);
  try {
    // The cipher copies the plain text into its output first; an output that it makes itself would be a small array.
    const output = secretBytes(fileSealedLength);
    return encodeBackupFile(
      bound,
      xchacha20poly1305(key, header.nonce, bound).encrypt(plain, output),
      sha256,
    );
  } finally {
    erase(plain, key);
  }
}

/** Whether the wire may let a file through: whole, and of a version that this firmware knows. */
export function isWholeBackupFile(bytes: Uint8Array): boolean {
  return typeof parseBackupFile(bytes, sha256) !== 'string';
}

/** The parts of a file that the wire has let through. */
export function readBackupFile(bytes: Uint8Array): BackupFile {
  const file = parseBackupFile(bytes, sha256);
  if (typeof file === 'string') throw new RangeError('the wire lets whole files through');
  return file;
}

/** Draws a new code; the caller closes it. `secret` stays the caller's. */
export function newBackupFile(board: Board, secret: WalletSecret): NewBackupFile {
  const code = drawRandom(board, 'backup-code', codeLength);
  const words = wordsOfCode(code);
  return {
    ...holdWords(board, codeWordCount, words),
    seal: () =>
      sealBackupFile(
        secret.entropy,
        code,
        {
          version: writtenVersion,
          wordCount: wordCountOf(secret.entropy),
          walletId: secret.walletId,
          rounds: writtenRounds,
          salt: drawRandom(board, 'seal', fileSaltLength),
          nonce: drawRandom(board, 'seal', fileNonceLength),
        },
        stretchOf(board),
      ),
    close: () => erase(code, words),
  };
}

/**
 * The phrase in a file, to be erased by the caller. `wrong-code` when the code does not open it: the tag cannot tell
 * that from bytes that were changed on purpose, checksum and all. `no-match` when the code opens it and it does not
 * hold the wallet that it names, which no device of ours writes. An earlier file names it in a way that took a curve to
 * compute: there the tag alone says that the file is whole, as it covers that name. The checksum of the code is the caller's to look at.
 * Erases neither the file nor the code.
 */
export function openBackupFile(
  bytes: Uint8Array,
  codeWords: Uint16Array,
  stretch?: StretchKey,
): Uint16Array | 'wrong-code' | 'no-match' {
  const file = readBackupFile(bytes);
  const plain = decrypt(file, codeWords, stretch);
  if (plain === undefined) return 'wrong-code';
  const length = entropyLength(file.wordCount);
  const entropy = copyBytes(plain, 0, length);
  const phrase = phraseFromEntropy(entropy);
  const whole = plain.subarray(length).every((byte) => byte === 0);
  erase(plain, entropy);
  const named = !namesWallet(file) || equalBytes(walletIdFromPhrase(phrase, stretch), file.walletId);
  if (whole && named) return phrase;
  erase(phrase);
  return 'no-match';
}

function decrypt(
  file: BackupFile,
  codeWords: Uint16Array,
  stretch: StretchKey | undefined,
): Uint8Array | undefined {
  const code = codeOfWords(codeWords);
  const key = stretchCode(code, file, stretch);
  try {
    const output = secretBytes(paddedEntropyLength);
    return xchacha20poly1305(key, file.nonce, file.bound).decrypt(file.sealed, output);
  } catch {
    return undefined;
  } finally {
    erase(code, key);
  }
}
