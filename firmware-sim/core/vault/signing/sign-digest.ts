/**
 * ECDSA (SEC 1, section 4.1.3) on secp256k1. Key and nonce, and what they become on the way, are bytes and small integers, which are
 * overwritten and take as many steps as any others. The curve alone computes with `bigint`s: of random numbers that cover the
 * nonce, and of points, of which the one that is meant is half of the signature.
 */
import { byteAt } from '../../../../src/protocol/bytes.ts';
import type { Signature } from '../../signing-keys.ts';
import { multiplyBase, type Draw } from '../addresses/curve.ts';
import {
  addScalars,
  chooseBytes,
  isBelow,
  reduceScalar,
  scalarLength,
  subtractScalars,
} from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { nonceOf } from './nonce.ts';
import { invertScalar, multiplyScalars } from './products.ts';

/** (digest + r * key) / nonce, modulo the order. */
function proof(key: Uint8Array, digest: Uint8Array, nonce: Uint8Array, r: Uint8Array): Uint8Array {
  const product = multiplyScalars(r, key);
  const number = reduceScalar(digest);
  const sum = addScalars(number, product);
  const inverse = invertScalar(nonce);
  const s = multiplyScalars(inverse, sum);
  erase(product, number, sum, inverse);
  return s;
}

/** Of `s` and the order less `s`, puts the lower one into `s`; gives 1 where it is another now. Which it was is nobody's business. */
function lower(s: Uint8Array): number {
  const other = subtractScalars(new Uint8Array(scalarLength), s);
  const isHigh = isBelow(other, s);
  chooseBytes(s, other, isHigh);
  erase(other);
  return isHigh;
}

/** With a nonce below the order, which it erases; `key` is below it too, and stays the caller's. That r or s is zero has a chance of 2^-255. */
export function signWith(nonce: Uint8Array, key: Uint8Array, digest: Uint8Array, draw: Draw): Signature {
  try {
    // `04`, x and y.
    const point = multiplyBase(nonce, draw).toBytes(false);
    const r = reduceScalar(point.subarray(1, scalarLength + 1));
    const s = proof(key, digest, nonce, r);
    const isOdd = (byteAt(point, 2 * scalarLength) ^ lower(s)) & 1;
    return { r, s, parity: isOdd === 1 ? 1 : 0 };
  } finally {
    erase(nonce);
  }
}

/** `key` is below the order, and stays the caller's. */
export function signDigest(key: Uint8Array, digest: Uint8Array, draw: Draw): Signature {
  return signWith(nonceOf(key, digest), key, digest, draw);
}
