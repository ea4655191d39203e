/** The pages before a device, and which page is shown where the session has gone. */
import { describe, expect, it } from 'vitest';
import { initialApp, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { viewOf } from '../../../src/app/view.ts';
import { stages } from '../../../src/protocol/public-state.ts';
import {
  emptyStatus,
  firstPage,
  following,
  knownWallet,
  onDevice,
  sessionWith,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const after = (events: readonly AppEvent[], from = initialApp): AppState =>
  events.reduce((state, event) => reduceApp(state, event)[0], from);

const toChoice: readonly AppEvent[] = [{ kind: 'begin', intent: 'create' }, { kind: 'next' }];
const choice = { kind: 'choose', problem: undefined } as const;

describe('the way to a device', () => {
  it('leads through the introduction, and back', () => {
    expect(toChoice.map((_, index) => after(toChoice.slice(0, index + 1)).page.kind)).toEqual([
      'introduction',
      'choose',
    ]);
    expect(after([...toChoice.slice(0, 1), { kind: 'back' }])).toEqual(initialApp);
    expect(after([...toChoice, { kind: 'back' }]).page).toEqual({ kind: 'welcome' });
  });

  it('shows the introduction once a browser', () => {
    const [read, effects] = reduceApp(after(toChoice.slice(0, 1)), { kind: 'next' });
    expect(effects).toEqual([{ kind: 'keep-introduced' }]);
    expect(read).toMatchObject({ introduced: true, intent: 'create', page: choice });
    const again = after([{ kind: 'back' }, { kind: 'begin', intent: 'restore' }], read);
    expect(again).toMatchObject({ introduced: true, intent: 'restore', page: choice });
  });

  it('opens the simulator at once when the person asked for it', () => {
    const opening = { kind: 'opening', link: 'simulator-frame', attempt: 'open' } as const;
    const open = { kind: 'open', link: 'simulator-frame' };
    const [state, effects] = reduceApp(after([{ kind: 'begin', intent: 'try' }]), { kind: 'next' });
    expect(state).toMatchObject(onDevice(opening));
    expect(effects).toEqual([{ kind: 'keep-introduced' }, open]);
    const introduced: AppState = { ...initialApp, introduced: true };
    const [again, effectsThen] = reduceApp(introduced, { kind: 'begin', intent: 'try' });
    expect(again).toMatchObject(onDevice(opening));
    expect(effectsThen).toEqual([open]);
  });

  it('leads an empty device to what the person came for', () => {
    const opened: readonly AppEvent[] = [
      { kind: 'choose', link: 'webhid' },
      { kind: 'opened' },
      { kind: 'identified', device: usbDevice },
      { kind: 'status', status: emptyStatus },
    ];
    for (const [intent, purpose] of [
      ['create', 'create'],
      ['restore', 'restore'],
      ['manage', 'create'],
    ] as const)
      expect(after([{ kind: 'begin', intent }, { kind: 'next' }, ...opened]).page).toMatchObject({
        kind: 'choose-length',
        purpose,
      });
  });

  it('opens nothing from a page that offers no device', () => {
    for (const state of [initialApp, firstPage({ kind: 'introduction', intent: 'create' })])
      expect(reduceApp(state, { kind: 'choose', link: 'webhid' })).toEqual([state, []]);
  });

  it('shows on the choice why no device could be opened', () => {
    const opening = after([...toChoice, { kind: 'choose', link: 'webhid' }]);
    expect(after([{ kind: 'open-failed', code: 'not-found' }], opening).page).toEqual({
      kind: 'choose',
      problem: 'not-found',
      link: 'webhid',
    });
    expect(after([{ kind: 'back' }], opening).page).toEqual({ kind: 'choose', problem: undefined });
  });

  it('opens a device that is plugged in again, where the person was told to', () => {
    const pluggedIn = { kind: 'plugged-in', link: 'webhid' } as const;
    const failed = after([
      ...toChoice,
      { kind: 'choose', link: 'webhid' },
      { kind: 'open-failed', code: 'permission-denied' },
    ]);
    expect(after([pluggedIn], failed).session).toMatchObject({ kind: 'opening', attempt: 'reopen' });
    const left = after([{ kind: 'back' }, { kind: 'begin', intent: 'create' }], failed);
    for (const state of [initialApp, left]) expect(after([pluggedIn], state)).toBe(state);
  });

  it('ends a finished backup on the first page, and every other device on the choice', () => {
    const backedUp = onDevice({
      kind: 'connected',
      session: sessionWith({ kind: 'backed-up', wallet: knownWallet }),
    });
    expect(after([{ kind: 'finish' }], backedUp)).toEqual(initialApp);
    expect(after([{ kind: 'choose-another' }], backedUp).page).toEqual({
      kind: 'choose',
      problem: undefined,
    });
  });
});

describe('the records, before a device', () => {
  it('are opened from each first page, and lead back to it', () => {
    for (const page of [
      { kind: 'welcome' },
      { kind: 'introduction', intent: 'restore' },
      { kind: 'choose', problem: 'not-found' },
    ] as const) {
      const opened = after([{ kind: 'open-records' }], firstPage(page));
      expect(opened.page).toEqual({ kind: 'records', from: page });
      expect(after([{ kind: 'back' }], opened).page).toEqual(page);
    }
    const opening = onDevice({ kind: 'opening', link: 'webhid', attempt: 'open' });
    expect(after([{ kind: 'open-records' }], opening)).toBe(opening);
  });

  it('are erased and forgotten there alone, and in the settings', () => {
    const records = firstPage({ kind: 'records', from: { kind: 'welcome' } });
    const session = sessionWith({ kind: 'backed-up', wallet: knownWallet });
    const there = onDevice({ kind: 'connected', session });
    const page = after([{ kind: 'open-settings' }, { kind: 'open-page', page: 'records' }], there);
    expect(page.page).toMatchObject({ page: 'records' });
    for (const state of [records, page]) {
      const change = { kind: 'erase-everything' } as const;
      expect(reduceApp(state, { kind: 'erase-records' })[1]).toEqual([{ kind: 'keep', change }]);
      const forget = { kind: 'forget-device', key: 'device:00' } as const;
      expect(reduceApp(state, forget)[1]).toEqual([{ kind: 'keep', change: forget }]);
    }
    expect(reduceApp(initialApp, { kind: 'erase-records' })[1]).toEqual([]);
    for (const ceremony of ['reveal', 'check', 'wipe'] as const)
      expect(reduceApp(page, { kind: 'ask', ceremony })[1]).toEqual([]);
  });
});

describe('a page over a device', () => {
  it('is still there after a blip, and is left when another device answers', () => {
    const session = sessionWith({ kind: 'backed-up', wallet: knownWallet });
    const there = onDevice({ kind: 'connected', session });
    const away: readonly AppEvent[] = [
      { kind: 'open-settings' },
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'opened' },
    ];
    const back = after([...away, { kind: 'identified', device: usbDevice }], there);
    expect(back.page).toMatchObject({ kind: 'settings', page: 'menu' });
    const device = { ...usbDevice, deviceId: 'ff'.repeat(16) };
    expect(after([...away, { kind: 'identified', device }], there).page).toEqual({ kind: 'device' });
  });

  it.each(stages.filter((stage) => stage !== 'idle'))(
    'shows the five steps while a device is at %s',
    (stage) => {
      const status = { ...statusAt(stage), activity: 'create' } as const;
      const state = onDevice({ kind: 'connected', session: sessionWith(following, { status }) });
      expect(viewOf(state).stepper).toBeDefined();
      const other = sessionWith(following, { status: { ...status, activity: 'reveal' } });
      expect(viewOf(onDevice({ kind: 'connected', session: other })).stepper).toBeUndefined();
    },
  );
});
