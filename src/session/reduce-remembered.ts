/**
 * The storage has answered late: a device that was let in meanwhile is still held against what is kept of it, and what was
 * learnt meanwhile is kept beside that.
 */
import type { DeviceMemory } from '../records/book.ts';
import type { Effect, Reduced } from './events.ts';
import { warnOfWallet } from './reduce-wallet.ts';
import { withDoubt, type Session, type SessionState } from './state.ts';
import { raiseAlarm } from './reduce-alarm.ts';
import { joinRows } from './unfinished-checks.ts';
import { keepExpected, trustBreak } from './trust.ts';

export function onRemembered(
  before: Session,
  { known, doubtful: remembered }: { readonly known: DeviceMemory; readonly doubtful: boolean },
): Reduced<SessionState> {
  // What was found out on this page is later than what is kept.
  const doubtful = remembered || before.device.doubtful === true;
  const session: Session = { ...before, device: withDoubt({ ...before.device, known }, doubtful) };
  const broken = trustBreak(session.device);
  if (broken !== undefined) return raiseAlarm(session, broken);
  const { task, check } = session;
  const warned = task.kind === 'backed-up' ? warnOfWallet(session, task.wallet.walletId) : undefined;
  if (warned !== undefined) return warned;
  const [counted, counts] = joinRows(session, before.device.known?.unfinishedChecks ?? []);
  const [next, pins]: readonly [Session, readonly Effect[]] =
    check !== undefined && 'walletId' in check && known.wallet?.walletId !== check.walletId
      ? keepExpected(counted, {
          walletId: check.walletId,
          backedUp: false,
          absent: false,
          proof: check.proof,
        })
      : [counted, []];
  return [{ kind: 'connected', session: next }, [...counts, ...pins]];
}
