/** A computer's check of a nonce, against OpenSSL's hashes and points, and libsecp256k1-zkp's vectors. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, fromHex, toHex } from '../../../src/protocol/bytes.ts';
import { commitmentTo, holdsNumber, isPoint } from '../../../src/signing/nonce-check.ts';
import { commitmentOf, committedIndependently } from '../../fixtures/data/independent-commitment.ts';
import { bytesOfNumber, multiple, order } from '../../fixtures/data/independent-secp256k1.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const key = fc.bigInt({ min: 1n, max: order - 1n }).map((value) => new Uint8Array(bytesOfNumber(value)));

/** What an honest device answers: its point, and r of the signature. */
function honest(privateKey: Uint8Array, digest: Uint8Array, number: Uint8Array) {
  const { point, compact } = committedIndependently(privateKey, digest, number);
  return { point: fromHex(point), r: fromHex(compact).slice(0, 32) };
}

describe('a commitment to a number', () => {
  it('is the tagged hash that other implementations compute', () => {
    fc.assert(
      fc.property(bytes32, (number) => {
        expect(toHex(commitmentTo(number))).toBe(toHex(commitmentOf(number)));
      }),
    );
  });
});

describe('a nonce', () => {
  it('of an honest device holds the number, and no other one', () => {
    fc.assert(
      fc.property(key, bytes32, bytes32, bytes32, (privateKey, digest, number, other) => {
        fc.pre(toHex(number) !== toHex(other));
        const { point, r } = honest(privateKey, digest, number);
        expect(holdsNumber(point, number, r)).toBe(true);
        expect(holdsNumber(point, other, r)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('that the device chose by itself does not hold it', () => {
    const number = new Uint8Array(32).fill(3);
    const { point, r } = honest(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), number);
    // Of the point alone, of the point's mirror, and of any other one.
    expect(holdsNumber(point, number, point.slice(1))).toBe(false);
    const mirror = concatBytes(Uint8Array.of((point[0] ?? 0) ^ 1), point.slice(1));
    expect(holdsNumber(mirror, number, r)).toBe(false);
    const [x] = multiple(bytesOfNumber(5n));
    expect(holdsNumber(point, number, new Uint8Array(x))).toBe(false);
  });
});

describe('a point', () => {
  it.each([
    '03f030def3188c0f56fcea87435b307643f45dafe22cbc82fd56034fae97417d3a',
    '02df63755d1f3292bffed82986b106497c93b1f8bdc0454b6b0b0a4779c0ef7188',
  ])('%s of libsecp256k1-zkp is one', (point) => {
    expect(isPoint(fromHex(point))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['infinity', '00'],
    ['33 zeros', '00'.repeat(33)],
    ['no x of the curve', `02${'00'.repeat(31)}05`],
    ['an x beyond the field', `02${'ff'.repeat(32)}`],
    ['another first byte', '04f030def3188c0f56fcea87435b307643f45dafe22cbc82fd56034fae97417d3a'],
    ['a byte too many', '03f030def3188c0f56fcea87435b307643f45dafe22cbc82fd56034fae97417d3a00'],
    [
      'an uncompressed one',
      `04${multiple(bytesOfNumber(7n))
        .map((part) => part.toString('hex'))
        .join('')}`,
    ],
  ])('is not: %s', (_, point) => {
    expect(isPoint(fromHex(point))).toBe(false);
  });
});
