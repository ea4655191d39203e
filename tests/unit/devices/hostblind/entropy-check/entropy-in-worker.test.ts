/** Recomputing in a worker: what it is sent and says, and each way in which it can fail. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recomputeInWorker } from '../../../../../src/devices/hostblind/entropy-check/entropy-in-worker.ts';
import type { OpenedCandidate } from '../../../../../src/devices/hostblind/entropy-check/recompute-wallet-id.ts';

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: (() => void) | undefined;
  readonly sent: unknown[] = [];
  ended = false;
  readonly address: string;
  readonly options: unknown;
  constructor(address: string, options: unknown) {
    this.address = address;
    this.options = options;
    workers.push(this);
  }
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
}

let workers: FakeWorker[] = [];
beforeEach(() => {
  workers = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

const candidate: OpenedCandidate = {
  devicePart: new Uint8Array(32).fill(1),
  hostPart: new Uint8Array(32).fill(2),
  wordCount: 12,
};

async function open() {
  const recomputer = await recomputeInWorker();
  const [worker] = workers;
  if (worker === undefined) throw new Error('a worker was expected');
  return { recomputer, worker };
}

describe('a worker for the entropy check', () => {
  it('is our own script, as a module, and is given the candidate', async () => {
    const { recomputer, worker } = await open();
    expect(worker.address).toContain('entropy-worker');
    expect(worker.options).toEqual({ type: 'module' });
    const answer = recomputer.recompute(candidate);
    expect(worker.sent).toEqual([candidate]);
    worker.onmessage?.({ data: new Uint8Array([7, 8]) });
    expect(await answer).toEqual(new Uint8Array([7, 8]));
  });

  it('that answers with anything but bytes has computed nothing', async () => {
    const { recomputer, worker } = await open();
    const answer = recomputer.recompute(candidate);
    worker.onmessage?.({ data: 'wallet' });
    await expect(answer).rejects.toThrow(TypeError);
  });

  it('that can’t be loaded fails what was asked, and what is asked later', async () => {
    const { recomputer, worker } = await open();
    const before = recomputer.recompute(candidate);
    worker.onerror?.();
    await expect(before).rejects.toThrow('the worker failed');
    await expect(recomputer.recompute(candidate)).rejects.toThrow('the worker failed');
  });

  it('is ended with the check, and nobody waits for it any more', async () => {
    const { recomputer, worker } = await open();
    const answer = recomputer.recompute(candidate);
    recomputer.close();
    expect(worker.ended).toBe(true);
    await expect(answer).rejects.toThrow('the worker was ended');
  });
});
