/** What `hostblind create` says of its entropy check; `main.test.ts` runs it against a real simulator. */
import { describe, expect, it } from 'vitest';
import { createEntropyProof, type CheckParts } from '../../../src/cli/entropy-proof.ts';
import { createOutput } from '../../../src/cli/output.ts';
import { entropyGaps, type EntropyStep } from '../../../src/signer/entropy-outcome.ts';
import type { Signer } from '../../../src/signer/signer.ts';
import { atTheCheck } from '../../support/entropy-device.ts';

async function said(end: EntropyStep, range: number): Promise<{ text: string; cancelled: number }> {
  let text = '';
  let cancelled = 0;
  const signer = {
    async *checkEntropy() {
      yield await Promise.resolve(end);
    },
    async cancel() {
      cancelled += 1;
      await Promise.resolve();
    },
  } satisfies Partial<Signer>;
  const out = { write: (part: string) => void (text += part) };
  const parts: CheckParts = {
    signer: signer as Partial<Signer> as Signer,
    output: createOutput({ out, err: out }, false),
    wordCount: 12,
    range,
    signal: new AbortController().signal,
  };
  const proof = createEntropyProof();
  await proof.look(atTheCheck, parts);
  expect(proof.evidence).toBeUndefined();
  return { text, cancelled };
}

describe('a check that did not finish', () => {
  it.each(entropyGaps)(
    '%s: is no failure, and the person is told to count, where the device may have had a part',
    async (gap) => {
      const { text, cancelled } = await said({ kind: 'unfinished', gap }, 16);
      expect(text).toContain('The entropy check did not finish');
      if (gap === 'not-computed') {
        expect(text).not.toContain('chance');
        expect(cancelled).toBe(1);
      } else {
        expect(text).toContain(
          'by the second check with this device a cheat gets through with a chance of at most 2 in 16',
        );
        expect(cancelled).toBe(0);
      }
    },
  );
});
