import { describe, expect, it } from 'vitest';
import { losesDevice, mayReload } from '../../../src/app/start/leaving.ts';
import { initialState, type SessionState } from '../../../src/session/state.ts';
import type { LinkKind } from '../../../src/transport/transport.ts';
import { emptyStatus, sessionWith, statusAt } from '../../fixtures/screens/screens.ts';

function connected(link: LinkKind, change: Parameters<typeof sessionWith>[1]): SessionState {
  const session = sessionWith({ kind: 'resting' }, change);
  return { kind: 'connected', session: { ...session, device: { ...session.device, link } } };
}

describe('leaving the page', () => {
  it.each([
    ['words are on the glass', statusAt('words')],
    ['a request is on the glass', { ...emptyStatus, activity: 'create', stage: 'consent' } as const],
    ['a wallet is on it', { ...emptyStatus, wallet: 'backed-up' } as const],
  ])('ends the device in the page while %s: the browser asks', (_, status) => {
    expect(losesDevice(connected('simulator-frame', { status }))).toBe(true);
  });

  it.each<[string, SessionState]>([
    ['there is no device', initialState],
    ['the device in the page is new', connected('simulator-frame', { status: emptyStatus })],
    ['it has said nothing yet', connected('simulator-frame', { status: undefined })],
    ['it is opened only now', { kind: 'opening', link: 'simulator-frame', attempt: 'open' }],
    ['the device is of its own', connected('webhid', { status: statusAt('words') })],
    ['it is a process of its own', connected('simulator-process', { status: statusAt('words') })],
  ])('asks nothing where %s', (_, state) => {
    expect(losesDevice(state)).toBe(false);
  });
});

describe('loading the page again on the way', () => {
  it.each<[string, SessionState]>([
    ['no device is there', initialState],
    ['a device of its own rests', connected('webhid', { status: { ...emptyStatus, wallet: 'backed-up' } })],
    ['the device in the page is new', connected('simulator-frame', { status: emptyStatus })],
  ])('is fine where %s', (_, state) => {
    expect(mayReload(state)).toBe(true);
  });

  it.each<[string, SessionState]>([
    ['something is under way', connected('webhid', { status: statusAt('words') })],
    [
      'a wallet is on the device in the page',
      connected('simulator-frame', { status: { ...emptyStatus, wallet: 'backed-up' } }),
    ],
  ])('is not, where %s', (_, state) => {
    expect(mayReload(state)).toBe(false);
  });
});
