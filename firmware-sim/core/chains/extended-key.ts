/** Extended public keys as wallets exchange them, and the keys below one (BIP-32). */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { createBase58check } from '@scure/base';
import { concatBytes, equalBytes, toHex } from '../../../src/protocol/bytes.ts';
import { secp256k1 } from './secp256k1.ts';

/** A public key of 33 bytes, and the chain code that leads on from it. */
export interface ChainKey {
  readonly key: Uint8Array;
  readonly chainCode: Uint8Array;
}

export interface ExtendedKey extends ChainKey {
  readonly depth: number;
  /** The fingerprint of the key above it, 4 bytes. */
  readonly parent: Uint8Array;
  readonly index: number;
}

/** `xpub`: of the main network. */
const version = 0x0488_b21e;

/** Behind version, depth, the key above and index. */
const chainCodeStart = 13;
const keyStart = 45;
const extendedLength = 78;

const base58check = createBase58check(sha256);

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** `point`: `04`, x and y. */
export function compressedKey(point: Uint8Array): Uint8Array {
  return secp256k1.fromBytes(point).toBytes(true);
}

export function writeExtendedKey({ depth, parent, index, chainCode, key }: ExtendedKey): string {
  return base58check.encode(
    concatBytes(u32(version), Uint8Array.of(depth), parent, u32(index), chainCode, key),
  );
}

/** `undefined` for a text that isn't one of the main network, or whose key isn't on the curve. */
export function readExtendedKey(text: string): ChainKey | undefined {
  let bytes: Uint8Array;
  try {
    bytes = base58check.decode(text);
    secp256k1.fromBytes(bytes.subarray(keyStart));
  } catch {
    return undefined;
  }
  return bytes.length === extendedLength && equalBytes(bytes.subarray(0, 4), u32(version))
    ? { key: bytes.slice(keyStart), chainCode: bytes.slice(chainCodeStart, keyStart) }
    : undefined;
}

/** The child at a step that isn't hardened. One in 2^127 doesn't exist, which throws. */
export function publicChild({ key, chainCode }: ChainKey, index: number): ChainKey {
  const hash = hmac(sha512, chainCode, concatBytes(key, u32(index)));
  const step = secp256k1.BASE.multiply(BigInt(`0x${toHex(hash.subarray(0, 32))}`));
  return { key: step.add(secp256k1.fromBytes(key)).toBytes(true), chainCode: hash.slice(32) };
}
