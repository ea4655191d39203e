/**
 * A device that gives up whenever it would be caught. The app's own check never fails it, so its page has to count: what it
 * says of the chance must be true of the wallets that come out of such devices in the end.
 */
import { describe, expect, it } from 'vitest';
import { createMaliciousFirmware } from '../../../firmware-sim/malicious/malicious-firmware.ts';
import { cheatChance } from '../../../src/session/trust/cheat-chance.ts';
import type { SessionEvent, Effect } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, type SessionState, type CheckStep } from '../../../src/session/state.ts';
import { mostUnfinished } from '../../../src/records/book.ts';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { toHex } from '../../../src/protocol/bytes.ts';
import { encodeCreateRequest } from '../../../src/protocol/commands/create.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { checkEntropy } from '../../../src/devices/hostblind/entropy-check/check-entropy.ts';
import type { EntropyStep } from '../../../src/devices/hostblind/entropy-check/entropy-outcome.ts';
import { createEntropyDevice, quickRecompute, realRecompute } from '../../fixtures/devices/entropy-device.ts';
import { agreeToNewWallet } from '../../kit/drivers/person.ts';
import { checkedDevice, emptyStatus, statusAt } from '../../fixtures/screens/screens.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../../fixtures/devices/test-device.ts';

describe('the firmware `gives-up`', () => {
  /** Every pair of what the host keeps and what the device picks: 8 by 8, each pair once. */
  function seedOfEachPick(): ReadonlyMap<number, string> {
    const picks = new Map<number, string>();
    for (let seed = 0; picks.size < 8; seed += 1) {
      const [drawn = 0] = seededRandom({ all: `pick ${seed}` })('quiz', 1);
      picks.set(2 + (drawn % 8), `pick ${seed}`);
    }
    return picks;
  }

  async function endOf(device: TestDevice, opens: number): Promise<EntropyStep | undefined> {
    device.exchange(encodeCreateRequest({ wordCount: 12, entropyCheck: true }));
    device.person(agreeToNewWallet());
    const parts = seededRandom({ all: 'host' });
    const check = checkEntropy(
      { wordCount: 12, range: 8 },
      {
        // As a link does it: what is refused or thrown comes as a promise.
        ask: (command) => Promise.resolve().then(() => responseData(device.exchange(command))),
        status: () => Promise.resolve(device.status()),
        random: (length) => (length === 1 ? Uint8Array.of(opens - 1) : parts('quiz', length)),
        openRecomputer: () => Promise.resolve({ recompute: realRecompute, close: () => {} }),
      },
    );
    let end: EntropyStep | undefined;
    for await (const step of check) end = step;
    return end;
  }

  it('is stopped where `cheat-once` is caught, and else does as that one does', async () => {
    const found = { stopped: 0, survived: 0, idle: 0 };
    for (const [pick, seed] of seedOfEachPick()) {
      for (let opens = 1; opens <= 8; opens += 1) {
        const device = createTestDevice({
          createFirmware: createMaliciousFirmware('gives-up'),
          random: seededRandom({ all: seed }),
        });
        const end = await endOf(device, opens);
        if (pick <= opens) {
          expect(end).toEqual({ kind: 'unfinished', gap: 'stopped' });
          expect(device.status()).toMatchObject({ activity: 'none', outcome: 'stopped', wallet: 'empty' });
          expect(device.lines()[0]).toBe('Hostblind');
          found.stopped += 1;
        } else {
          expect(end).toMatchObject({ kind: 'proven', opened: opens });
          found[pick === opens + 1 ? 'survived' : 'idle'] += 1;
        }
      }
    }
    expect(found).toEqual({ stopped: 28, survived: 8, idle: 28 });
  }, 60_000);
});

/** How a device makes the most of giving up. */
interface Strategy {
  /** The candidate that it bends, for a check with a host that opens 1 to `range`. */
  readonly bends: (range: number, draw: (below: number) => number) => number;
  /** Was told to keep an honest candidate, and breaks off while the PIN is set: there is no wallet then either. */
  readonly breaksOff: boolean;
}

const strategies = {
  'as the firmware does': { bends: (range, draw) => 2 + draw(range), breaksOff: false },
  'at once, and stopped if it is opened': { bends: () => 2, breaksOff: false },
  'in the last one that there can be, and gone before the backup if it was not reached': {
    bends: (range) => range + 1,
    breaksOff: true,
  },
} as const satisfies Record<string, Strategy>;

const date = '2026-11-24T10:00:00.000Z';

function after(state: SessionState, event: SessionEvent): readonly [SessionState, readonly Effect[]] {
  const next = reduce(state, event);
  // The point of giving up: whatever happens, this page has no reason for an alarm.
  expect(next[0].kind).not.toBe('alarm');
  return next;
}

const walk = (state: SessionState, events: readonly SessionEvent[]): SessionState =>
  events.reduce((from, event) => after(from, event)[0], state);

const status = (change: Partial<PublicState>): SessionEvent => ({
  kind: 'status',
  status: { ...emptyStatus, ...change },
});

const met = walk(initialState, [
  { kind: 'choose', link: checkedDevice.link },
  { kind: 'opened' },
  { kind: 'identified', device: checkedDevice },
  status({}),
]);

function checkStep(step: EntropyStep): CheckStep {
  if (step.kind !== 'keeping') return step.kind === 'proven' ? { kind: 'proven' } : step;
  const { walletId, opened, range } = step;
  return { kind: 'keeping', evidence: { walletId: toHex(walletId), opened, range } };
}

interface Came {
  /** The wallet is the cheat's. */
  readonly cheated: boolean;
  /** The chance that the page tells, as a share; 1 and more proves nothing. */
  readonly stated: number;
}

/**
 * One person with one device: starts over until a wallet is backed up, with the ranges of `policy`, the last of them for
 * ever. Only the strategy of the device is simulated; the check and the page are the app's.
 */
async function series(
  strategy: Strategy,
  policy: readonly number[],
  draw: (below: number) => number,
): Promise<Came> {
  let state = met;
  for (let ceremony = 1; ; ceremony += 1) {
    const range = policy[Math.min(ceremony, policy.length) - 1] ?? 8;
    const at = (stage: PublicState['stage'], wallet: PublicState['wallet'] = 'empty'): SessionEvent =>
      status({ ...statusAt(stage), wallet, wordCount: 0, ceremony });
    state = walk(state, [
      { kind: 'continue' },
      { kind: 'start', wish: { kind: 'create', wordCount: 24, range } },
      at('consent'),
    ]);
    const [atCheck, effects] = after(state, at('entropy'));
    const asked = effects.find((effect) => effect.kind === 'check-entropy');
    expect(asked?.request.range).toBe(range);
    state = atCheck;

    const bent = strategy.bends(range, draw);
    // What is drawn does not matter here, only whether it repeats: a counter is quick.
    let count = ceremony * 1000;
    const counter = (length: number): Uint8Array => {
      const drawn = new Uint8Array(length).fill(1);
      new DataView(drawn.buffer).setUint32(0, (count += 1));
      return drawn;
    };
    const device = createEntropyDevice({
      random: counter,
      bends: {
        walletId: (honest, candidate) => (candidate === bent ? honest.map((byte) => byte ^ 1) : honest),
        before(name, candidate) {
          if (name !== 'open' || candidate !== bent) return undefined;
          device.state = { ...emptyStatus, outcome: 'stopped', ceremony };
          return 'not-in-this-state';
        },
      },
    });
    let kept: { readonly walletId: string; readonly opened: number } | undefined;
    const check = checkEntropy(
      { wordCount: 24, range },
      {
        ask: device.ask,
        status: device.status,
        random: (length) => (length === 1 ? Uint8Array.of(draw(256)) : counter(length)),
        openRecomputer: () => Promise.resolve({ recompute: quickRecompute, close: () => {} }),
      },
    );
    for await (const step of check) {
      const told = checkStep(step);
      if (told.kind === 'keeping') kept = told.evidence;
      state = walk(state, [{ kind: 'check-step', step: told, date }]);
    }

    const cheated = kept?.opened === bent - 1;
    if (kept === undefined || (strategy.breaksOff && !cheated)) {
      const meanwhile = kept === undefined ? [] : [at('choose-pin')];
      state = walk(state, [...meanwhile, status({ ceremony, outcome: 'stopped' })]);
      continue;
    }
    const { walletId } = kept;
    state = walk(state, [
      at('choose-pin'),
      at('confirm', 'unfinished-backup'),
      status({ wallet: 'backed-up', outcome: 'completed', ceremony, wordCount: 24 }),
      { kind: 'wallet-read', walletId, date, record: undefined, checkedAt: undefined },
    ]);
    const task = state.kind === 'connected' ? state.session.task : undefined;
    const proof = task?.kind === 'backed-up' ? task.wallet.proof : undefined;
    if (proof === undefined) throw new Error('a wallet that came out of a check has a proof');
    expect(proof.unfinishedBefore).toHaveLength(Math.min(ceremony, mostUnfinished) - 1);
    const { times, of } = cheatChance(proof);
    return { cheated, stated: times / of };
  }
}

describe('what the page says of the chance', () => {
  it.each([
    ['as the firmware does', [8], 1500],
    ['at once, and stopped if it is opened', [8], 800],
    ['at once, and stopped if it is opened', [8, 16, 64, 8], 800],
    ['in the last one that there can be, and gone before the backup if it was not reached', [8], 300],
  ] as const)(
    'is true of a device that bends one %s, with ranges of %j (%i series)',
    async (name, policy, rounds) => {
      const stream = seededRandom({ all: `series ${name} ${policy.join()}` });
      let pool = stream('quiz', 1 << 12);
      let at = 0;
      const draw = (below: number): number => {
        if (at === pool.length) [pool, at] = [stream('quiz', 1 << 12), 0];
        // Every range divides 256.
        return (pool[at++] ?? 0) % below;
      };
      const came: Came[] = [];
      for (let round = 0; round < rounds; round += 1) came.push(await series(strategies[name], policy, draw));

      const spread = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / rounds);
      const shareOf = (fits: (each: Came) => boolean): number => came.filter(fits).length / rounds;
      const bounds = [...new Set(came.map(({ stated }) => stated))].filter((bound) => bound < 1);
      expect(bounds.length).toBeGreaterThan(2);
      for (const bound of bounds) {
        const survived = shareOf(({ cheated, stated }) => cheated && stated <= bound);
        expect(survived, `said to be at most ${bound}`).toBeLessThan(bound + spread(bound));
      }
      // Without the count it would not be: far more of the wallets are cheats than "1 in 8" allows.
      expect(shareOf(({ cheated }) => cheated)).toBeGreaterThan(1 / 8 + spread(1 / 8));
    },
    60_000,
  );
});

describe('the chance of a cheat', () => {
  it.each([8, 16, 32, 64])('is one more than there were checks without a wallet, in %i', (range) => {
    for (let count = 0; count <= 64; count += 1) {
      const unfinishedBefore = Array.from({ length: count }, () => range);
      expect(cheatChance({ range, unfinishedBefore })).toEqual({ times: count + 1, of: range });
    }
  });

  it('adds up over checks of different ranges, and is rounded up to a whole number', () => {
    expect(cheatChance({ range: 64, unfinishedBefore: [8, 8] })).toEqual({ times: 17, of: 64 });
    expect(cheatChance({ range: 8, unfinishedBefore: [64, 16] })).toEqual({ times: 13, of: 64 });
    expect(cheatChance({ range: 64, unfinishedBefore: [3] })).toEqual({ times: 23, of: 64 });
  });
});
