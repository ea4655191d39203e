/** Every ceremony leaves its record: by the statuses that a page sees of a device, in order. */
import { initialState } from '../../../src/session/state.ts';
import { describe, expect, it } from 'vitest';
import type { SessionEvent, Effect } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { deviceRef, type SessionState } from '../../../src/session/state.ts';
import type { RecordNews } from '../../../src/records/book.ts';
import type { Activity, Outcome, PublicState, Stage } from '../../../src/protocol/public-state.ts';
import { connecting } from '../../fixtures/data/ceremony-arbitraries.ts';
import { keptBy } from '../../fixtures/screens/effects.ts';
import {
  emptyStatus,
  selfBuiltDevice,
  someWalletId,
  unprovenDevice,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const stageOf: Partial<Record<Activity, Stage>> = {
  create: 'words',
  unlock: 'enter-pin',
  resume: 'confirm',
  reveal: 'words',
  check: 'enter-words',
  restore: 'enter-words',
  'change-pin': 'choose-pin',
  wipe: 'wipe',
  rename: 'consent',
};

function running(activity: Activity, ceremony: number, wallet: PublicState['wallet'] = 'backed-up') {
  const status = { ...emptyStatus, activity, ceremony, wallet, stage: stageOf[activity] ?? 'consent' };
  return { kind: 'status', status } satisfies SessionEvent;
}

function resting(outcome: Outcome, ceremony: number, wallet: PublicState['wallet'] = 'backed-up') {
  return {
    kind: 'status',
    status: { ...emptyStatus, outcome, ceremony, wallet },
  } satisfies SessionEvent;
}

const device = deviceRef(usbDevice);
const aboutCeremonies: ReadonlySet<string> = new Set(['arrived', 'began', 'ended']);

/** All that was noted of ceremonies, in order. */
function steps(events: readonly SessionEvent[]): readonly RecordNews[] {
  let state: SessionState = initialState;
  const noted: Effect[] = [];
  for (const event of [...connecting, ...events]) {
    const [next, effects] = reduce(state, event);
    state = next;
    noted.push(...effects);
  }
  return keptBy(noted).filter(({ kind }) => aboutCeremonies.has(kind));
}

const arrival: RecordNews = { kind: 'arrived', device, running: undefined, number: 0, outcome: 'none' };
type Ended = Extract<RecordNews, { kind: 'ended' }>;
const began = (what: Ended['what'], number: number): RecordNews => ({
  kind: 'began',
  device,
  what,
  number,
  walletId: undefined,
});
const ended = (what: Ended['what'], number: number, result: Ended['result']): RecordNews => ({
  ...began(what, number),
  kind: 'ended',
  what,
  number,
  device,
  walletId: undefined,
  result,
});

describe('the record of ceremonies', () => {
  const ceremonies = [
    'create',
    'resume',
    'reveal',
    'check',
    'restore',
    'change-pin',
    'wipe',
    'rename',
  ] as const;

  it.each(ceremonies)('notes the beginning and the end of %s', (what) => {
    expect(steps([resting('none', 0), running(what, 1), resting('completed', 1)])).toEqual([
      arrival,
      began(what, 1),
      ended(what, 1, 'completed'),
    ]);
  });

  it.each(['declined', 'cancelled', 'stopped', 'fault', 'match', 'no-match'] as const)(
    'notes how it ended: %s',
    (result) => {
      const noted = steps([resting('none', 0), running('check', 4), resting(result, 4)]);
      expect(noted.at(-1)).toEqual(ended('check', 4, result));
    },
  );

  it('notes an end after which the device asks at once whether to resume', () => {
    const unfinished = running('resume', 1, 'unfinished-backup');
    const question: SessionEvent = {
      kind: 'status',
      status: { ...unfinished.status, stage: 'unfinished', outcome: 'cancelled' },
    };
    expect(steps([resting('none', 0, 'empty'), running('create', 1, 'unfinished-backup'), question])).toEqual(
      [arrival, began('create', 1), ended('create', 1, 'cancelled')],
    );
  });

  it('does not make up how a ceremony ended that was not seen to its end', () => {
    const noted = steps([resting('none', 0), running('reveal', 1), running('check', 2)]);
    expect(noted.slice(1)).toEqual([
      began('reveal', 1),
      ended('reveal', 1, 'interrupted'),
      began('check', 2),
    ]);
  });

  it('notes one that began and ended between two statuses, when this page asked for it', () => {
    const noted = steps([
      resting('none', 0, 'empty'),
      { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
      resting('declined', 1, 'empty'),
    ]);
    expect(noted.at(-1)).toEqual(ended('create', 1, 'declined'));
  });

  it('notes a refusal with which the device answers at once', () => {
    const noted = steps([
      resting('none', 0, 'empty'),
      { kind: 'start', wish: { kind: 'create', wordCount: 24 } },
      { kind: 'begin-failed', code: 'declined' },
    ]);
    expect(noted.at(-1)).toEqual(ended('create', 0, 'declined'));
  });

  it('counts three wrong PINs at the device’s own question, and keeps no right one', () => {
    expect(steps([running('unlock', 0), resting('wiped', 0, 'empty')]).slice(1)).toEqual([
      ended('unlock', 0, 'wiped'),
    ]);
    expect(steps([running('unlock', 0), resting('none', 0)]).slice(1)).toEqual([]);
  });

  it('takes up a ceremony that another page began', () => {
    expect(steps([running('reveal', 7), resting('completed', 7)])).toEqual([
      { ...arrival, running: 'reveal', number: 7 },
      began('reveal', 7),
      ended('reveal', 7, 'completed'),
    ]);
  });

  it('survives a lost cable: the device reports the end, or it stays unknown', () => {
    const away: readonly SessionEvent[] = [
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'opened' },
      { kind: 'identified', device: usbDevice },
    ];
    const begun = [resting('none', 0), running('check', 1)];
    expect(steps([...begun, ...away, resting('match', 1)]).at(-1)).toMatchObject({ result: 'match' });
    expect(steps([...begun, ...away, resting('none', 0)]).at(-1)).toMatchObject({ result: 'interrupted' });
    expect(steps([...begun, ...away, running('check', 1)])).toEqual(steps(begun));
  });

  it('says nothing twice', () => {
    const end = resting('completed', 1);
    expect(steps([resting('none', 0), running('wipe', 1), end, end, { ...end }])).toHaveLength(3);
  });

  it('names the wallet that was there, also when it is gone with the ceremony', () => {
    let state: SessionState = initialState;
    const told: SessionEvent = {
      kind: 'wallet-read',
      walletId: someWalletId,
      date: '2026-11-24T10:00:00.000Z',
      record: undefined,
      checkedAt: undefined,
    };
    const events = [
      ...connecting,
      resting('none', 0),
      told,
      running('wipe', 1),
      resting('completed', 1, 'empty'),
    ];
    const noted: Effect[] = [];
    for (const event of events) {
      const [next, effects] = reduce(state, event);
      state = next;
      noted.push(...effects);
    }
    const end = keptBy(noted).find(({ kind }) => kind === 'ended');
    expect(end).toMatchObject({ walletId: someWalletId });
    expect(state).toMatchObject({ session: { walletId: undefined } });
  });
});

describe('the id of a device', () => {
  it('is used only where the device has proved it', () => {
    expect(deviceRef(usbDevice).id).toBe(usbDevice.deviceId);
    expect(deviceRef({ ...usbDevice, proof: 'simulator' }).id).toBe(usbDevice.deviceId);
    expect(deviceRef(selfBuiltDevice).id).toBe(selfBuiltDevice.deviceId);
    expect(deviceRef({ ...usbDevice, proof: 'unknown-issuer' }).id).toBeUndefined();
    expect(deviceRef(unprovenDevice).id).toBeUndefined();
  });
});
