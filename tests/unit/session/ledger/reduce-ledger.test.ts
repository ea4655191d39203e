import { onDevice } from '../../../fixtures/screens/screens.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent, Effect } from '../../../../src/session/events.ts';
import { guidedScreen, guidedView, type GuidedState } from '../../../../src/devices/family.ts';
import { ledgerFamily } from '../../../../src/devices/ledger/ledger-family.ts';
import { journeyWith, noJourney, type LedgerSeen } from '../../../../src/devices/ledger/ledger-state.ts';
import { reduce } from '../../../../src/session/reduce.ts';
import { initialState, linkOf, simulatedBy, type SessionState } from '../../../../src/session/state.ts';
import { steps } from '../../../../src/session/progress.ts';
import { screenOf, stepOf } from '../../../../src/app/view.ts';
import { onboardingScreens } from '../../../../src/protocol/ledger/onboarding-flags.ts';
import type { LedgerReading } from '../../../../src/devices/ledger/reading.ts';
import { mayGoQuiet, quietLimitMs } from '../../../../src/devices/ledger/patience.ts';
import { arbitrarySessionEvent, connecting } from '../../../fixtures/data/ceremony-arbitraries.ts';
import {
  conditionReadings,
  ledgerFound,
  ledgerRead,
  ledgerScreens,
  nanoX,
  onboarding,
  simulatedNanoX,
  stax,
} from '../../../fixtures/screens/ledger-screens.ts';
import { simulatorDevice, usbDevice } from '../../../fixtures/screens/screens.ts';

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

const opened = connecting.slice(0, -1);
const found = ledgerFound;
const read = ledgerRead;
const setUp: LedgerReading = { kind: 'set-up', device: nanoX };
const retry: SessionEvent = { kind: 'timer', name: 'retry' };
const long: SessionEvent = { kind: 'timer', name: 'long' };

function ledger(state: SessionState): GuidedState {
  if (state.kind !== 'guided') throw new Error(`not a Ledger but ${state.kind}`);
  return state;
}

function seenOf(state: SessionState): LedgerSeen {
  const device = ledgerFamily.open(ledger(state));
  if (device === undefined) throw new Error('of another family');
  return device.seen;
}

function viewOfLedger(state: GuidedState): string {
  return guidedView(state.family, state);
}

function stepOfLedger(state: GuidedState): string {
  return state.family.step(state.seen, guidedView(state.family, state));
}

function following(...readings: readonly LedgerReading[]): GuidedState {
  const [first = onboarding('welcome-1'), ...rest] = readings;
  return ledger(walk([...opened, found(first), ...rest.map(read)]).state);
}

/** A full set-up, as the flags tell it. */
const newSetUp: readonly LedgerReading[] = [
  onboarding('welcome-1'),
  onboarding('set-up-choice'),
  onboarding('pin'),
  onboarding('new-words', 1),
  onboarding('new-words', 24),
  onboarding('confirm-words', 1),
  onboarding('confirm-words', 24),
];

describe('the steps', () => {
  it('of a set-up lead from the start to the end, and never back', () => {
    const steps = newSetUp.map((_, index) => stepOfLedger(following(...newSetUp.slice(0, index + 1))));
    expect(steps).toEqual(['prepare', 'prepare', 'pin', 'write', 'write', 'confirm', 'confirm']);
    // After the PIN, the same menu asks for the words: the person isn't back at the start.
    const [welcome, menu, pin] = newSetUp as [LedgerReading, LedgerReading, LedgerReading];
    expect(stepOfLedger(following(welcome, menu, pin, menu))).toBe('pin');
  });

  it('of a restore end with the device’s own check of the last word', () => {
    const entering = following(onboarding('pin'), onboarding('restore-words', 24));
    expect(stepOfLedger(entering)).toBe('write');
    expect(viewOfLedger({ ...entering, contact: { kind: 'silent' } })).toBe('quiet');
    expect(stepOfLedger({ ...entering, contact: { kind: 'silent' } })).toBe('confirm');
  });
});

describe('finding a stock Ledger', () => {
  it('is followed from its first reading', () => {
    const { state, effects } = walk([...opened, found(onboarding('welcome-1'))]);
    expect(state).toMatchObject({ kind: 'guided', contact: { kind: 'here' }, seen: { device: nanoX } });
    expect(effects).toEqual([{ kind: 'remember', link: 'webhid' }, { kind: 'follow-guided' }]);
    expect(linkOf(state)).toBe('webhid');
  });

  it('H10: says simulator where the device says so of itself, or the link does', () => {
    expect(simulatedBy(following(onboarding('pin')))).toBeUndefined();
    expect(simulatedBy(following(onboarding('pin', 0, simulatedNanoX)))).toBe('device');
    const framed = walk([
      { kind: 'choose', link: 'simulator-process' },
      { kind: 'opened' },
      found({ kind: 'locked' }),
    ]);
    expect(simulatedBy(framed.state)).toBe('link');
  });

  it('takes the place of another device that was lost, and says that it is another', () => {
    const lost = walk([...connecting, { kind: 'disconnected' }, retry, { kind: 'opened' }, found(setUp)]);
    expect(lost.state).toMatchObject({ kind: 'guided', swapped: true });
  });

  it('nothing is followed that nobody asked for', () => {
    for (const events of [[], opened.slice(0, 1), connecting]) {
      const { state } = walk(events);
      expect(walk([found(setUp)], state).state).toBe(state);
    }
  });
});

describe('following the flags', () => {
  it('to ready, by the onboarded bit', () => {
    const done = following(...newSetUp, onboarding('safety-warnings'), setUp);
    expect(seenOf(done).journey).toEqual({
      way: 'new',
      begun: true,
      restarted: false,
      confirmed: true,
      wordCount: 24,
      finished: true,
    });
    expect(stepOfLedger(done)).toBe('backed-up');
  });

  it('each screen has a step and a name of its own for the focus; words share one', () => {
    const names = onboardingScreens.map((screen) => {
      const state = following(onboarding(screen));
      expect(steps).toContain(stepOfLedger(state));
      return guidedScreen(state);
    });
    expect(new Set(names).size).toBe(onboardingScreens.length);
    expect(guidedScreen(following(onboarding('new-words', 3)))).toBe(
      guidedScreen(following(onboarding('new-words', 4))),
    );
  });

  it('a device that has a wallet already was not followed by this page', () => {
    expect(seenOf(following(setUp)).journey.finished).toBe(false);
  });

  it('a restart midway voids the paper until the user starts over', () => {
    const restarted = following(...newSetUp.slice(0, 5), onboarding('welcome-1'));
    expect(seenOf(restarted).journey).toMatchObject({ restarted: true, begun: false, confirmed: false });
    const onward = walk([read(onboarding('welcome-3')), read(onboarding('set-up-choice'))], restarted);
    expect(seenOf(onward.state).journey.restarted).toBe(true);
    const anew = walk([read(onboarding('pin'))], onward.state);
    expect(seenOf(anew.state).journey.restarted).toBe(false);
  });

  it('going back from the choice to the welcome pages is no restart', () => {
    const back = following(onboarding('welcome-4'), onboarding('set-up-choice'), onboarding('welcome-4'));
    expect(seenOf(back).journey.restarted).toBe(false);
  });

  it('a wallet gone missing means another device: the first one’s paper isn’t judged', () => {
    for (const before of [[...newSetUp, setUp], [setUp], [...newSetUp, setUp, { kind: 'locked' } as const]]) {
      const other = following(...before, onboarding('welcome-1'));
      expect(other.swapped).toBe(true);
      expect(seenOf(other).journey).toMatchObject({ restarted: false, finished: false });
    }
  });

  it('restoring is told from a new set-up, and the choice can be made again', () => {
    const restoring = following(onboarding('set-up-choice'), onboarding('restore-choice'));
    expect(seenOf(restoring).journey.way).toBe('restore');
    expect(seenOf(walk([read(onboarding('set-up-choice'))], restoring).state).journey.way).toBeUndefined();
    const entered = following(onboarding('restore-words', 24), setUp);
    expect(seenOf(entered).journey).toMatchObject({ way: 'restore', finished: true, confirmed: false });
  });

  it('a device that was gone may be another one: nothing is claimed of its words', () => {
    const confirmed = following(...newSetUp);
    const back: readonly SessionEvent[] = [retry, { kind: 'opened' }, found(setUp)];
    const silent = walk([{ kind: 'following-failed', code: 'timeout' }, ...back], confirmed);
    expect(seenOf(silent.state).journey).toMatchObject({ finished: true, confirmed: true });
    const gone = walk(
      [{ kind: 'disconnected' }, retry, { kind: 'open-failed', code: 'not-found' }, ...back],
      confirmed,
    );
    expect(seenOf(gone.state).journey).toMatchObject({
      finished: true,
      confirmed: false,
      way: undefined,
      wordCount: undefined,
    });
  });

  it('words that were confirmed out of sight are not claimed', () => {
    const seen = following(onboarding('new-words', 5), onboarding('confirm-words', 3), setUp);
    expect(seenOf(seen).journey).toMatchObject({ finished: true, confirmed: false });
  });

  it('locked in the middle: the place is not forgotten', () => {
    const locked = following(...newSetUp.slice(0, 5), { kind: 'locked' });
    expect(seenOf(locked).device).toEqual(nanoX);
    expect(seenOf(locked).journey.begun).toBe(true);
    const back = walk([read(onboarding('new-words', 24))], locked);
    expect(seenOf(back.state).journey.restarted).toBe(false);
  });

  it('another model is another device', () => {
    const other = following(onboarding('new-words', 5), onboarding('welcome-1', 0, stax));
    expect(other.swapped).toBe(true);
    expect(seenOf(other)).toMatchObject({ device: stax, journey: { restarted: false } });
  });

  it('leaves a finished device for the first screen, and no other', () => {
    expect(walk([{ kind: 'finish' }], following(setUp))).toEqual({
      state: initialState,
      effects: [{ kind: 'close' }, { kind: 'remember', link: undefined }],
    });
    const unfinished = following(onboarding('pin'));
    expect(walk([{ kind: 'finish' }], unfinished).state).toBe(unfinished);
  });
});

describe('an open app', () => {
  const inApp = following({ kind: 'app-open', app: 'Bitcoin' });

  it('is asked to close, once', () => {
    const asked = walk([{ kind: 'quit-app' }], inApp);
    expect(asked.effects).toEqual([{ kind: 'quit-app' }]);
    expect(walk([{ kind: 'quit-app' }], asked.state).effects).toEqual([]);
    const closed = ledger(walk([read(setUp)], asked.state).state);
    expect(seenOf(closed).quitting).toBe(false);
    const failed = ledger(walk([{ kind: 'quit-failed', code: 'refused' }], asked.state).state);
    expect(seenOf(failed).quitting).toBe(false);
  });

  it('nothing is closed where none is open', () => {
    expect(walk([{ kind: 'quit-app' }], following(onboarding('pin'))).effects).toEqual([]);
  });
});

describe('a device that does not answer', () => {
  const words = following(onboarding('new-words', 5));
  const lastWord = following(onboarding('new-words', 5), onboarding('confirm-words', 24));
  const failure: readonly SessionEvent[] = [retry, { kind: 'open-failed', code: 'not-found' }];
  const silence: readonly SessionEvent[] = [
    retry,
    { kind: 'opened' },
    { kind: 'identify-failed', code: 'timeout' },
  ];

  it('is lost after three failures in a row, and not before', () => {
    const one = walk([{ kind: 'disconnected' }], words);
    expect(one.effects).toEqual([
      { kind: 'drop' },
      { kind: 'timer', name: 'long', milliseconds: quietLimitMs },
      { kind: 'timer', name: 'retry', milliseconds: 1_000 },
    ]);
    expect(viewOfLedger(ledger(one.state))).toBe('guide');
    const two = walk(failure, one.state);
    expect(viewOfLedger(ledger(two.state))).toBe('guide');
    const three = walk(failure, two.state);
    expect(viewOfLedger(ledger(three.state))).toBe('lost');
    expect(guidedScreen(ledger(three.state))).toBe('ledger:lost');
    // It is still tried, and found by itself.
    expect(three.effects).toContainEqual({ kind: 'timer', name: 'retry', milliseconds: 1_000 });
    const again = walk([retry, { kind: 'opened' }, found(onboarding('new-words', 6))], three.state);
    expect(again.state).toMatchObject({ contact: { kind: 'here' } });
    expect(again.effects).toEqual([{ kind: 'follow-guided' }]);
    // And the count starts over.
    expect(viewOfLedger(ledger(walk([{ kind: 'disconnected' }], again.state).state))).toBe('guide');
  });

  it('a failure of any step is a failure: following, opening, asking what it is', () => {
    const steps3: readonly SessionEvent[] = [
      { kind: 'following-failed', code: 'timeout' },
      retry,
      { kind: 'opened' },
      { kind: 'identify-failed', code: 'timeout' },
      retry,
      { kind: 'opened' },
      { kind: 'disconnected' },
    ];
    expect(viewOfLedger(ledger(walk(steps3, words).state))).toBe('lost');
    expect(viewOfLedger(ledger(walk(steps3.slice(0, -1), words).state))).toBe('guide');
  });

  it('who keeps waiting sees the guide again, for two minutes', () => {
    const lost = walk([{ kind: 'disconnected' }, ...failure, ...failure], words);
    const patient = walk([{ kind: 'keep-waiting' }], lost.state);
    expect(viewOfLedger(ledger(patient.state))).toBe('waiting');
    expect(patient.effects).toEqual([{ kind: 'timer', name: 'long', milliseconds: quietLimitMs }]);
    const more = walk([...failure, ...failure, ...failure], patient.state);
    expect(viewOfLedger(ledger(more.state))).toBe('waiting');
    const over = walk([long], more.state);
    expect(viewOfLedger(ledger(over.state))).toBe('lost');
    expect(viewOfLedger(ledger(walk([{ kind: 'keep-waiting' }], over.state).state))).toBe('waiting');
  });

  it('near the last word it is quiet and not lost, for two minutes', () => {
    const silent = walk([{ kind: 'guided-silent' }], lastWord);
    expect(viewOfLedger(ledger(silent.state))).toBe('quiet');
    const away = walk(
      [{ kind: 'following-failed', code: 'timeout' }, ...silence, ...silence, ...silence],
      silent.state,
    );
    expect(viewOfLedger(ledger(away.state))).toBe('quiet');
    expect(viewOfLedger(ledger(walk([long], away.state).state))).toBe('lost');
    const back = walk([retry, { kind: 'opened' }, found(onboarding('safety-warnings'))], away.state);
    expect(viewOfLedger(ledger(back.state))).toBe('guide');
    expect(seenOf(back.state).journey.confirmed).toBe(true);
  });

  it('a late answer elsewhere changes nothing that a person sees', () => {
    const silent = walk([{ kind: 'guided-silent' }], words);
    expect(viewOfLedger(ledger(silent.state))).toBe('guide');
    expect(walk([read(onboarding('new-words', 5))], silent.state).state).toEqual(words);
  });

  it('may be quiet from the last word but one on, while words are confirmed or entered', () => {
    expect(mayGoQuiet(onboarding('confirm-words', 22))).toBe(false);
    expect(mayGoQuiet(onboarding('confirm-words', 23))).toBe(true);
    expect(mayGoQuiet(onboarding('restore-words', 24))).toBe(true);
    expect(mayGoQuiet(onboarding('new-words', 24))).toBe(false);
    expect(mayGoQuiet(setUp)).toBe(false);
  });

  it('one of our own devices, plugged in instead, is used as such', () => {
    const reopened = walk([{ kind: 'disconnected' }, retry, { kind: 'opened' }], words);
    expect(walk([{ kind: 'identified', device: usbDevice }], reopened.state).state.kind).toBe('connected');
    const unknown = { ...usbDevice, proof: 'unknown-issuer' as const };
    expect(walk([{ kind: 'identified', device: unknown }], reopened.state).state.kind).toBe('unverified');
    expect(walk([{ kind: 'proof-failed' }], reopened.state).state.kind).toBe('alarm');
    expect(walk([{ kind: 'identified', device: simulatorDevice }], words).state).toBe(words);
  });

  it('can be chosen again, or left', () => {
    const lost = walk([{ kind: 'disconnected' }], words);
    expect(walk([{ kind: 'retry' }], lost.state)).toEqual({
      state: { kind: 'opening', link: 'webhid', attempt: 'open' },
      effects: [{ kind: 'close' }, { kind: 'open', link: 'webhid' }],
    });
    expect(walk([{ kind: 'choose-another' }], lost.state).state.kind).toBe('idle');
  });
});

const arbitraryReading: fc.Arbitrary<LedgerReading> = fc.oneof(
  fc.constantFrom<LedgerReading>(setUp, ...conditionReadings),
  fc
    .record({
      screen: fc.constantFrom(...onboardingScreens),
      position: fc.nat({ max: 24 }),
      device: fc.constantFrom(nanoX, stax, simulatedNanoX),
    })
    .map(({ screen, position, device }) => onboarding(screen, position, device)),
);

const arbitraryLedgerEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 3, arbitrary: arbitraryReading.map(read) },
  { weight: 2, arbitrary: arbitraryReading.map(found) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<SessionEvent>(
      { kind: 'guided-silent' },
      { kind: 'quit-app' },
      { kind: 'keep-waiting' },
      { kind: 'quit-failed', code: 'refused' },
      { kind: 'disconnected' },
      { kind: 'opened' },
      retry,
      long,
    ),
  },
  { weight: 2, arbitrary: arbitrarySessionEvent },
);

describe('totality', () => {
  it('every event is allowed in every state, and what must hold holds', () => {
    fc.assert(
      fc.property(fc.array(arbitraryLedgerEvent, { maxLength: 40 }), (events) => {
        let state: SessionState = walk([...opened, found(onboarding('welcome-1'))]).state;
        for (const event of events) {
          const [next, effects] = reduce(state, event);
          expect(Array.isArray(effects)).toBe(true);
          expect(steps).toContain(stepOf(next));
          expect(screenOf(onDevice(next))).not.toBe('');
          if (next.kind === 'guided') {
            const { reading, journey } = seenOf(next);
            // It calls a device ready on the onboarded bit alone.
            if (reading.kind !== 'set-up')
              expect(journey.finished && reading.kind === 'onboarding').toBe(false);
            // One attempt at a time, and none while it answers.
            const opening = effects.filter(({ kind }) => kind === 'reopen' || kind === 'follow-guided');
            expect(opening.length).toBeLessThanOrEqual(1);
            if (next.contact.kind !== 'away')
              expect(effects.some(({ kind }) => kind === 'reopen')).toBe(false);
          }
          state = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every screen can be left', () => {
    for (const state of Object.values(ledgerScreens))
      expect(reduce(state, { kind: 'choose-another' })[0].kind).toBe('idle');
  });

  it('a journey never changes on readings that say nothing of the set-up', () => {
    for (const reading of conditionReadings) expect(journeyWith(noJourney, reading)).toBe(noJourney);
  });
});
