/**
 * Multiples of secp256k1's base point. The library computes with `bigint`s, which nobody can overwrite and whose arithmetic takes
 * longer for some numbers than for others. So it never sees the number that is meant: that one is cut into two at random, anew each
 * time. What is left of them in memory, and the time that they took, are random numbers' (H1, H9).
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { toHex } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { reduceScalar, scalarLength, subtractScalars } from './scalars.ts';

export type CurvePoint = WeierstrassPoint<bigint>;

/** Random bytes. */
export type Draw = (length: number) => Uint8Array;

const base = secp256k1.Point.BASE;

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
