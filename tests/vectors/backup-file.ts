/** `backup-file.json`: files of every version and length, with all that they are made of, and files that are refused. */
import { sha256 } from '@noble/hashes/sha2.js';
import {
  backupFileLength,
  encodeFileHeader,
  type BackupFileVersion,
} from '../../src/protocol/files/backup-file.ts';
import { byteAt, fromHex, toHex } from '../../src/protocol/bytes.ts';
import { wordsOfCode } from '../../firmware-sim/core/vault/copies/backup-code.ts';
import { sealBackupFile, stretchCode } from '../../firmware-sim/core/vault/copies/backup-file.ts';
import { phraseFromEntropy, wordCountOf } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { stretchKey } from '../../firmware-sim/device/stretch-key.ts';
import type { Vectors } from './files.ts';
import { phraseText, textOf, walletIdText } from './parts.ts';

const label = (text: string, length: number): Uint8Array =>
  sha256(Uint8Array.from(`backup-file.json ${text}`, (character) => character.charCodeAt(0))).slice(
    0,
    length,
  );

/**
 * Entropy of BIP-39's own vectors, one for each length that they and this device have in common; two are ours. The
 * earlier ID is the one that files before version 3 name, from the BIP-32 master public key.
 */
const inputs = [
  { entropy: '7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f', rounds: 17, earlierId: 'ca982de93b97c673978ca5edeb234651' },
  {
    entropy: toHex(label('entropy of 15 words', 20)),
    rounds: 17,
    earlierId: '932e038830beddb735637b5760fcbe0d',
  },
  {
    entropy: '808080808080808080808080808080808080808080808080',
    rounds: 17,
    earlierId: '33065953cb2c18641a95d849c6b915b3',
  },
  {
    entropy: toHex(label('entropy of 21 words', 28)),
    rounds: 16,
    earlierId: '5b85d0761100087f637e75d5a9f93836',
  },
  {
    entropy: 'f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f',
    rounds: 18,
    earlierId: 'f8130829a1f65eed96cdcad9a7fd4b18',
  },
] as const;

const makeFile = (
  { entropy: hexadecimal, rounds, earlierId }: (typeof inputs)[number],
  version: BackupFileVersion,
) => {
  const entropy = fromHex(hexadecimal);
  const wordCount = wordCountOf(entropy);
  const code = label(`code ${wordCount}`, 16);
  const walletId = fromHex(version < 3 ? earlierId : walletIdText(entropy));
  const header = {
    version,
    wordCount,
    walletId,
    rounds,
    salt: label(`salt ${wordCount}`, 16),
    nonce: label(`nonce ${wordCount}`, 24),
  };
  return {
    version,
    wordCount,
    phrase: phraseText(entropy),
    entropy: hexadecimal,
    walletId: toHex(walletId),
    code: textOf(version === 1 ? phraseFromEntropy(code) : wordsOfCode(code)),
    codeEntropy: toHex(code),
    rounds: 2 ** rounds,
    salt: toHex(header.salt),
    nonce: toHex(header.nonce),
    key: toHex(stretchCode(code, header, stretchKey)),
    associatedData: toHex(encodeFileHeader(header)),
    file: toHex(sealBackupFile(entropy, code, header, stretchKey)),
  };
};

export const wholeFiles = inputs.map((input) => makeFile(input, 3));
/** As devices wrote them that named a wallet in another way; the codes of version 1 were recovery phrases too. */
const earlierFiles = ([1, 2] as const).flatMap((version) => inputs.map((input) => makeFile(input, version)));

const whole = fromHex(wholeFiles[0]?.file ?? '');

/** A whole file whose checksum is right although a byte was changed. */
function changed(offset: number, value: number): Uint8Array {
  const bytes = whole.slice();
  bytes[offset] = value;
  bytes.set(sha256(bytes.subarray(0, 116)).subarray(0, 8), 116);
  return bytes;
}

const flipped = whole.slice();
flipped[100] = byteAt(whole, 100) ^ 1;

const refused = [
  { why: 'nothing in it', problem: 'not-a-backup', bytes: new Uint8Array() },
  { why: 'something else', problem: 'not-a-backup', bytes: Uint8Array.of(0x50, 0x4b, 0x03, 0x04) },
  { why: 'the magic alone', problem: 'cut', bytes: whole.slice(0, 8) },
  { why: 'one byte is missing', problem: 'cut', bytes: whole.slice(0, backupFileLength - 1) },
  { why: 'half of it is missing', problem: 'cut', bytes: whole.slice(0, backupFileLength / 2) },
  { why: 'one byte too many', problem: 'damaged', bytes: Uint8Array.of(...whole, 0) },
  { why: 'one bit of the ciphertext differs', problem: 'damaged', bytes: flipped },
  { why: 'version 4', problem: 'newer-version', bytes: changed(8, 4) },
  { why: 'another way to stretch the code', problem: 'newer-version', bytes: changed(9, 2) },
  { why: '2^15 rounds', problem: 'newer-version', bytes: changed(10, 15) },
  { why: '2^21 rounds', problem: 'newer-version', bytes: changed(10, 21) },
  { why: '13 words', problem: 'damaged', bytes: changed(11, 13) },
].map(({ bytes, ...rest }) => ({ ...rest, file: toHex(bytes) }));

export function backupFileVectors(): Vectors {
  return {
    description:
      'Encrypted backup files with their codes and all that is computed on the way. `files` have the version that a device writes, ' +
      '`earlierFiles` those that it opens too. `refused` is what a host does not send and a device answers with 6A80, and why.',
    files: wholeFiles,
    earlierFiles,
    refused,
  };
}
