/**
 * H6, S16: power cut at every byte of every write of every ceremony. What is left is the old or the new state, whole;
 * and as long as there is a wallet, it is the same one and one of its person's PINs opens it.
 */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { recordLength } from '../../firmware-sim/core/vault/storage/record.ts';
import { slotLength } from '../../firmware-sim/core/vault/storage/slots.ts';
import { equalBytes } from '../../src/protocol/bytes.ts';
import {
  ceremonyRuns,
  openedBy,
  playRun,
  soundRandom,
  storageBefore,
  walletOf,
  type CeremonyRun,
} from '../fixtures/proof/ceremony-runs.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof } from '../fixtures/proof/summary.ts';
import { createTestDevice, createTestStorage, type TestStorage } from '../fixtures/devices/test-device.ts';

vi.mock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

const slot = slotLength(recordLength);
/** Where slot 1 begins. */
const second = createTestStorage().bytes.length / 2;
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
  it('a power cut at any byte leaves the old or new state, and the wallet intact', () => {
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
      expect(equalBytes(torn.bytes.subarray(0, slot), torn.bytes.subarray(second, second + slot))).toBe(true);
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

  it('a second power cut, during the repair, loses no more than the first', () => {
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
