// @ts-check
/** The encrypted backup file: docs/backup-file.md. */
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { sha256, walletIdOf, wordCounts } from './words.mjs';

const magic = 'HBBACKUP';

/** What is wrong with a file, in the order of "Reading a file"; nothing if it can be read. @param {Uint8Array} bytes */
export function problemOf(bytes) {
  const file = Buffer.from(bytes);
  const [version = 0, kdf, rounds = 0, words = 0] = file.subarray(8, 12);
  if (file.subarray(0, 8).toString('latin1') !== magic) return 'not-a-backup';
  if (file.length === 8) return 'cut';
  if (version < 1 || version > 3) return 'newer-version';
  if (file.length < 124) return 'cut';
  if (file.length > 124 || !sha256(file.subarray(0, 116)).subarray(0, 8).equals(file.subarray(116)))
    return 'damaged';
  if (kdf !== 1 || rounds < 16 || rounds > 20) return 'newer-version';
  return wordCounts.includes(words) ? undefined : 'damaged';
}

/** @param {Uint8Array} file */
export const headerOf = (file) => ({
  version: file[8] ?? 0,
  words: file[11] ?? 0,
  walletId: Buffer.from(file.subarray(12, 28)),
});

/** The key of a code, and the cipher's: XChaCha20-Poly1305 is ChaCha20-Poly1305 under a key that HChaCha20 makes. @param {Uint8Array} header @param {Uint8Array} code */
function keysOf(header, code) {
  const label = Buffer.concat([
    Buffer.from(`Hostblind backup file v${header[8]}\0`),
    header.subarray(28, 44),
  ]);
  const key = pbkdf2Sync(code, label, 2 ** (header[10] ?? 0), 32, 'sha256');
  return {
    key: hChaCha20(key, header.subarray(44, 60)),
    nonce: Buffer.concat([Buffer.alloc(4), header.subarray(60, 68)]),
  };
}

/** @param {Uint8Array} key @param {Uint8Array} nonce */
function hChaCha20(key, nonce) {
  const block = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce]);
  const x = Uint32Array.from({ length: 16 }, (_, at) => block.readUInt32LE(4 * at));
  const at = (/** @type {number} */ index) => x[index] ?? 0;
  const mix = (
    /** @type {number} */ a,
    /** @type {number} */ b,
    /** @type {number} */ c,
    /** @type {number} */ turn,
  ) => {
    x[a] = at(a) + at(b);
    const mixed = at(c) ^ at(a);
    x[c] = (mixed << turn) | (mixed >>> (32 - turn));
  };
  for (let round = 0; round < 20; round += 1) {
    for (let column = 0; column < 4; column += 1) {
      const [b, c, d] = [0, 1, 2].map(
        (row) => 4 * (row + 1) + ((column + (round % 2 === 0 ? 0 : row + 1)) % 4),
      );
      for (const [first, second] of /** @type {const} */ ([
        [16, 12],
        [8, 7],
      ])) {
        mix(column, b ?? 0, d ?? 0, first);
        mix(c ?? 0, d ?? 0, b ?? 0, second);
      }
    }
  }
  const out = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, index) => out.writeUInt32LE(at(word), 4 * index));
  return out;
}

/**
 * A device writes 2^17 rounds, and the ID of the wallet inside; tests write others too.
 * @param {{ entropy: Uint8Array, code: Uint8Array, salt: Uint8Array, nonce: Uint8Array, rounds?: number, names?: Uint8Array }} input
 */
export function sealFile({ entropy, code, salt, nonce, rounds = 17, names = walletIdOf(entropy) }) {
  const fields = Buffer.from([3, 1, rounds, (entropy.length * 3) / 4]);
  const header = Buffer.concat([Buffer.from(magic), fields, names, salt, nonce]);
  const keys = keysOf(header, code);
  const cipher = createCipheriv('chacha20-poly1305', keys.key, keys.nonce, { authTagLength: 16 }).setAAD(
    header,
    { plaintextLength: 32 },
  );
  const padded = Buffer.concat([entropy, Buffer.alloc(32 - entropy.length)]);
  const sealed = Buffer.concat([header, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([sealed, sha256(sealed).subarray(0, 8)]);
}

/** The entropy in a file without a problem. @param {Uint8Array} file @param {Uint8Array} code @returns {Buffer | 'wrong-code' | 'no-match'} */
export function openFile(file, code) {
  const header = Buffer.from(file.subarray(0, 68));
  const { version, words, walletId } = headerOf(file);
  const keys = keysOf(header, code);
  const cipher = createDecipheriv('chacha20-poly1305', keys.key, keys.nonce, { authTagLength: 16 }).setAAD(
    header,
    { plaintextLength: 32 },
  );
  cipher.setAuthTag(file.subarray(100, 116));
  const padded = cipher.update(file.subarray(68, 100));
  try {
    cipher.final();
  } catch {
    return 'wrong-code';
  }
  const entropy = padded.subarray(0, (words * 4) / 3);
  if (padded.subarray(entropy.length).some((byte) => byte !== 0)) return 'no-match';
  return version < 3 || walletIdOf(entropy).equals(walletId) ? entropy : 'no-match';
}
