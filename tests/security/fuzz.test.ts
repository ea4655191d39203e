/**
 * S12: everything that reads bytes from outside, on inputs that nobody meant: no crash, no hang, no status word that
 * the specification does not know. Guided by code coverage; a million inputs and more under `npm run test:proof`.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { fuzz } from '../fixtures/fuzz/fuzz-engine.ts';
import { fuzzTargets } from '../fixtures/fuzz/fuzz-targets.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { reportProof } from '../fixtures/proof/summary.ts';

const inputsOfAll = proofRuns({ short: 12_000, long: 1_200_000 });
const shares = fuzzTargets.reduce((sum, { share }) => sum + share, 0);
// The long run begins elsewhere each time; its seed is in the summary.
const seed = inputsOfAll > 100_000 ? String(Date.now()) : 'short';

const figures: Record<string, string> = {};
let total = 0;
afterAll(() =>
  reportProof('S12 fuzzing, guided by coverage', {
    'inputs in all': total.toLocaleString('en'),
    seed,
    ...figures,
  }),
);

describe('fuzzing (S12)', () => {
  it.each(fuzzTargets)('$name', (target) => {
    const wanted = Math.ceil((inputsOfAll * target.share) / shares);
    const { inputs, corpus, blocks } = fuzz(target, wanted, seed);
    total += inputs;
    figures[target.name] = `${inputs.toLocaleString('en')} inputs, ${corpus} kept, ${blocks} blocks of code`;
    expect(inputs).toBeGreaterThanOrEqual(wanted);
  });

  it('finds what it is for: a reader that trusts a length', () => {
    const trusting = {
      name: 'a reader that trusts its length byte',
      seeds: [Uint8Array.of(2, 1, 1)],
      share: 1,
      create: () => (input: Uint8Array) => {
        const [length = 0] = input;
        if (input.length > 0 && new DataView(input.buffer, 1).byteLength < length)
          throw new RangeError('past the end');
      },
    };
    expect(() => fuzz(trusting, 2_000, 'short')).toThrow(
      /^a reader that trusts its length byte fails for [0-9a-f]{2}$/,
    );
  });
});
