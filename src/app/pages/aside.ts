/** The pages over whatever the app shows: what is going on goes on behind them. */
import type { SessionState } from '../../session/state.ts';
import type { AppEvent, AppState } from './pages.ts';

/** `undefined` for an event that is about none of them. */
export function turnAside(state: AppState, event: AppEvent): AppState | undefined {
  switch (event.kind) {
    case 'open-aside':
      return state.aside === event.aside ? state : { ...state, aside: event.aside };
    case 'close-aside':
      return state.aside === undefined ? state : { ...state, aside: undefined };
    default:
      return undefined;
  }
}

function isAlarming(session: SessionState): boolean {
  if (session.kind === 'connected') return session.session.task.kind === 'wallet-changed';
  return session.kind === 'alarm';
}

/** What a person must not miss isn't covered; once they have seen it, they may read about it. */
export function withoutAsideInAlarm(before: AppState, next: AppState): AppState {
  const isNew = isAlarming(next.session) && !isAlarming(before.session);
  return isNew && next.aside !== undefined ? { ...next, aside: undefined } : next;
}
