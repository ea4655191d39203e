import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent, Effect } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import {
  initialState,
  simulatedBy,
  type DeviceFacts,
  type SessionState,
} from '../../../src/session/state.ts';
import { memoryOf } from '../../../src/session/trust.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { noticeFor } from '../../../src/app/notices.ts';
import { keptBy, kindsOf } from '../../fixtures/screens/effects.ts';
import { arbitrarySessionEvent, connecting } from '../../fixtures/data/ceremony-arbitraries.ts';
import {
  emptyStatus,
  onDevice,
  selfBuiltDevice,
  unprovenDevice,
  simulatorDevice,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

interface Walk {
  readonly state: SessionState;
  /** Of the last event. */
  readonly effects: readonly Effect[];
}

function walk(events: readonly SessionEvent[], from: SessionState = initialState): Walk {
  let effects: readonly Effect[] = [];
  let state = from;
  for (const event of events) [state, effects] = reduce(state, event);
  return { state, effects };
}

function status(state: PublicState): SessionEvent {
  return { kind: 'status', status: state };
}

function taskOf(state: SessionState): string {
  return state.kind === 'connected' ? state.session.task.kind : `not connected: ${state.kind}`;
}

const connectedEmpty = walk([...connecting, status(emptyStatus)]).state;
const working = walk(
  [{ kind: 'start', wish: { kind: 'create', wordCount: 24 } }, status(statusAt('words'))],
  connectedEmpty,
).state;
const backedUpStatus: PublicState = {
  ...emptyStatus,
  wallet: 'backed-up',
  ceremony: 1,
  outcome: 'completed',
  wordCount: 24,
};

describe('the way to a device', () => {
  it('asks a device what it is before anything else', () => {
    expect(walk(connecting.slice(0, -1)).effects).toEqual([{ kind: 'identify' }]);
    expect(walk(connecting).effects).toEqual([
      { kind: 'remember', link: 'webhid' },
      expect.objectContaining({ kind: 'keep', change: expect.objectContaining({ kind: 'met-device' }) }),
      { kind: 'follow' },
    ]);
  });

  it('is quiet when the chooser is closed', () => {
    const { state } = walk([...connecting.slice(0, 1), { kind: 'open-failed', code: 'chooser-cancelled' }]);
    expect(state).toEqual({ kind: 'idle', problem: undefined });
  });

  it.each(['no-webhid', 'permission-denied', 'not-found', 'chooser-blocked'] as const)(
    'goes back to the choice after %s',
    (code) => {
      const { state } = walk([...connecting.slice(0, 1), { kind: 'open-failed', code }]);
      expect(state).toEqual({ kind: 'idle', problem: code, link: 'webhid' });
    },
  );

  it('waits for a device that another tab holds, and continues once it is free', () => {
    const waiting = walk([...connecting.slice(0, 1), { kind: 'open-failed', code: 'in-use' }]);
    expect(waiting.state).toEqual({ kind: 'waiting', link: 'webhid', reason: 'in-use' });
    const again = walk([{ kind: 'timer', name: 'retry' }], waiting.state);
    expect(again.state).toBe(waiting.state);
    expect(again.effects).toEqual([{ kind: 'reopen', link: 'webhid' }]);
    const freed = walk([{ kind: 'opened' }, { kind: 'identified', device: usbDevice }], again.state);
    expect(freed.state.kind).toBe('connected');
  });

  it.each(['locked', 'busy'] as const)('waits for a %s device, and asks it again', (code) => {
    const waiting = walk([...connecting.slice(0, 2), { kind: 'identify-failed', code }]);
    expect(waiting.state).toEqual({ kind: 'waiting', link: 'webhid', reason: code });
    expect(walk([{ kind: 'timer', name: 'retry' }], waiting.state).effects).toEqual([{ kind: 'identify' }]);
  });

  it('raises the alarm for a failed proof, and only for that', () => {
    expect(walk([...connecting.slice(0, 2), { kind: 'proof-failed' }]).state.kind).toBe('alarm');
    for (const code of ['disconnected', 'timeout', 'aborted', 'bad-response'] as const) {
      expect(walk([...connecting.slice(0, 2), { kind: 'identify-failed', code }]).state.kind).not.toBe(
        'alarm',
      );
    }
  });

  it.each<[string, DeviceFacts]>([
    ['of an unknown maker', { ...usbDevice, proof: 'unknown-issuer' }],
    ['that can’t prove what it is', unprovenDevice],
    ['that is self-built and new here', selfBuiltDevice],
  ])('asks before it uses a device %s', (_name, device) => {
    const asked = walk([...connecting.slice(0, 2), { kind: 'identified', device }]);
    expect(asked.state.kind).toBe('unverified');
    expect(asked.effects).toEqual([]);
    expect(walk([{ kind: 'accept-unverified' }], asked.state).state.kind).toBe('connected');
  });

  it('knows a self-built device by its key from the second meeting on', () => {
    const known = { ...selfBuiltDevice, known: memoryOf(selfBuiltDevice) };
    const again = walk([...connecting.slice(0, 2), { kind: 'identified', device: known }]);
    expect(again.state.kind).toBe('connected');
    const other = { ...known, publicKey: `04${'6b'.repeat(64)}` };
    expect(walk([...connecting.slice(0, 2), { kind: 'identified', device: other }]).state).toMatchObject({
      kind: 'alarm',
      reason: 'key-changed',
    });
  });

  it('H10: says simulator when the device or its frame does, and names a link', () => {
    expect(simulatedBy(connectedEmpty)).toBeUndefined();
    expect(simulatedBy({ kind: 'opening', link: 'simulator-frame', attempt: 'open' })).toBe('device');
    expect(simulatedBy({ kind: 'opening', link: 'simulator-tcp', attempt: 'open' })).toBe('link');
    const simulated = walk([
      ...connecting.slice(0, 2),
      { kind: 'identified', device: simulatorDevice },
    ]).state;
    expect(simulatedBy(simulated)).toBe('device');
    const board = walk([
      ...connecting.slice(0, 2),
      { kind: 'identified', device: { ...usbDevice, link: 'simulator-tcp' } },
    ]).state;
    expect(simulatedBy(board)).toBe('link');
  });
});

describe('a ceremony', () => {
  it('offers 12 and 24 words on an empty device, and requests the chosen length', () => {
    expect(taskOf(connectedEmpty)).toBe('empty');
    const { state, effects } = walk(
      [{ kind: 'start', wish: { kind: 'create', wordCount: 12 } }],
      connectedEmpty,
    );
    expect(taskOf(state)).toBe('starting');
    expect(effects).toEqual([{ kind: 'begin', request: { kind: 'create', wordCount: 12 } }]);
  });

  it('ends in a record with the date when this page saw the device become backed up', () => {
    const read = walk([status(backedUpStatus)], working);
    expect(taskOf(read.state)).toBe('reading-wallet');
    expect(kindsOf(read.effects)).toEqual(['keep', 'keep', 'read-name', 'read-wallet']);
    const date = '2026-11-24T10:00:00.000Z';
    const record = {
      walletId: someWalletId,
      product: 'Vault One',
      simulator: false,
      backedUp: date,
      checked: undefined,
    };
    const { state, effects } = walk(
      [{ kind: 'wallet-read', walletId: someWalletId, date, record: undefined, checkedAt: undefined }],
      read.state,
    );
    expect(state.kind === 'connected' && state.session.task).toEqual({
      kind: 'backed-up',
      // This firmware cannot be checked, and the page that asked for the wallet says so.
      wallet: { walletId: someWalletId, record, checkedAt: undefined, unchecked: true },
    });
    expect(keptBy(effects).map(({ kind }) => kind)).toEqual([
      'saw-device',
      'told-wallet',
      'backed-up',
      'expects-wallet',
    ]);
    const { product, simulator } = usbDevice;
    expect(keptBy(effects)).toContainEqual({
      kind: 'backed-up',
      wallet: { walletId: someWalletId, product, simulator },
    });
  });

  it('makes no record up for a wallet that was backed up before', () => {
    const read = walk([...connecting, status({ ...backedUpStatus, outcome: 'none' })]);
    const { state, effects } = walk(
      [
        {
          kind: 'wallet-read',
          walletId: someWalletId,
          date: '2026-11-24T10:00:00.000Z',
          record: undefined,
          checkedAt: undefined,
        },
      ],
      read.state,
    );
    expect(state.kind === 'connected' && state.session.task).toMatchObject({ wallet: { record: undefined } });
    const kept = keptBy(effects).map(({ kind }) => kind);
    expect(kept).not.toContain('backed-up');
    expect(kept).toContain('expects-wallet');
  });

  it('attaches to what the device is in the middle of, after a reload', () => {
    const { state } = walk([
      { kind: 'resume', link: 'webhid' },
      { kind: 'opened' },
      { kind: 'identified', device: usbDevice },
      status(statusAt('confirm')),
    ]);
    expect(state.kind === 'connected' && state.session.task).toEqual({
      kind: 'following',
      attached: true,
      cancelling: false,
      requested: undefined,
      after: undefined,
    });
  });

  it.each(['declined', 'cancelled', 'stopped', 'discarded', 'wiped', 'fault'] as const)(
    'tells that it ended: %s',
    (outcome) => {
      const { state } = walk([status({ ...emptyStatus, ceremony: 1, outcome })], working);
      expect(state.kind === 'connected' && state.session.task).toEqual({
        kind: 'ended',
        activity: 'create',
        outcome,
      });
    },
  );

  it('says how the last one ended when the device goes straight on to the next', () => {
    const next: PublicState = { ...statusAt('unfinished'), ceremony: 2, outcome: 'cancelled' };
    const { state } = walk([status(next)], working);
    expect(state.kind === 'connected' && state.session.task).toMatchObject({
      kind: 'following',
      after: 'cancelled',
    });
  });

  it('says so too when the device asks under the number of the stopped ceremony', () => {
    const asking: PublicState = { ...statusAt('unfinished'), outcome: 'stopped' };
    const stopped = walk([{ kind: 'cancel' }, status(asking)], working);
    expect(stopped.state).toMatchObject({ session: { task: { after: 'stopped', cancelling: false } } });
    const resumed = walk([status({ ...statusAt('hold'), activity: 'resume', ceremony: 2 })], stopped.state);
    expect(resumed.state).toMatchObject({ session: { task: { after: undefined } } });
  });

  it.each(['enter-pin', 'unfinished', 'finish'] as const)('does not ask to stop at "%s"', (stage) => {
    const { state } = walk([status(statusAt(stage))], working);
    expect(walk([{ kind: 'cancel' }], state)).toEqual({ state, effects: [] });
  });

  it('does not call it somebody else’s ceremony when a device only asks for its PIN', () => {
    const { state } = walk([...connecting, status(statusAt('enter-pin'))]);
    expect(state).toMatchObject({ session: { task: { kind: 'following', attached: false } } });
  });

  it('asks the device to stop once, and keeps following', () => {
    const asked = walk([{ kind: 'cancel' }], working);
    expect(asked.effects).toEqual([{ kind: 'cancel' }]);
    expect(walk([{ kind: 'cancel' }], asked.state).effects).toEqual([]);
    expect(taskOf(asked.state)).toBe('following');
  });

  it('returns to the choice when the device said no before it started', () => {
    const declined = walk(
      [
        { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
        { kind: 'begin-failed', code: 'declined' },
      ],
      connectedEmpty,
    );
    expect(taskOf(declined.state)).toBe('ended');
    expect(taskOf(walk([{ kind: 'continue' }], declined.state).state)).toBe('empty');
  });

  it('shows a locked device as one to wait for', () => {
    const locked = walk([...connecting, status({ ...backedUpStatus, locked: true })]);
    expect(taskOf(locked.state)).toBe('resting');
    expect(taskOf(walk([status(backedUpStatus)], locked.state).state)).toBe('reading-wallet');
  });
});

describe('a device that answers nonsense in the middle of a ceremony', () => {
  it.each(['unsupported', 'bad-response', 'refused'] as const)(
    '%s: is refused, and not looked for',
    (code) => {
      const { state, effects } = walk([{ kind: 'following-failed', code }], working);
      expect(state).toEqual({ kind: 'refused', link: 'webhid', code });
      expect(effects).toEqual([{ kind: 'close' }]);
      expect(noticeFor(onDevice(state))?.actions[0]?.request).toEqual({ kind: 'retry' });
    },
  );

  it.each(['disconnected', 'timeout', 'busy'] as const)('%s: is looked for', (code) => {
    expect(walk([{ kind: 'following-failed', code }], working).state.kind).toBe('lost');
  });
});

describe('leaving', () => {
  it('asks the device to stop when the person wants that, and only then', () => {
    const stopped = walk([{ kind: 'stop' }], working);
    expect(stopped.state).toEqual(initialState);
    expect(kindsOf(stopped.effects)).toEqual(['stop-and-close', 'remember']);
    expect(kindsOf(walk([{ kind: 'choose-another' }], working).effects)).toEqual(['close', 'remember']);
    const away = walk([{ kind: 'disconnected' }, { kind: 'stop' }], working);
    expect(away.state.kind).toBe('idle');
    expect(walk([{ kind: 'stop' }]).state).toBe(initialState);
  });

  it('says why the device did not take what it was asked for, until the next time', () => {
    const start: SessionEvent = { kind: 'start', wish: { kind: 'create', wordCount: 24 } };
    const refused = walk([start, { kind: 'begin-failed', code: 'refused' }], connectedEmpty);
    expect(refused.state).toMatchObject({ session: { refusal: 'refused', task: { kind: 'empty' } } });
    expect(walk([start], refused.state).state).toMatchObject({ session: { refusal: undefined } });
  });
});

describe('a lost device', () => {
  const gone = walk([{ kind: 'disconnected' }], working);

  it('is first a blip, then lost, then lost for long, and never given up', () => {
    expect(gone.state).toMatchObject({ kind: 'lost', phase: 'blip', attempt: 'pause' });
    expect(gone.effects.map((effect) => effect.kind)).toEqual(['close', 'timer', 'timer', 'timer']);
    const lost = walk([{ kind: 'timer', name: 'lost' }], gone.state);
    expect(lost.state).toMatchObject({ phase: 'lost' });
    let { state } = walk([{ kind: 'timer', name: 'long' }], lost.state);
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const tried = walk([{ kind: 'timer', name: 'retry' }], state);
      expect(tried.effects).toEqual([{ kind: 'reopen', link: 'webhid' }]);
      const failed = walk([{ kind: 'open-failed', code: 'not-found' }], tried.state);
      expect(failed.effects).toMatchObject([{ kind: 'timer', name: 'retry' }]);
      ({ state } = failed);
    }
    expect(state).toMatchObject({ kind: 'lost', phase: 'long', attempts: 200 });
  });

  const backOnTheWire: readonly SessionEvent[] = [{ kind: 'timer', name: 'retry' }, { kind: 'opened' }];

  it('is found again where it was', () => {
    const found = walk([...backOnTheWire, { kind: 'identified', device: usbDevice }], gone.state);
    expect(found.effects).toEqual([{ kind: 'follow' }]);
    const { session } = working as Extract<SessionState, { kind: 'connected' }>;
    expect(found.state).toEqual({ kind: 'connected', session: { ...session, returned: true } });
  });

  it('is not mixed up with another one that is plugged in instead', () => {
    const other = { ...usbDevice, deviceId: 'ffeeddccbbaa99887766554433221100' };
    const found = walk([...backOnTheWire, { kind: 'identified', device: other }], gone.state);
    expect(found.state).toMatchObject({
      kind: 'connected',
      session: {
        device: { deviceId: other.deviceId },
        status: undefined,
        swapped: true,
        task: { kind: 'checking' },
      },
    });
  });

  it.each([{ kind: 'disconnected' }, { kind: 'following-failed', code: 'timeout' }] as const)(
    'that goes again before it has said who it is ($kind) is looked for again',
    (event) => {
      const asked = walk(backOnTheWire, gone.state);
      const { state, effects } = walk([event], asked.state);
      expect(state).toMatchObject({ kind: 'lost', attempt: 'pause', attempts: 1 });
      expect(effects).toMatchObject([{ kind: 'timer', name: 'retry' }]);
      expect(walk(backOnTheWire, state).effects).toEqual([{ kind: 'identify' }]);
    },
  );

  it('proves again what it is', () => {
    expect(walk([...backOnTheWire, { kind: 'proof-failed' }], gone.state).state.kind).toBe('alarm');
  });

  it('keeps the date of a backup that was finished while it was away', () => {
    const found = walk([...backOnTheWire, { kind: 'identified', device: usbDevice }], gone.state);
    const { state } = walk([status(backedUpStatus)], found.state);
    expect(state).toMatchObject({ session: { witnessed: true, task: { kind: 'reading-wallet' } } });
  });
});

describe('any events in any order', () => {
  it('H2: ask the device for nothing but to start, to stop and to tell', () => {
    const allowed = new Set<Effect['kind']>([
      'open',
      'reopen',
      'identify',
      'follow',
      'begin',
      'cancel',
      'read-wallet',
      'read-name',
      'read-languages',
      'read-checked-wallet',
      // What this computer remembers; nothing of it goes to the device.
      'keep',
      // Only in an alarm: the device is asked to stop.
      'stop-and-close',
      'close',
      'timer',
      'remember',
    ]);
    fc.assert(
      fc.property(fc.array(arbitrarySessionEvent, { maxLength: 60 }), (events) => {
        let state: SessionState = connectedEmpty;
        for (const event of events) {
          const [next, effects] = reduce(state, event);
          for (const effect of effects) {
            expect(allowed).toContain(effect.kind);
            // A ceremony is asked for only by the person's own request on this page, and only that one.
            if (effect.kind === 'begin')
              expect(event).toMatchObject({ kind: 'start', wish: { kind: effect.request.kind } });
            // Beside the person, a device stops only what it waits for this page in: a check that can't be made.
            if (effect.kind === 'cancel' && event.kind !== 'cancel')
              expect(event).toMatchObject({
                kind: 'status',
                status: { activity: 'create', stage: 'entropy' },
              });
          }
          state = next;
        }
      }),
    );
  });

  it('never throw, and never lose what the device last said', () => {
    fc.assert(
      fc.property(fc.array(arbitrarySessionEvent, { maxLength: 80 }), (events) => {
        let state: SessionState = connectedEmpty;
        for (const event of events) {
          const before = state;
          [state] = reduce(before, event);
          const kept = before.kind === 'connected' || before.kind === 'lost' ? before.session : undefined;
          const held = state.kind === 'connected' || state.kind === 'lost' ? state.session : undefined;
          if (before.kind === 'connected' && event.kind === 'status') {
            expect(held?.status).toEqual(event.status);
          } else if (kept !== undefined && held?.device.deviceId === kept.device.deviceId) {
            expect(held.status).toBe(kept.status);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('events without a change keep the same state object, so nothing is redrawn', () => {
    expect(reduce(working, { kind: 'cancel-failed', code: 'aborted' })[0]).toEqual(working);
    expect(reduce(working, { kind: 'finish' })[0]).toBe(working);
    expect(reduce(initialState, { kind: 'cancel' })[0]).toBe(initialState);
  });
});
