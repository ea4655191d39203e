import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CeremonyEvent, Effect } from '../../../src/ceremony/events.ts';
import {
  journeyWith,
  ledgerScreen,
  ledgerStep,
  noJourney,
  viewOf,
  type LedgerState,
} from '../../../src/ceremony/ledger-state.ts';
import { reduce } from '../../../src/ceremony/reduce.ts';
import { initialState, isSimulated, linkOf, type CeremonyState } from '../../../src/ceremony/state.ts';
import { steps } from '../../../src/ceremony/step-names.ts';
import { screenOf, stepOf } from '../../../src/ceremony/steps.ts';
import { onboardingScreens } from '../../../src/protocol/ledger/onboarding-flags.ts';
import type { LedgerReading } from '../../../src/signer/ledger/reading.ts';
import { mayGoQuiet, quietLimit } from '../../../src/signer/ledger/patience.ts';
import { arbitraryEvent, connecting } from '../../support/ceremony-arbitraries.ts';
import {
  conditionReadings,
  ledgerScreens,
  nanoX,
  onboarding,
  simulatedNanoX,
  stax,
} from '../../support/ledger-screens.ts';
import { simulatorDevice, usbDevice } from '../../support/screens.ts';

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

const opened = connecting.slice(0, -1);
const found = (reading: LedgerReading): CeremonyEvent => ({ kind: 'ledger-found', reading });
const read = (reading: LedgerReading): CeremonyEvent => ({ kind: 'ledger-read', reading });
const setUp: LedgerReading = { kind: 'set-up', device: nanoX };
const retry: CeremonyEvent = { kind: 'timer', name: 'retry' };
const long: CeremonyEvent = { kind: 'timer', name: 'long' };

function following(...readings: readonly LedgerReading[]): LedgerState {
  const [first = onboarding('welcome-1'), ...rest] = readings;
  const { state } = walk([...opened, found(first), ...rest.map(read)]);
  if (state.kind !== 'ledger') throw new Error('not a Ledger');
  return state;
}

function ledger(state: CeremonyState): LedgerState {
  if (state.kind !== 'ledger') throw new Error(`not a Ledger but ${state.kind}`);
  return state;
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

describe('finding a stock Ledger', () => {
  it('is followed from its first reading', () => {
    const { state, effects } = walk([...opened, found(onboarding('welcome-1'))]);
    expect(state).toMatchObject({ kind: 'ledger', contact: { kind: 'here' }, session: { device: nanoX } });
    expect(effects).toEqual([{ kind: 'remember', link: 'webhid' }, { kind: 'follow-ledger' }]);
    expect(linkOf(state)).toBe('webhid');
  });

  it('H10: says simulator where the device says so of itself, or the link does', () => {
    expect(isSimulated(following(onboarding('pin')))).toBe(false);
    expect(isSimulated(following(onboarding('pin', 0, simulatedNanoX)))).toBe(true);
    const framed = walk([
      { kind: 'begin', link: 'simulator-process' },
      { kind: 'next' },
      { kind: 'next' },
      { kind: 'opened' },
      found({ kind: 'locked' }),
    ]);
    expect(isSimulated(framed.state)).toBe(true);
  });

  it('takes the place of another device that was lost, and says that it is another', () => {
    const lost = walk([...connecting, { kind: 'disconnected' }, retry, { kind: 'opened' }, found(setUp)]);
    expect(lost.state).toMatchObject({ kind: 'ledger', session: { swapped: true } });
  });

  it('nothing is followed that nobody asked for', () => {
    for (const events of [[], opened.slice(0, 3), connecting]) {
      const { state } = walk(events);
      expect(walk([found(setUp)], state).state).toBe(state);
    }
  });
});

describe('following the flags', () => {
  it('to ready, by the onboarded bit', () => {
    const done = following(...newSetUp, onboarding('safety-warnings'), setUp);
    expect(done.session.journey).toEqual({
      way: 'new',
      begun: true,
      restarted: false,
      confirmed: true,
      wordCount: 24,
      finished: true,
    });
    expect(ledgerStep(done)).toBe('backed-up');
  });

  it('each screen has a step and a name of its own for the focus; words share one', () => {
    const names = onboardingScreens.map((screen) => {
      const state = following(onboarding(screen));
      expect(steps).toContain(ledgerStep(state));
      return ledgerScreen(state);
    });
    expect(new Set(names).size).toBe(onboardingScreens.length);
    expect(ledgerScreen(following(onboarding('new-words', 3)))).toBe(
      ledgerScreen(following(onboarding('new-words', 4))),
    );
  });

  it('a device that has a wallet already was not followed by this page', () => {
    expect(following(setUp).session.journey.finished).toBe(false);
  });

  it('a restart in the middle voids the paper, until the person has begun anew', () => {
    const restarted = following(...newSetUp.slice(0, 5), onboarding('welcome-1'));
    expect(restarted.session.journey).toMatchObject({ restarted: true, begun: false, confirmed: false });
    const onward = walk([read(onboarding('welcome-3')), read(onboarding('set-up-choice'))], restarted);
    expect(ledger(onward.state).session.journey.restarted).toBe(true);
    const anew = walk([read(onboarding('pin'))], onward.state);
    expect(ledger(anew.state).session.journey.restarted).toBe(false);
  });

  it('going back from the choice to the welcome pages is no restart', () => {
    const back = following(onboarding('welcome-4'), onboarding('set-up-choice'), onboarding('welcome-4'));
    expect(back.session.journey.restarted).toBe(false);
  });

  it('no wallet where there was one is another device: nothing is said about the paper of the first', () => {
    for (const before of [[...newSetUp, setUp], [setUp], [...newSetUp, setUp, { kind: 'locked' } as const]]) {
      const other = following(...before, onboarding('welcome-1'));
      expect(other.session).toMatchObject({ swapped: true, journey: { restarted: false, finished: false } });
    }
  });

  it('restoring is told from a new set-up, and the choice can be made again', () => {
    const restoring = following(onboarding('set-up-choice'), onboarding('restore-choice'));
    expect(restoring.session.journey.way).toBe('restore');
    expect(
      ledger(walk([read(onboarding('set-up-choice'))], restoring).state).session.journey.way,
    ).toBeUndefined();
    const entered = following(onboarding('restore-words', 24), setUp);
    expect(entered.session.journey).toMatchObject({ way: 'restore', finished: true, confirmed: false });
  });

  it('a device that was gone may be another one: nothing is claimed of its words', () => {
    const confirmed = following(...newSetUp);
    const back: readonly CeremonyEvent[] = [retry, { kind: 'opened' }, found(setUp)];
    const silent = walk([{ kind: 'following-failed', code: 'timeout' }, ...back], confirmed);
    expect(ledger(silent.state).session.journey).toMatchObject({ finished: true, confirmed: true });
    const gone = walk(
      [{ kind: 'disconnected' }, retry, { kind: 'open-failed', code: 'not-found' }, ...back],
      confirmed,
    );
    expect(ledger(gone.state).session.journey).toMatchObject({
      finished: true,
      confirmed: false,
      way: undefined,
      wordCount: undefined,
    });
  });

  it('words that were confirmed out of sight are not claimed', () => {
    const seen = following(onboarding('new-words', 5), onboarding('confirm-words', 3), setUp);
    expect(seen.session.journey).toMatchObject({ finished: true, confirmed: false });
  });

  it('locked in the middle: the place is not forgotten', () => {
    const locked = following(...newSetUp.slice(0, 5), { kind: 'locked' });
    expect(locked.session.device).toEqual(nanoX);
    expect(locked.session.journey.begun).toBe(true);
    const back = walk([read(onboarding('new-words', 24))], locked);
    expect(ledger(back.state).session.journey.restarted).toBe(false);
  });

  it('another model is another device', () => {
    const other = following(onboarding('new-words', 5), onboarding('welcome-1', 0, stax));
    expect(other.session).toMatchObject({ swapped: true, device: stax, journey: { restarted: false } });
  });

  it('leaves a finished device for the first screen, and no other', () => {
    expect(walk([{ kind: 'finish' }], following(setUp))).toEqual({
      state: { kind: 'welcome' },
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
    expect(closed.session.quitting).toBe(false);
    const failed = ledger(walk([{ kind: 'quit-failed', code: 'refused' }], asked.state).state);
    expect(failed.session.quitting).toBe(false);
  });

  it('nothing is closed where none is open', () => {
    expect(walk([{ kind: 'quit-app' }], following(onboarding('pin'))).effects).toEqual([]);
  });
});

describe('a device that does not answer', () => {
  const words = following(onboarding('new-words', 5));
  const lastWord = following(onboarding('new-words', 5), onboarding('confirm-words', 24));
  const failure: readonly CeremonyEvent[] = [retry, { kind: 'open-failed', code: 'not-found' }];
  const silence: readonly CeremonyEvent[] = [
    retry,
    { kind: 'opened' },
    { kind: 'identify-failed', code: 'timeout' },
  ];

  it('is lost after three failures in a row, and not before', () => {
    const one = walk([{ kind: 'disconnected' }], words);
    expect(one.effects).toEqual([
      { kind: 'drop' },
      { kind: 'timer', name: 'long', milliseconds: quietLimit },
      { kind: 'timer', name: 'retry', milliseconds: 1_000 },
    ]);
    expect(viewOf(ledger(one.state))).toBe('guide');
    const two = walk(failure, one.state);
    expect(viewOf(ledger(two.state))).toBe('guide');
    const three = walk(failure, two.state);
    expect(viewOf(ledger(three.state))).toBe('lost');
    expect(ledgerScreen(ledger(three.state))).toBe('ledger:lost');
    // It is still tried, and found by itself.
    expect(three.effects).toContainEqual({ kind: 'timer', name: 'retry', milliseconds: 1_000 });
    const again = walk([retry, { kind: 'opened' }, found(onboarding('new-words', 6))], three.state);
    expect(again.state).toMatchObject({ contact: { kind: 'here' } });
    expect(again.effects).toEqual([{ kind: 'follow-ledger' }]);
    // And the count begins anew.
    expect(viewOf(ledger(walk([{ kind: 'disconnected' }], again.state).state))).toBe('guide');
  });

  it('a failure of any step is a failure: following, opening, asking what it is', () => {
    const steps3: readonly CeremonyEvent[] = [
      { kind: 'following-failed', code: 'timeout' },
      retry,
      { kind: 'opened' },
      { kind: 'identify-failed', code: 'timeout' },
      retry,
      { kind: 'opened' },
      { kind: 'disconnected' },
    ];
    expect(viewOf(ledger(walk(steps3, words).state))).toBe('lost');
    expect(viewOf(ledger(walk(steps3.slice(0, -1), words).state))).toBe('guide');
  });

  it('who keeps waiting sees the guide again, for two minutes', () => {
    const lost = walk([{ kind: 'disconnected' }, ...failure, ...failure], words);
    const patient = walk([{ kind: 'keep-waiting' }], lost.state);
    expect(viewOf(ledger(patient.state))).toBe('waiting');
    expect(patient.effects).toEqual([{ kind: 'timer', name: 'long', milliseconds: quietLimit }]);
    const more = walk([...failure, ...failure, ...failure], patient.state);
    expect(viewOf(ledger(more.state))).toBe('waiting');
    const over = walk([long], more.state);
    expect(viewOf(ledger(over.state))).toBe('lost');
    expect(viewOf(ledger(walk([{ kind: 'keep-waiting' }], over.state).state))).toBe('waiting');
  });

  it('near the last word it is quiet and not lost, for two minutes', () => {
    const silent = walk([{ kind: 'ledger-silent' }], lastWord);
    expect(viewOf(ledger(silent.state))).toBe('quiet');
    const away = walk(
      [{ kind: 'following-failed', code: 'timeout' }, ...silence, ...silence, ...silence],
      silent.state,
    );
    expect(viewOf(ledger(away.state))).toBe('quiet');
    expect(viewOf(ledger(walk([long], away.state).state))).toBe('lost');
    const back = walk([retry, { kind: 'opened' }, found(onboarding('safety-warnings'))], away.state);
    expect(viewOf(ledger(back.state))).toBe('guide');
    expect(ledger(back.state).session.journey.confirmed).toBe(true);
  });

  it('a late answer elsewhere changes nothing that a person sees', () => {
    const silent = walk([{ kind: 'ledger-silent' }], words);
    expect(viewOf(ledger(silent.state))).toBe('guide');
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
    expect(walk([{ kind: 'choose-another' }], lost.state).state.kind).toBe('choose');
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

const arbitraryLedgerEvent: fc.Arbitrary<CeremonyEvent> = fc.oneof(
  { weight: 3, arbitrary: arbitraryReading.map(read) },
  { weight: 2, arbitrary: arbitraryReading.map(found) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CeremonyEvent>(
      { kind: 'ledger-silent' },
      { kind: 'quit-app' },
      { kind: 'keep-waiting' },
      { kind: 'quit-failed', code: 'refused' },
      { kind: 'disconnected' },
      { kind: 'opened' },
      retry,
      long,
    ),
  },
  { weight: 2, arbitrary: arbitraryEvent },
);

describe('totality', () => {
  it('every event is allowed in every state, and what must hold holds', () => {
    fc.assert(
      fc.property(fc.array(arbitraryLedgerEvent, { maxLength: 40 }), (events) => {
        let state: CeremonyState = walk([...opened, found(onboarding('welcome-1'))]).state;
        for (const event of events) {
          const [next, effects] = reduce(state, event);
          expect(Array.isArray(effects)).toBe(true);
          expect(steps).toContain(stepOf(next));
          expect(screenOf(next)).not.toBe('');
          if (next.kind === 'ledger') {
            const { reading, journey } = next.session;
            // It calls a device ready on the onboarded bit alone.
            if (reading.kind !== 'set-up')
              expect(journey.finished && reading.kind === 'onboarding').toBe(false);
            // One attempt at a time, and none while it answers.
            const opening = effects.filter(({ kind }) => kind === 'reopen' || kind === 'follow-ledger');
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
      expect(reduce(state, { kind: 'choose-another' })[0].kind).toBe('choose');
  });

  it('a journey never changes on readings that say nothing of the set-up', () => {
    for (const reading of conditionReadings) expect(journeyWith(noJourney, reading)).toBe(noJourney);
  });
});
