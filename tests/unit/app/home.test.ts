/** A device with a wallet that is backed up: the page that celebrates it once, and the home that is there from then on. */
import { describe, expect, it } from 'vitest';
import type { AppEvent, AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { viewOf } from '../../../src/app/view.ts';
import { homeState } from '../../../src/elements/home/home-state.ts';
import type { KnownWallet, Session } from '../../../src/session/state.ts';
import {
  emptyStatus,
  knownWallet,
  onDevice,
  sessionWith,
  someWalletId,
  usbDevice,
} from '../../fixtures/screens/screens.ts';

const after = (events: readonly AppEvent[], from: AppState): AppState =>
  events.reduce((state, event) => reduceApp(state, event)[0], from);

const backedUp = { ...emptyStatus, wallet: 'backed-up' as const };
const reading = (more: Partial<Session>): AppState =>
  onDevice({
    kind: 'connected',
    session: sessionWith({ kind: 'reading-wallet' }, { status: backedUp, device: usbDevice, ...more }),
  });
const read: AppEvent = {
  kind: 'wallet-read',
  walletId: someWalletId,
  date: '2026-11-24T10:00:00.000Z',
  record: undefined,
  checkedAt: undefined,
};

describe('the end of the way', () => {
  it('is shown once for a wallet that this page saw backed up, and leads home', () => {
    const ended = after([read], reading({ witnessed: true }));
    expect(ended.page).toEqual({ kind: 'celebration' });
    expect(viewOf(ended).stepper).toMatchObject({ complete: true });
    const home = after([{ kind: 'next' }], ended);
    expect(home.page).toEqual({ kind: 'device' });
    expect(home.session).toBe(ended.session);
    expect(viewOf(home).stepper).toBeUndefined();
    const [again] = reduceApp({ ...home, session: reading({ witnessed: true }).session }, read);
    expect(again.page).toEqual({ kind: 'device' });
  });

  it('is shown again for a wallet that was wiped and came back', () => {
    const home = after([read, { kind: 'next' }], reading({ witnessed: true }));
    const empty: AppEvent = { kind: 'status', status: { ...emptyStatus, ceremony: 3 } };
    const wiped = after([empty, { kind: 'accept-wallet' }], home);
    expect(wiped.celebrated).toBeUndefined();
    const back = reading({ restored: 'words', compared: 'same' }).session;
    expect(reduceApp({ ...wiped, session: back }, read)[0].page).toEqual({ kind: 'celebration' });
  });

  it('is not shown for a wallet that was there before', () => {
    expect(after([read], reading({})).page).toEqual({ kind: 'device' });
  });

  it('stays until it is said whose wallet came back', () => {
    const restored = after([read], reading({ restored: 'words' }));
    expect(restored.page).toEqual({ kind: 'celebration' });
    const same = after([{ kind: 'compare-wallet', answer: 'same' }], restored);
    expect(same.page).toEqual({ kind: 'celebration' });
    expect(after([{ kind: 'next' }], same).page).toEqual({ kind: 'device' });
  });

  it('is left at once for the home that warns, when it was another wallet', () => {
    const other: AppEvent = { kind: 'compare-wallet', answer: 'different' };
    const home = after([read, other], reading({ restored: 'words' }));
    expect(home.page).toEqual({ kind: 'device' });
    expect(viewOf(home).backup).toBe('doubtful');
  });
});

describe('the home of a device', () => {
  const there = onDevice({
    kind: 'connected',
    session: sessionWith({ kind: 'backed-up', wallet: knownWallet }, { status: backedUp, device: usbDevice }),
  });

  it('leads to copies, records and the questions, and each leads back to it', () => {
    for (const event of [
      { kind: 'open-page', page: 'copies' },
      { kind: 'open-page', page: 'records' },
      { kind: 'open-quiz' },
    ] as const) {
      const opened = after([event], there);
      expect(opened.page.kind).not.toBe('device');
      expect(after([{ kind: 'back' }], opened).page).toEqual({ kind: 'device' });
    }
    const menu = after([{ kind: 'open-settings' }, { kind: 'open-page', page: 'copies' }], there);
    expect(after([{ kind: 'back' }], menu).page).toMatchObject({ kind: 'settings', page: 'menu' });
  });

  it('asks for a check right away, and lets the device go only when it is told to', () => {
    const [, effects] = reduceApp(there, { kind: 'ask', ceremony: 'check' });
    expect(effects).toEqual([{ kind: 'begin', request: { kind: 'check' } }]);
    expect(after([{ kind: 'finish' }], there).session.kind).toBe('idle');
  });
});

describe('how a backup stands', () => {
  const now = Date.parse('2027-06-01T00:00:00.000Z');
  const at = (more: Partial<KnownWallet>, record: Partial<KnownWallet['record'] & object> = {}) =>
    homeState({
      wallet: {
        walletId: someWalletId,
        checkedAt: undefined,
        record: {
          walletId: someWalletId,
          product: '',
          simulator: false,
          backedUp: undefined,
          checked: undefined,
          ...record,
        },
        ...more,
      },
      now,
      restored: undefined,
      compared: undefined,
      doubted: false,
      checkable: true,
    });

  it.each([
    ['never', 'attention', at({})],
    ['never', 'attention', at({}, { backedUp: '2027-04-01T00:00:00.000Z' })],
    ['backed-up', 'good', at({}, { backedUp: '2027-05-31T00:00:00.000Z' })],
    ['checked', 'good', at({ checkedAt: '2027-05-01T00:00:00.000Z' })],
    ['due', 'attention', at({ checkedAt: '2026-05-01T00:00:00.000Z' })],
    [
      'doubtful',
      'danger',
      at({ checkedAt: '2027-05-01T00:00:00.000Z' }, { doubted: '2027-05-20T00:00:00.000Z' }),
    ],
  ] as const)('%s, with %s', (kind, tone, state) => {
    expect(state).toEqual({ kind, tone });
  });

  it('is never good before a restored wallet was compared, or once its paper failed', () => {
    const checkedAt = '2027-05-01T00:00:00.000Z';
    const standing = {
      wallet: { ...knownWallet, checkedAt },
      now,
      restored: undefined,
      compared: undefined,
      doubted: false,
      checkable: true,
    } as const;
    expect(homeState({ ...standing, doubted: true }).tone).toBe('danger');
    expect(homeState({ ...standing, restored: 'words' }).kind).toBe('restored');
    expect(homeState({ ...standing, restored: 'words', compared: 'none' }).kind).toBe('restored');
    expect(homeState({ ...standing, restored: 'words', compared: 'same' }).kind).toBe('checked');
  });

  it('reproaches nobody with a check that the device cannot make', () => {
    const wallet = { ...knownWallet, record: undefined, checkedAt: undefined };
    const standing = { wallet, now, restored: undefined, compared: undefined, doubted: false };
    expect(homeState({ ...standing, checkable: false }).kind).toBe('backed-up');
  });
});
