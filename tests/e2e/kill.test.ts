/** Kill -9 of the simulator during every write to its storage: what is there afterwards is the old or the new state, whole. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { createBenchClient, type BenchClient } from '../kit/clients/bench-client.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  createWallet,
  enterPin,
  expectScreen,
  runPersonAsync,
  tap,
  type Person,
} from '../kit/drivers/person.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';

const preload = resolve(import.meta.dirname, '../fixtures/fakes/kill-at-write.mjs');
const pin = '9753';
/** Bytes of a write that are in the file when the process dies. Every single byte is cut in `h6-interruption.test.ts`. */
const cuts = [0, 113, 227];

/** What a person does on a process that is killed at a write; gives how the process ended. */
async function runUntilKilled(
  storage: string,
  killAt: string,
  act: (bench: BenchClient) => Promise<unknown>,
): Promise<NodeJS.Signals | null> {
  const environment = { KILL_AT: killAt, NODE_OPTIONS: `--import=${preload}` };
  const started = await startSimulator({ storage, environment }).catch(() => undefined);
  if (started === undefined) return 'SIGKILL';
  const bench = createBenchClient(started.benchUrl);
  const run = async (): Promise<void> => {
    await bench.pause();
    await act(bench);
    await started.stop();
  };
  // A killed process answers nothing more: the request then fails, and how it ended is what counts.
  await run().catch(() => undefined);
  return (await started.ended).signal;
}

const person =
  <Result>(does: () => Person<Result>) =>
  (bench: BenchClient): Promise<Result> =>
    runPersonAsync(does(), benchFingers(bench));

async function createOn(bench: BenchClient): Promise<unknown> {
  await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
  return person(() => createWallet(12, pin))(bench);
}

/** A storage file after `act`, made once and copied for each kill. */
async function storageAfter(act: (bench: BenchClient) => Promise<unknown>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-kill-'));
  try {
    const storage = join(folder, 'device.bin');
    const simulator = await startSimulator({ storage });
    const bench = createBenchClient(simulator.benchUrl);
    await bench.pause();
    await act(bench);
    await simulator.stop();
    return readFileSync(storage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Kills the process at each write that `act` causes on a copy of `before`, after several numbers of bytes, and gives
 * what `look` finds at the next start, in order. `before` is `undefined` for a device that never was switched on.
 */
async function killAtEveryWrite<Found>(
  before: Uint8Array | undefined,
  act: (bench: BenchClient) => Promise<unknown>,
  look: (storage: string) => Promise<Found>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (let write = 0; ; write += 1) {
    let killed = 0;
    for (const kept of cuts) {
      const folder = mkdtempSync(join(tmpdir(), 'hostblind-kill-'));
      try {
        const storage = join(folder, 'device.bin');
        if (before !== undefined) writeFileSync(storage, before);
        if ((await runUntilKilled(storage, `${write}:${kept}`, act)) === 'SIGKILL') killed += 1;
        found.push(await look(storage));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    if (killed === 0) return found;
    expect(killed).toBe(cuts.length);
  }
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

/** The device's state at the next start, untouched. */
async function statusAfter(storage: string): Promise<PublicState> {
  const simulator = await startSimulator({ storage });
  try {
    const status = await createBenchClient(simulator.benchUrl).apdu(encodeStatusRequest());
    return decodeStatus(responseData(status));
  } finally {
    await simulator.stop();
  }
}

const wrongPin = '0000';

describe('kill -9 during a write', () => {
  it('a kill during start or create leaves the old or the new state, and a way on', async () => {
    const order = ['empty', 'unfinished-backup', 'backed-up'];
    const wallets = await killAtEveryWrite(undefined, createOn, stateAfter);
    const states = wallets.map((wallet) => order.indexOf(wallet));
    // Six writes of the core (new device, unfinished, backed up; two slots each), and what prepares the file.
    expect(states.length).toBeGreaterThanOrEqual(7 * cuts.length);
    expect(states).toEqual(states.toSorted((left, right) => left - right));
    expect(new Set(states).size).toBe(3);
  });

  it('of PIN tries never gives a try back and never loses the wallet', async () => {
    const before = await storageAfter(createOn);
    const wrongThenRight = person(function* wrongThenRight() {
      yield* enterPin(wrongPin);
      yield* tap('right');
      yield* enterPin(pin);
    });
    const found = await killAtEveryWrite(before, wrongThenRight, statusAfter);
    expect(new Set(found.map(({ wallet }) => wallet))).toEqual(new Set(['backed-up']));
    // Three tries, two after the wrong one, one while the right one is compared, three again.
    const tries = found.map(({ triesLeft }) => triesLeft);
    expect(tries.filter((left, at) => left !== tries[at - 1])).toEqual([3, 2, 1, 3]);
  });

  it('of the wipe after three wrong PINs ends in the wipe', async () => {
    const before = await storageAfter(createOn);
    const threeWrong = person(function* threeWrong() {
      for (let tries = 0; tries < 3; tries += 1) {
        yield* enterPin(wrongPin);
        yield* tap('right');
      }
    });
    const found = await killAtEveryWrite(before, threeWrong, statusAfter);
    const wallets = found.map(({ wallet, triesLeft }) =>
      wallet === 'empty' ? 'empty' : `${triesLeft} tries`,
    );
    expect(wallets.filter((state, at) => state !== wallets[at - 1])).toEqual([
      '3 tries',
      '2 tries',
      '1 tries',
      'empty',
    ]);
  });

  it('of a discard leaves the unfinished backup or nothing', async () => {
    const before = await storageAfter(async (bench) => {
      await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
      await person(function* untilThePin() {
        yield* agreeToNewWallet();
        yield* choosePin(pin);
      })(bench);
    });
    const discard = person(function* discard() {
      yield* expectScreen('Not backed up');
      yield* tap('left');
      yield { kind: 'hold', milliseconds: 1600 };
    });
    const found = await killAtEveryWrite(before, discard, statusAfter);
    const wallets = found.map(({ wallet }) => wallet);
    expect(wallets.filter((state, at) => state !== wallets[at - 1])).toEqual(['unfinished-backup', 'empty']);
  });
});
