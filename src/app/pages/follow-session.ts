/** Passing an event on to the session, and which page is shown where the session then is. */
import { hasOpenWallet } from '../../session/offers.ts';
import { reduce } from '../../session/reduce.ts';
import type { SessionEvent } from '../../session/events.ts';
import type { SessionState } from '../../session/state.ts';
import { devicePage, newWalletPage, type AppState, type Page, type ReducedApp } from './pages.ts';

/** Hands an event to the session; the page follows. */
export function pass(state: AppState, event: SessionEvent): ReducedApp {
  const [session, effects] = reduce(state.session, event);
  const page = pageOver(state, session, event);
  const same = session === state.session && page === state.page;
  return [same ? state : { session, page }, effects];
}

function pageOver({ session: before, page }: AppState, session: SessionState, event: SessionEvent): Page {
  switch (session.kind) {
    case 'idle':
      if (before.kind === 'idle') return page;
      return event.kind === 'finish'
        ? { kind: 'welcome' }
        : { kind: 'choose', problem: session.problem, link: session.link };
    case 'connected':
      return pageOf(session, before, page);
    // What the person was reading is still there when the cable is back.
    case 'lost':
      return page;
    default:
      return devicePage;
  }
}

/** A page stays for as long as the device is where the page needs it to be. */
function pageOf(
  { session }: Extract<SessionState, { kind: 'connected' }>,
  before: SessionState,
  page: Page,
): Page {
  const { task } = session;
  const earlier = before.kind === 'connected' || before.kind === 'lost' ? before.session.task : undefined;
  if (task.kind === 'empty') {
    if (earlier === task && (page.kind === 'choose-length' || page.kind === 'choose-file')) return page;
    if (task.restoring === undefined) return newWalletPage;
    const { wordCount = newWalletPage.wordCount } = task.restoring;
    return { ...newWalletPage, purpose: 'restore', wordCount };
  }
  return earlier?.kind === task.kind && hasOpenWallet(session) ? page : devicePage;
}
