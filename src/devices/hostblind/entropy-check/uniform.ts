/** Whole numbers without a bias, from random bytes. */
import { byteAt } from '../../../protocol/bytes.ts';

/** Exactly `length` cryptographically random bytes. */
export type RandomBytes = (length: number) => Uint8Array;

/**
 * A number from 1 to `range`, each as likely as the others. A byte that would favour the low ones is thrown away and
 * another is drawn. `range` is 1 to 256, else `RangeError`.
 */
export function drawUniform(random: RandomBytes, range: number): number {
  if (!Number.isInteger(range) || range < 1 || range > 256)
    throw new RangeError('a range runs from 1 to 256');
  const fair = 256 - (256 % range);
  for (;;) {
    const byte = byteAt(random(1), 0);
    if (byte < fair) return (byte % range) + 1;
  }
}
