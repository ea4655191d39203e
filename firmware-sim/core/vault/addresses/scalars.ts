/**
 * Private keys as bytes: sums and differences modulo the order of secp256k1 (SEC 2, section 2.4.1). A `bigint` can't be
 * overwritten, so no key is ever made one; the same steps for all, so that the time they take tells nothing of it.
 */
import { byteAt, fromHex } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes } from '../memory/secret-bytes.ts';

export const scalarLength = 32;

/** Of secp256k1: 32 bytes. */
export const orderBytes = fromHex('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141');

/** `left` + `right`, both below 2^256: below the order if their sum is below twice the order. The caller erases it. */
export function addScalars(left: Uint8Array, right: Uint8Array): Uint8Array {
  const sum = secretBytes(scalarLength);
  let carry = 0;
  for (let at = scalarLength - 1; at >= 0; at -= 1) {
    const digit = byteAt(left, at) + byteAt(right, at) + carry;
    sum[at] = digit;
    carry = digit >>> 8;
  }
  const less = secretBytes(scalarLength);
  const borrow = subtract(less, sum, orderBytes);
  // Without a carry and with a borrow, the sum was below the order already.
  chooseBytes(sum, less, carry | (borrow ^ 1));
  erase(less);
  return sum;
}

/** `left` - `right`, both below the order. The caller erases it. */
export function subtractScalars(left: Uint8Array, right: Uint8Array): Uint8Array {
  const difference = secretBytes(scalarLength);
  const borrow = subtract(difference, left, right);
  const more = secretBytes(scalarLength);
  let carry = 0;
  for (let at = scalarLength - 1; at >= 0; at -= 1) {
    const digit = byteAt(difference, at) + byteAt(orderBytes, at) + carry;
    more[at] = digit;
    carry = digit >>> 8;
  }
  chooseBytes(difference, more, borrow);
  erase(more);
  return difference;
}

/** A number below the order, of 32 bytes that may be above it. The caller erases both. */
export function reduceScalar(bytes: Uint8Array): Uint8Array {
  return addScalars(bytes, new Uint8Array(scalarLength));
}

/** 1 where `left` is below `right`, 0 where it isn't. */
export function isBelow(left: Uint8Array, right: Uint8Array): number {
  const difference = secretBytes(scalarLength);
  const borrow = subtract(difference, left, right);
  erase(difference);
  return borrow;
}

/** Writes `left` - `right` into `into`; gives 1 where that is below zero, and 2^256 more. */
function subtract(into: Uint8Array, left: Uint8Array, right: Uint8Array): number {
  let borrow = 0;
  for (let at = scalarLength - 1; at >= 0; at -= 1) {
    const digit = byteAt(left, at) - byteAt(right, at) - borrow;
    into[at] = digit;
    borrow = (digit >>> 8) & 1;
  }
  return borrow;
}

/** Puts `other` in the place of `value` where `which` is 1, and does as much work where it is 0. */
export function chooseBytes(value: Uint8Array, other: Uint8Array, which: number): void {
  const mask = -which;
  for (let at = 0; at < value.length; at += 1) {
    const kept = byteAt(value, at);
    value[at] = kept ^ ((kept ^ byteAt(other, at)) & mask);
  }
}
