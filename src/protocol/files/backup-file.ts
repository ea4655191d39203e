/**
 * The encrypted backup file: what both sides know of its layout. A host reads the header and the checksum, which need
 * no key; only a device, with the backup code, reads the rest. `docs/backup-file.md` is the specification.
 *
 * The hash is handed in, since a device computes it by itself and a page has the browser's, which answers later.
 *
 * Every file of version 1 to 3 has 124 bytes, whatever it holds, so that its length tells nothing and one command carries it.
 */
import { byteAt, concatBytes, equalBytes } from '../bytes.ts';
import { isWordCount, type WordCount } from '../public-state.ts';
import { walletIdLength } from '../entropy/wallet-id.ts';

/** "HBBACKUP" in ASCII. */
const magic = Uint8Array.of(0x48, 0x42, 0x42, 0x41, 0x43, 0x4b, 0x55, 0x50);
/**
 * The versions that can be read. They differ in what the words of the code are, in the tag of its stretching, and in how
 * the wallet ID was made.
 */
const versions = [1, 2, 3] as const;
export type BackupFileVersion = (typeof versions)[number];
/** What a device writes. */
export const writtenVersion: BackupFileVersion = 3;

/** Whether the wallet ID in the header is made as today, so that it can be compared. Earlier ones came from BIP-32. */
export function namesWallet({ version }: Pick<BackupFileHeader, 'version'>): boolean {
  return version >= 3;
}
/** PBKDF2-HMAC-SHA-256 (RFC 8018). */
const pbkdf2Sha256 = 1;

export const fileSaltLength = 16;
export const fileNonceLength = 24;
/** Entropy padded to 32 bytes, Poly1305 tag 16. */
export const fileSealedLength = 48;
const walletIdAt = magic.length + 4;
const saltAt = walletIdAt + walletIdLength;
const nonceAt = saltAt + fileSaltLength;
const sealedAt = nonceAt + fileNonceLength;
const checksumAt = sealedAt + fileSealedLength;
const checksumLength = 8;
export const backupFileLength = checksumAt + checksumLength;

/** Rounds of PBKDF2 as a power of two that a device accepts: a file must not keep it from answering in time. */
export const fewestRounds = 16;
export const mostRounds = 20;

export interface BackupFileHeader {
  readonly version: BackupFileVersion;
  readonly wordCount: WordCount;
  /** 16 bytes. Nobody vouches for it until the file has been opened with its code. */
  readonly walletId: Uint8Array;
  /** Rounds of PBKDF2, as a power of two: 16 to 20. */
  readonly rounds: number;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
}

export interface BackupFile extends BackupFileHeader {
  /** Everything before the ciphertext, 68 bytes: authenticated together with it. */
  readonly bound: Uint8Array;
  /** Ciphertext and tag, 48 bytes. */
  readonly sealed: Uint8Array;
}

/** `not-a-backup`: something else altogether. `newer-version`: a version, a key stretching or a cost unknown here. */
export type BackupFileProblem = 'not-a-backup' | 'cut' | 'damaged' | 'newer-version';

/** The bytes before the ciphertext, 68 of them. */
export function encodeFileHeader(header: BackupFileHeader): Uint8Array {
  return concatBytes(
    magic,
    Uint8Array.of(header.version, pbkdf2Sha256, header.rounds, header.wordCount),
    header.walletId,
    header.salt,
    header.nonce,
  );
}

/** SHA-256 (FIPS 180-4). */
export type Sha256 = (body: Uint8Array) => Uint8Array;

/** What the checksum of a file is about: its first 116 bytes. */
export function checkedBytes(file: Uint8Array): Uint8Array {
  return file.subarray(0, checksumAt);
}

/** A whole file of 124 bytes from its header and the ciphertext with its tag. */
export function encodeBackupFile(bound: Uint8Array, sealed: Uint8Array, sha256: Sha256): Uint8Array {
  const body = concatBytes(bound, sealed);
  return concatBytes(body, sha256(body).subarray(0, checksumLength));
}

/** The parts of a file, or what is wrong with it. Never throws, whatever the bytes are. */
export function parseBackupFile(bytes: Uint8Array, sha256: Sha256): BackupFile | BackupFileProblem {
  const begun = bytes.subarray(0, magic.length);
  if (!equalBytes(begun, magic.subarray(0, begun.length)) || bytes.length === 0) return 'not-a-backup';
  if (bytes.length <= magic.length) return 'cut';
  // Before the length: that belongs to the version.
  const version = versions.find((known) => known === byteAt(bytes, magic.length));
  if (version === undefined) return 'newer-version';
  if (bytes.length < backupFileLength) return 'cut';
  if (bytes.length > backupFileLength) return 'damaged';
  const checksum = sha256(checkedBytes(bytes)).subarray(0, checksumLength);
  if (!equalBytes(bytes.subarray(checksumAt), checksum)) return 'damaged';
  const [stretching, rounds, wordCount] = [byteAt(bytes, 9), byteAt(bytes, 10), byteAt(bytes, 11)];
  const known = stretching === pbkdf2Sha256 && rounds >= fewestRounds && rounds <= mostRounds;
  if (!known) return 'newer-version';
  if (!isWordCount(wordCount)) return 'damaged';
  return {
    version,
    wordCount,
    rounds,
    walletId: bytes.slice(walletIdAt, saltAt),
    salt: bytes.slice(saltAt, nonceAt),
    nonce: bytes.slice(nonceAt, sealedAt),
    bound: bytes.slice(0, sealedAt),
    sealed: bytes.slice(sealedAt, checksumAt),
  };
}

/** A file's name: `hostblind-` and the first eight of the 32 digits of the wallet ID. */
export function backupFileName(walletId: string): string {
  return `hostblind-${walletId.slice(0, 8)}.hbbackup`;
}
