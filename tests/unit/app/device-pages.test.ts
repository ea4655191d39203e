/** The pages over a device: "Security & privacy", the two questions, and how every ceremony of a phrase's life ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetNames } from '../../../src/protocol/device-names.ts';
import { newWalletPage, type AppEffect, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { viewOf } from '../../../src/app/view.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { settingsCeremonies, settingsOf } from '../../../src/session/offers.ts';
import type { DeviceFacts, Task } from '../../../src/session/state.ts';
import { isHeld, isStoppable } from '../../../src/session/progress.ts';
import { isDeviceName } from '../../../src/protocol/device-name.ts';
import {
  stages,
  type Activity,
  type Outcome,
  type PublicState,
  type Stage,
} from '../../../src/protocol/public-state.ts';
import { glassText } from '../../../src/text/glass.ts';
import { asksOf, keptBy } from '../../fixtures/screens/effects.ts';
import { arbitraryEvent } from '../../fixtures/data/ceremony-arbitraries.ts';
import {
  emptyStatus,
  knownWallet,
  onDevice,
  someWalletId,
  sessionWith,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const there: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 24, ceremony: 1 };
const olderDevice: DeviceFacts = { ...usbDevice, capabilities: ['create', 'attest'] };

function backedUpOn(device: DeviceFacts): AppState {
  const task: Task = { kind: 'backed-up', wallet: knownWallet };
  return onDevice({ kind: 'connected', session: sessionWith(task, { device, status: there }) });
}

function walk(events: readonly AppEvent[], from: AppState = backedUpOn(usbDevice)) {
  let effects: readonly AppEffect[] = [];
  let state = from;
  for (const event of events) [state, effects] = reduceApp(state, event);
  const session = state.session.kind === 'connected' ? state.session.session : undefined;
  const { page } = state;
  return { state, effects, session, page, task: page.kind === 'device' ? session?.task : page };
}

function status(change: Partial<PublicState>): AppEvent {
  return { kind: 'status', status: { ...there, ...change } };
}

function at(activity: Activity, stage: Stage): AppEvent {
  return { kind: 'status', status: { ...statusAt(stage), wallet: 'backed-up', activity, ceremony: 2 } };
}

const toSettings: readonly AppEvent[] = [{ kind: 'open-settings' }];
const throughQuiz: readonly AppEvent[] = [
  ...toSettings,
  { kind: 'open-quiz' },
  { kind: 'next' },
  { kind: 'answer', right: true },
  { kind: 'next' },
  { kind: 'answer', right: true },
  { kind: 'next' },
];
const toRename: readonly AppEvent[] = [
  ...toSettings,
  { kind: 'open-page', page: 'rename' },
  { kind: 'choose-name', name: 'Travel' },
];

/** The way to each ceremony, and what the device is asked for at its end. */
const ways = {
  reveal: [throughQuiz, { kind: 'reveal' }],
  check: [toSettings, { kind: 'check' }],
  'change-pin': [toSettings, { kind: 'change-pin' }],
  rename: [toRename, { kind: 'rename', name: 'Travel' }],
  wipe: [[...toSettings, { kind: 'open-page', page: 'wipe' }], { kind: 'wipe' }],
} as const;

describe('copies', () => {
  const toCopies: readonly AppEvent[] = [...toSettings, { kind: 'open-page', page: 'copies' }];

  it('ask the device for a SeedQR, from their own page alone', () => {
    const ask: AppEvent = { kind: 'ask', ceremony: 'seed-qr' };
    expect(walk([...toCopies, ask]).effects).toEqual([{ kind: 'begin', request: { kind: 'seed-qr' } }]);
    for (const way of [toSettings, throughQuiz, toRename]) {
      const { task } = walk(way);
      expect(walk([...way, ask]).task).toEqual(task);
      expect(walk([...way, ask]).effects).toEqual([]);
    }
  });

  it('copies offer only the SeedQR on a device that can’t make a backup file', () => {
    const device: DeviceFacts = { ...usbDevice, capabilities: ['create', 'check', 'seed-qr'] };
    expect(walk(toCopies, backedUpOn(device)).task).toMatchObject({ kind: 'settings', page: 'copies' });
    expect(walk([...toCopies, { kind: 'ask', ceremony: 'backup-file' }], backedUpOn(device)).effects).toEqual(
      [],
    );
    const without: DeviceFacts = { ...usbDevice, capabilities: ['create', 'check'] };
    expect(walk(toCopies, backedUpOn(without)).task).toMatchObject({ page: 'menu' });
  });

  it('end on a page of their own', () => {
    const ended = walk([
      ...toCopies,
      { kind: 'ask', ceremony: 'seed-qr' },
      at('seed-qr', 'consent'),
      at('seed-qr', 'seed-qr'),
      status({ ceremony: 2, outcome: 'completed' }),
    ]);
    expect(ended.task).toMatchObject({ kind: 'ended', activity: 'seed-qr', outcome: 'completed' });
    expect(viewOf(ended.state).stepper).toBeUndefined();
  });
});

describe('addresses', () => {
  const ask: AppEvent = { kind: 'ask', ceremony: 'addresses' };

  it('are asked for at home, and where their ceremony has ended', () => {
    const shown = [ask, at('addresses', 'consent'), at('addresses', 'addresses')];
    expect(walk([ask]).effects).toEqual([{ kind: 'begin', request: { kind: 'addresses' } }]);
    const ended = walk([...shown, status({ ceremony: 2, outcome: 'completed' })]);
    expect(ended.task).toMatchObject({ kind: 'ended', activity: 'addresses', outcome: 'completed' });
    expect(viewOf(ended.state).stepper).toBeUndefined();
    expect(walk([...shown, status({ ceremony: 2, outcome: 'stopped' }), ask]).effects).toEqual([
      { kind: 'begin', request: { kind: 'addresses' } },
    ]);
  });

  it('are not asked of a device that has none, nor from a page about something else', () => {
    const without: DeviceFacts = { ...usbDevice, capabilities: ['create', 'check'] };
    expect(walk([ask], backedUpOn(without)).effects).toEqual([]);
    for (const way of [toSettings, throughQuiz, toRename]) expect(walk([...way, ask]).effects).toEqual([]);
  });
});

describe('security and privacy', () => {
  it('offers what the firmware can do, and nothing to an older one', () => {
    expect(settingsOf(usbDevice)).toEqual(settingsCeremonies);
    expect(settingsOf(olderDevice)).toEqual([]);
    const older = backedUpOn(olderDevice);
    expect(walk(toSettings, older).state).toBe(older);
    const partly = backedUpOn({ ...usbDevice, capabilities: ['create', 'attest', 'check'] });
    const { state, effects } = walk(toSettings, partly);
    expect(effects).toEqual([]);
    for (const event of [
      { kind: 'open-quiz' },
      { kind: 'open-page', page: 'wipe' },
      { kind: 'open-page', page: 'rename' },
      { kind: 'ask', ceremony: 'change-pin' },
    ] as const) {
      expect(walk([event], state).state).toBe(state);
    }
  });

  it('asks the device for its name, and goes back to where it came from', () => {
    const opened = walk(toSettings);
    expect(opened.effects).toEqual([{ kind: 'read-name' }]);
    const named = walk([{ kind: 'name-read', name: 'Attic' }], opened.state);
    expect(named.task).toMatchObject({ kind: 'settings', page: 'menu' });
    expect(named.session?.name).toBe('Attic');
    const paged = walk([{ kind: 'open-page', page: 'rename' }, { kind: 'back' }], named.state);
    expect(paged.state).toEqual(named.state);
    expect(walk([{ kind: 'back' }], paged.state).task).toEqual(walk([]).task);
  });

  it.each(settingsCeremonies)('asks for %s, at the end of its own way only', (ceremony) => {
    const [way, request] = ways[ceremony];
    const asked = walk([...way, { kind: 'ask', ceremony }]);
    expect(asked.effects).toEqual([{ kind: 'begin', request }]);
    expect(asked.task).toEqual({ kind: 'starting', request });
    for (const other of settingsCeremonies) {
      const [otherWay] = ways[other];
      const fits = way === otherWay;
      const { task } = walk([...otherWay, { kind: 'ask', ceremony }]);
      expect(task?.kind === 'starting').toBe(fits);
    }
  });

  it('asks for no name that was not chosen, and every name on offer fits the device', () => {
    const { state } = walk([...toSettings, { kind: 'open-page', page: 'rename' }]);
    expect(walk([{ kind: 'ask', ceremony: 'rename' }], state).state).toBe(state);
    expect(presetNames).toHaveLength(12);
    expect(new Set(presetNames).size).toBe(12);
    for (const name of presetNames) expect(isDeviceName(name)).toBe(true);
  });

  it('is left when the device locks itself or loses its wallet', () => {
    for (const way of [toSettings, throughQuiz]) {
      expect(walk([...way, status({ locked: true })]).task?.kind).toBe('resting');
      expect(walk([...way, status({ wallet: 'empty', ceremony: 2 })]).task?.kind).toBe('choose-length');
    }
  });
});

describe('the two questions', () => {
  const opened = walk([...toSettings, { kind: 'open-quiz' }]);

  it('have their answers in an order that is drawn', () => {
    expect(opened.effects).toEqual([{ kind: 'draw-quiz' }]);
    const drawn = walk([{ kind: 'quiz-drawn', order: [false, true] }], opened.state);
    expect(drawn.task).toMatchObject({ kind: 'quiz', step: 'start', order: [false, true] });
  });

  it('repeats after a wrong answer as often as it takes, and passes only right ones', () => {
    let { state } = walk([{ kind: 'next' }], opened.state);
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const answered = walk([{ kind: 'answer', right: false }], state);
      expect(answered.task).toMatchObject({ step: 0, answered: 'wrong' });
      expect(walk([{ kind: 'answer', right: true }], answered.state).state).toBe(answered.state);
      ({ state } = walk([{ kind: 'next' }], answered.state));
      expect(state.page).toMatchObject({ step: 0, answered: undefined });
    }
    expect(walk([{ kind: 'next' }], state).state).toBe(state);
    expect(walk([{ kind: 'ask', ceremony: 'reveal' }], state).state).toBe(state);
  });

  it('can be left at every step', () => {
    for (let length = 2; length <= throughQuiz.length; length += 1) {
      const left = walk([...throughQuiz.slice(0, length), { kind: 'back' }]);
      expect(left.task).toMatchObject({ kind: 'settings', page: 'menu' });
    }
  });
});

describe('each ceremony of a phrase’s life', () => {
  const outcomes = ['completed', 'declined', 'cancelled', 'stopped', 'fault'] as const;

  it.each(settingsCeremonies.flatMap((ceremony) => outcomes.map((outcome) => [ceremony, outcome] as const)))(
    '%s is followed, ends as "%s", and leads on to the wallet',
    (ceremony, outcome) => {
      const [way] = ways[ceremony];
      const followed = walk([...way, { kind: 'ask', ceremony }, at(ceremony, 'consent')]);
      expect(followed.task).toMatchObject({ kind: 'following', attached: false });
      expect(viewOf(followed.state).stepper).toBeUndefined();
      const ended = walk([status({ ceremony: 2, outcome })], followed.state);
      expect(ended.task).toEqual({ kind: 'ended', activity: ceremony, outcome });
      expect(viewOf(ended.state).stepper).toBeUndefined();
      const on = walk([{ kind: 'continue' }], ended.state);
      expect(on.effects).toEqual([{ kind: 'read-wallet' }]);
    },
  );

  it.each(settingsCeremonies)('%s is told though it ended between two looks', (ceremony) => {
    const asked = walk([...ways[ceremony][0], { kind: 'ask', ceremony }]);
    const { task } = walk([status({ ceremony: 2, outcome: 'completed' })], asked.state);
    expect(task).toEqual({ kind: 'ended', activity: ceremony, outcome: 'completed' });
  });

  it.each(['reveal', 'check', 'change-pin'] as const)('%s: three wrong PINs wipe the device', (ceremony) => {
    const followed = walk([
      ...ways[ceremony][0],
      { kind: 'ask', ceremony },
      at(ceremony, 'enter-pin'),
      at(ceremony, 'wiped'),
    ]);
    const wiped = walk(
      [{ kind: 'status', status: { ...emptyStatus, ceremony: 2, outcome: 'wiped' } }],
      followed.state,
    );
    expect(wiped.task).toEqual({ kind: 'ended', activity: ceremony, outcome: 'wiped' });
    expect(walk([{ kind: 'continue' }], wiped.state).task?.kind).toBe('choose-length');
  });

  it('is attached to when the page is loaded in its middle', () => {
    const checking = onDevice({
      kind: 'connected',
      session: sessionWith({ kind: 'checking' }, { status: undefined }),
    });
    expect(walk([at('reveal', 'words')], checking).task).toMatchObject({
      kind: 'following',
      attached: true,
    });
  });

  it('cannot be stopped where all is decided', () => {
    for (const stage of ['result', 'wiped', 'fault'] as const)
      expect(isStoppable({ ...statusAt(stage), activity: 'check' })).toBe(false);
    expect(isStoppable({ ...statusAt('enter-words'), activity: 'check' })).toBe(true);
  });

  it('waits for a held button at the stages whose glass says so', () => {
    const facts = { position: 0, total: 0, wordCount: 24 };
    for (const stage of stages)
      expect(isHeld(stage), stage).toBe(glassText.stage(stage, facts).right === 'Hold');
  });
});

describe('a check', () => {
  const followed = walk([...toSettings, { kind: 'ask', ceremony: 'check' }, at('check', 'enter-words')]);

  it('that matches notes its day, once, and says so when it is noted', () => {
    const ended = walk([status({ ceremony: 2, outcome: 'match' })], followed.state);
    expect(asksOf(ended.effects)).toEqual([{ kind: 'read-checked-wallet' }]);
    expect(walk([status({ ceremony: 2, outcome: 'match', triesLeft: 2 })], ended.state).effects).toEqual([]);
    const date = '2026-12-24T10:00:00.000Z';
    const matched = walk([{ kind: 'paper-matched', walletId: someWalletId, date }], ended.state);
    expect(matched.task).toMatchObject({ checkedAt: date });
    expect(keptBy(matched.effects)).toMatchObject([
      { kind: 'checked', wallet: { walletId: someWalletId } },
      { kind: 'told-wallet', walletId: someWalletId },
    ]);
  });

  it.each(['no-match', 'stopped', 'cancelled', 'declined'] as const)(
    'that ends "%s" notes nothing',
    (outcome) => {
      const ended = walk([status({ ceremony: 2, outcome })], followed.state);
      expect(ended.task).toEqual({ kind: 'ended', activity: 'check', outcome });
      expect(asksOf(ended.effects)).toEqual([]);
      const date = '2026-12-24T10:00:00.000Z';
      const late = walk([{ kind: 'paper-matched', walletId: someWalletId, date }], ended.state);
      expect(late.state).toBe(ended.state);
    },
  );

  it('that matched while the cable was out is noted too', () => {
    const back = walk(
      [
        { kind: 'disconnected' },
        { kind: 'timer', name: 'retry' },
        { kind: 'opened' },
        { kind: 'identified', device: usbDevice },
        status({ ceremony: 2, outcome: 'match' }),
      ],
      followed.state,
    );
    expect(asksOf(back.effects)).toEqual([{ kind: 'read-checked-wallet' }]);
  });
});

describe('restore', () => {
  const emptyOn = (device: DeviceFacts): AppState => ({
    session: { kind: 'connected', session: sessionWith({ kind: 'empty' }, { device }) },
    page: newWalletPage,
  });
  const empty = emptyOn(usbDevice);
  const asked = walk(
    [
      { kind: 'set-purpose', purpose: 'restore' },
      { kind: 'set-length', wordCount: 18 },
      { kind: 'ask', ceremony: 'restore' },
    ],
    empty,
  );
  const restoring = (stage: Stage, wallet: PublicState['wallet'] = 'empty'): AppEvent => ({
    kind: 'status',
    status: { ...statusAt(stage), wallet, activity: 'restore', wordCount: 0, position: 0, total: 0 },
  });
  const done = (outcome: Outcome, wallet: PublicState['wallet']): AppEvent =>
    status({ ceremony: 1, outcome, wallet });

  it('is offered on an empty device that can do it, with the same choice of length', () => {
    expect(asked.effects).toEqual([{ kind: 'begin', request: { kind: 'restore', wordCount: 18 } }]);
    expect(walk([restoring('enter-words')], asked.state).task).toMatchObject({ requested: 18 });
    const older = emptyOn(olderDevice);
    expect(walk([{ kind: 'set-purpose', purpose: 'restore' }], older).state).toBe(older);
  });

  it('leads to the wallet, and makes no date of a backup up', () => {
    const { state, effects } = walk(
      [restoring('enter-words'), restoring('finish', 'backed-up'), done('completed', 'backed-up')],
      asked.state,
    );
    expect(asksOf(effects)).toEqual([{ kind: 'read-wallet' }]);
    expect(state.session).toMatchObject({ session: { restored: 'words', witnessed: false } });
    const { walletId } = knownWallet;
    const read: AppEvent = {
      kind: 'wallet-read',
      walletId,
      date: '2027-01-01T10:00:00.000Z',
      record: undefined,
      checkedAt: undefined,
    };
    const shown = walk([read], state);
    expect(keptBy(shown.effects).map(({ kind }) => kind)).toEqual([
      'saw-device',
      'told-wallet',
      'expects-wallet',
    ]);
    expect(shown.state.session).toMatchObject({
      session: { task: { kind: 'backed-up', wallet: { walletId, record: undefined } } },
    });
    expect(shown.state).toMatchObject({ page: { kind: 'celebration' }, celebrated: walletId });
  });

  it('that was finished while the cable was out is known for what it is', () => {
    const back = walk(
      [
        restoring('choose-pin'),
        { kind: 'disconnected' },
        { kind: 'timer', name: 'retry' },
        { kind: 'opened' },
        { kind: 'identified', device: usbDevice },
        done('completed', 'backed-up'),
      ],
      asked.state,
    );
    expect(back.state.session).toMatchObject({ session: { restored: 'words', witnessed: false } });
  });

  it.each(['declined', 'cancelled', 'stopped'] as const)(
    'that ends "%s" leaves an empty device',
    (outcome) => {
      const ended = walk([restoring('enter-words'), done(outcome, 'empty')], asked.state);
      expect(ended.task).toEqual({ kind: 'ended', activity: 'restore', outcome });
      expect(walk([{ kind: 'continue' }], ended.state).task).toMatchObject({
        kind: 'choose-length',
        purpose: 'restore',
      });
    },
  );
});

describe('any events in any order, from the settings', () => {
  it('never asks a device for what its firmware lacks, or for a name of the user’s own', () => {
    const limited = backedUpOn({ ...usbDevice, capabilities: ['create', 'attest', 'check', 'rename'] });
    fc.assert(
      fc.property(fc.array(arbitraryEvent, { maxLength: 60 }), (events) => {
        let { state } = walk(toSettings, limited);
        for (const event of events) {
          const [next, effects] = reduceApp(state, event);
          const { session } = state;
          const known = session.kind === 'connected' ? session.session.device : undefined;
          for (const effect of effects) {
            if (effect.kind !== 'begin') continue;
            expect(known?.capabilities).toContain(effect.request.kind);
            if (effect.request.kind === 'rename') expect(presetNames).toContain(effect.request.name);
          }
          state = next;
        }
      }),
      { numRuns: 500 },
    );
  });
});
