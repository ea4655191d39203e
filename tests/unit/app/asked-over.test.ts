/** A question of an app over a page: it is shown, and the page is there again afterwards. */
import { describe, expect, it } from 'vitest';
import { announcementFor } from '../../../src/app/announcements.ts';
import { asShown } from '../../../src/app/pages/as-shown.ts';
import { fileDropOf } from '../../../src/app/pages/file-drop.ts';
import { initialApp, type AppEvent, type AppState, type Page } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { viewOf } from '../../../src/app/view.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { messages } from '../../../src/text/app.ts';
import { emptyStatus, knownWallet, onDevice, sessionWith } from '../../fixtures/screens/screens.ts';

const backedUp: PublicState = { ...emptyStatus, wallet: 'backed-up' };
const asking: AppEvent = {
  kind: 'status',
  status: { ...backedUp, activity: 'app', stage: 'consent', ceremony: 1 },
};
const answered: AppEvent = { kind: 'status', status: { ...backedUp, ceremony: 1, outcome: 'completed' } };
const locked: AppEvent = {
  kind: 'status',
  status: { ...backedUp, locked: true, activity: 'unlock', stage: 'enter-pin' },
};

const after = (events: readonly AppEvent[], from: AppState): AppState =>
  events.reduce((state, event) => reduceApp(state, event)[0], from);

function at(page: Page): AppState {
  const session = sessionWith({ kind: 'backed-up', wallet: knownWallet }, { status: backedUp });
  return { session: { kind: 'connected', session }, page };
}

const settings = { kind: 'settings', chosen: undefined, file: undefined } as const;
const pages: readonly Page[] = [
  { kind: 'device' },
  { ...settings, page: 'menu' },
  { ...settings, page: 'records' },
  { ...settings, page: 'wipe' },
  { ...settings, page: 'rename', chosen: 'Home' },
  { kind: 'quiz', step: 0, order: [true, false], answered: undefined },
];

describe('a question of an app', () => {
  it.each(pages)('is shown over the page, which comes back: %o', (page) => {
    const asked = after([asking], at(page));
    const view = viewOf(asked);
    expect(view).toMatchObject({ screen: 'stage:consent', records: false, notice: undefined });
    expect(view.followed?.sentences).not.toHaveProperty('left');
    expect(view.stepper).toBeUndefined();
    const back = after([answered], asked);
    expect(back.page).toBe(page);
    expect(viewOf(back).screen).toBe(viewOf(at(page)).screen);
  });

  it('takes no file and no move of the browser meanwhile', () => {
    const asked = after([asking], at({ ...settings, page: 'check-file' }));
    expect(fileDropOf(asked)).toBeUndefined();
    expect(after([{ kind: 'go', page: { kind: 'device' } }], asked)).toBe(asked);
  });

  it('stays behind the question whether to leave', () => {
    const leaving = at({ kind: 'leave', to: { kind: 'welcome' } });
    expect(asShown(after([asking], leaving)).page.kind).toBe('leave');
    expect(asShown(initialApp)).toBe(initialApp);
  });

  it('does not celebrate a wallet again', () => {
    const { session } = at({ kind: 'device' });
    if (session.kind !== 'connected') throw new Error('not connected');
    const seen: AppState = { ...onDevice(session), celebrated: knownWallet.walletId };
    expect(after([asking, answered], seen).page.kind).toBe('device');
  });
});

describe('a device that locks itself', () => {
  it('is said, wherever the person is, and read out', () => {
    const shown = after([locked], at({ ...settings, page: 'menu' }));
    expect(viewOf(shown).screen).toBe('stage:enter-pin');
    expect(viewOf(shown).followed?.task.lockedItself).toBe(true);
    expect(announcementFor(shown)?.text).toContain(messages.lockedItself);
  });
});
