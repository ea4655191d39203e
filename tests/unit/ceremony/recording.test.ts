/** Every ceremony leaves its record: by the statuses that a page sees of a device, in order. */
import { describe, expect, it } from 'vitest';
import type { CeremonyEvent, Effect, RecordStep } from '../../../src/ceremony/events.ts';
import { reduce } from '../../../src/ceremony/reduce.ts';
import { deviceRef, type CeremonyState } from '../../../src/ceremony/state.ts';
import type { Activity, Outcome, PublicState, Stage } from '../../../src/protocol/public-state.ts';
import { connecting } from '../../support/ceremony-arbitraries.ts';
import { emptyStatus, someWalletId, usbDevice } from '../../support/screens.ts';

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
  return { kind: 'status', status } satisfies CeremonyEvent;
}

function resting(outcome: Outcome, ceremony: number, wallet: PublicState['wallet'] = 'backed-up') {
  return {
    kind: 'status',
    status: { ...emptyStatus, outcome, ceremony, wallet },
  } satisfies CeremonyEvent;
}

/** All that was noted, in order. */
function steps(events: readonly CeremonyEvent[]): readonly RecordStep[] {
  let state: CeremonyState = { kind: 'welcome' };
  const noted: Effect[] = [];
  for (const event of [...connecting, ...events]) {
    const [next, effects] = reduce(state, event);
    state = next;
    noted.push(...effects);
  }
  return noted.flatMap((effect) => (effect.kind === 'record' ? [effect.step] : []));
}

const arrival: RecordStep = { kind: 'arrive', running: undefined, number: 0, outcome: 'none' };

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
      { kind: 'begin', what, number: 1 },
      { kind: 'end', what, number: 1, result: 'completed' },
    ]);
  });

  it.each(['declined', 'cancelled', 'stopped', 'fault', 'match', 'no-match'] as const)(
    'notes how it ended: %s',
    (result) => {
      const noted = steps([resting('none', 0), running('check', 4), resting(result, 4)]);
      expect(noted.at(-1)).toEqual({ kind: 'end', what: 'check', number: 4, result });
    },
  );

  it('notes an end after which the device asks at once whether to resume', () => {
    const unfinished = running('resume', 1, 'unfinished-backup');
    const question: CeremonyEvent = {
      kind: 'status',
      status: { ...unfinished.status, stage: 'unfinished', outcome: 'cancelled' },
    };
    expect(steps([resting('none', 0, 'empty'), running('create', 1, 'unfinished-backup'), question])).toEqual(
      [
        arrival,
        { kind: 'begin', what: 'create', number: 1 },
        { kind: 'end', what: 'create', number: 1, result: 'cancelled' },
      ],
    );
  });

  it('does not make up how a ceremony ended that was not seen to its end', () => {
    const noted = steps([resting('none', 0), running('reveal', 1), running('check', 2)]);
    expect(noted.slice(1)).toEqual([
      { kind: 'begin', what: 'reveal', number: 1 },
      { kind: 'end', what: 'reveal', number: 1, result: 'interrupted' },
      { kind: 'begin', what: 'check', number: 2 },
    ]);
  });

  it('notes one that began and ended between two statuses, when this page asked for it', () => {
    const noted = steps([
      resting('none', 0, 'empty'),
      { kind: 'ask', ceremony: 'create' },
      resting('declined', 1, 'empty'),
    ]);
    expect(noted.at(-1)).toEqual({ kind: 'end', what: 'create', number: 1, result: 'declined' });
  });

  it('notes a refusal with which the device answers at once', () => {
    const noted = steps([
      resting('none', 0, 'empty'),
      { kind: 'ask', ceremony: 'create' },
      { kind: 'begin-failed', code: 'declined' },
    ]);
    expect(noted.at(-1)).toEqual({ kind: 'end', what: 'create', number: 0, result: 'declined' });
  });

  it('notes three wrong PINs at the device’s own question, and nothing of a PIN that was right', () => {
    expect(steps([running('unlock', 0), resting('wiped', 0, 'empty')]).slice(1)).toEqual([
      { kind: 'end', what: 'unlock', number: 0, result: 'wiped' },
    ]);
    expect(steps([running('unlock', 0), resting('none', 0)]).slice(1)).toEqual([]);
  });

  it('takes up a ceremony that another page began', () => {
    expect(steps([running('reveal', 7), resting('completed', 7)])).toEqual([
      { kind: 'arrive', running: 'reveal', number: 7, outcome: 'none' },
      { kind: 'begin', what: 'reveal', number: 7 },
      { kind: 'end', what: 'reveal', number: 7, result: 'completed' },
    ]);
  });

  it('goes over a lost cable: the device tells how it ended, or nobody knows', () => {
    const away: readonly CeremonyEvent[] = [
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
    let state: CeremonyState = { kind: 'welcome' };
    const told: CeremonyEvent = {
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
    const ended = noted.find((effect) => effect.kind === 'record' && effect.step.kind === 'end');
    expect(ended).toMatchObject({ walletId: someWalletId });
    expect(state).toMatchObject({ session: { walletId: undefined } });
  });
});

describe('the id of a device', () => {
  it('is used only where an issuer vouches for it', () => {
    expect(deviceRef(usbDevice).id).toBe(usbDevice.deviceId);
    expect(deviceRef({ ...usbDevice, proof: 'simulator' }).id).toBe(usbDevice.deviceId);
    expect(deviceRef({ ...usbDevice, proof: 'unknown-issuer' }).id).toBeUndefined();
  });
});
