import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CeremonyEvent, Effect } from '../../../src/ceremony/events.ts';
import { reduce } from '../../../src/ceremony/reduce.ts';
import { initialState, isSimulated, type CeremonyState } from '../../../src/ceremony/state.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { kindsOf } from '../../support/effects.ts';
import { arbitraryEvent, connecting } from '../../support/ceremony-arbitraries.ts';
import { emptyStatus, simulatorDevice, someWalletId, statusAt, usbDevice } from '../../support/screens.ts';

interface Walk {
  readonly state: CeremonyState;
  /** Of the last event. */
  readonly effects: readonly Effect[];
}

function walk(events: readonly CeremonyEvent[], from: CeremonyState = initialState): Walk {
  let effects: readonly Effect[] = [];
  let state = from;
  for (const event of events) [state, effects] = reduce(state, event);
  return { state, effects };
}

function status(state: PublicState): CeremonyEvent {
  return { kind: 'status', status: state };
}

function taskOf(state: CeremonyState): string {
  return state.kind === 'connected' ? state.session.task.kind : `not connected: ${state.kind}`;
}

const connectedEmpty = walk([...connecting, status(emptyStatus)]).state;
const working = walk([{ kind: 'ask', ceremony: 'create' }, status(statusAt('words'))], connectedEmpty).state;
const backedUpStatus: PublicState = {
  ...emptyStatus,
  wallet: 'backed-up',
  ceremony: 1,
  outcome: 'completed',
  wordCount: 24,
};

describe('the way to a device', () => {
  it('leads through privacy and terms, and back', () => {
    expect(walk([{ kind: 'begin', link: undefined }]).state.kind).toBe('privacy');
    expect(walk(connecting.slice(0, 2)).state.kind).toBe('terms');
    expect(walk(connecting.slice(0, 3)).state.kind).toBe('choose');
    expect(
      walk([...connecting.slice(0, 3), { kind: 'back' }, { kind: 'back' }, { kind: 'back' }]).state,
    ).toEqual(initialState);
  });

  it('opens the simulator right after the terms when the person asked for it', () => {
    const { state, effects } = walk([
      { kind: 'begin', link: 'simulator-frame' },
      { kind: 'next' },
      { kind: 'next' },
    ]);
    expect(state).toEqual({ kind: 'opening', link: 'simulator-frame', attempt: 'open' });
    expect(effects).toEqual([{ kind: 'open', link: 'simulator-frame' }]);
  });

  it('asks a device what it is before anything else', () => {
    expect(walk(connecting.slice(0, -1)).effects).toEqual([{ kind: 'identify' }]);
    expect(walk(connecting).effects).toEqual([
      { kind: 'remember', link: 'webhid' },
      expect.objectContaining({ kind: 'trust' }),
      { kind: 'follow' },
    ]);
  });

  it('is quiet when the chooser is closed', () => {
    const { state } = walk([...connecting.slice(0, 4), { kind: 'open-failed', code: 'chooser-cancelled' }]);
    expect(state).toEqual({ kind: 'choose', problem: undefined });
  });

  it.each(['no-webhid', 'permission-denied', 'not-found'] as const)(
    'goes back to the choice after %s',
    (code) => {
      const { state } = walk([...connecting.slice(0, 4), { kind: 'open-failed', code }]);
      expect(state).toEqual({ kind: 'choose', problem: code });
    },
  );

  it('waits for a device that another tab holds, and goes on by itself', () => {
    const waiting = walk([...connecting.slice(0, 4), { kind: 'open-failed', code: 'in-use' }]);
    expect(waiting.state).toEqual({ kind: 'waiting', link: 'webhid', reason: 'in-use' });
    const again = walk([{ kind: 'timer', name: 'retry' }], waiting.state);
    expect(again.state).toBe(waiting.state);
    expect(again.effects).toEqual([{ kind: 'reopen', link: 'webhid' }]);
    const freed = walk([{ kind: 'opened' }, { kind: 'identified', device: usbDevice }], again.state);
    expect(freed.state.kind).toBe('connected');
  });

  it.each(['locked', 'busy'] as const)('waits for a %s device, and asks it again', (code) => {
    const waiting = walk([...connecting.slice(0, 5), { kind: 'identify-failed', code }]);
    expect(waiting.state).toEqual({ kind: 'waiting', link: 'webhid', reason: code });
    expect(walk([{ kind: 'timer', name: 'retry' }], waiting.state).effects).toEqual([{ kind: 'identify' }]);
  });

  it('raises the alarm for a failed proof, and only for that', () => {
    expect(walk([...connecting.slice(0, 5), { kind: 'proof-failed' }]).state.kind).toBe('alarm');
    for (const code of ['disconnected', 'timeout', 'aborted', 'bad-response'] as const) {
      expect(walk([...connecting.slice(0, 5), { kind: 'identify-failed', code }]).state.kind).not.toBe(
        'alarm',
      );
    }
  });

  it('asks before it uses a device of an unknown maker', () => {
    const device = { ...usbDevice, proof: 'unknown-issuer' as const };
    const asked = walk([...connecting.slice(0, 5), { kind: 'identified', device }]);
    expect(asked.state.kind).toBe('unverified');
    expect(asked.effects).toEqual([]);
    expect(walk([{ kind: 'accept-unverified' }], asked.state).state.kind).toBe('connected');
  });

  it('H10: says simulator when the device, its certificate or the link does', () => {
    expect(isSimulated(connectedEmpty)).toBe(false);
    expect(isSimulated({ kind: 'opening', link: 'simulator-frame', attempt: 'open' })).toBe(true);
    const simulated = walk([
      ...connecting.slice(0, 5),
      { kind: 'identified', device: simulatorDevice },
    ]).state;
    expect(isSimulated(simulated)).toBe(true);
  });
});

describe('a ceremony', () => {
  it('offers 12 and 24 words on an empty device, and asks the device for what was chosen', () => {
    expect(taskOf(connectedEmpty)).toBe('choose-length');
    const { state, effects } = walk(
      [
        { kind: 'set-length', wordCount: 12 },
        { kind: 'ask', ceremony: 'create' },
      ],
      connectedEmpty,
    );
    expect(taskOf(state)).toBe('starting');
    expect(effects).toEqual([{ kind: 'begin', request: { kind: 'create', wordCount: 12 } }]);
  });

  it('ends in a record with the date when this page saw the device become backed up', () => {
    const read = walk([status(backedUpStatus)], working);
    expect(taskOf(read.state)).toBe('reading-wallet');
    expect(kindsOf(read.effects)).toEqual(['record', 'see-device', 'read-wallet']);
    const date = '2026-11-24T10:00:00.000Z';
    const record = {
      walletId: someWalletId,
      model: 'nanosp' as const,
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
    expect(kindsOf(effects)).toEqual(['see-device', 'record', 'save-backup', 'pin']);
    expect(effects.at(-2)).toMatchObject({
      walletId: someWalletId,
      device: { deviceId: usbDevice.deviceId },
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
    expect(kindsOf(effects)).not.toContain('save-backup');
    expect(kindsOf(effects)).toContain('pin');
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

  it('says so too when the device asks its question under the number of the ceremony that was stopped', () => {
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
        { kind: 'ask', ceremony: 'create' },
        { kind: 'begin-failed', code: 'declined' },
      ],
      connectedEmpty,
    );
    expect(taskOf(declined.state)).toBe('ended');
    expect(taskOf(walk([{ kind: 'continue' }], declined.state).state)).toBe('choose-length');
  });

  it('shows a locked device as one to wait for', () => {
    const locked = walk([...connecting, status({ ...backedUpStatus, locked: true })]);
    expect(taskOf(locked.state)).toBe('resting');
    expect(taskOf(walk([status(backedUpStatus)], locked.state).state)).toBe('reading-wallet');
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

  const backOnTheWire: readonly CeremonyEvent[] = [{ kind: 'timer', name: 'retry' }, { kind: 'opened' }];

  it('is found again where it was', () => {
    const found = walk([...backOnTheWire, { kind: 'identified', device: usbDevice }], gone.state);
    expect(found.effects).toEqual([{ kind: 'follow' }]);
    const { session } = working as Extract<CeremonyState, { kind: 'connected' }>;
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
      'save-backup',
      'save-check',
      'record',
      'see-device',
      'forget-device',
      'erase-records',
      'note-check',
      // What this browser remembers of a device; nothing of it goes to the device.
      'trust',
      'pin',
      // Only in an alarm: the device is asked to stop.
      'stop-and-close',
      'draw-quiz',
      'close',
      'timer',
      'remember',
    ]);
    fc.assert(
      fc.property(fc.array(arbitraryEvent, { maxLength: 60 }), (events) => {
        let state: CeremonyState = connectedEmpty;
        for (const event of events) {
          const [next, effects] = reduce(state, event);
          for (const effect of effects) {
            expect(allowed).toContain(effect.kind);
            // A ceremony is asked for only by the person's own request on this page, and only that one.
            if (effect.kind === 'begin')
              expect(event).toEqual({ kind: 'ask', ceremony: effect.request.kind });
            if (effect.kind === 'cancel') expect(event.kind).toBe('cancel');
          }
          state = next;
        }
      }),
    );
  });

  it('never throw, and never lose what the device last said', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEvent, { maxLength: 80 }), (events) => {
        let state: CeremonyState = connectedEmpty;
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

  it('leave the state object as it is when nothing changes, so that nothing is drawn anew', () => {
    expect(reduce(working, status(statusAt('words')))[0]).toBe(working);
    expect(reduce(initialState, { kind: 'cancel' })[0]).toBe(initialState);
  });
});
