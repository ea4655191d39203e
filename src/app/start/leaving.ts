/** What leaving the page would end: a device in the page is gone with it, and so is a wallet whose words nobody has yet. */
import { linkOf, type SessionState } from '../../session/state.ts';

/** Whether the browser should ask before the page is left or loaded again. */
export function losesDevice(session: SessionState): boolean {
  if (linkOf(session) !== 'simulator-frame' || session.kind !== 'connected') return false;
  const { status } = session.session;
  return status !== undefined && (status.wallet !== 'empty' || status.activity !== 'none');
}

/** Whether the page may be loaded again on the way: nothing is under way, and nothing is lost. */
export function mayReload(session: SessionState): boolean {
  if (session.kind === 'guided' || losesDevice(session)) return false;
  if (session.kind !== 'connected') return true;
  const { status, signing } = session.session;
  return signing === undefined && (status?.activity ?? 'none') === 'none';
}

/**
 * Has the browser ask, while there is something to lose. Only then: a page that may be asked about isn't kept for the browser's Back.
 * Call what it returns whenever that may have changed.
 */
export function askBeforeLeaving(
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): (loses: boolean) => void {
  let asks = false;
  const ask = (event: Event): void => event.preventDefault();
  return (loses) => {
    if (loses === asks) return;
    asks = loses;
    if (loses) page.addEventListener('beforeunload', ask);
    else page.removeEventListener('beforeunload', ask);
  };
}
