/** Sums of private keys, held against `bigint`s. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScalars,
  isBelow,
  reduceScalar,
  subtractScalars,
} from '../../../../../firmware-sim/core/vault/addresses/scalars.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

/** SEC 2, section 2.4.1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const valueOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

const edges = [0n, 1n, 2n, order / 2n, order - 2n, order - 1n];
const scalar = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: order - 1n }));
const anyBytes = fc.oneof(
  fc.constantFrom(...edges, order, order + 1n, 2n ** 256n - 1n),
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
);

describe('scalars of secp256k1', () => {
  it('are added modulo the order', () => {
    fc.assert(
      fc.property(scalar, scalar, (left, right) => {
        expect(valueOf(addScalars(bytesOf(left), bytesOf(right)))).toBe((left + right) % order);
      }),
      { numRuns: 500 },
    );
  });

  it('are subtracted modulo the order', () => {
    fc.assert(
      fc.property(scalar, scalar, (left, right) => {
        expect(valueOf(subtractScalars(bytesOf(left), bytesOf(right)))).toBe((left - right + order) % order);
      }),
      { numRuns: 500 },
    );
  });

  it('are made of any 32 bytes', () => {
    fc.assert(
      fc.property(anyBytes, (value) => {
        expect(valueOf(reduceScalar(bytesOf(value)))).toBe(value % order);
      }),
      { numRuns: 500 },
    );
  });

  it('are told apart by size, whatever they are', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (left, right) => {
        expect(isBelow(bytesOf(left), bytesOf(right))).toBe(left < right ? 1 : 0);
        expect(isBelow(bytesOf(left), bytesOf(left))).toBe(0);
      }),
    );
  });

  it('leave what they are made of as it was', () => {
    const [left, right] = [bytesOf(order - 1n), bytesOf(5n)];
    addScalars(left, right);
    subtractScalars(right, left);
    expect([valueOf(left), valueOf(right)]).toEqual([order - 1n, 5n]);
  });
});
