/** What leaving the page would end: a device in the page is gone with it, and so is a wallet whose words nobody has yet. */
import { linkOf, type SessionState } from '../session/state.ts';

/** Whether the browser should ask before the page is left or loaded again. */
export function losesDevice(session: SessionState): boolean {
  if (linkOf(session) !== 'simulator-frame' || session.kind !== 'connected') return false;
  const { status } = session.session;
  return status !== undefined && (status.wallet !== 'empty' || status.activity !== 'none');
}
