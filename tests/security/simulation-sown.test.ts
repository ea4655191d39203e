/**
 * The simulation can fail: faults are sown in the firmware, the transport, the session and the records, one at a time, and it
 * finds each. Two are faults that this project had (S-7, S-9).
 */
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Board } from '../../firmware-sim/core/board.ts';
import type * as deafModule from '../../firmware-sim/core/glass/deaf.ts';
import type { Flow, Input } from '../../firmware-sim/core/glass/flow.ts';
import type * as gesturesModule from '../../firmware-sim/core/glass/gestures.ts';
import type * as glassModule from '../../firmware-sim/core/glass/glass.ts';
import type * as candidatesModule from '../../firmware-sim/core/vault/entropy/candidates.ts';
import { stretchOf } from '../../firmware-sim/core/vault/keys/stretch.ts';
import type * as phraseModule from '../../firmware-sim/core/vault/phrase/phrase.ts';
import type * as slotsModule from '../../firmware-sim/core/vault/storage/slots.ts';
import type * as vaultModule from '../../firmware-sim/core/vault/vault.ts';
import type { Vault } from '../../firmware-sim/core/vault/vault.ts';
import type { Control } from '../../firmware-sim/core/wire/control.ts';
import type * as applyChangeModule from '../../src/records/apply-change.ts';
import type * as progressModule from '../../src/session/progress.ts';
import type * as guardModule from '../../src/transport/guard.ts';
import { reportProof } from '../fixtures/proof/summary.ts';
import type { Rule } from '../fixtures/simulation/broken-rule.ts';
import { inWords, type Run } from '../fixtures/simulation/decisions.ts';
import { promptCrypto } from '../fixtures/simulation/prompt-crypto.ts';

/** Seeds within which each must be found; the real system passes many more. */
const mostSeeds = 20_000;
/** Steps that are left of a run at most. */
const mostSteps = 12;
const told: Record<string, string> = {};

beforeEach(() => {
  vi.stubGlobal('crypto', promptCrypto);
  vi.doMock('../../firmware-sim/core/glass/screens/canvas.ts', async () => {
    const { picturelessCanvas } = await import('../fixtures/proof/pictureless-canvas.ts');
    return picturelessCanvas();
  });
  vi.doMock('../../firmware-sim/core/vault/keys/device-key.ts', async (original) => {
    const { rememberedSignatures } = await import('../fixtures/simulation/cheap-keys.ts');
    return rememberedSignatures(original);
  });
});

/** In which faults are sown. */
const modules = [
  'firmware-sim/core/glass/deaf',
  'firmware-sim/core/glass/gestures',
  'firmware-sim/core/glass/glass',
  'firmware-sim/core/vault/entropy/candidates',
  'firmware-sim/core/vault/phrase/phrase',
  'firmware-sim/core/vault/storage/slots',
  'firmware-sim/core/vault/vault',
  'firmware-sim/core/wire/control',
  'src/records/apply-change',
  'src/session/progress',
  'src/transport/guard',
];

afterEach(() => {
  for (const module of modules) vi.doUnmock(`../../${module}.ts`);
  vi.resetModules();
});

afterAll(() => reportProof('The whole system, simulated: sown faults, each found', told));

async function find(name: string, { breaks, isOf }: Sown) {
  // The modules are new ones, and with them what they read.
  await import('../read-english.ts');
  const { campaign, seedsOf, tell } = await import('../fixtures/simulation/campaign.ts');
  const { drawRun } = await import('../fixtures/simulation/decisions.ts');
  const { simulate } = await import('../fixtures/simulation/world.ts');
  const { found } = await campaign(seedsOf('sown', mostSeeds), isOf);
  told[name] = found === undefined ? 'NOT FOUND' : `run ${found.runs}, ${tell(found)}`;
  if (found === undefined) return expect.fail(`${name}: not found`);
  const { seed, broken, least } = found;
  expect(breaks).toContain(broken.rule);
  // The seed alone finds it again, and so do the few decisions that are left of it.
  const run = drawRun(seed);
  expect((await simulate(run)).broken).toEqual(broken);
  expect((await simulate(least)).broken?.rule).toBe(broken.rule);
  expect(least.decisions.length).toBeLessThan(run.decisions.length);
  expect(least.decisions.length).toBeLessThanOrEqual(mostSteps);
}

/** A decision of somebody, in words that `tell` has for it. */
const has =
  (...steps: readonly RegExp[]) =>
  ({ decisions }: Run): boolean => {
    const words = decisions.map(inWords);
    return steps.every((step) => words.some((each) => step.test(each)));
  };

const core = '../../firmware-sim/core';

/** A fault, what it breaks, and the modules in which it is sown. */
interface Sown {
  readonly breaks: readonly Rule[];
  /** Of which runs it is looked for; of all without. */
  readonly isOf?: (run: Run) => boolean;
  readonly sow: () => void;
}

const sown: Readonly<Record<string, Sown>> = {
  'S-7: whatever candidate there is gets opened and kept, for whoever asks': {
    breaks: ['pinned', 'alarm'],
    isOf: has(/meddles with the check/, /asks for a new wallet/),
    sow() {
      vi.doMock(`${core}/vault/entropy/candidates.ts`, async (original) => {
        const real = await original<typeof candidatesModule>();
        return {
          ...real,
          createCandidates(...args: Parameters<typeof real.createCandidates>) {
            let mixed = new Uint8Array();
            const candidates = real.createCandidates(...args);
            return {
              ...candidates,
              mix(hostPart) {
                const answer = candidates.mix(hostPart);
                if (typeof answer !== 'string') mixed = answer.slice();
                return answer;
              },
              open: () => candidates.open(mixed),
              keep: () => candidates.keep(mixed),
            } satisfies ReturnType<typeof real.createCandidates>;
          },
        };
      });
      vi.doMock(`${core}/wire/control.ts`, () => ({ controlOfOthers: (control: Control) => control }));
    },
  },
  'S-9: the slot that is known to be good is written first': {
    breaks: ['wallet'],
    isOf: has(/^storage: .* fails/, /^storage: .* is cut/),
    sow() {
      vi.doMock(`${core}/vault/storage/slots.ts`, async (original) => {
        const { knownGoodFirst } = await import('../fixtures/simulation/sown/known-good-first.ts');
        return knownGoodFirst(await original<typeof slotsModule>());
      });
    },
  },
  'H2: a screen that a host brought up takes presses at once': {
    breaks: ['press'],
    sow() {
      vi.doMock(`${core}/glass/deaf.ts`, async (original) => ({
        ...(await original<typeof deafModule>()),
        *deafSecond(_: unknown, draw: (left: number) => void): Flow<void> {
          yield* [];
          draw(0);
        },
      }));
    },
  },
  'H2: what a host takes back is not said': {
    breaks: ['withdrawn', 'message'],
    sow() {
      vi.doMock(`${core}/glass/glass.ts`, async (original) => {
        const real = await original<typeof glassModule>();
        return {
          ...real,
          *chooseLater(...args: Parameters<typeof real.chooseLater>): ReturnType<typeof real.chooseLater> {
            return args[0].state.stage === 'stopped' ? 'right' : yield* real.chooseLater(...args);
          },
        };
      });
    },
  },
  'H3: a wallet ID that is made of the words alone, and not of a hash': {
    breaks: ['words'],
    sow() {
      vi.doMock(`${core}/vault/phrase/phrase.ts`, async (original) => {
        const real = await original<typeof phraseModule>();
        return { ...real, walletIdFromPhrase: (phrase: Uint16Array) => real.entropyFromPhrase(phrase) };
      });
    },
  },
  'H5: a hold is over after half a second': {
    breaks: ['hold'],
    sow() {
      vi.doMock(`${core}/glass/gestures.ts`, async (original) => {
        const real = await original<typeof gesturesModule>();
        return {
          ...real,
          *holdRight(...args: Parameters<typeof real.holdRight>): ReturnType<typeof real.holdRight> {
            const holding = real.holdRight(args[0], args[1]);
            let before = 0;
            for (let step = holding.next(); ;) {
              if (step.done === true) return step.value;
              const input: Input = yield;
              const quick = 'at' in input ? { ...input, at: before + 3 * (input.at - before) } : input;
              if ('at' in input) before = quick.kind === 'tick' ? before : input.at;
              step = holding.next(quick);
            }
          },
        };
      });
    },
  },
  'H7: a try is counted after the PIN was compared': {
    breaks: ['tries'],
    sow() {
      vi.doMock(`${core}/vault/vault.ts`, async (original) => {
        const real = await original<typeof vaultModule>();
        return {
          ...real,
          openVault(board: Board): Vault {
            let held: (() => void)[] | undefined;
            const release = (): void => {
              const due = held ?? [];
              held = undefined;
              for (const write of due) write();
            };
            const vault = real.openVault({
              ...board,
              storage: {
                ...board.storage,
                write(offset, bytes) {
                  const write = (): void => board.storage.write(offset, bytes);
                  if (held === undefined) write();
                  else held.push(write);
                },
              },
              stretchKey(...args) {
                const key = stretchOf(board)(...args);
                release();
                return key;
              },
            });
            return {
              ...vault,
              unlock(pin) {
                held = [];
                try {
                  return vault.unlock(pin);
                } finally {
                  release();
                }
              },
            };
          },
        };
      });
    },
  },
  'H12: "restored" counts as "backed up"': {
    breaks: ['tick'],
    sow() {
      vi.doMock('../../src/session/progress.ts', async (original) => {
        const real = await original<typeof progressModule>();
        return {
          ...real,
          backupOf(...args: Parameters<typeof real.backupOf>): ReturnType<typeof real.backupOf> {
            const state = real.backupOf(...args);
            return state === 'restored' ? 'backed-up' : state;
          },
        };
      });
    },
  },
  'H12: a failed check is not kept': {
    breaks: ['doubt'],
    isOf: has(/A: asks for a check/, /miswrite|presses left|wrongly/),
    sow() {
      vi.doMock('../../src/records/apply-change.ts', async (original) => {
        const real = await original<typeof applyChangeModule>();
        return {
          ...real,
          applyChange(...args: Parameters<typeof real.applyChange>): ReturnType<typeof real.applyChange> {
            const book = real.applyChange(...args);
            return { ...book, wallets: book.wallets.map((wallet) => ({ ...wallet, doubted: undefined })) };
          },
        };
      });
    },
  },
  'Links: a late answer answers the next command': {
    breaks: ['answer'],
    isOf: has(/A: each answer takes/),
    sow() {
      vi.doMock('../../src/transport/guard.ts', async (original) => {
        const { carelessGuard } = await import('../fixtures/simulation/sown/careless-guard.ts');
        return carelessGuard(await original<typeof guardModule>());
      });
    },
  },
};

it.each(Object.entries(sown))('finds %s', async (name, fault) => {
  vi.resetModules();
  fault.sow();
  await find(name, fault);
});
