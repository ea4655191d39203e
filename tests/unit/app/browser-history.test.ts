/** Back and Forward, through a history that works as a browser's. */
import { describe, expect, it } from 'vitest';
import { followHistory } from '../../../src/app/start/browser-history.ts';
import { initialApp, type AppEvent, type AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { createMachine } from '../../../src/session/machine.ts';
import {
  emptyStatus,
  following,
  knownWallet,
  sessionWith,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

function createBrowser() {
  const entries: unknown[] = [null];
  let at = 0;
  let listener: () => void = () => {};
  const go = (by = 0): void => {
    if (by === 0 || entries[at + by] === undefined) return;
    at += by;
    listener();
  };
  return {
    go,
    get length() {
      return entries.length;
    },
    browser: {
      history: {
        get state() {
          return entries[at];
        },
        pushState(state: unknown) {
          at += 1;
          entries.splice(at, Infinity, state);
        },
        replaceState(state: unknown) {
          entries[at] = state;
        },
        go,
      },
      onMove: (moved: () => void) => void (listener = moved),
    },
  };
}

function open(initial: AppState = { ...initialApp, introduced: true }) {
  const effects: string[] = [];
  const app = createMachine<AppState, AppEvent, { readonly kind: string }>({
    initial,
    reduce: reduceApp,
    run: ({ kind }) => void effects.push(kind),
  });
  const browser = createBrowser();
  followHistory(app, browser.browser);
  const walk = (...events: readonly AppEvent[]): void => {
    for (const event of events) app.dispatch(event);
  };
  return { app, browser, walk, effects, page: () => app.state.page };
}

const toChoice: readonly AppEvent[] = [{ kind: 'begin', intent: 'create' }];
const connect: readonly AppEvent[] = [
  { kind: 'choose', link: 'webhid' },
  { kind: 'opened' },
  { kind: 'identified', device: usbDevice },
];
const empty: AppEvent = { kind: 'status', status: emptyStatus };
const home: AppState = {
  session: { kind: 'connected', session: sessionWith({ kind: 'backed-up', wallet: knownWallet }) },
  page: { kind: 'device' },
};

describe('Back and Forward', () => {
  it('move through the pages before a device', () => {
    const { browser, walk, page } = open(initialApp);
    walk({ kind: 'begin', intent: 'create' }, { kind: 'next' });
    browser.go(-1);
    expect(page().kind).toBe('introduction');
    browser.go(-1);
    expect(page().kind).toBe('welcome');
    browser.go(1);
    browser.go(1);
    expect(page().kind).toBe('choose');
    browser.go(-2);
    walk({ kind: 'open-records' });
    expect(browser.length).toBe(2);
    browser.go(-1);
    expect(page().kind).toBe('welcome');
  });

  it('move through the pages of a device with a wallet', () => {
    const { browser, walk, page } = open(home);
    walk({ kind: 'open-settings' }, { kind: 'open-page', page: 'rename' });
    browser.go(-1);
    expect(page()).toMatchObject({ kind: 'settings', page: 'menu' });
    browser.go(-1);
    expect(page()).toEqual({ kind: 'device' });
    browser.go(2);
    expect(page()).toMatchObject({ kind: 'settings', page: 'rename', chosen: undefined });
  });

  it('ask before they leave a device, which stays until the person says so', () => {
    const { browser, walk, page, app, effects } = open();
    walk(...toChoice, ...connect, empty);
    expect(page().kind).toBe('choose-length');
    browser.go(-1);
    expect(page()).toMatchObject({ kind: 'leave', to: { kind: 'choose' } });
    expect(app.state.session.kind).toBe('connected');
    walk({ kind: 'back' });
    expect(page().kind).toBe('choose-length');
    browser.go(-1);
    effects.length = 0;
    walk({ kind: 'leave' });
    expect(app.state.session.kind).toBe('idle');
    expect(page()).toEqual({ kind: 'choose', problem: undefined });
    expect(effects).toContain('close');
  });

  it('pass over what no longer fits, and keep the question while the device goes on', () => {
    const { browser, walk, page, app } = open();
    walk(...toChoice, ...connect, empty, { kind: 'ask', ceremony: 'create' });
    walk({ kind: 'status', status: statusAt('consent') });
    expect(app.state.session).toMatchObject({ session: { task: { kind: 'following' } } });
    // The entry of "How many words?" is passed over.
    browser.go(-1);
    expect(page()).toMatchObject({ kind: 'leave', to: { kind: 'choose' } });
    walk({ kind: 'status', status: statusAt('choose-pin') });
    expect(page().kind).toBe('leave');
    walk({ kind: 'back' });
    expect(page()).toEqual({ kind: 'device' });
  });

  it('leave a device that is only being opened without a question', () => {
    const { browser, walk, page, app } = open();
    walk(...toChoice, { kind: 'choose', link: 'webhid' });
    browser.go(-1);
    expect(page().kind).toBe('welcome');
    expect(app.state.session.kind).toBe('idle');
  });

  it('never bring a ceremony back, or a page of a device that is gone', () => {
    const { browser, walk, page } = open(home);
    walk({ kind: 'open-settings' }, { kind: 'choose-another' });
    expect(page().kind).toBe('choose');
    browser.go(-1);
    expect(page().kind).toBe('choose');
    const during = open({
      session: {
        kind: 'connected',
        session: sessionWith(following, { status: statusAt('words') }),
      },
      page: { kind: 'device' },
    });
    expect(reduceApp(during.app.state, { kind: 'go', page: { kind: 'device' } })[0]).toBe(during.app.state);
  });

  it('lead out of a page aside, and into it again', () => {
    const { browser, walk, page, app } = open();
    walk(...toChoice, { kind: 'open-aside', aside: 'help' });
    expect(browser.length).toBe(3);
    browser.go(-1);
    expect([app.state.aside, page().kind]).toEqual([undefined, 'choose']);
    browser.go(1);
    expect(app.state.aside).toBe('help');
    walk({ kind: 'close-aside' });
    expect([app.state.aside, page().kind]).toEqual([undefined, 'choose']);
    browser.go(-1);
    expect(page().kind).toBe('welcome');
  });

  it('lead from one page aside through the other to what is under both', () => {
    const { browser, walk, app } = open();
    walk({ kind: 'open-aside', aside: 'help' }, { kind: 'open-aside', aside: 'preferences' });
    expect(browser.length).toBe(2);
    walk({ kind: 'close-aside' });
    expect(app.state).toMatchObject({ aside: undefined, page: { kind: 'welcome' } });
  });

  it('leave a ceremony alone that goes on under a page aside', () => {
    const { browser, walk, app } = open();
    walk(...toChoice, ...connect, empty, { kind: 'open-aside', aside: 'help' });
    walk({ kind: 'status', status: statusAt('hold') });
    expect(app.state).toMatchObject({ aside: 'help', page: { kind: 'device' } });
    browser.go(-1);
    expect(app.state).toMatchObject({ aside: undefined, page: { kind: 'device' } });
    expect(app.state.session.kind).toBe('connected');
  });

  it('bring a page that came under a page aside into the history', () => {
    const { browser, walk, page } = open({ ...home, aside: undefined });
    walk({ kind: 'open-aside', aside: 'help' }, { kind: 'open-settings' });
    expect(browser.length).toBe(2);
    walk({ kind: 'close-aside' });
    expect(page()).toMatchObject({ kind: 'settings' });
    browser.go(-1);
    expect(page()).toEqual({ kind: 'device' });
  });
});
