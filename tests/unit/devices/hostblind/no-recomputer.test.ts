/** A page that can't recompute: it has checked nothing, asks the device for nothing, and blames it for nothing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHostblindSigner } from '../../../../src/devices/hostblind/hostblind-signer.ts';
import { recomputeInline } from '../../../../src/devices/hostblind/entropy-check/recompute-inline.ts';
import { createScriptedTransport } from '../../../fixtures/fakes/scripted-transport.ts';

const checkEntropy = '../../../../src/devices/hostblind/entropy-check/check-entropy.ts';
afterEach(() => {
  vi.doUnmock(checkEntropy);
  vi.resetModules();
});

async function stepsOf(options: Parameters<typeof createHostblindSigner>[1]) {
  const { transport, journal } = createScriptedTransport();
  const signer = createHostblindSigner(transport, options);
  const steps: unknown[] = [];
  for await (const step of signer.checkEntropy({ wordCount: 12, range: 8 })) steps.push(step);
  return { steps, journal };
}

const unfinished = { steps: [{ kind: 'unfinished', gap: 'not-computed' }], journal: [] };

describe('the entropy check is unfinished, with nothing asked', () => {
  it('where the program has nothing to recompute with', async () => {
    expect(await stepsOf({})).toEqual(unfinished);
  });

  it('where its code does not load', async () => {
    vi.doMock(checkEntropy, () => {
      throw new Error('offline');
    });
    expect(await stepsOf({ openRecomputer: recomputeInline })).toEqual(unfinished);
  });
});
