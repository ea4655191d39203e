/**
 * Multiples of secp256k1's base point. The library computes with `bigint`s, which nobody can overwrite and whose arithmetic takes
 * longer for some numbers than for others. So it never sees the number that is meant: that one is cut into two at random, each time
 * at another place. What is left of them in memory, and the time that they took, are random numbers' (H1, H9).
 */
import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { toHex } from '../../../../src/protocol/bytes.ts';
import { secp256k1 } from '../../chains/secp256k1.ts';
import { erase } from '../memory/erase.ts';
import { reduceScalar, scalarLength, subtractScalars } from './scalars.ts';

export type CurvePoint = WeierstrassPoint<bigint>;

/** Random bytes. */
export type Draw = (length: number) => Uint8Array;

/** A table for four bits at a time, made at its first use: an eighth of the usual one, and as fast for a device's few products. */
const base = secp256k1.BASE.precompute(4);

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
