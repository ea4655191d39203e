/** The entropy check in the reducer: when it runs, what its outcomes do, and what is compared afterwards. */
import { describe, expect, it } from 'vitest';
import type { CeremonyEvent, Effect } from '../../../src/ceremony/events.ts';
import { reduce } from '../../../src/ceremony/reduce.ts';
import type { CeremonyState, CheckStep, DeviceFacts, Session } from '../../../src/ceremony/state.ts';
import { initialState } from '../../../src/ceremony/state.ts';
import { mostUnfinished, type PinnedWallet, type TrustedDevice } from '../../../src/ceremony/trust-store.ts';
import { rememberedDevice } from '../../../src/ceremony/trust.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { entropyFailures, entropyGaps } from '../../../src/signer/entropy-outcome.ts';
import {
  capabilitiesWithoutCheck,
  checkedDevice,
  emptyStatus,
  simulatorDevice,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../support/screens.ts';
import { asksOf, kindsOf } from '../../support/effects.ts';

const date = '2026-11-24T10:00:00.000Z';
const otherWallet = 'f'.repeat(32);

function walk(events: readonly CeremonyEvent[], from: CeremonyState = initialState) {
  let state = from;
  let effects: readonly Effect[] = [];
  for (const event of events) [state, effects] = reduce(state, event);
  const asks = asksOf(effects);
  return { state, effects: asks, kinds: kindsOf(asks) };
}

const status = (change: Partial<PublicState>): CeremonyEvent => ({
  kind: 'status',
  status: { ...emptyStatus, ...change },
});
const creating = (stage: PublicState['stage'], change: Partial<PublicState> = {}): CeremonyEvent =>
  status({ ...statusAt(stage), wallet: 'empty', wordCount: 0, ...change });
const step = (each: CheckStep): CeremonyEvent => ({ kind: 'check-step', step: each, date });

const meeting = (device: DeviceFacts): CeremonyEvent[] => [
  { kind: 'begin', link: device.link },
  { kind: 'next' },
  { kind: 'next' },
  { kind: 'opened' },
  { kind: 'identified', device },
];

const asked = (device: DeviceFacts = checkedDevice): CeremonyEvent[] => [
  ...meeting(device),
  status({}),
  { kind: 'ask', ceremony: 'create' },
  creating('consent'),
];
const evidence = { walletId: someWalletId, opened: 3, range: 8 };
const proof = { kind: 'entropy-check', opened: 3, range: 8, date, unfinishedBefore: [] } as const;
const counted = (...unfinishedChecks: number[]): Effect => ({
  kind: 'count-checks',
  deviceId: checkedDevice.deviceId,
  unfinishedChecks,
});
const running = (device?: DeviceFacts): CeremonyEvent[] => [...asked(device), creating('entropy')];
const keeping = (device?: DeviceFacts): CeremonyEvent[] => [
  ...running(device),
  step({ kind: 'opened', opened: 3 }),
  step({ kind: 'keeping', evidence }),
];
const proven = (device?: DeviceFacts): CeremonyEvent[] => [...keeping(device), step({ kind: 'proven' })];
const done = status({ wallet: 'backed-up', outcome: 'completed', ceremony: 1, wordCount: 24 });
const read = (walletId: string): CeremonyEvent => ({
  kind: 'wallet-read',
  walletId,
  date,
  record: undefined,
  checkedAt: undefined,
});
const backedUp = (walletId: string): CeremonyEvent[] => [
  creating('choose-pin'),
  creating('confirm', { wallet: 'unfinished-backup' }),
  done,
  read(walletId),
];
const lostAndFound = (device: DeviceFacts): CeremonyEvent[] => [
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
    { kind: 'set-purpose', purpose: 'restore' },
    { kind: 'ask', ceremony: 'restore' },
    status({ activity: 'restore', stage: 'enter-words', ceremony: 1 }),
    done,
    read(otherWallet),
  ]);

function sessionOf(state: CeremonyState): Session {
  if (state.kind !== 'connected' && state.kind !== 'lost') throw new Error(`no session in ${state.kind}`);
  return state.session;
}

const known = (change: Partial<TrustedDevice> = {}, device: DeviceFacts = checkedDevice): TrustedDevice => ({
  ...rememberedDevice(device),
  ...change,
});
const pin = (change: Partial<PinnedWallet> = {}): PinnedWallet => ({
  walletId: someWalletId,
  backedUp: true,
  proof: undefined,
  ...change,
});

describe('asking for a wallet', () => {
  it('asks for the check without being told to, where the device can be checked', () => {
    const { effects } = walk([...meeting(checkedDevice), status({}), { kind: 'ask', ceremony: 'create' }]);
    expect(effects).toEqual([
      { kind: 'begin', request: { kind: 'create', wordCount: 24, entropyCheck: true } },
    ]);
    const old = walk([...meeting(usbDevice), status({}), { kind: 'ask', ceremony: 'create' }]);
    expect(old.effects).toEqual([{ kind: 'begin', request: { kind: 'create', wordCount: 24 } }]);
  });

  it('takes the range and the dice of the advanced choices, and no other range', () => {
    const choose = (range: number): CeremonyEvent => ({
      kind: 'set-options',
      options: { range, dice: true },
    });
    const events = [...meeting(checkedDevice), status({}), choose(64), choose(65), choose(1)];
    const { effects, state } = walk([...events, { kind: 'ask', ceremony: 'create' }]);
    expect(effects).toEqual([
      { kind: 'begin', request: { kind: 'create', wordCount: 24, entropyCheck: true, dice: true } },
    ]);
    const atCheck = walk([creating('dice'), creating('entropy')], state);
    const request = { wordCount: 24, range: 64 } as const;
    expect(atCheck.effects).toEqual([counted(64), { kind: 'check-entropy', request }]);
  });

  it('an old firmware is not asked for what it does not know', () => {
    const events: CeremonyEvent[] = [
      ...meeting(usbDevice),
      status({}),
      { kind: 'set-options', options: { range: 64, dice: true } },
      { kind: 'ask', ceremony: 'create' },
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
    const { effects, state } = walk(running());
    // It is counted before the device is asked for anything.
    expect(effects).toEqual([counted(8), { kind: 'check-entropy', request: { wordCount: 24, range: 8 } }]);
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
    const { effects } = walk(keeping());
    expect(effects).toEqual([
      {
        kind: 'pin',
        deviceId: checkedDevice.deviceId,
        pinned: { walletId: someWalletId, backedUp: false, proof },
      },
    ]);
  });

  it('passed, leads on to the backup, whose wallet id is compared and kept with its proof', () => {
    const { state, effects } = walk([...proven(), ...backedUp(someWalletId)]);
    expect(sessionOf(state).task).toMatchObject({ kind: 'backed-up', wallet: { proof } });
    expect(effects).toContainEqual({
      kind: 'pin',
      deviceId: checkedDevice.deviceId,
      pinned: { walletId: someWalletId, backedUp: true, proof },
    });
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

  it('going on after a check that the cable cut off, though it was never told what to keep', () => {
    const { state } = walk([...running(), ...lostAndFound(checkedDevice), creating('choose-pin')]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'skipped' });
  });

  it('another wallet after the backup than was kept: swapped after keep', () => {
    const { state, effects } = walk([...proven(), ...backedUp(otherWallet)]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet-after-backup' });
    expect(effects).toEqual([{ kind: 'stop-and-close' }]);
  });

  it('the same after a reload in between, from what was pinned', () => {
    const device = { ...checkedDevice, known: known({ pinned: pin({ backedUp: false }) }) };
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
    expect(right.effects).toContainEqual(
      expect.objectContaining({ kind: 'pin', pinned: expect.objectContaining({ backedUp: true }) }),
    );
  });

  it('another wallet at reconnect: the person may know better, and there is a way on in plain sight', () => {
    const device = { ...checkedDevice, known: known({ pinned: pin() }) };
    const rest = status({ wallet: 'backed-up' });
    const { state } = walk([...meeting(device), rest, read(otherWallet)]);
    expect(state).toMatchObject({ kind: 'alarm', reason: 'other-wallet' });
    expect(walk([{ kind: 'forget-wallet' }], state)).toMatchObject({
      state: { kind: 'choose' },
      kinds: ['forget-wallet', 'close', 'remember'],
    });
    // No other alarm can be talked away.
    const failed = walk([...running(), step({ kind: 'failed', failure: 'bad-commitment' })]).state;
    expect(walk([{ kind: 'forget-wallet' }], failed).state).toBe(failed);
  });

  it.each<[string, string, CeremonyEvent[], PinnedWallet['proof'], object]>([
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
    const device = { ...checkedDevice, known: known({ pinned: pin({ proof }) }) };
    const locked = status({ wallet: 'backed-up', locked: true });
    const after = walk(
      [...lostAndFound(device), locked, status({ wallet: 'backed-up' }), read(otherWallet)],
      state,
    );
    expect(after.state).toMatchObject(expected);
  });

  it('lying about being empty, or about a backup, does not shake off the pin', () => {
    const device = { ...checkedDevice, known: known({ pinned: pin() }) };
    for (const lie of [
      [status({})],
      [creating('confirm', { wallet: 'unfinished-backup' })],
      [status({}), status({ activity: 'restore', stage: 'enter-words', ceremony: 1 })],
    ]) {
      const { state } = walk([...meeting(device), ...lie, done, read(otherWallet)]);
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
      session: { task: { kind: 'choose-length' }, check: undefined },
    });
  });

  it('a page that cannot compute asks the device to stop, once', () => {
    const { effects, state } = walk([...running(), step({ kind: 'unfinished', gap: 'not-computed' })]);
    expect(effects).toEqual([{ kind: 'cancel' }, counted()]);
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

  it('the link out and the device still waiting: it is asked to stop, for half a check cannot be gone on with', () => {
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

  it('refused at once, by a device that is in somebody else’s ceremony: that one is not judged', () => {
    const { state } = walk([
      ...meeting(checkedDevice),
      status({}),
      { kind: 'ask', ceremony: 'create' },
      { kind: 'begin-failed', code: 'not-in-this-state' },
      creating('choose-pin'),
    ]);
    expect(state.kind).toBe('connected');
  });
});

describe('checks that lead to no wallet', () => {
  const unfinished = (state: CeremonyState): readonly number[] | undefined =>
    sessionOf(state).device.known?.unfinishedChecks;
  const gone = status({ ceremony: 1, outcome: 'cancelled' });
  /** On a device that is empty, after a check that did not finish. */
  const anew: CeremonyEvent[] = [
    { kind: 'continue' },
    { kind: 'ask', ceremony: 'create' },
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

  it.each<[string, CeremonyEvent[]]>([
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

  it('are part of the proof of the wallet that comes out in the end, and begin anew after it', () => {
    const { state, effects } = walk([...proven(tried(8, 64)), ...backedUp(someWalletId)]);
    const later = { ...proof, unfinishedBefore: [8, 64] };
    expect(sessionOf(state).task).toMatchObject({ kind: 'backed-up', wallet: { proof: later } });
    expect(effects.slice(-2)).toEqual([
      {
        kind: 'pin',
        deviceId: checkedDevice.deviceId,
        pinned: { walletId: someWalletId, backedUp: true, proof: later },
      },
      counted(),
    ]);
    expect(unfinished(state)).toEqual([]);
  });

  it('do not include the one whose link went while it was told to keep, once its wallet is there', () => {
    const there = walk(keeping(tried(8)));
    const device = { ...checkedDevice, known: known({ unfinishedChecks: [8, 8] }) };
    const { state } = walk([...lostAndFound(device), ...backedUp(someWalletId)], there.state);
    expect(sessionOf(state).task).toMatchObject({ wallet: { proof: { unfinishedBefore: [8] } } });
    expect(unfinished(state)).toEqual([]);
  });

  it('are kept over a reload before the backup, and end with it', () => {
    const pinned = pin({ backedUp: false, proof: { ...proof, unfinishedBefore: [8] } });
    const device = { ...checkedDevice, known: known({ pinned, unfinishedChecks: [8, 8] }) };
    const reloaded = walk([...meeting(device), creating('confirm', { wallet: 'unfinished-backup' })]);
    expect(unfinished(reloaded.state)).toEqual([8, 8]);
    const { state, effects } = walk([done, read(someWalletId)], reloaded.state);
    expect(sessionOf(state).task).toMatchObject({ wallet: { proof: { unfinishedBefore: [8] } } });
    expect(effects).toContainEqual(counted());
  });

  it('are not ended by a wallet of which nothing was proven', () => {
    const { state } = restored(tried(8));
    expect(sessionOf(state).task.kind).toBe('backed-up');
    expect(unfinished(state)).toEqual([8]);
  });

  it('with the simulator in the page are known for as long as the page is, also over a lost link', () => {
    const framed: DeviceFacts = {
      ...checkedDevice,
      link: 'simulator-frame',
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
    const { effects } = walk([
      ...proven(),
      creating('choose-pin'),
      status({ ceremony: 1, outcome: 'stopped' }),
    ]);
    expect(effects).toContainEqual({ kind: 'pin', deviceId: checkedDevice.deviceId, pinned: undefined });
    const device = { ...checkedDevice, known: known({ pinned: pin({ backedUp: false }) }) };
    expect(walk([...meeting(device), status({})]).kinds).toEqual(['pin']);
  });

  it('of a wallet that the person wiped here is forgotten', () => {
    const device = { ...checkedDevice, known: known({ pinned: pin() }) };
    const wiping = [
      status({ wallet: 'backed-up' }),
      read(someWalletId),
      status({ wallet: 'backed-up', activity: 'wipe', stage: 'wipe', ceremony: 1 }),
    ];
    const { effects } = walk([...meeting(device), ...wiping, status({ ceremony: 1, outcome: 'completed' })]);
    expect(effects).toEqual([{ kind: 'pin', deviceId: device.deviceId, pinned: undefined }]);
    const threeWrong = walk([
      ...meeting(device),
      status({ wallet: 'backed-up', locked: true, activity: 'unlock', stage: 'wrong-pin' }),
      status({ outcome: 'wiped', ceremony: 1 }),
    ]);
    expect(threeWrong.effects).toEqual([{ kind: 'pin', deviceId: device.deviceId, pinned: undefined }]);
  });

  it('is set anew by words of the person’s own, and by a new wallet that this page asked for', () => {
    const device = { ...checkedDevice, known: known({ pinned: pin() }) };
    const { state, effects } = restored(device);
    expect(sessionOf(state).task).toMatchObject({
      kind: 'backed-up',
      wallet: { walletId: otherWallet },
    });
    expect(effects).toContainEqual({
      kind: 'pin',
      deviceId: device.deviceId,
      pinned: { walletId: otherWallet, backedUp: true, proof: undefined },
    });
    const anew = walk([...proven(device), ...backedUp(someWalletId)]);
    expect(sessionOf(anew.state).task.kind).toBe('backed-up');
  });

  it('is set at the first meeting with a wallet that came into being elsewhere', () => {
    const { effects } = walk([
      ...meeting(checkedDevice),
      status({ wallet: 'backed-up' }),
      read(someWalletId),
    ]);
    expect(effects).toEqual([{ kind: 'pin', deviceId: checkedDevice.deviceId, pinned: pin() }]);
  });
});

describe('a device that is met again', () => {
  const meet = (change: Partial<TrustedDevice>, device: DeviceFacts = checkedDevice) =>
    walk(meeting({ ...device, known: known(change, device) }));

  it('is remembered: its first key, all that it could ever do, and a simulator for ever', () => {
    const { effects } = meet(
      { simulator: true, capabilities: ['attest', 'seed-qr'] },
      {
        ...checkedDevice,
        proof: 'simulator',
        simulator: true,
      },
    );
    expect(effects).toContainEqual({
      kind: 'trust',
      device: expect.objectContaining({ simulator: true, capabilities: expect.arrayContaining(['seed-qr']) }),
    });
    // The one in the page is another each time.
    const framed = walk(meeting({ ...simulatorDevice, link: 'simulator-frame' }));
    expect(framed.kinds).not.toContain('trust');
  });

  it.each<[string, string, Partial<TrustedDevice>, DeviceFacts]>([
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
