/** What another program asks on the device is shown over whatever page the person is on. */
import { isAskedOver } from '../../session/progress.ts';
import { devicePage, type AppState } from './pages.ts';

export function asShown(state: AppState): AppState {
  const { session, page } = state;
  const held = session.kind === 'connected' || session.kind === 'lost' ? session.session : undefined;
  const covers = held !== undefined && isAskedOver(held) && page.kind !== 'leave';
  return covers ? { ...state, page: devicePage } : state;
}
