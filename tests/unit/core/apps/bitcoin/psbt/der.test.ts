/** Signatures in DER, against another library's. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derOf } from '../../../../../../firmware-sim/core/apps/bitcoin/psbt/der.ts';
import { fromHex, toHex } from '../../../../../../src/protocol/bytes.ts';

const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const order = secp256k1.Point.Fn.ORDER;
const number = fc.oneof(
  fc.constantFrom(1n, 0x7fn, 0x80n, 0xffn, 0x100n, 1n << 255n, order - 1n),
  fc.bigInt({ min: 1n, max: order - 1n }),
  fc.bigInt({ min: 1n, max: 2n ** 100n }),
);

describe('a signature in DER', () => {
  it('is the one that another library writes', () => {
    fc.assert(
      fc.property(number, number, (r, s) => {
        const expected = new secp256k1.Signature(r, s).toBytes('der');
        expect(toHex(derOf({ r: bytesOf(r), s: bytesOf(s) }))).toBe(toHex(expected));
      }),
      { numRuns: 300 },
    );
  });
});
