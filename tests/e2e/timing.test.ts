/**
 * H1 by time, over TCP: a host asks a real `firmware-sim` process without a pause, and times every answer by the clock
 * on the wall. What it learns of the word on the glass, and of whether somebody presses a button.
 */
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { concatBytes } from '../../src/protocol/bytes.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createLot, tellsApart, welchScore, type Lot } from '../fixtures/timing/welch.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { createBenchClient, type BenchClient } from '../kit/clients/bench-client.ts';
import { startSimulator, type StartOptions } from '../kit/clients/simulator-process.ts';
import { agreeToNewWallet, choosePin, reveal, runPersonAsync, type Person } from '../kit/drivers/person.ts';

const wordCount = 12;

interface Kind {
  readonly start: StartOptions;
  /**
   * Milliseconds after a press in which answers count. The same for each press: of two lots with unlike numbers of answers, the longest
   * differ by noise alone.
   */
  readonly windowMs: number;
}

const paced: Kind = { start: {}, windowMs: 35 };
const unpaced: Kind = {
  start: {
    command: resolve(import.meta.dirname, '../fixtures/timing/unpaced-simulator.ts'),
    environment: { NODE_OPTIONS: '--import=tsx' },
  },
  windowMs: 20,
};

/** How often something is timed. `untilFound`: what was sown has been found once two lots differ, and noise of other tests asks for more. */
interface Rounds {
  readonly most: number;
  readonly untilFound?: boolean;
}

/** Rounds before the first look at what was found, and between two looks. */
const lookEvery = 10;

/** Does it again and again; the score at the end. */
async function repeat(
  { most, untilFound = false }: Rounds,
  score: () => number,
  round: (index: number) => Promise<void>,
): Promise<number> {
  for (let index = 0; index < most; index += 1) {
    await round(index);
    if (untilFound && (index + 1) % lookEvery === 0 && score() > tellsApart) break;
  }
  return score();
}

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});

interface Clock {
  /** Asks for the status without a pause while `during` runs. */
  asking(during: () => Promise<void>): Promise<void>;
  /** Of the answers within `windowMs` of when the press was asked for, right after an answer: the longest, in milliseconds. */
  longestAfter(press: () => Promise<unknown>): Promise<number>;
}

function createClock(socket: Socket, windowMs: number): Clock {
  const command = encodeStatusRequest();
  const request = concatBytes(Uint8Array.of(0, 0, 0, command.length), command);
  let [askedAt, longest] = [0, 0];
  let isAsking = false;
  const ask = (): void => {
    askedAt = performance.now();
    socket.write(request);
  };
  const onAnswer = (): void => {
    longest = Math.max(longest, performance.now() - askedAt);
    if (isAsking) ask();
  };
  socket.on('data', onAnswer);
  return {
    async asking(during) {
      isAsking = true;
      ask();
      await during();
      isAsking = false;
      await once(socket, 'data');
    },
    async longestAfter(press) {
      longest = 0;
      const end = performance.now() + windowMs;
      const pressed = press();
      while (performance.now() < end) await once(socket, 'data');
      const found = longest;
      await pressed;
      // The next press is asked for at the same point of the grid as this one.
      await once(socket, 'data');
      return found;
    },
  };
}

function* upToTheWords(): Person<void> {
  yield* agreeToNewWallet();
  yield* choosePin('4711');
  yield* reveal();
}

interface Desk {
  readonly bench: BenchClient;
  readonly clock: Clock;
}

/** A device whose first word is on the glass, and a host that asks it without a pause. */
async function deskWith({ start, windowMs }: Kind): Promise<Desk> {
  const simulator = await startSimulator(start);
  running.push(simulator);
  const bench = createBenchClient(simulator.benchUrl);
  await bench.pause();
  await bench.apdu(encodeCreateRequest({ wordCount }));
  await runPersonAsync(upToTheWords(), benchFingers(bench));
  const socket = connect(simulator.apduPort, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  running.push({ stop: async () => void socket.destroy() });
  return { bench, clock: createClock(socket, windowMs) };
}

type Lots = Map<string, number[]>;

function put(lots: Lots, place: string, milliseconds: number): void {
  const lot = lots.get(place) ?? [];
  lots.set(place, lot);
  lot.push(milliseconds);
}

/** Reads all words forth and back; the longest answer at each press. */
async function timeWords({ bench, clock }: Desk, lots: Lots): Promise<void> {
  await clock.asking(async () => {
    for (const button of ['right', 'left'] as const) {
      for (let press = 1; press < wordCount; press += 1) {
        put(lots, `${button} ${press}`, await clock.longestAfter(() => bench.press(button)));
      }
    }
  });
}

/** Without the longest quarter of both, as dudect does: what keeps a process from its processor says nothing. */
function cropped(one: readonly number[], other: readonly number[]): readonly [Lot, Lot] {
  const sorted = [...one, ...other].toSorted((left, right) => left - right);
  const limit = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  const lotOf = (figures: readonly number[]): Lot => {
    const lot = createLot();
    for (const figure of figures) if (figure <= limit) lot.add(figure);
    return lot;
  };
  return [lotOf(one), lotOf(other)];
}

const worst = (lots: Lots, others: Lots): number =>
  Math.max(
    ...[...lots].map(([place, lot]) => Math.abs(welchScore(...cropped(lot, others.get(place) ?? [])))),
  );

/** The word on the glass: one device, and others with other words, in turns. */
async function worstOfWords(kind: Kind, passes: Rounds): Promise<number> {
  const fixed = await deskWith(kind);
  const others = await Promise.all([1, 2, 3, 4].map(() => deskWith(kind)));
  const [lots, otherLots]: [Lots, Lots] = [new Map(), new Map()];
  return repeat(
    passes,
    () => worst(lots, otherLots),
    async (pass) => {
      await timeWords(fixed, lots);
      const other = others[pass % others.length];
      if (other !== undefined) await timeWords(other, otherLots);
    },
  );
}

/** A press: a button that goes down, and the same request for one that is down already and does nothing. */
async function worstOfPresses(kind: Kind, presses: Rounds): Promise<number> {
  const { bench, clock } = await deskWith(kind);
  const [lots, otherLots]: [Lots, Lots] = [new Map(), new Map()];
  const score = (): number => worst(lots, otherLots);
  await clock.asking(async () => {
    await repeat(presses, score, async () => {
      put(lots, 'down', await clock.longestAfter(() => bench.hold('left')));
      put(otherLots, 'down', await clock.longestAfter(() => bench.hold('left')));
      await clock.longestAfter(() => bench.letGo('left'));
    });
  });
  return score();
}

describe('the time of an answer over TCP', () => {
  it('tells nothing of the word on the glass', async () => {
    expect(await worstOfWords(paced, { most: proofRuns({ short: 12, long: 200 }) })).toBeLessThan(tellsApart);
  });

  it('would tell the word: a search that depends on it is found', async () => {
    expect(await worstOfWords(unpaced, { most: 150, untilFound: true })).toBeGreaterThan(tellsApart);
  });

  it('tells nothing of a press', async () => {
    expect(await worstOfPresses(paced, { most: proofRuns({ short: 100, long: 2000 }) })).toBeLessThan(
      tellsApart,
    );
  });

  it('would tell a press: without the grid it is found', async () => {
    expect(await worstOfPresses(unpaced, { most: 1000, untilFound: true })).toBeGreaterThan(tellsApart);
  });
});
