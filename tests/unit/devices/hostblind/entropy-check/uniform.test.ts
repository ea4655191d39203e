import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawUniform } from '../../../../../src/devices/hostblind/entropy-check/uniform.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';

const draws = 20_000;

/** Pearson's statistic against "each number as often as the others". */
function chiSquare(counts: readonly number[]): number {
  const expected = draws / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Wilson and Hilferty: what the statistic stays below in 999 of 1,000 honest runs. */
function limit(degrees: number): number {
  const part = 2 / (9 * degrees);
  return degrees * (1 - part + 3.0902 * Math.sqrt(part)) ** 3;
}

function countsOf(range: number, draw: (random: (length: number) => Uint8Array) => number): number[] {
  const stream = seededRandom({ all: `uniform ${range}` });
  const block = stream('quiz', draws * 4);
  let at = 0;
  const random = (length: number): Uint8Array => block.slice(at, (at += length));
  const counts = Array.from({ length: range }, () => 0);
  for (let index = 0; index < draws; index += 1) {
    const number = draw(random) - 1;
    counts[number] = (counts[number] ?? Number.NaN) + 1;
  }
  return counts;
}

describe('drawUniform', () => {
  it.each([0, -1, 1.5, 257, Number.NaN])('refuses the range %d', (range) => {
    expect(() => drawUniform(() => Uint8Array.of(0), range)).toThrow(RangeError);
  });

  it.each([2, 7, 8, 16, 24, 48, 63, 64, 200])(
    'gives each number from 1 to %i as often as the others',
    (range) => {
      const counts = countsOf(range, (random) => drawUniform(random, range));
      expect(chiSquare(counts)).toBeLessThan(limit(range - 1));
    },
  );

  it('has no modulo bias, and the measure would see one', () => {
    const biased = countsOf(200, (random) => ((random(1)[0] ?? 0) % 200) + 1);
    expect(chiSquare(biased)).toBeGreaterThan(limit(199));
    // 256 bytes fall evenly on 1 to 48 once the last 16 are thrown away.
    const seen = Array.from({ length: 48 }, () => 0);
    for (let byte = 0; byte < 256; byte += 1) {
      const answers = [byte, 0];
      const number = drawUniform(() => Uint8Array.of(answers.shift() ?? 0), 48);
      if (answers.length === 1) seen[number - 1] = (seen[number - 1] ?? 0) + 1;
    }
    expect(new Set(seen)).toEqual(new Set([5]));
  });

  it('stays in its range whatever the random source gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 256 }),
        fc.infiniteStream(fc.nat({ max: 255 })),
        (range, bytes) => {
          const number = drawUniform(() => Uint8Array.of(bytes.next().value as number), range);
          return Number.isInteger(number) && number >= 1 && number <= range;
        },
      ),
    );
  });
});
