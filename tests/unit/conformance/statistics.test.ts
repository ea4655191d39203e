import { describe, expect, it } from 'vitest';
import { gridFit, median, welchT, bestGridFit } from '../../../src/conformance/statistics.ts';

/** Numbers from 0 to 1 that know no grid: multiples of the golden ratio. */
const spread = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => ((at + 1) * 0.618_033_988_75) % 1);

describe('statistics of the kit', () => {
  it('the median is the middle, or the mean of two', () => {
    expect(median([5, 1, 900])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('moments on a grid fit it, wherever it begins; others do not', () => {
    const beats = Array.from({ length: 60 }, (_, at) => 3.3 + at * 10);
    expect(gridFit(beats, 10)).toBeCloseTo(1, 9);
    expect(
      gridFit(
        beats.map((beat, at) => beat + (at % 2)),
        10,
      ),
    ).toBeGreaterThan(0.9);
    expect(
      gridFit(
        spread(60).map((each, at) => at * 10 + each * 10),
        10,
      ),
    ).toBeLessThan(0.1);
  });

  it('a clock that drifts away is fitted window by window', () => {
    // A beat of 10.02 ms for a host: over 500 beats it goes all the way round.
    const drifting = Array.from({ length: 500 }, (_, at) => at * 10.02);
    expect(gridFit(drifting, 10)).toBeLessThan(0.1);
    expect(bestGridFit(drifting, 10, 40)).toBeGreaterThan(0.95);
  });

  it('Welch’s t is large where two means differ, and small where they do not', () => {
    const noise = spread(40);
    expect(welchT(noise, noise)).toBe(0);
    expect(
      Math.abs(
        welchT(
          noise,
          noise.map((each) => each + 0.5),
        ),
      ),
    ).toBeGreaterThan(4.5);
    expect(
      Math.abs(
        welchT(
          noise,
          noise.toReversed().map((each) => each + 0.01),
        ),
      ),
    ).toBeLessThan(1);
    expect(welchT([3, 3], [3, 3])).toBe(0);
    expect(welchT([3, 3], [4, 4])).toBe(Number.POSITIVE_INFINITY);
  });
});
