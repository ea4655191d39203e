/** What becomes of a backup file that is dropped onto the page: a pure function of where the person is. */
import { canDo, hasOpenWallet } from '../../session/offers.ts';
import { isAskedOver } from '../../session/progress.ts';
import type { PageEvent } from '../../elements/shared/page-events.ts';
import type { AppState } from './pages.ts';

/** What leads to the page that takes the file; nothing where the person is on it. `undefined`: a file has no place here. */
export function fileDropOf({ session: state, page }: AppState): readonly PageEvent[] | undefined {
  if (state.kind !== 'connected') return undefined;
  const { session } = state;
  if (isAskedOver(session)) return undefined;
  if (page.kind === 'choose-file') return [];
  if (page.kind === 'choose-length')
    return canDo(session.device, 'restore-file') ? [{ kind: 'open-restore-file' }] : undefined;
  if (page.kind === 'settings' && page.page === 'check-file') return [];
  const offersCheck = page.kind === 'settings' ? page.page === 'copies' || page.page === 'menu' : true;
  const settled = page.kind === 'settings' || (page.kind === 'device' && hasOpenWallet(session));
  return settled && offersCheck && canDo(session.device, 'check-file')
    ? [{ kind: 'open-page', page: 'check-file' }]
    : undefined;
}
