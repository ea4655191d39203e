/**
 * The encrypted backup file: XChaCha20-Poly1305 under a key stretched from a backup code of 128 random bits.
 *
 * No guessing reaches 128 bits, so the stretching is a second line: it makes each guess at a code of which somebody
 * saw a part dearer. PBKDF2 and not scrypt, since a secure element has no 16 MB to spare. 2^17 rounds take about 0.15 s
 * in JavaScript; a device that does one thing at a time must answer its host within 5 s, so it takes no file of more
 * than 2^20. `docs/backup-file.md` is the specification.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { codeWordCount } from '../../../src/protocol/backup-code.ts';
import {
  encodeBackupFile,
  encodeFileHeader,
  fileNonceLength,
  fileSaltLength,
  fileSealedLength,
  parseBackupFile,
  type BackupFile,
  type BackupFileHeader,
} from '../../../src/protocol/backup-file.ts';
import { concatBytes, equalBytes } from '../../../src/protocol/bytes.ts';
import type { Board } from '../board.ts';
import { erase } from './erase.ts';
import { holdWords, type HeldWords } from './held-words.ts';
import { entropyFromPhrase, phraseFromEntropy, walletIdFromPhrase, wordCountOf } from './phrase.ts';
import { drawRandom } from './random.ts';
import { entropyLength, type WalletSecret } from './sealing.ts';
import { copyBytes, secretBytes, takeOver } from './secret-bytes.ts';

/** Rounds of PBKDF2 in a new file, as a power of two. */
export const writtenRounds = 17;
/** 128 bits. */
const codeLength = 16;
const paddedEntropyLength = fileSealedLength - 16;
const tag = Uint8Array.from('Hostblind backup file v1\0', (character) => character.charCodeAt(0));

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
  { salt, rounds }: Pick<BackupFileHeader, 'salt' | 'rounds'>,
): Uint8Array {
  return takeOver(pbkdf2(sha256, code, concatBytes(tag, salt), { c: 2 ** rounds, dkLen: 32 }));
}

/** Encrypts entropy as a file; everything is handed in, so that the published vectors can be made by it. */
export function sealBackupFile(entropy: Uint8Array, code: Uint8Array, header: BackupFileHeader): Uint8Array {
  const bound = encodeFileHeader(header);
  const key = stretchCode(code, header);
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
  const phrase = phraseFromEntropy(code);
  return {
    ...holdWords(board, codeWordCount, phrase),
    seal: () =>
      sealBackupFile(secret.entropy, code, {
        wordCount: wordCountOf(secret.entropy),
        walletId: secret.walletId,
        rounds: writtenRounds,
        salt: drawRandom(board, 'seal', fileSaltLength),
        nonce: drawRandom(board, 'seal', fileNonceLength),
      }),
    close: () => erase(code, phrase),
  };
}

/**
 * The phrase in a file, to be erased by the caller. `wrong-code` when the code does not open it: the tag cannot tell
 * that from bytes that were changed on purpose, checksum and all. `no-match` when the code opens it and it does not
 * hold the wallet that it names, which no device of ours writes. Erases neither the file nor the code.
 */
export function openBackupFile(
  bytes: Uint8Array,
  codePhrase: Uint16Array,
): Uint16Array | 'wrong-code' | 'no-match' {
  const file = readBackupFile(bytes);
  const plain = decrypt(file, codePhrase);
  if (plain === undefined) return 'wrong-code';
  const length = entropyLength(file.wordCount);
  const entropy = copyBytes(plain, 0, length);
  const phrase = phraseFromEntropy(entropy);
  const whole = plain.subarray(length).every((byte) => byte === 0);
  erase(plain, entropy);
  if (whole && equalBytes(walletIdFromPhrase(phrase), file.walletId)) return phrase;
  erase(phrase);
  return 'no-match';
}

function decrypt(file: BackupFile, codePhrase: Uint16Array): Uint8Array | undefined {
  const code = entropyFromPhrase(codePhrase);
  const key = stretchCode(code, file);
  try {
    const output = secretBytes(paddedEntropyLength);
    return xchacha20poly1305(key, file.nonce, file.bound).decrypt(file.sealed, output);
  } catch {
    return undefined;
  } finally {
    erase(code, key);
  }
}
