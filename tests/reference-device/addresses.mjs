// @ts-check
/** The first addresses of a phrase: docs/protocol.md "Addresses", by BIP-32, BIP-44, BIP-84, BIP-173, EIP-55 and FIPS 202's Keccak. */
import { createECDH, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { phraseOf } from './words.mjs';

const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** @param {Uint8Array} key @param {Uint8Array} message */
const hmac = (key, message) => createHmac('sha512', key).update(message).digest();
const numberOf = (/** @type {Buffer} */ bytes) => BigInt(`0x${bytes.toString('hex')}`);

/** @param {Buffer} key @param {'compressed' | 'uncompressed'} format */
function publicKey(key, format) {
  const curve = createECDH('secp256k1');
  curve.setPrivateKey(key);
  return curve.getPublicKey(null, format);
}

/** The private key at a path; numbers from 2^31 on are hardened. @param {Uint8Array} seed @param {number[]} path */
function keyAt(seed, path) {
  let node = hmac(Buffer.from('Bitcoin seed'), seed);
  for (const index of path) {
    const key = node.subarray(0, 32);
    const number = Buffer.alloc(4);
    number.writeUInt32BE(index);
    const parent = index < 2 ** 31 ? publicKey(key, 'compressed') : Buffer.concat([Buffer.alloc(1), key]);
    const child = hmac(node.subarray(32), Buffer.concat([parent, number]));
    const sum = (numberOf(child.subarray(0, 32)) + numberOf(key)) % order;
    node = Buffer.concat([Buffer.from(sum.toString(16).padStart(64, '0'), 'hex'), child.subarray(32)]);
  }
  return node.subarray(0, 32);
}

const lane = (1n << 64n) - 1n;
const turn = (/** @type {bigint} */ value, /** @type {number} */ by) =>
  ((value << BigInt(by)) | (value >> BigInt(64 - by))) & lane;

/** Keccak-256 of less than 136 bytes, as Ethereum has it. @param {Uint8Array} message */
export function keccak(message) {
  const block = Buffer.alloc(200);
  block.set([...message, 1]);
  block[135] = (block[135] ?? 0) ^ 0x80;
  const state = Array.from({ length: 25 }, (_, at) => block.readBigUInt64LE(8 * at));
  const at = (/** @type {number} */ x, /** @type {number} */ y) => state[(x % 5) + 5 * (y % 5)] ?? 0n;
  for (let round = 0, register = 1; round < 24; round += 1) {
    const columns = [0, 1, 2, 3, 4].map((x) => at(x, 0) ^ at(x, 1) ^ at(x, 2) ^ at(x, 3) ^ at(x, 4));
    for (let index = 0; index < 25; index += 1)
      state[index] =
        at(index, Math.floor(index / 5)) ^
        (columns[(index + 4) % 5] ?? 0n) ^
        turn(columns[(index + 1) % 5] ?? 0n, 1);
    const moved = [...state];
    for (let step = 1, x = 1, y = 0; step <= 24; step += 1) {
      const value = turn(at(x, y), ((step * (step + 1)) / 2) % 64);
      [x, y] = [y, (2 * x + 3 * y) % 5];
      moved[x + 5 * y] = value;
    }
    const row = (/** @type {number} */ index, /** @type {number} */ by) =>
      moved[((index + by) % 5) + 5 * Math.floor(index / 5)] ?? 0n;
    moved.forEach((value, index) => (state[index] = value ^ (~row(index, 1) & lane & row(index, 2))));
    for (let power = 0; power < 7; power += 1) {
      if (register & 1) state[0] = at(0, 0) ^ (1n << BigInt(2 ** power - 1));
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
  }
  state.forEach((value, index) => block.writeBigUInt64LE(value, 8 * index));
  return block.subarray(0, 32);
}

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** Bech32, of a witness program of version 0. @param {Uint8Array} program */
function bech32(program) {
  const bits = BigInt(`0x${Buffer.from(program).toString('hex')}`);
  const values = [0, ...Array.from({ length: 32 }, (_, at) => Number((bits >> BigInt(155 - 5 * at)) & 31n))];
  const checked = [3, 3, 0, 2, 3, ...values, 0, 0, 0, 0, 0, 0].reduce((sum, value) => {
    const high = sum >>> 25;
    return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce(
      (all, part, bit) => ((high >>> bit) & 1 ? all ^ part : all),
      ((sum & 0x1ffffff) << 5) ^ value,
    );
  }, 1);
  const checksum = [25, 20, 15, 10, 5, 0].map((by) => ((checked ^ 1) >>> by) & 31);
  return `bc1${[...values, ...checksum].map((value) => letters[value]).join('')}`;
}

const hardened = (/** @type {number} */ index) => 2 ** 31 + index;

/** @param {Uint8Array} entropy */
export function addressesOf(entropy) {
  const seed = pbkdf2Sync(phraseOf(entropy).join(' '), 'mnemonic', 2048, 64, 'sha512');
  const at = (/** @type {number} */ purpose, /** @type {number} */ coin) =>
    keyAt(seed, [hardened(purpose), hardened(coin), hardened(0), 0, 0]);
  const digits = keccak(publicKey(at(44, 60), 'uncompressed').subarray(1)).toString('hex', 12);
  const hash = keccak(Buffer.from(digits)).toString('hex');
  const cased = Array.from(digits, (digit, index) =>
    (hash[index] ?? '') > '7' ? digit.toUpperCase() : digit,
  );
  const sha = createHash('sha256')
    .update(publicKey(at(84, 0), 'compressed'))
    .digest();
  return {
    ethereum: `0x${cased.join('')}`,
    bitcoin: bech32(createHash('ripemd160').update(sha).digest()),
  };
}
