import { describe, expect, it } from 'vitest';
import { createLot, pairedScore, tellsApart, welchScore, type Lot } from '../../fixtures/timing/welch.ts';

function lotOf(values: readonly number[]): Lot {
  const lot = createLot();
  for (const value of values) lot.add(value);
  return lot;
}

describe('a comparison of two lots of times', () => {
  it('has mean and variance of what came in', () => {
    const lot = lotOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([lot.count, lot.mean, lot.variance]).toEqual([8, 5, expect.closeTo(32 / 7)]);
  });

  it('is Welch’s t for many samples', () => {
    const one = lotOf(Array.from({ length: 1000 }, (_, at) => at % 2));
    const other = lotOf(Array.from({ length: 1000 }, (_, at) => (at % 2) + 0.1));
    // t is 0.1 / sqrt(2 · 0.25 / 1000) = 4.47.
    expect(welchScore(one, other)).toBeCloseTo(-4.458, 2);
    expect(pairedScore(lotOf([0.1, 0.3, 0.1, 0.3]))).toBeGreaterThan(0);
  });

  it('says less of few samples: a t of 5.2 from four pairs is no proof', () => {
    expect(pairedScore(lotOf([1, 1.5, 2, 1.2]))).toBeLessThan(tellsApart);
  });

  it('says nothing of one sample, and tells two constants apart', () => {
    expect([welchScore(lotOf([1]), lotOf([2])), pairedScore(lotOf([1]))]).toEqual([0, 0]);
    expect([welchScore(lotOf([1, 1]), lotOf([1, 1])), pairedScore(lotOf([0, 0]))]).toEqual([0, 0]);
    expect(welchScore(lotOf([2, 2]), lotOf([1, 1]))).toBe(Number.POSITIVE_INFINITY);
    expect(pairedScore(lotOf([1, 1]))).toBe(Number.POSITIVE_INFINITY);
  });
});
