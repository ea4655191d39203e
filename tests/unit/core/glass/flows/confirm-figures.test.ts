/** The confirmation's figures, small: `npm run bench` measures them at length. */
import { describe, expect, it, vi } from 'vitest';
import {
  gesturesOfConfirmation,
  outcomeOfSlip,
  slips,
  wordsGuessed,
} from '../../../../fixtures/figures/confirmation-figures.ts';
import { seededDraw } from '../../../../fixtures/fakes/seeded-draw.ts';

// Pictures never matter here, and are most of a device's time.
vi.mock('../../../../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../../../../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

describe('the confirmation', () => {
  it.each([12, 24] as const)('takes at most four presses a word on average, of %i words', (wordCount) => {
    const gestures = ['one', 'two', 'three'].flatMap((seed) => gesturesOfConfirmation(seed, wordCount));
    expect(gestures).toHaveLength(3 * wordCount);
    // Both buttons together are two presses here, so that nothing is counted too low.
    const presses = gestures.map((gesture) => gesture + 1);
    expect(presses.reduce((sum, count) => sum + count, 0) / presses.length).toBeLessThanOrEqual(4);
  });

  it('lets a blind guesser get each further word right one time in four', () => {
    const draw = seededDraw('guesser');
    const rounds = 1000;
    const guessed = wordsGuessed(() => draw(4), rounds, 12, 'guesser');
    for (const words of [1, 2, 3]) {
      const passed = guessed.filter((right) => right >= words).length;
      const expected = rounds * 4 ** -words;
      // Five standard deviations: the draw is seeded, so this holds always or never.
      expect(Math.abs(passed - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
  });

  it.each(['first', 'last'] as const)('favours no place: always the %s one', (which) => {
    const rounds = 1000;
    const guessed = wordsGuessed(() => (which === 'first' ? 0 : 3), rounds, 12, which);
    const passed = guessed.filter((right) => right >= 1).length;
    expect(Math.abs(passed - rounds / 4)).toBeLessThan(5 * Math.sqrt(rounds / 4));
  });

  it.each(Object.keys(slips) as (keyof typeof slips)[])('lets no slip pass: %s', (kind) => {
    const draw = seededDraw(kind);
    const outcomes = Array.from({ length: 12 }, (_, at) => outcomeOfSlip(kind, at, 'slips', draw));
    expect(outcomes).not.toContain('passed');
    expect(outcomes.filter((outcome) => outcome !== 'none').length).toBeGreaterThan(6);
  });
});
