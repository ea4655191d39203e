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
  stagesWithoutScript,
  twinScript,
  wholeCeremonies,
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
