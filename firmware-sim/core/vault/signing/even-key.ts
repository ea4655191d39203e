/** Keys and nonces as BIP-340 has them: of the two numbers whose points have one x, the one whose y is even. */
import { byteAt } from '../../../../src/protocol/bytes.ts';
import { multiplyBase, type Draw } from '../addresses/curve.ts';
import { chooseBytes, scalarLength, subtractScalars } from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes } from '../memory/secret-bytes.ts';

export interface EvenKey {
  /** 32 bytes. The caller erases it. */
  readonly secret: Uint8Array;
  /** Of its point, 32 bytes. */
  readonly x: Uint8Array;
}

/** `secret`, from 1 to the order less 1, stays the caller's. Nobody learns which of the two it was. */
export function evenKey(secret: Uint8Array, draw: Draw): EvenKey {
  // `04`, x and y.
  const point = multiplyBase(secret, draw).toBytes(false);
  const even = copyBytes(secret);
  const other = subtractScalars(new Uint8Array(scalarLength), secret);
  chooseBytes(even, other, byteAt(point, 2 * scalarLength) & 1);
  erase(other);
  return { secret: even, x: point.slice(1, scalarLength + 1) };
}
