/** The entropy check in the reducer: when it runs, what its outcomes do, and what is compared afterwards. */
import { describe, expect, it } from 'vitest';
import type { SessionEvent, Effect } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { SessionState, CheckStep, DeviceFacts, Session } from '../../../src/session/state.ts';
import { initialState } from '../../../src/session/state.ts';
import {
  mostUnfinished,
  type DeviceMemory,
  type ExpectedWallet,
  type RecordNews,
} from '../../../src/records/book.ts';
import { memoryOf } from '../../../src/session/trust.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import {
  entropyFailures,
  entropyGaps,
} from '../../../src/devices/hostblind/entropy-check/entropy-outcome.ts';
import {
  capabilitiesWithoutCheck,
  checkedDevice,
  emptyStatus,
  simulatorDevice,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';
import { asksOf, keptBy, kindsOf } from '../../fixtures/screens/effects.ts';

const date = '2026-11-24T10:00:00.000Z';
const otherWallet = 'f'.repeat(32);

/** The rest of what is kept: `recording.test.ts` and `reduce-wallet.test.ts`. */
const ofTrust: ReadonlySet<string> = new Set([
  'met-device',
  'expects-wallet',
  'counted-checks',
  'forget-wallet',
]);

function walk(events: readonly SessionEvent[], from: SessionState = initialState) {
  let state = from;
  let effects: readonly Effect[] = [];
  for (const event of events) [state, effects] = reduce(state, event);
  const asks = asksOf(effects);
  const kept = keptBy(effects).filter(({ kind }) => ofTrust.has(kind));
  return { state, effects: asks, all: effects, kinds: kindsOf(asks), kept };
}

const status = (change: Partial<PublicState>): SessionEvent => ({
  kind: 'status',
  status: { ...emptyStatus, ...change },
});
const creating = (stage: PublicState['stage'], change: Partial<PublicState> = {}): SessionEvent =>
  status({ ...statusAt(stage), wallet: 'empty', wordCount: 0, ...change });
const step = (each: CheckStep): SessionEvent => ({ kind: 'check-step', step: each, date });

const meeting = (device: DeviceFacts): SessionEvent[] => [
  { kind: 'choose', link: device.link },
  { kind: 'opened' },
  { kind: 'identified', device },
];

const asked = (device: DeviceFacts = checkedDevice): SessionEvent[] => [
  ...meeting(device),
  status({}),
  { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
  creating('consent'),
];
const evidence = { walletId: someWalletId, opened: 3, range: 8 };
const proof = { kind: 'entropy-check', opened: 3, range: 8, date, unfinishedBefore: [] } as const;
const ref = { id: checkedDevice.deviceId, product: 'Vault One', simulator: false } as const;
const counted = (unfinishedChecks: number[], before: number[] = []): RecordNews => ({
  kind: 'counted-checks',
  device: ref,
  before,
  unfinishedChecks,
});
const expects = (wallet: ExpectedWallet | undefined, before?: string): RecordNews => ({
  kind: 'expects-wallet',
  device: ref,
  before,
  wallet,
});
const running = (device?: DeviceFacts): SessionEvent[] => [...asked(device), creating('entropy')];
const keeping = (device?: DeviceFacts): SessionEvent[] => [
  ...running(device),
  step({ kind: 'opened', opened: 3 }),
  step({ kind: 'keeping', evidence }),
];
const proven = (device?: DeviceFacts): SessionEvent[] => [...keeping(device), step({ kind: 'proven' })];
const done = status({ wallet: 'backed-up', outcome: 'completed', ceremony: 1, wordCount: 24 });
const read = (walletId: string): SessionEvent => ({
  kind: 'wallet-read',
  walletId,
  date,
  record: undefined,
  checkedAt: undefined,
});
const backedUp = (walletId: string): SessionEvent[] => [
  creating('choose-pin'),
  creating('confirm', { wallet: 'unfinished-backup' }),
  done,
  read(walletId),
];
const lostAndFound = (device: DeviceFacts): SessionEvent[] => [
  { kind: 'disconnected' },
  { kind: 'timer', name: 'retry' },
  { kind: 'opened' },
  { kind: 'identified', device },
];

/** A wallet from the person's own words, asked for on this page, and read after it. */
const restored = (device: DeviceFacts) =>
  walk([
    ...meeting(device),
    status({}),
    { kind: 'start', wish: { kind: 'restore', wordCount: 24 } },
    status({ activity: 'restore', stage: 'enter-words', ceremony: 1 }),
    done,
    read(otherWallet),
  ]);

function sessionOf(state: SessionState): Session {
  if (state.kind !== 'connected' && state.kind !== 'lost') throw new Error(`no session in ${state.kind}`);
  return state.session;
}

const known = (change: Partial<DeviceMemory> = {}, device: DeviceFacts = checkedDevice): DeviceMemory => ({
  ...memoryOf(device),
  ...change,
});
const pin = (change: Partial<ExpectedWallet> = {}): ExpectedWallet => ({
  walletId: someWalletId,
  backedUp: true,
  absent: false,
  proof: undefined,
  ...change,
});

describe('a storage that answers while the check runs', () => {
  it('is told of the wallet that must come out, whole, as it is kept without a delay', () => {
    const late: SessionEvent = { kind: 'remembered', known: known(), doubtful: false };
    const { state, kept } = walk([...keeping(), late]);
    const wallet = { walletId: someWalletId, backedUp: false, absent: false, proof };
    expect(kept).toContainEqual(expects(wallet));
    expect(sessionOf(state).device.known?.wallet).toStrictEqual(wallet);
  });
});

describe('asking for a wallet', () => {
  it('asks for the check without being told to, where the device can be checked', () => {
    const { effects } = walk([
      ...meeting(checkedDevice),
      status({}),
      { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
    ]);
    expect(effects).toEqual([
      { kind: 'begin', request: { kind: 'create', wordCount: 24, entropyCheck: true } },
    ]);
    const old = walk([
      ...meeting(usbDevice),
      status({}),
      { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
    ]);
    expect(old.effects).toEqual([{ kind: 'begin', request: { kind: 'create', wordCount: 24 } }]);
  });

  it('takes the range and the dice of the advanced choices, and no other range', () => {
    const met: SessionEvent[] = [...meeting(checkedDevice), status({})];
    const wish = { kind: 'create', wordCount: 24, dice: true } as const;
    const { effects, state } = walk([...met, { kind: 'start', wish: { ...wish, range: 64 } }]);
    expect(effects).toEqual([
      { kind: 'begin', request: { kind: 'create', wordCount: 24, entropyCheck: true, dice: true } },
    ]);
    const atCheck = walk([creating('dice'), creating('entropy')], state);
    const request = { wordCount: 24, range: 64 } as const;
    expect(atCheck.kept).toEqual([counted([64])]);
    expect(atCheck.effects).toEqual([{ kind: 'check-entropy', request }]);
    for (const range of [65, 1, 0, 8.5]) {
      const other = walk([...met, { kind: 'start', wish: { ...wish, range } }, creating('entropy')]);
      expect(other.kept).toEqual([counted([8])]);
    }
  });

  it('an old firmware is not asked for what it does not know', () => {
    const events: SessionEvent[] = [
      ...meeting(usbDevice),
      status({}),
      { kind: 'start', wish: { kind: 'create', wordCount: 24, dice: true, range: 64 } },
    ];
    expect(walk(events).effects).toEqual([{ kind: 'begin', request: { kind: 'create', wordCount: 24 } }]);
    const { state } = walk([...events, creating('choose-pin')]);
    expect(sessionOf(state).check).toEqual({ kind: 'unproven', reason: 'no-capability' });
    const { task } = sessionOf(walk(backedUp(someWalletId), state).state);
    expect(task).toMatchObject({ wallet: { unchecked: true } });
  });
});

describe('the check', () => {
  it('begins once, when the device has come to it', () => {
    expect(walk(asked()).kinds).toEqual([]);
    const { all, state } = walk(running());
    // It is counted before the device is asked for anything.
    expect(all.slice(-2)).toEqual([
      { kind: 'keep', change: counted([8]) },
      { kind: 'check-entropy', request: { wordCount: 24, range: 8 } },
    ]);
    expect(walk([creating('entropy', { triesLeft: 2 })], state).effects).toEqual([]);
    expect(sessionOf(walk([step({ kind: 'opened', opened: 2 })], state).state).check).toMatchObject({
      opened: 2,
    });
  });

  it('is not begun for a ceremony that this page did not ask for', () => {
    const { effects, state } = walk([...meeting(checkedDevice), creating('entropy')]);
    expect(effects).toEqual([]);
    expect(sessionOf(state).task).toMatchObject({ kind: 'following', attached: true });
    const other = walk([...meeting(checkedDevice), status({}), creating('choose-pin')]);
    expect(other.state.kind).toBe('connected');
  });

  it('pins the wallet before the device is told to keep it', () => {
    const { effects, kept } = walk(keeping());
    expect(kept).toEqual([expects(pin({ backedUp: false, proof }))]);
    expect(effects).toEqual([]);
  });

  it('a passed check leads to the backup, whose wallet ID is compared and kept', () => {
    const { state, kept } = walk([...proven(), ...backedUp(someWalletId)]);
    expect(sessionOf(state).task).toMatchObject({ kind: 'backed-up', wallet: { proof } });
    expect(kept).toContainEqual(expects(pin({ proof }), someWalletId));
  });

  it('is not overtaken by a status that is faster than its result', () => {
    const { state } = walk([...keeping(), creating('choose-pin'), step({ kind: 'proven' })]);
    expect(sessionOf(state).check?.kind).toBe('proven');
  });
});

describe('S6: only a device that cheats is an alarm', () => {
  it.each(entropyFailures)('%s: alarm, and the device is asked to stop', (failure) => {
    const { state, effects } = walk([...running(), step({ kind: 'failed', failure })]);
    expect(state).toEqual({
      kind: 'alarm',
      link: 'webhid',
      reason: failure,
      simulator: false,
      deviceId: checkedDevice.deviceId,
    });
    expect(effects).toEqual([{ kind: 'stop-and-close' }]);
  });

  it.each(['choose-pin', 'repeat-pin', 'warning', 'words', 'confirm', 'finish'] as const)(
    'going to %s without the check',
    (stage) => {
      const { state } = walk([...asked(), creating(stage)]);
      expect(state).toMatchObject({ kind: 'alarm', reason: 'skipped' });
    },
  );

  it.each(['unfinished-backup', 'backed-up'] as const)('a wallet that is %s all of a sudden', (wallet) => {
    const { state } = walk([...asked(), status({ wallet, ceremony: 1, outcome: 'completed' })]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'skipped' });
  });

  it('continues after a check that the cable cut off before its keep was sent', () => {
    const { state } = walk([...running(), ...lostAndFound(checkedDevice), creating('choose-pin')]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'skipped' });
  });

  it('another wallet after the backup than was kept: swapped after keep', () => {
    const { state, effects } = walk([...proven(), ...backedUp(otherWallet)]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet-after-backup' });
    expect(effects).toEqual([{ kind: 'stop-and-close' }]);
  });

  it('the same after a reload in between, from what was pinned', () => {
    const device = { ...checkedDevice, known: known({ wallet: pin({ backedUp: false }) }) };
    const { state } = walk([
      ...meeting(device),
      creating('confirm', { wallet: 'unfinished-backup' }),
      done,
      read(otherWallet),
    ]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet-after-backup' });
    const right = walk([
      ...meeting(device),
      creating('confirm', { wallet: 'unfinished-backup' }),
      done,
      read(someWalletId),
    ]);
    expect(right.kept).toContainEqual(expects(pin(), someWalletId));
  });

  it('another wallet at reconnect: the user may know why, and sees a way on', () => {
    const device = { ...checkedDevice, known: known({ wallet: pin({ proof }) }) };
    const rest = status({ wallet: 'backed-up' });
    const { state } = walk([...meeting(device), rest, read(otherWallet)]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet' });
    expect(walk([{ kind: 'forget-wallet' }], state)).toMatchObject({
      state: { kind: 'idle' },
      kinds: ['close', 'remember'],
      kept: [{ kind: 'forget-wallet', device: { id: checkedDevice.deviceId, simulator: false } }],
    });
    // No other alarm can be talked away.
    const failed = walk([...running(), step({ kind: 'failed', failure: 'bad-commitment' })]).state;
    expect(walk([{ kind: 'forget-wallet' }], failed).state).toBe(failed);
  });

  it.each<[string, string, SessionEvent[], ExpectedWallet['proof'], object]>([
    [
      'was checked',
      'an alarm',
      [...proven(), ...backedUp(someWalletId)],
      { ...proof, opened: 5 },
      { kind: 'alarm', reason: 'other-wallet' },
    ],
    [
      'could not be checked',
      'a warning that the person answers',
      [...asked(usbDevice), ...backedUp(someWalletId)],
      undefined,
      { kind: 'connected', session: { task: { kind: 'wallet-changed' } } },
    ],
  ])('a wallet that %s, exchanged while the cable was out, is %s', (_, __, events, proof, expected) => {
    const { state } = walk(events);
    const device = { ...checkedDevice, known: known({ wallet: pin({ proof }) }) };
    const locked = status({ wallet: 'backed-up', locked: true });
    const after = walk(
      [...lostAndFound(device), locked, status({ wallet: 'backed-up' }), read(otherWallet)],
      state,
    );
    expect(after.state).toMatchObject(expected);
  });

  it('lying about being empty, or about a backup, does not shake off the pin', () => {
    const lies = [
      [status({})],
      [creating('confirm', { wallet: 'unfinished-backup' })],
      [status({}), status({ activity: 'restore', stage: 'enter-words', ceremony: 1 })],
    ];
    for (const lie of lies)
      for (const wallet of [pin(), pin({ proof })]) {
        // The person is asked first, and has agreed that it is gone: not to another one.
        const device = { ...checkedDevice, known: known({ wallet }) };
        const asking = walk([...meeting(device), ...lie]);
        expect(sessionOf(asking.state).task.kind).toBe('wallet-changed');
        const agreed: SessionEvent[] = [{ kind: 'accept-wallet' }, status({ triesLeft: 2 }), done];
        const later = walk([...agreed, read(otherWallet)], asking.state);
        expect(later.state).toMatchObject({ kind: 'alarm', reason: 'other-wallet' });
        const absent = { ...checkedDevice, known: known({ wallet: { ...wallet, absent: true } }) };
        const { state } = walk([...meeting(absent), ...lie, done, read(otherWallet)]);
        expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet' });
      }
  });
});

describe('S17: cancelled, unplugged and inconclusive are told apart from it', () => {
  it.each(entropyGaps)('%s is no alarm, and leaves no wallet behind', (gap) => {
    const { state } = walk([
      ...running(),
      step({ kind: 'unfinished', gap }),
      status({ ceremony: 1, outcome: 'cancelled' }),
    ]);
    expect(sessionOf(state).task).toEqual({
      kind: 'ended',
      activity: 'create',
      outcome: 'cancelled',
      unproven: gap,
    });
    expect(walk([{ kind: 'continue' }], state).state).toMatchObject({
      session: { task: { kind: 'empty' }, check: undefined },
    });
  });

  it('a page that cannot compute asks the device to stop, once', () => {
    const { effects, state, kept } = walk([...running(), step({ kind: 'unfinished', gap: 'not-computed' })]);
    expect(effects).toEqual([{ kind: 'cancel' }]);
    expect(kept).toEqual([counted([], [8])]);
    expect(walk([creating('entropy', { triesLeft: 2 })], state).effects).toEqual([]);
  });

  it.each(['stopped', 'cancelled'] as const)(
    '%s on the device, before the check could find out',
    (outcome) => {
      const { state } = walk([
        ...running(),
        status({ ceremony: 1, outcome }),
        step({ kind: 'unfinished', gap: outcome }),
      ]);
      expect(sessionOf(state).task).toMatchObject({ kind: 'ended', outcome, unproven: outcome });
    },
  );

  it('the cable out during the check: the device is empty again, and the page says why', () => {
    const { state } = walk([...running(), ...lostAndFound(checkedDevice), status({})]);
    expect(sessionOf(state).task).toMatchObject({ kind: 'ended', unproven: 'disconnected' });
  });

  it('cancels a check that was interrupted by an unplug', () => {
    for (const events of [running(), keeping()]) {
      const { effects, state } = walk([...events, ...lostAndFound(checkedDevice), creating('entropy')]);
      expect(effects).toContainEqual({ kind: 'cancel' });
      const after = walk([status({ ceremony: 1, outcome: 'cancelled' })], state);
      expect(sessionOf(after.state).task).toMatchObject({ kind: 'ended', unproven: 'disconnected' });
    }
  });

  it('the link out while it was told to keep: what was pinned decides', () => {
    const gone = walk([...keeping(), ...lostAndFound(checkedDevice), creating('choose-pin')]).state;
    expect(sessionOf(gone).check?.kind).toBe('proven');
    const timedOut = walk([
      ...keeping(),
      step({ kind: 'unfinished', gap: 'timeout' }),
      creating('choose-pin'),
    ]).state;
    expect(sessionOf(timedOut).check?.kind).toBe('proven');
    expect(walk(backedUp(otherWallet).slice(1), gone).state).toMatchObject({ kind: 'alarm' });
  });

  it('declined at the question, or a fault: as ever', () => {
    for (const outcome of ['declined', 'fault'] as const) {
      const { state } = walk([...asked(), status({ ceremony: 1, outcome })]);
      expect(sessionOf(state)).toMatchObject({ task: { kind: 'ended', outcome }, check: undefined });
    }
    const faulty = walk([...running(), status({ ceremony: 1, outcome: 'fault' })]).state;
    expect(sessionOf(faulty).task).toMatchObject({ kind: 'ended', outcome: 'fault' });
  });

  it('a device busy with somebody else’s ceremony is refused, and not judged', () => {
    const { state } = walk([
      ...meeting(checkedDevice),
      status({}),
      { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
      { kind: 'begin-failed', code: 'not-in-this-state' },
      creating('choose-pin'),
    ]);
    expect(state.kind).toBe('connected');
  });
});

describe('checks that lead to no wallet', () => {
  const unfinished = (state: SessionState): readonly number[] | undefined =>
    sessionOf(state).device.known?.unfinishedChecks;
  const gone = status({ ceremony: 1, outcome: 'cancelled' });
  /** On a device that is empty, after a check that did not finish. */
  const anew: SessionEvent[] = [
    { kind: 'continue' },
    { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
    creating('consent', { ceremony: 2 }),
    creating('entropy', { ceremony: 2 }),
  ];
  const tried = (...unfinishedChecks: number[]): DeviceFacts => ({
    ...checkedDevice,
    known: known({ unfinishedChecks }),
  });

  it.each(entropyGaps)('%s counts, but for what this page could not compute', (gap) => {
    const { state } = walk([...running(), step({ kind: 'unfinished', gap }), gone]);
    expect(unfinished(state)).toEqual(gap === 'not-computed' ? [] : [8]);
    expect(unfinished(walk(anew, state).state)).toEqual(gap === 'not-computed' ? [8] : [8, 8]);
  });

  it.each<[string, SessionEvent[]]>([
    ['a cancel on this page: a device can be silent until somebody cancels', [{ kind: 'cancel' }, gone]],
    ['stopped, and the status is faster than the check', [status({ ceremony: 1, outcome: 'stopped' })]],
    ['a fault that the device says it has', [status({ ceremony: 1, outcome: 'fault' })]],
    ['the cable out', [...lostAndFound(tried(8)), status({})]],
    ['the link out while it was told to keep', [...keeping().slice(-2), ...lostAndFound(tried(8)), gone]],
    [
      'a wallet that was given up while its PIN was set',
      [...proven().slice(-3), creating('choose-pin'), gone],
    ],
    [
      'a wallet that was discarded after its words were shown',
      [
        ...proven().slice(-3),
        creating('confirm', { wallet: 'unfinished-backup' }),
        status({ ceremony: 1, outcome: 'discarded' }),
      ],
    ],
  ])('%s: counts', (_, end) => {
    const { state } = walk([...running(), ...end]);
    expect(sessionOf(state).status?.wallet).toBe('empty');
    expect(unfinished(state)).toEqual([8]);
  });

  it('is not counted before it begins: declined, or no check at all', () => {
    for (const events of [
      [...asked(), status({ ceremony: 1, outcome: 'declined' })],
      [...asked(usbDevice), creating('choose-pin'), gone],
      [...meeting(checkedDevice), creating('entropy'), gone],
    ])
      expect(unfinished(walk(events).state)).toEqual([]);
  });

  it('unfinished checks count towards the next wallet’s proof, then start at zero', () => {
    const { state, kept } = walk([...proven(tried(8, 64)), ...backedUp(someWalletId)]);
    const later = { ...proof, unfinishedBefore: [8, 64] };
    expect(sessionOf(state).task).toMatchObject({ kind: 'backed-up', wallet: { proof: later } });
    expect(kept.slice(-2)).toEqual([expects(pin({ proof: later }), someWalletId), counted([], [8, 64, 8])]);
    expect(unfinished(state)).toEqual([]);
  });

  it('leave out the check whose cable went while keeping, once its wallet is there', () => {
    const there = walk(keeping(tried(8)));
    const device = { ...checkedDevice, known: known({ unfinishedChecks: [8, 8] }) };
    const { state } = walk([...lostAndFound(device), ...backedUp(someWalletId)], there.state);
    expect(sessionOf(state).task).toMatchObject({ wallet: { proof: { unfinishedBefore: [8] } } });
    expect(unfinished(state)).toEqual([]);
  });

  it('are kept over a reload before the backup, and end with it', () => {
    const pinned = pin({ backedUp: false, proof: { ...proof, unfinishedBefore: [8] } });
    const device = { ...checkedDevice, known: known({ wallet: pinned, unfinishedChecks: [8, 8] }) };
    const reloaded = walk([...meeting(device), creating('confirm', { wallet: 'unfinished-backup' })]);
    expect(unfinished(reloaded.state)).toEqual([8, 8]);
    const { state, kept } = walk([done, read(someWalletId)], reloaded.state);
    expect(sessionOf(state).task).toMatchObject({ wallet: { proof: { unfinishedBefore: [8] } } });
    expect(kept).toContainEqual(counted([], [8, 8]));
  });

  it('are not ended by a wallet of which nothing was proven', () => {
    const { state } = restored(tried(8));
    expect(sessionOf(state).task.kind).toBe('backed-up');
    expect(unfinished(state)).toEqual([8]);
  });

  it('are remembered as long as the page with its own simulator, also over unplugs', () => {
    const framed: DeviceFacts = {
      ...checkedDevice,
      link: 'simulator-frame',
      kind: 'simulator',
      simulator: true,
      proof: 'simulator',
    };
    const { state } = walk([...running(framed), ...lostAndFound(framed), status({})]);
    expect(sessionOf(state).task).toMatchObject({ kind: 'ended', unproven: 'disconnected' });
    expect(unfinished(walk(anew, state).state)).toEqual([8, 8]);
    // Another one has none.
    const other = { ...framed, deviceId: 'e'.repeat(32) };
    expect(unfinished(walk([...running(framed), ...lostAndFound(other)]).state)).toEqual([]);
    // What is remembered of a device is the store's to say: it may have been forgotten meanwhile.
    expect(unfinished(walk([...running(), ...lostAndFound(checkedDevice)]).state)).toEqual([]);
  });

  it('are at most 64, the last ones', () => {
    const many = tried(...Array.from({ length: mostUnfinished - 1 }, () => 64), 16);
    const { state } = walk(running(many));
    expect(unfinished(state)).toHaveLength(mostUnfinished);
    expect(unfinished(state)?.slice(-3)).toEqual([64, 16, 8]);
  });
});

describe('the pin', () => {
  it('of a wallet that was never finished is forgotten', () => {
    const { kept } = walk([...proven(), creating('choose-pin'), status({ ceremony: 1, outcome: 'stopped' })]);
    expect(kept).toContainEqual(expects(undefined, someWalletId));
    const device = { ...checkedDevice, known: known({ wallet: pin({ backedUp: false }) }) };
    expect(walk([...meeting(device), status({})]).kept).toEqual([expects(undefined, someWalletId)]);
  });

  it('of a wallet that the person wiped here is forgotten', () => {
    const device = { ...checkedDevice, known: known({ wallet: pin() }) };
    const wiping = [
      status({ wallet: 'backed-up' }),
      read(someWalletId),
      status({ wallet: 'backed-up', activity: 'wipe', stage: 'wipe', ceremony: 1 }),
    ];
    const { kept } = walk([...meeting(device), ...wiping, status({ ceremony: 1, outcome: 'completed' })]);
    expect(kept).toEqual([expects(undefined, someWalletId)]);
    const threeWrong = walk([
      ...meeting(device),
      status({ wallet: 'backed-up', locked: true, activity: 'unlock', stage: 'wrong-pin' }),
      status({ outcome: 'wiped', ceremony: 1 }),
    ]);
    expect(threeWrong.kept).toEqual([expects(undefined, someWalletId)]);
  });

  it('the pin changes with the user’s own words, and with a wallet this page asked for', () => {
    const device = { ...checkedDevice, known: known({ wallet: pin({ absent: true }) }) };
    const { state, kept } = restored(device);
    expect(sessionOf(state).task).toMatchObject({
      kind: 'backed-up',
      wallet: { walletId: otherWallet },
    });
    expect(kept).toContainEqual(expects(pin({ walletId: otherWallet }), someWalletId));
    const anew = walk([...proven(device), ...backedUp(someWalletId)]);
    expect(sessionOf(anew.state).task.kind).toBe('backed-up');
  });

  it('is set at the first meeting with a wallet that came into being elsewhere', () => {
    const { kept } = walk([...meeting(checkedDevice), status({ wallet: 'backed-up' }), read(someWalletId)]);
    expect(kept).toEqual([expects(pin())]);
  });
});

describe('a device that is met again', () => {
  const meet = (change: Partial<DeviceMemory>, device: DeviceFacts = checkedDevice) =>
    walk(meeting({ ...device, known: known(change, device) }));

  it('is remembered: its first key, all its abilities, and that it is a simulator', () => {
    const { kept, state } = meet(
      { simulator: true, publicKey: undefined, capabilities: ['attest', 'seed-qr'] },
      {
        ...checkedDevice,
        proof: 'simulator',
        simulator: true,
      },
    );
    const { publicKey, capabilities } = checkedDevice;
    const device = { ...ref, simulator: true };
    expect(kept).toEqual([{ kind: 'met-device', device, publicKey, capabilities }]);
    expect(sessionOf(state).device.known).toMatchObject({
      simulator: true,
      publicKey,
      capabilities: expect.arrayContaining(['seed-qr', 'entropy-check']),
    });
    // The one in the page is another each time, and one that didn't prove its id is not known by it.
    for (const unlisted of [
      { ...simulatorDevice, link: 'simulator-frame' },
      { ...checkedDevice, proof: 'unknown-issuer' },
    ] as const) {
      const events = [
        ...meeting(unlisted),
        { kind: 'accept-unverified' } as const,
        ...running(unlisted).slice(3),
      ];
      const there = walk(events);
      expect(there.state.kind).toBe('connected');
      expect(walk(meeting(unlisted)).kept).toEqual([]);
    }
  });

  it.each<[string, string, Partial<DeviceMemory>, DeviceFacts]>([
    ['another key', 'key-changed', { publicKey: '04'.padEnd(130, 'b') }, checkedDevice],
    ['a simulator that says it is none', 'simulator-mark-lost', { simulator: true }, checkedDevice],
    [
      'the check lost',
      'check-lost',
      { capabilities: checkedDevice.capabilities },
      { ...checkedDevice, capabilities: capabilitiesWithoutCheck },
    ],
    [
      'attestation lost',
      'attestation-lost',
      { capabilities: checkedDevice.capabilities },
      { ...checkedDevice, capabilities: ['create', 'entropy-check'] },
    ],
  ])('with %s is an alarm, at the first look and after a lost cable', (_, reason, change, device) => {
    const { state, effects } = meet(change, device);
    expect(state).toMatchObject({ kind: 'alarm', reason, deviceId: device.deviceId });
    expect(effects).toEqual([{ kind: 'close' }]);
    const before = walk([...meeting(checkedDevice), status({})]).state;
    const again = walk(lostAndFound({ ...device, known: known(change, device) }), before);
    expect(again.state).toMatchObject({ kind: 'alarm', reason });
  });

  it('whose attestation is gone altogether is one too', () => {
    const events = meeting(checkedDevice).slice(0, -1);
    const { state } = walk([...events, { kind: 'proof-failed', reason: 'attestation-lost' }]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'attestation-lost' });
  });

  it('with no more than a new capability is welcome', () => {
    expect(meet({ capabilities: ['create'] }).state.kind).toBe('connected');
  });
});
