/** Kill -9 of the simulator during every write to its storage: what is there afterwards is the old or the new state, whole. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { responseData } from '../../src/protocol/apdu.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { createBenchClient } from '../support/bench-client.ts';
import {
  backUp,
  createWallet,
  enterPin,
  expectScreen,
  runPersonAsync,
  tap,
  type Person,
} from '../support/person.ts';
import { startSimulator } from '../support/simulator-process.ts';
import { benchFingers } from './support/bench-fingers.ts';

const preload = resolve(import.meta.dirname, '../support/kill-at-write.mjs');
const pin = '9753';

/** Runs a whole ceremony on a process that is killed at a write; gives how it ended. */
async function ceremonyUntilKilled(storage: string, killAt: string): Promise<NodeJS.Signals | null> {
  const environment = { KILL_AT: killAt, NODE_OPTIONS: `--import=${preload}` };
  const started = await startSimulator({ storage, environment }).catch(() => undefined);
  if (started === undefined) return 'SIGKILL';
  const bench = createBenchClient(started.benchUrl);
  const ceremony = async (): Promise<void> => {
    await bench.pause();
    await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
    await runPersonAsync(createWallet(12, pin), benchFingers(bench));
    await started.stop();
  };
  // A killed process answers nothing more: the request then fails, and how it ended is what counts.
  await ceremony().catch(() => undefined);
  return (await started.ended).signal;
}

function* resume(): Person<void> {
  yield* expectScreen('Not backed up');
  yield* tap('right');
  yield* enterPin(pin);
  yield* backUp(12);
}

/** Starts the simulator again on what was left, and checks that a person can go on from there. */
async function stateAfter(storage: string): Promise<PublicState['wallet']> {
  const simulator = await startSimulator({ storage });
  try {
    const bench = createBenchClient(simulator.benchUrl);
    await bench.pause();
    const read = async (): Promise<PublicState> =>
      decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
    const { wallet, outcome, triesLeft } = await read();
    expect({ outcome, triesLeft }).toEqual({ outcome: 'none', triesLeft: 3 });
    if (wallet === 'unfinished-backup') await runPersonAsync(resume(), benchFingers(bench));
    if (wallet === 'backed-up') await runPersonAsync(enterPin(pin), benchFingers(bench));
    const after = await read();
    expect(after.wallet).toBe(wallet === 'empty' ? 'empty' : 'backed-up');
    expect(after.locked).toBe(false);
    return wallet;
  } finally {
    await simulator.stop();
  }
}

describe('kill -9 during a write', () => {
  it('leaves the old or the new state at every write of start and ceremony', async () => {
    const order = ['empty', 'unfinished-backup', 'backed-up'];
    const states: number[] = [];
    for (let write = 0; ; write += 1) {
      const cuts = [0, 1, 113, 227];
      let killed = 0;
      for (const kept of cuts) {
        const folder = mkdtempSync(join(tmpdir(), 'hostblind-kill-'));
        try {
          const storage = join(folder, 'device.bin');
          if ((await ceremonyUntilKilled(storage, `${write}:${kept}`)) === 'SIGKILL') killed += 1;
          states.push(order.indexOf(await stateAfter(storage)));
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }
      if (killed === 0) break;
      expect(killed).toBe(cuts.length);
    }
    // Six writes of the core (new device, unfinished, backed up; two slots each), and what prepares the file.
    expect(states.length).toBeGreaterThanOrEqual(7 * 4);
    expect(states).toEqual(states.toSorted((left, right) => left - right));
    expect(new Set(states).size).toBe(3);
  }, 120_000);
});
