/** Passing an event on to the session, and which page is shown where the session then is. */
import { hasOpenWallet } from '../../session/offers.ts';
import { reduce } from '../../session/reduce.ts';
import type { SessionEvent } from '../../session/events.ts';
import { isAskedOver } from '../../session/progress.ts';
import type { Session, SessionState } from '../../session/state.ts';
import {
  devicePage,
  emptyDevicePage,
  newWalletPage,
  signingPage,
  type AppState,
  type Page,
  type ReducedApp,
} from './pages.ts';

/** Hands an event to the session; the page follows. */
export function pass(state: AppState, event: SessionEvent): ReducedApp {
  const [session, effects] = reduce(state.session, event);
  const page = pageOver(state, session, event);
  if (session === state.session && page === state.page) return [state, effects];
  return [{ ...state, session, page, celebrated: celebratedIn(state, session, page) }, effects];
}

/** A message that the device has, or that is back from it, is what the person is at. */
function homeOf(session: SessionState): Page {
  const asked = session.kind === 'connected' && session.session.task.kind === 'backed-up';
  return asked && session.session.signing !== undefined ? signingPage : devicePage;
}

/** Where the person is when they stay with the device after all. */
export function pageAgain(state: AppState): ReducedApp {
  const { session, intent } = state;
  const empty = session.kind === 'connected' && session.session.task.kind === 'empty';
  const page = empty ? emptyDevicePage(session.session.device, intent) : homeOf(session);
  return [{ ...state, page }, []];
}

/** Which wallet's celebration the person has seen. One that comes back to an empty device is worth another. */
function celebratedIn({ celebrated }: AppState, session: SessionState, page: Page): string | undefined {
  if (session.kind === 'connected' && session.session.task.kind === 'empty') return undefined;
  if (page.kind !== 'celebration' || session.kind !== 'connected') return celebrated;
  return session.session.walletId;
}

function pageOver(
  { session: before, page, intent, celebrated }: AppState,
  session: SessionState,
  event: SessionEvent,
): Page {
  if (page.kind === 'leave' && session.kind !== 'idle') return page;
  switch (session.kind) {
    case 'idle':
      if (before.kind === 'idle') return page;
      return event.kind === 'finish'
        ? { kind: 'welcome' }
        : { kind: 'choose', problem: session.problem, link: session.link };
    case 'connected':
      return pageOf(session, before, { page, intent, celebrated });
    // What the person was reading is still there when the cable is back.
    case 'lost':
      return page;
    default:
      return devicePage;
  }
}

/**
 * Once, for a wallet that was backed up or came back while this page watched; until it is said whose wallet came back; and not
 * where that was the wrong one.
 */
function celebrates(
  { witnessed, restored, compared, walletId, device }: Session,
  page: Page,
  celebrated: string | undefined,
): boolean {
  if (device.doubtful === true || compared === 'different') return false;
  if (restored !== undefined && compared === undefined) return true;
  return (witnessed || restored !== undefined) && (page.kind === 'celebration' || celebrated !== walletId);
}

/** A page stays for as long as the device is where the page needs it to be. */
function pageOf(
  { session }: Extract<SessionState, { kind: 'connected' }>,
  before: SessionState,
  { page, intent, celebrated }: Pick<AppState, 'page' | 'intent' | 'celebrated'>,
): Page {
  const { task } = session;
  const earlier = before.kind === 'connected' || before.kind === 'lost' ? before.session.task : undefined;
  if (task.kind === 'empty') {
    if (earlier === task && (page.kind === 'choose-length' || page.kind === 'choose-file')) return page;
    if (task.restoring === undefined) return emptyDevicePage(session.device, intent);
    const { wordCount = newWalletPage.wordCount } = task.restoring;
    return { ...newWalletPage, purpose: 'restore', wordCount };
  }
  // What the person was at is still there once another program has its answer.
  if (isAskedOver(session)) return page;
  if (earlier?.kind === 'following' && earlier.over === task) return page;
  if (task.kind === 'backed-up' && celebrates(session, page, celebrated)) return { kind: 'celebration' };
  if (page.kind === 'celebration') return devicePage;
  if (earlier?.kind === task.kind && hasOpenWallet(session)) return page;
  return homeOf({ kind: 'connected', session });
}
