/**
 * Multiples of secp256k1's base point. The library computes with `bigint`s, which nobody can overwrite and whose arithmetic takes
 * longer for some numbers than for others. So it never sees the number that is meant: that one is cut into two at random, each time
 * at another place. What is left of them in memory, and the time that they took, are random numbers' (H1, H9).
 */
import { weierstrass, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { toHex } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { reduceScalar, scalarLength, subtractScalars } from './scalars.ts';

export type CurvePoint = WeierstrassPoint<bigint>;

/** Random bytes. */
export type Draw = (length: number) => Uint8Array;

/** SEC 2, section 2.4.1. The library's own secp256k1 comes with signatures, which nobody here makes, and is three times as large. */
const { BASE: base } = weierstrass({
  p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2fn,
  n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  h: 1n,
  a: 0n,
  b: 7n,
  Gx: 0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798n,
  Gy: 0x483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8n,
});

function multiple(scalar: Uint8Array): CurvePoint {
  return base.multiply(BigInt(`0x${toHex(scalar)}`));
}

/** `scalar`, below the order, times the base point. */
export function multiplyBase(scalar: Uint8Array, draw: Draw): CurvePoint {
  const drawn = draw(scalarLength);
  const cover = reduceScalar(drawn);
  const rest = subtractScalars(scalar, cover);
  try {
    return multiple(rest).add(multiple(cover));
  } finally {
    erase(drawn, cover, rest);
  }
}
