/**
 * H6, S16: power cut at every byte of every write of every ceremony. What is left is the old or the new state, whole;
 * and as long as there is a wallet, it is the same one and one of its person's PINs opens it.
 */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/slots.ts';
import { equalBytes } from '../../src/protocol/bytes.ts';
import {
  ceremonyRuns,
  openedBy,
  playRun,
  soundRandom,
  storageBefore,
  walletOf,
  type CeremonyRun,
} from '../support/proof/ceremony-runs.ts';
import { proofRuns } from '../support/proof/scale.ts';
import { createTally, reportProof } from '../support/proof/summary.ts';
import { createTestDevice, createTestStorage, type TestStorage } from '../support/test-device.ts';

vi.mock('@noble/hashes/pbkdf2.js', async () => {
  const { rememberedPbkdf2 } = await import('../support/proof/fast-pbkdf2.ts');
  return rememberedPbkdf2();
});
vi.mock('../../firmware-sim/core/glass/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../support/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const slot = slotLength(recordLength);
const tally = createTally();
afterAll(() => reportProof('H6 power cuts', { 'bytes written, each cut off once': String(tally) }));

/** The storage of a run that went through, with the log of its writes from the first press on. */
function writesOf(run: CeremonyRun): { before: Uint8Array; storage: TestStorage } {
  const storage = storageBefore(run);
  const device = createTestDevice({ storage, random: soundRandom() });
  const before = storage.bytes.slice();
  storage.log.length = 0;
  playRun(device, run);
  expect(device.status()).toMatchObject({ wallet: run.after, outcome: run.outcome });
  return { before, storage };
}

describe.each(ceremonyRuns)('power cut in $name', (run) => {
  it('at every byte that is written leaves the old or the new state, and the wallet that there was', () => {
    const { before, storage } = writesOf(run);
    const theWallet = walletOf(run);
    expect(theWallet).toMatch(/^[0-9a-f]{32}$/);
    const now = before.slice();
    const states: string[] = [];
    const look = (): void => {
      const torn = createTestStorage();
      torn.bytes.set(now);
      const status = createTestDevice({ storage: torn, random: soundRandom() }).status();
      expect(status.outcome).toBe('none');
      expect(equalBytes(torn.bytes.subarray(0, slot), torn.bytes.subarray(slot, 2 * slot))).toBe(true);
      states.push(status.wallet);
      const opened = openedBy(torn.bytes, [...run.opensWith].slice(0, status.triesLeft));
      if (status.triesLeft > 1 || run.opensWith.length === 1) {
        expect(opened).toBe(status.wallet === 'empty' ? 'empty' : theWallet);
      }
    };
    look();
    for (const { offset, bytes } of storage.log) {
      bytes.forEach((byte, at) => {
        now[offset + at] = byte;
        look();
      });
      tally.add(run.name, bytes.length);
    }
    // Each state comes once and none comes back: old, perhaps unfinished, new.
    const order = states.filter((state, at) => state !== states[at - 1]);
    expect(order).toEqual([...new Set(order)]);
    expect([order[0], order.at(-1)]).toEqual([run.before, run.after]);
  });

  it('in the middle of a write, and again in the repair at the next start, loses no more', () => {
    const { before, storage } = writesOf(run);
    const now = before.slice();
    const every = proofRuns({ short: 0, long: 1 }) === 1 ? 1 : 37;
    for (const { offset, bytes } of storage.log) {
      bytes.forEach((byte, at) => {
        now[offset + at] = byte;
        if (at % every !== 0) return;
        for (const budget of [0, 1, slot - 1, slot]) {
          const torn = createTestStorage();
          torn.bytes.set(now);
          torn.budget = budget;
          createTestDevice({ storage: torn, random: soundRandom() });
          torn.budget = Number.POSITIVE_INFINITY;
          const status = createTestDevice({ storage: torn, random: soundRandom() }).status();
          expect([
            status.outcome,
            status.wallet === run.before ||
              status.wallet === run.after ||
              status.wallet === 'unfinished-backup',
          ]).toEqual(['none', true]);
        }
      });
    }
  });
});
