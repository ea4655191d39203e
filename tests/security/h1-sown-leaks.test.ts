/**
 * The proof of H1 can fail: leaks are sown into the firmware, one at a time, and the comparison of twins finds each.
 * Some change what a device answers, others a module inside: its timing, its order, its count of presses.
 */
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Flow } from '../../firmware-sim/core/glass/flow.ts';
import type * as backupModule from '../../firmware-sim/core/glass/backup.ts';
import type * as confirmModule from '../../firmware-sim/core/glass/confirm.ts';
import type * as halvingModule from '../../firmware-sim/core/glass/halving.ts';
import type * as wordsModule from '../../firmware-sim/core/glass/words.ts';
import type * as candidatesModule from '../../firmware-sim/core/vault/candidates.ts';
import type * as questionModule from '../../firmware-sim/core/vault/question.ts';
import type * as randomModule from '../../firmware-sim/core/vault/random.ts';
import type * as sealingModule from '../../firmware-sim/core/vault/sealing.ts';
import { createShelf } from '../support/proof/run-twins.ts';
import { createTally, reportProof } from '../support/proof/summary.ts';
import { leakingDevice, wireLeaks } from '../support/proof/wire-leaks.ts';

vi.mock('@noble/hashes/pbkdf2.js', async () => {
  const { rememberedPbkdf2 } = await import('../support/proof/fast-pbkdf2.ts');
  return rememberedPbkdf2();
});
vi.mock('../../firmware-sim/core/glass/canvas.ts', async () => {
  const { picturelessCanvas } = await import('../support/proof/pictureless-canvas.ts');
  return picturelessCanvas();
});

/** Scripts within which each leak must be found; the real firmware passes a hundred thousand. */
const scripts = 6_000;
const found: Record<string, string> = {};
/** Filled by the sound firmware, loaded before anything is sown. */
const shelf = createShelf();

/** How many scripts it takes to tell the twins apart, on the modules as they are mocked now. */
async function scriptsToFind(name: string, leak?: (typeof wireLeaks)[string]): Promise<number> {
  const { createTwinRunner } = await import('../support/proof/run-twins.ts');
  const { twinScript } = await import('../support/proof/twin-scripts.ts');
  const { createTestDevice } = await import('../support/test-device.ts');
  const run = createTwinRunner(leak === undefined ? createTestDevice : leakingDevice(leak), shelf);
  const coverage = { stages: createTally(), outcomes: createTally(), moves: createTally() };
  const property = fc.property(twinScript, (script) => void run(script, coverage));
  const result = fc.check(property, { numRuns: scripts, seed: 20_261_124, endOnFailure: true });
  found[name] = result.failed ? `script ${result.numRuns}` : 'NOT FOUND';
  expect((result.errorInstance as Error | undefined)?.name).toBe('ToldApart');
  return result.numRuns;
}

afterAll(() => reportProof('H1 sown leaks, each found by the comparison of twins', found));

describe('H1 would notice a leak in what is answered', () => {
  it.each(Object.entries(wireLeaks))('%s', async (name, leak) => {
    expect(await scriptsToFind(name, leak)).toBeLessThan(scripts);
  });
});

const core = '../../firmware-sim/core';

/** A module of the firmware with one change, and what it leaks by. */
const moduleLeaks: Readonly<Record<string, () => void>> = {
  'in timing: the first word comes a tick later for each of its letters'() {
    vi.doMock(`${core}/glass/words.ts`, async (original) => {
      const real = await original<typeof wordsModule>();
      return {
        ...real,
        *showWords(...args: Parameters<typeof real.showWords>): ReturnType<typeof real.showWords> {
          for (let letters = args[1].word(1).length; letters > 0; letters -= 1) yield;
          return yield* real.showWords(...args);
        },
      };
    });
  },
  'in a count: a short word takes a second press'() {
    vi.doMock(`${core}/glass/words.ts`, async (original) => {
      const real = await original<typeof wordsModule>();
      return {
        ...real,
        *showWords(...args: Parameters<typeof real.showWords>): ReturnType<typeof real.showWords> {
          const [glass, wallet] = args;
          if (wallet.word(1).length < 5) yield* real.showWord(glass, wallet, 1, glass.enter('words', 1));
          return yield* real.showWords(...args);
        },
      };
    });
  },
  'in order: the place of the right answer depends on the word'() {
    vi.doMock(`${core}/vault/question.ts`, async (original) => {
      const real = await original<typeof questionModule>();
      return {
        ...real,
        makeQuestion(...args: Parameters<typeof real.makeQuestion>): ReturnType<typeof real.makeQuestion> {
          const { choices, right } = real.makeQuestion(...args);
          const word = choices[right] ?? 0;
          const place = word % 4;
          [choices[right], choices[place]] = [choices[place] ?? 0, word];
          return { choices, right: place };
        },
      };
    });
  },
  'in the position while confirming: each word is told as it is asked'() {
    vi.doMock(`${core}/glass/confirm.ts`, async (original) => {
      const real = await original<typeof confirmModule>();
      return {
        ...real,
        *confirmEveryWord(
          ...args: Parameters<typeof real.confirmEveryWord>
        ): ReturnType<typeof real.confirmEveryWord> {
          const confirming = real.confirmEveryWord(...args);
          for (let step = confirming.next(); ; step = confirming.next(yield)) {
            if (step.done === true) return step.value;
            args[0].state.position = 1;
            args[0].state.total = args[1].wordCount;
          }
        },
      };
    });
  },
  'in the number of presses: halving is over sooner for every other word'() {
    vi.doMock(`${core}/glass/halving.ts`, async (original) => {
      const real = await original<typeof halvingModule>();
      const { gesture } = await import('../../firmware-sim/core/glass/gestures.ts');
      return {
        ...real,
        *enterByHalving(...args: Parameters<typeof real.enterByHalving>): Flow<number | 'back'> {
          const entered = yield* real.enterByHalving(...args);
          if (typeof entered === 'number' && entered % 2 === 1) yield* gesture();
          return entered;
        },
      };
    });
  },
  'in randomness: the PIN pad starts where the phrase says'() {
    let shift = 0;
    vi.doMock(`${core}/vault/sealing.ts`, async (original) => {
      const real = await original<typeof sealingModule>();
      return {
        ...real,
        unseal(...args: Parameters<typeof real.unseal>): ReturnType<typeof real.unseal> {
          const secret = real.unseal(...args);
          shift = secret?.entropy[0] ?? 0;
          return secret;
        },
      };
    });
    vi.doMock(`${core}/vault/random.ts`, async (original) => {
      const real = await original<typeof randomModule>();
      return {
        ...real,
        drawRandom(...args: Parameters<typeof real.drawRandom>): Uint8Array {
          const bytes = real.drawRandom(...args);
          if (args[1] === 'pin-pad') bytes[3] = (bytes[3] ?? 0) ^ (shift & 7);
          return bytes;
        },
      };
    });
  },
  'in a number: a candidate is counted twice when the part before it is odd'() {
    vi.doMock(`${core}/vault/candidates.ts`, async (original) => {
      const real = await original<typeof candidatesModule>();
      return {
        ...real,
        createCandidates(
          ...[drawPart, length]: Parameters<typeof real.createCandidates>
        ): ReturnType<typeof real.createCandidates> {
          let [before, last, more] = [0, 0, 0];
          const drawn = (): Uint8Array => {
            const part = drawPart();
            [before, last] = [last, part[0] ?? 0];
            return part;
          };
          const candidates = real.createCandidates(drawn, length);
          return {
            ...candidates,
            commit() {
              const made = candidates.commit();
              if (made === 'notInThisState') return made;
              more += before & 1;
              return { ...made, candidate: made.candidate + more };
            },
          };
        },
      };
    });
  },
  'in timing: the last press of a backup file is asked for later, by the first code word'() {
    vi.doMock(`${core}/glass/backup.ts`, async (original) => {
      const real = await original<typeof backupModule>();
      return {
        ...real,
        *showAndConfirm(
          ...args: Parameters<typeof real.showAndConfirm>
        ): ReturnType<typeof real.showAndConfirm> {
          const ended = yield* real.showAndConfirm(...args);
          // Of a phrase there is no file to seal: this leak is about the code alone.
          if ('seal' in args[1]) for (let left = args[1].word(1).length; left > 0; left -= 1) yield;
          return ended;
        },
      };
    });
  },
  'in a count: after a slip, only a long word brings its neighbours back'() {
    vi.doMock(`${core}/glass/confirm.ts`, async (original) => {
      const real = await original<typeof confirmModule>();
      return {
        ...real,
        *confirmEveryWord(
          ...args: Parameters<typeof real.confirmEveryWord>
        ): ReturnType<typeof real.confirmEveryWord> {
          const [glass, wallet] = args;
          const foot = glass.enter('confirm');
          for (let position = 1; position <= wallet.wordCount; position += 1) {
            const answer = yield* real.ask(glass, wallet, position, foot);
            if (answer === 'again') return answer;
            if (answer === 'wrong' && wallet.word(position).length > 5) position = 0;
          }
          return 'confirmed';
        },
      };
    });
  },
};

const sown = [
  'glass/backup',
  'vault/candidates',
  'glass/words',
  'glass/confirm',
  'glass/halving',
  'vault/question',
  'vault/random',
  'vault/sealing',
];

describe('H1 would notice a leak inside', () => {
  afterEach(() => {
    sown.forEach((module) => vi.doUnmock(`${core}/${module}.ts`));
    vi.resetModules();
  });

  it.each(Object.entries(moduleLeaks))('%s', async (name, sow) => {
    vi.resetModules();
    sow();
    expect(await scriptsToFind(name)).toBeLessThan(scripts);
  });

  it('and finds none where none was sown', async () => {
    const { createTwinRunner } = await import('../support/proof/run-twins.ts');
    const { twinScript } = await import('../support/proof/twin-scripts.ts');
    const { createTestDevice } = await import('../support/test-device.ts');
    const run = createTwinRunner(createTestDevice, shelf);
    const coverage = { stages: createTally(), outcomes: createTally(), moves: createTally() };
    fc.assert(
      fc.property(twinScript, (script) => void run(script, coverage)),
      { numRuns: 200, seed: 20_261_124 },
    );
  });
});
