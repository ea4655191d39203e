/**
 * Opening a backup file with nothing of this project: the layout of `docs/backup-file.md` by hand, node:crypto for
 * PBKDF2, ChaCha20-Poly1305 and SHA-256, HChaCha20 from draft-irtf-cfrg-xchacha-03, section 2.2, written out below.
 */
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

function quarterRound(state: Int32Array, a: number, b: number, c: number, d: number): void {
  const get = (index: number): number => state[index] ?? 0;
  for (const [x, y, z, bits] of [
    [a, b, d, 16],
    [c, d, b, 12],
    [a, b, d, 8],
    [c, d, b, 7],
  ] as const) {
    state[x] = get(x) + get(y);
    state[z] = rotate(get(z) ^ get(x), bits);
  }
}

/** 32 bytes from a key of 32 bytes and the first 16 of the nonce. */
export function hchacha20(key: Buffer, nonce: Buffer): Buffer {
  const input = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce]);
  const state = Int32Array.from({ length: 16 }, (_, index) => input.readInt32LE(index * 4));
  for (let round = 0; round < 10; round += 1) {
    for (let column = 0; column < 4; column += 1)
      quarterRound(state, column, column + 4, column + 8, column + 12);
    for (let column = 0; column < 4; column += 1)
      quarterRound(state, column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
  }
  const output = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((index, at) => output.writeInt32LE(state[index] ?? 0, at * 4));
  return output;
}

export interface Opened {
  readonly entropy: string;
  readonly key: string;
  readonly walletId: string;
  readonly padding: string;
}

/** Throws when the file is not whole, or the code does not open it. */
export function openIndependently(bytes: Uint8Array, code: string): Opened {
  const file = Buffer.from(bytes);
  if (file.length !== 124 || file.toString('latin1', 0, 8) !== 'HBBACKUP' || file[8] !== 1)
    throw new Error('no such file');
  const checksum = createHash('sha256').update(file.subarray(0, 116)).digest().subarray(0, 8);
  if (!checksum.equals(file.subarray(116))) throw new Error('damaged');
  const salt = Buffer.concat([Buffer.from('Hostblind backup file v1\0'), file.subarray(28, 44)]);
  const password = Buffer.from(mnemonicToEntropy(code, wordlist));
  const key = pbkdf2Sync(password, salt, 2 ** (file[10] ?? 0), 32, 'sha256');
  const nonce = file.subarray(44, 68);
  const cipher = createDecipheriv(
    'chacha20-poly1305',
    hchacha20(key, nonce.subarray(0, 16)),
    Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]),
    { authTagLength: 16 },
  );
  cipher.setAAD(file.subarray(0, 68), { plaintextLength: 32 });
  cipher.setAuthTag(file.subarray(100, 116));
  const plain = Buffer.concat([cipher.update(file.subarray(68, 100)), cipher.final()]);
  const length = ((file[11] ?? 0) / 3) * 4;
  return {
    entropy: plain.toString('hex', 0, length),
    padding: plain.toString('hex', length),
    key: key.toString('hex'),
    walletId: file.toString('hex', 12, 28),
  };
}
