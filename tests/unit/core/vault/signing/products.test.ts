/** Products and inverses of private keys, held against `bigint`s, and the steps that they take against each other. */
import fc from 'fast-check';
import type * as secretBytesModule from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { describe, expect, it, vi } from 'vitest';
import { invertScalar, multiplyScalars } from '../../../../../firmware-sim/core/vault/signing/products.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';

const watched = vi.hoisted(() => ({ on: false, arrays: 0, steps: [] as string[] }));

/** An array that writes down which of its places are read and written, and what it can't hold. */
function traced<Room extends Uint8Array | Uint16Array>(target: Room): Room {
  const name = (watched.arrays += 1);
  return new Proxy(target, {
    get(room, place) {
      if (typeof place === 'string' && /^\d+$/.test(place)) watched.steps.push(`${name} reads ${place}`);
      const value: unknown = Reflect.get(room, place, room);
      return typeof value === 'function' ? (value.bind(room) as unknown) : value;
    },
    set(room, place, value) {
      watched.steps.push(`${name} writes ${String(place)}`);
      return Reflect.set(room, place, value, room);
    },
  });
}

vi.mock('../../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  return {
    ...real,
    secretBytes: (length: number) =>
      watched.on ? traced(real.secretBytes(length)) : real.secretBytes(length),
    secretIndexes: (length: number) =>
      watched.on ? traced(real.secretIndexes(length)) : real.secretIndexes(length),
  };
});

/** SEC 2, section 2.4.1. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const bytesOf = (value: bigint): Uint8Array => fromHex(value.toString(16).padStart(64, '0'));
const valueOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

const edges = [
  0n,
  1n,
  2n,
  order / 2n,
  order - 2n,
  order - 1n,
  order,
  order + 1n,
  2n ** 128n - 1n,
  2n ** 255n,
  2n ** 256n - 1n,
];
const anyBytes = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }));
/** Few digits that aren't zero, or aren't the highest. */
const thin = fc
  .array(fc.constantFrom(0, 0, 0, 1, 0x80, 0xff), { minLength: 32, maxLength: 32 })
  .map((bytes) => valueOf(Uint8Array.from(bytes)));
const number = fc.oneof(anyBytes, thin);

describe('products of scalars', () => {
  it('are those modulo the order', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(valueOf(multiplyScalars(bytesOf(left), bytesOf(right)))).toBe((left * right) % order);
      }),
      { numRuns: 1000 },
    );
  });

  it('are right for every pair of edges', () => {
    for (const left of edges) {
      for (const right of edges) {
        expect(valueOf(multiplyScalars(bytesOf(left), bytesOf(right)))).toBe((left * right) % order);
      }
    }
  });

  it('leave what they are made of as it was', () => {
    const [left, right] = [bytesOf(order - 1n), bytesOf(5n)];
    multiplyScalars(left, right);
    invertScalar(right);
    expect([valueOf(left), valueOf(right)]).toEqual([order - 1n, 5n]);
  });
});

describe('inverses of scalars', () => {
  it('give 1 when they are multiplied', () => {
    fc.assert(
      fc.property(number, (value) => {
        const inverse = valueOf(invertScalar(bytesOf(value)));
        expect(inverse).toBeLessThan(order);
        expect((inverse * value) % order).toBe(value % order === 0n ? 0n : 1n);
      }),
      { numRuns: 200 },
    );
  });

  it('are right at the edges, and 0 for 0', () => {
    for (const value of edges) {
      const inverse = valueOf(invertScalar(bytesOf(value)));
      expect((inverse * value) % order).toBe(value % order === 0n ? 0n : 1n);
    }
    expect(valueOf(invertScalar(bytesOf(0n)))).toBe(0n);
    expect(valueOf(invertScalar(bytesOf(order)))).toBe(0n);
  });
});

describe('the steps of a product and of an inverse', () => {
  const stepsOf = (work: (left: Uint8Array, right: Uint8Array) => void, value: bigint): readonly string[] => {
    watched.on = true;
    watched.arrays = 0;
    watched.steps = [];
    work(traced(bytesOf(value)), traced(bytesOf(order - value)));
    watched.on = false;
    return watched.steps;
  };

  it.each([
    ['a product', multiplyScalars],
    ['an inverse', invertScalar],
  ] as const)('read and write the same places for all numbers: %s', (_, work) => {
    const random = valueOf(fromHex('c90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b14e5c9'));
    const expected = stepsOf(work, random);
    expect(expected.length).toBeGreaterThan(1000);
    for (const value of [0n, 1n, 2n ** 255n, order - 1n, order]) {
      const steps = stepsOf(work, value);
      expect(steps.length).toBe(expected.length);
      expect(steps.every((step, at) => step === expected[at])).toBe(true);
    }
  });
});
