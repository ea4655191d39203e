/**
 * H1 by time, in the manner of dudect: a host times every answer of a device with a fixed phrase and of one with another
 * phrase, under the same presses, and of one whose person presses while it asks and one whose doesn't. No stage of any
 * ceremony tells the two apart, as far as so many samples can. Leaks that are sown are found in as many.
 */
import { describe, expect, it } from 'vitest';
import { allApps } from '../../firmware-sim/apps/all-apps.ts';
import { createDeviceApps } from '../../firmware-sim/core/device-apps.ts';
import type { KeyRing } from '../../firmware-sim/core/signing-keys.ts';
import { openKeys } from '../../firmware-sim/core/vault/signing/open-keys.ts';
import { slotMs } from '../../firmware-sim/pace/pace.ts';
import { toHex } from '../../src/protocol/bytes.ts';
import { encodeNonceRequest } from '../../src/protocol/commands/protect.ts';
import { decodeStatus, encodeStatusRequest, statusLength } from '../../src/protocol/commands/status.ts';
import { seedOfPhrase } from '../fixtures/data/independent-phrase.ts';
import { keyAt } from '../fixtures/data/independent-secp256k1.ts';
import { firstAccount, pathBytes } from '../fixtures/devices/ethereum-commands.ts';
import {
  createTestDevice,
  createTestStorage,
  seededRandom,
  type TestDevice,
} from '../fixtures/devices/test-device.ts';
import { backedUpImage, lifePin } from '../fixtures/drivers/life-scripts.ts';
import { proofRuns } from '../fixtures/proof/scale.ts';
import { createTally, reportProof } from '../fixtures/proof/summary.ts';
import { hostNonceOf, protect } from '../fixtures/signing/protected-signing.ts';
import { openEthereum, say } from '../fixtures/signing/signing-device.ts';
import { encodeApdu, pathText, personalMessage } from '../fixtures/signing/signing-requests.ts';
import { timedFirmware, type TimedAnswer, type TimedOptions } from '../fixtures/timing/timed-firmware.ts';
import { searchByWord } from '../fixtures/timing/search-by-word.ts';
import { createLot, pairedScore, tellsApart, type Lot } from '../fixtures/timing/welch.ts';
import { createShelf, createTwinRunner } from '../fixtures/twins/run-twins.ts';
import { rightPin, wholeCeremonies, type TwinScript } from '../fixtures/twins/twin-scripts.ts';
import {
  agreeToNewWallet,
  choosePin,
  enterPin,
  reveal,
  runPerson,
  tap,
  writeWordsDown,
  type Person,
} from '../kit/drivers/person.ts';
import { answerApp, readAndSign } from '../kit/drivers/signing-person.ts';

const statusCommand = toHex(encodeStatusRequest());

/** Numbers from 0 up to 1, the same for both twins. */
function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

interface Timed extends TimedAnswer {
  readonly stage: string;
}

/** What a host can call an answer by: what the status said last. */
function stageAfter(before: string, { command, response }: TimedAnswer): string {
  if (toHex(command) !== statusCommand || response.length !== statusLength + 2) return before;
  const { activity, stage, position } = decodeStatus(response.subarray(0, -2));
  return activity === 'none' ? 'at rest' : `${stage} ${position}`;
}

/** Makes a device that times its answers into `times`. */
function timedDevice(
  options: Pick<TimedOptions, 'paced' | 'sown'>,
  seed: number,
  times: Timed[],
): (device: Parameters<typeof createTestDevice>[0]) => TestDevice {
  const dice = createDice(seed);
  let stage = '';
  const createFirmware = timedFirmware({
    ...options,
    idle: () => dice() * slotMs,
    askAfter: () => dice() * 0.01,
    onAnswer(answer) {
      stage = stageAfter(stage, answer);
      times.push({ ...answer, stage });
    },
  });
  return (device) => createTestDevice({ ...device, createFirmware });
}

const shelf = createShelf();
const everyCeremony = wholeCeremonies.filter(({ setting }) => setting.wordCount === 12);
/** Words on the glass, and questions about them. */
const revealed = everyCeremony.filter(
  ({ setting, pin }) => setting.request.kind === 'reveal' && pin === rightPin,
);
const phrases = 10;
const noCoverage = { stages: createTally(), outcomes: createTally(), moves: createTally() };

/** The answers to the fixed phrase and to another one, in pairs: whole ceremonies, every one of them once a round. */
function* pairsOfPhrases(
  rounds: number,
  options: Pick<TimedOptions, 'paced' | 'sown'>,
  scripts: readonly TwinScript[] = everyCeremony,
): Generator<readonly [fixed: Timed, other: Timed]> {
  for (let round = 0; round < rounds; round += 1) {
    for (const [number, script] of scripts.entries()) {
      const made: Timed[][] = [];
      const run = createTwinRunner((device) => {
        const times: Timed[] = [];
        made.push(times);
        return timedDevice(options, round * 1000 + number, times)(device);
      }, shelf);
      const other = 1 + ((round + number) % (phrases - 1));
      const fixedFirst = round % 2 === 0;
      run({ ...script, phrases: fixedFirst ? [0, other] : [other, 0] }, noCoverage);
      const [fixed = [], varied = []] = fixedFirst ? made : made.toReversed();
      for (const [at, answer] of fixed.entries()) yield [answer, varied[at] ?? answer];
    }
  }
}

interface Comparison {
  readonly answers: number;
  readonly stages: number;
  /** The largest score of a stage. */
  readonly worst: number;
  /** Answers of a ceremony that left between two beats. */
  readonly offBeat: number;
}

function compare(pairs: Iterable<readonly [Timed, Timed]>): Comparison {
  const byStage = new Map<string, Lot>();
  let [answers, offBeat] = [0, 0];
  for (const [one, other] of pairs) {
    const lot = byStage.get(one.stage) ?? createLot();
    byStage.set(one.stage, lot);
    lot.add(one.took - other.took);
    answers += 2;
    offBeat += [one, other].filter(({ stage, onBeat }) => !onBeat && stage !== 'at rest').length;
  }
  // A handful of answers, all alike, says nothing.
  const lots = [...byStage.values()].filter(({ count }) => count >= 20);
  const worst = Math.max(...lots.map((lot) => Math.abs(pairedScore(lot))));
  return { answers, stages: byStage.size, worst, offBeat };
}

const rounds = proofRuns({ short: 2, long: 60 });

/** Without the longest tenth, as dudect does: what keeps a process from its processor says nothing. */
function withoutLongest(pairs: Iterable<readonly [Timed, Timed]>): readonly (readonly [Timed, Timed])[] {
  const all = [...pairs];
  const longest = ([one, other]: readonly [Timed, Timed]): number => Math.max(one.took, other.took);
  const limit = all.map(longest).toSorted((one, other) => one - other)[Math.floor(all.length * 0.9)] ?? 0;
  return all.filter((pair) => longest(pair) <= limit);
}

const hostNonce = hostNonceOf(1);
const number = encodeNonceRequest(hostNonce);

/** Keys and signatures of a device with a fixed phrase, and of one with another, in pairs. `slow`: a leak, work by a bit of the key. */
function* pairsOfSigners(
  rounds: number,
  slow?: (key: Uint8Array) => void,
): Generator<readonly [Timed, Timed]> {
  const wallets = [0, 1, 2, 3].map((phrase) => backedUpImage(`timed ${phrase}`));
  const signers = wallets.map(({ image }) => {
    const times: Timed[] = [];
    const dice = createDice(3);
    const storage = createTestStorage();
    storage.bytes.set(image);
    const device = createTestDevice({
      storage,
      random: seededRandom({ all: 'timed' }),
      apps: allApps,
      openKeys(...parameters) {
        const ring = openKeys(...parameters);
        const sign: KeyRing['sign'] = (path, digest) => {
          slow?.(ring.publicKey(path).point);
          return ring.sign(path, digest);
        };
        return slow === undefined ? ring : { ...ring, sign };
      },
      createFirmware: timedFirmware({
        paced: true,
        apps: createDeviceApps(allApps),
        idle: () => dice() * slotMs,
        askAfter: () => dice() * 0.01,
        onAnswer(answer) {
          const kinds: Readonly<Record<number, string>> = {
            35: 'a point',
            67: 'a signature',
            109: 'a key',
          };
          const isProtected = toHex(answer.command) === toHex(number);
          const stage = isProtected ? 'a protected signature' : kinds[answer.response.length];
          if (stage !== undefined) times.push({ ...answer, stage });
        },
      }),
    });
    /** What waits for a beat has happened by the time that somebody looks. */
    const lead = (person: Person<unknown>): void =>
      void runPerson(person, (action) => {
        device.fingers(action);
        device.exchange(encodeStatusRequest());
        return device.textLines();
      });
    lead(enterPin(lifePin));
    expect(say(device, openEthereum)).toBe('9000');
    return { device, times, lead };
  });
  const key = encodeApdu({ cla: 0xe0, ins: 0x02, p1: 0, p2: 0, data: pathBytes() });
  for (let round = 0; round < rounds; round += 1) {
    const other = 1 + (round % (signers.length - 1));
    const message = personalMessage(Uint8Array.of(0x61 + (round % 26)), firstAccount, [200]);
    // Each is the first one every other time.
    const turns = round % 2 === 0 ? [0, other] : [other, 0];
    const took = new Map<number, readonly Timed[]>();
    for (const at of turns) {
      const { device, times, lead } = signers[at] ?? expect.fail('no such signer');
      times.length = 0;
      if (say(device, key) === 'waits' && device.status().stage === 'consent') lead(answerApp('yes'));
      for (const command of message.commands) say(device, command);
      lead(readAndSign());
      for (const command of [protect(hostNonce), ...message.commands]) say(device, command);
      lead(readAndSign());
      say(device, number);
      // Whatever waits for a beat.
      device.exchange(encodeStatusRequest());
      took.set(at, [...times]);
    }
    const [fixed = [], varied = []] = [took.get(0), took.get(other)];
    expect([fixed.length, varied.length]).toEqual([4, 4]);
    for (const [at, answer] of fixed.entries()) yield [answer, varied[at] ?? answer];
  }
}

describe('the time of an answer that a person has decided on', () => {
  it('is the same for two phrases, of a key and of a signature, and on the grid', () => {
    const found = compare(withoutLongest(pairsOfSigners(proofRuns({ short: 60, long: 4_000 }))));
    reportProof('H1 by time: keys and signatures of two phrases', { ...found });
    expect(found.stages).toBe(4);
    expect(found.offBeat).toBe(0);
    expect(found.worst).toBeLessThan(tellsApart);
  });

  it('would tell two phrases apart: work that depends on the key is found', () => {
    const [fixed] = [backedUpImage('timed 0').paper.join(' ')].map(seedOfPhrase);
    const { point } = keyAt(Uint8Array.from(fixed ?? []), pathText(firstAccount));
    const found = compare(
      pairsOfSigners(60, (key) => {
        const until = performance.now() + (toHex(key) === point ? 25 : 0);
        while (performance.now() < until);
      }),
    );
    expect(found.worst).toBeGreaterThan(tellsApart);
  });
});

describe('the time of an answer', () => {
  it('is the same for two phrases, at each stage of each ceremony', () => {
    const found = compare(pairsOfPhrases(rounds, { paced: true }));
    reportProof('H1 by time: two phrases', { ...found });
    expect(found.stages).toBeGreaterThan(30);
    expect(found.offBeat).toBe(0);
    expect(found.worst).toBeLessThan(tellsApart);
  });

  it('would tell two phrases apart: a search that depends on the word is found', () => {
    const found = compare(
      withoutLongest(pairsOfPhrases(24, { paced: false, sown: (word) => searchByWord(word) }, revealed)),
    );
    expect(found.worst).toBeGreaterThan(tellsApart);
  });

  it('does not even with such a search, on the grid', () => {
    const found = compare(pairsOfPhrases(12, { paced: true, sown: (word) => searchByWord(word) }, revealed));
    expect(found.worst).toBeLessThan(tellsApart);
  });

  it.each([
    ['the same whether a person presses or thinks', true],
    ['longer while a press is at work, without the grid', false],
  ])('is %s', (_, paced) => {
    const { worst, stages } = compare(
      withoutLongest(pairsOfPersons(proofRuns({ short: 2000, long: 20_000 }), paced)),
    );
    expect(stages).toBe(1);
    if (paced) expect(worst).toBeLessThan(tellsApart);
    else expect(worst).toBeGreaterThan(tellsApart);
  });
});

/** Two persons at the same question, of which no status tells what they press: one turns the bar, the other one thinks. */
function* pairsOfPersons(questions: number, paced: boolean): Generator<readonly [Timed, Timed]> {
  const persons = [true, false].map((turns) => {
    const times: Timed[] = [];
    const device = timedDevice({ paced }, 7, times)({});
    device.startCreate(12);
    const status = (): Uint8Array => device.exchange(encodeStatusRequest());
    runPerson(upToTheQuestions(), (action) => {
      device.fingers(action);
      status();
      return device.textLines();
    });
    times.length = 0;
    return { device, times, turns, status };
  });
  for (let question = 0; question < questions; question += 1) {
    for (const { device, turns, status } of persons) {
      const button = question % 2 === 0 ? 'right' : 'left';
      // A button that is up already is let go once more: a moment for both, and no work for one.
      if (turns) device.press(button);
      else device.release(button);
      status();
      device.release(button);
      status();
    }
  }
  const [turning, thinking] = persons;
  for (const [at, answer] of (turning?.times ?? []).entries()) {
    yield [answer, thinking?.times[at] ?? answer];
  }
}

function* upToTheQuestions(): Person<void> {
  yield* agreeToNewWallet();
  yield* choosePin(rightPin);
  yield* reveal();
  yield* writeWordsDown(12);
  yield* tap('right');
}
