/**
 * Which pages the browser's Back and Forward may bring back where the app stands now. A page that no longer fits is passed over: the
 * state stays the same object.
 */
import { hasOpenWallet, offersSigning } from '../../session/offers.ts';
import { isSigning } from '../../session/progress.ts';
import type { Session, SessionState } from '../../session/state.ts';
import { devicePage, isFirstPage, type AppState, type FirstPage, type Page } from './pages.ts';

export function goTo(state: AppState, page: Page): AppState {
  const { session } = state;
  if (session.kind === 'idle')
    return isFirstPage(page) || page.kind === 'records' ? { ...state, page: withoutProblem(page) } : state;
  if (isFirstPage(page)) return { ...state, page: { kind: 'leave', to: withoutProblem(page) } };
  if (page.kind === 'records') return { ...state, page: { kind: 'leave', to: { kind: 'welcome' } } };
  const over = overDevice(session, page);
  return over === undefined ? state : { ...state, page: over };
}

/** What was wrong then may not be so any more. */
function withoutProblem<Shown extends Page>(page: Shown): Shown | FirstPage {
  return page.kind === 'choose' ? { kind: 'choose', problem: undefined } : page;
}

function overDevice(session: SessionState, page: Page): Page | undefined {
  // What the device is reading to the person is not left for another page.
  if (session.kind !== 'connected' || isSigning(session.session)) return undefined;
  switch (page.kind) {
    case 'choose-length':
      return session.session.task.kind === 'empty' ? page : undefined;
    case 'choose-file':
      return session.session.task.kind === 'empty' ? { kind: 'choose-file', file: undefined } : undefined;
    case 'settings':
      return isHome(session.session) ? { ...page, chosen: undefined, file: undefined } : undefined;
    case 'sign-message':
      return isHome(session.session) && offersSigning(session.session.device) ? page : undefined;
    case 'device':
      return isHome(session.session) ? devicePage : undefined;
    default:
      return undefined;
  }
}

function isHome(session: Session): boolean {
  return hasOpenWallet(session) && session.task.kind === 'backed-up';
}
