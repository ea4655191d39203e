/** "Sign a message" among the pages: how it is reached, that it stays, and that nothing of it is kept. */
import { describe, expect, it } from 'vitest';
import { announcementFor } from '../../../src/app/announcements.ts';
import { mayReload } from '../../../src/app/start/leaving.ts';
import { followHistory } from '../../../src/app/start/browser-history.ts';
import { signingPage, type AppEvent, type AppState, type Page } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { viewOf } from '../../../src/app/view.ts';
import { createMachine } from '../../../src/session/machine.ts';
import type { Session } from '../../../src/session/state.ts';
import { proof } from '../../../src/text/proof.ts';
import { signingMessages } from '../../../src/text/wallet.ts';
import {
  checkedDevice,
  emptyStatus,
  knownWallet,
  onDevice,
  sessionWith,
  signedMessage,
  signRequest as request,
} from '../../fixtures/screens/screens.ts';

const backedUp = { ...emptyStatus, wallet: 'backed-up' } as const;

function at(page: Page, session: Partial<Session> = {}): AppState {
  const there = { status: backedUp, device: checkedDevice, ...session };
  const connected = sessionWith({ kind: 'backed-up', wallet: knownWallet }, there);
  return { session: { kind: 'connected', session: connected }, page };
}

const home = at({ kind: 'device' });
const ask: AppEvent = { kind: 'sign-message', request };
const failed: AppEvent = { kind: 'signing-failed', code: 'declined' };
const signed: AppEvent = { kind: 'message-signed', ...signedMessage };
const locked: AppEvent = {
  kind: 'status',
  status: { ...backedUp, locked: true, activity: 'unlock', stage: 'enter-pin' },
};
const unlocked: readonly AppEvent[] = [
  { kind: 'status', status: backedUp },
  { kind: 'wallet-read', date: '2026-11-24T10:00:00.000Z', ...knownWallet },
];

const after = (events: readonly AppEvent[], from: AppState): AppState =>
  events.reduce((state, event) => reduceApp(state, event)[0], from);

const signingOf = ({ session }: AppState) =>
  session.kind === 'connected' || session.kind === 'lost' ? session.session.signing : undefined;

describe('the page to sign a message', () => {
  it('is reached from home, of a device that can, and left again', () => {
    const open = after([{ kind: 'open-signing' }], home);
    expect(open.page).toBe(signingPage);
    expect(after([{ kind: 'back' }], open).page.kind).toBe('device');
    const cannot = at({ kind: 'device' }, { device: { ...checkedDevice, capabilities: ['apps'] } });
    expect(after([{ kind: 'open-signing' }], cannot)).toBe(cannot);
    expect(after([{ kind: 'go', page: signingPage }], cannot)).toBe(cannot);
  });

  it('takes the focus at each turn, and says every step', () => {
    const running = after([{ kind: 'open-signing' }, ask], home);
    const step = after([{ kind: 'signing-step', step: 'consent' }], running);
    expect(viewOf(step).screen).toBe(viewOf(running).screen);
    expect(announcementFor(step)).toEqual({ urgency: 'polite', text: signingMessages.steps.consent });
    const ends = [failed, signed].map((event) => viewOf(after([event], step)).screen);
    expect(new Set([viewOf(home).screen, viewOf(step).screen, ...ends]).size).toBe(4);
    expect(announcementFor(after([failed], step))).toMatchObject({ urgency: 'polite' });
    expect(announcementFor(after([signed], step))).toBeUndefined();
  });

  it('stays while the device has the message', () => {
    const running = after([{ kind: 'open-signing' }, ask], home);
    const moves: readonly AppEvent[] = [
      { kind: 'back' },
      { kind: 'go', page: { kind: 'device' } },
      { kind: 'open-page', page: 'records' },
    ];
    for (const move of moves) expect(after([move], running)).toBe(running);
    expect(mayReload(running.session)).toBe(false);
    const leaving = after([{ kind: 'go', page: { kind: 'welcome' } }], running);
    expect(leaving.page.kind).toBe('leave');
    expect(after([{ kind: 'back' }], leaving).page).toBe(signingPage);
  });

  it.each([
    ['locked', [failed, locked, ...unlocked]],
    [
      'unplugged',
      [
        { kind: 'disconnected' },
        { kind: 'timer', name: 'retry' },
        { kind: 'opened' },
        { kind: 'identified', device: checkedDevice },
        locked,
        ...unlocked,
      ],
    ],
  ] as const)('is there again with its message once the device is open: %s', (_, events) => {
    const back = after([{ kind: 'open-signing' }, ask, ...events], home);
    expect(back.page).toBe(signingPage);
    expect(signingOf(back)).toMatchObject({ kind: 'failed', request });
  });

  it('H8: gives way to the alarm, which says to sign nothing more', () => {
    const state = after(
      [{ kind: 'open-signing' }, ask, { kind: 'proof-failed', reason: 'number-ignored' }],
      home,
    );
    expect(state.page.kind).toBe('device');
    expect(viewOf(state).notice).toMatchObject({
      tone: 'danger',
      body: proof.alarmText('number-ignored').body,
    });
    expect(announcementFor(state)?.urgency).toBe('alert');
    expect(proof.alarmText('number-ignored').body.at(-1)).toContain('Sign nothing more');
  });

  it('keeps no message once it is left, by whichever way', () => {
    const open = after([{ kind: 'open-signing' }, ask, signed], home);
    for (const event of [{ kind: 'back' }, { kind: 'go', page: { kind: 'device' } }] as const) {
      const left = after([event], open);
      expect(left.page.kind).toBe('device');
      expect(JSON.stringify(left)).not.toContain(request.message);
    }
    expect(signingOf(after([{ kind: 'end-signing' }], open))).toBeUndefined();
  });

  it('puts nothing of the message into the browser’s history', () => {
    const entries: unknown[] = [];
    const push = (entry: unknown): void => void entries.push(entry);
    const app = createMachine({ initial: onDevice(home.session), reduce: reduceApp, run: () => {} });
    followHistory(app, {
      history: { state: null, pushState: push, replaceState: push, go: () => {} },
      onMove: () => {},
    });
    for (const event of [{ kind: 'open-signing' } as const, ask, signed]) app.dispatch(event);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain(request.message);
  });
});
