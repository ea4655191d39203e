/**
 * S12: everything that reads bytes from outside, on inputs that nobody meant: no crash, no hang, no status word that
 * the specification does not know. Guided by code coverage; a million inputs and more under `npm run test:proof`.
 */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fuzz } from '../support/proof/fuzz-engine.ts';
import { fuzzTargets } from '../support/proof/fuzz-targets.ts';
import { proofRuns } from '../support/proof/scale.ts';
import { reportProof } from '../support/proof/summary.ts';

// A candidate of the entropy check has its wallet id computed, and nothing here depends on how.
vi.mock('@noble/hashes/pbkdf2.js', async () => {
  const { rememberedPbkdf2 } = await import('../support/proof/fast-pbkdf2.ts');
  return rememberedPbkdf2();
});

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
