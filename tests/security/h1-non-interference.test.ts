/**
 * H1, S9, S10: two devices with different phrases, under the same host messages, buttons and quiz randomness, cannot
 * be told apart over the wire, byte for byte and tick for tick. Thousands of random scripts over every ceremony here,
 * a hundred thousand under `npm run test:proof`.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { outcomes, stages } from '../../src/protocol/public-state.ts';
import { createShelf, createTwinRunner, type TwinCoverage } from '../fixtures/twins/run-twins.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof, startPace } from '../fixtures/proof/summary.ts';
import {
  outcomesWithoutScript,
  rightPin,
  stagesWithoutScript,
  twinScript,
  wholeCeremonies,
  type Move,
  type TwinScript,
} from '../fixtures/twins/twin-scripts.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

/** What the twins begin with, made once. */
const shelf = createShelf();

const newCoverage = (): TwinCoverage => ({
  stages: createTally(),
  outcomes: createTally(),
  moves: createTally(),
});

const tap = (button: 'left' | 'right'): Move => ({
  kind: 'slip',
  steps: [
    { kind: 'event', event: { kind: 'press', button } },
    { kind: 'event', event: { kind: 'release', button } },
  ],
});

/** Each person enters the own words, and both slip at the same place. */
const withSlips = (
  setting: TwinScript['setting'],
  phrases: TwinScript['phrases'],
  lead: number,
  moves: readonly Move[],
): TwinScript => ({
  setting,
  pin: rightPin,
  newPin: rightPin,
  repeatedPin: 'same',
  entry: 'halving',
  unfinished: 'resume',
  seen: 'done',
  papers: 'own',
  phrases,
  randomness: 0,
  lead,
  moves,
});

describe('H1 non-interference (S9, S10)', () => {
  it('two phrases give one transcript in every ceremony, and each stage is reached', () => {
    const coverage = newCoverage();
    const run = createTwinRunner(createTestDevice, shelf);
    let crossings = 0;
    for (const script of wholeCeremonies) crossings += run(script, coverage).crossings();
    reportProof('H1 non-interference: whole ceremonies', {
      ceremonies: wholeCeremonies.length,
      'compared answers': crossings.toLocaleString('en'),
      'stages reached': String(coverage.stages),
      'ceremonies that ended': String(coverage.outcomes),
    });
    const unseen = stages.filter((stage) => coverage.stages.count(stage) === 0);
    expect(unseen.toSorted()).toEqual([...stagesWithoutScript, 'fault'].toSorted());
    // A decline takes the other button, a stop a way back: random scripts find them.
    const unreached = outcomes.filter((outcome) => coverage.outcomes.count(outcome) === 0);
    expect(unreached.toSorted()).toEqual(
      [...outcomesWithoutScript, 'declined', 'stopped', 'fault'].toSorted(),
    );
  });

  // Two neighbours swapped would fit, or the words may be a code, for one of the two only.
  it.each([
    {
      words: 'of a restore',
      ends: 'On your form?',
      script: withSlips(
        { wallet: 'empty', wordCount: 12, request: { kind: 'restore', wordCount: 12 } },
        [4, 5],
        24,
        [tap('right'), { kind: 'go', presses: 136 }],
      ),
    },
    {
      words: 'of a code',
      ends: 'The file is good',
      script: withSlips(
        { wallet: 'backed-up', wordCount: 12, request: { kind: 'check-file', of: 'own', codes: 'own' } },
        [0, 1],
        45,
        [tap('right'), { kind: 'go', presses: 126 }, tap('left'), { kind: 'go', presses: 40 }],
      ),
    },
    {
      words: 'of a check',
      ends: 'They match',
      script: withSlips({ wallet: 'backed-up', wordCount: 12, request: { kind: 'check' } }, [1, 0], 43, [
        tap('right'),
        { kind: 'go', presses: 22 },
        tap('right'),
        { kind: 'go', presses: 105 },
        tap('left'),
        { kind: 'go', presses: 35 },
      ]),
    },
  ])('wrong words $words: what may be wrong with them adds no press', ({ script, ends }) => {
    const pair = createTwinRunner(createTestDevice, shelf)(script, newCoverage());
    // Corrected, to the end: not cut short because one of them was right by chance.
    expect(pair.view().lines[0]).toBe(ends);
  });

  it('random scripts over every ceremony give the same transcript for two phrases', () => {
    const runs = proofRuns({ short: 2_000, long: 100_000 });
    const coverage = newCoverage();
    const run = createTwinRunner(createTestDevice, shelf);
    let crossings = 0;
    const pace = startPace();
    fc.assert(
      fc.property(twinScript, (script) => {
        crossings += run(script, coverage).crossings();
      }),
      // A fixed seed for the short run, whose coverage is asserted below; the long one has another each time.
      { numRuns: runs, ...(runs > 10_000 ? {} : { seed: 20_261_124 }) },
    );
    reportProof('H1 non-interference: twins that differ in the phrase', {
      ...pace(runs),
      'compared answers': crossings.toLocaleString('en'),
      'stages reached': String(coverage.stages),
      'ceremonies that ended': String(coverage.outcomes),
      moves: String(coverage.moves),
    });
    // The scripts go everywhere: without this the proof would be about an idle device.
    const unseen = stages.filter((stage) => coverage.stages.count(stage) === 0);
    expect(unseen.toSorted()).toEqual([...stagesWithoutScript, 'fault'].toSorted());
  });
});
