/** Which wallet is on the device: what this computer keeps of it, and the warning when it is not the one of before. */
import type { PublicState } from '../protocol/public-state.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import {
  deviceRef,
  type CeremonyState,
  type KnownWallet,
  type Session,
  type Task,
  type WalletChange,
} from './state.ts';

/** The wallet went away before the eyes of this page: somebody wiped it on the device, or failed at its PIN. */
function sawItGo({ status: previous, returned, recording }: Session): boolean {
  if (recording?.what === 'wipe') return true;
  return previous?.wallet === 'backed-up' && returned !== true;
}

/** A known wallet that is gone without this page having seen it go. */
export function missingWallet(session: Session, status: PublicState): WalletChange | undefined {
  const before = session.known?.walletId;
  if (before === undefined || status.wallet === 'backed-up' || sawItGo(session)) return undefined;
  return { before, now: status.wallet };
}

/** What to keep of the device after `status`, and what is known of it from then on. */
export function seeDevice(
  session: Session,
  status: PublicState,
): { readonly known: Session['known']; readonly effects: readonly Effect[] } {
  const { device, status: previous, known, task, returned } = session;
  if (task.kind === 'wallet-changed') return { known, effects: [] };
  const there = status.wallet === 'backed-up';
  const after = known === undefined || there ? known : { walletId: undefined };
  const renamed = previous?.activity === 'rename' && status.activity !== 'rename';
  const news = previous === undefined || returned === true || renamed || previous.wallet !== status.wallet;
  if (!news) return { known: after, effects: [] };
  const walletId = there ? undefined : null;
  return { known: after, effects: [{ kind: 'see-device', device, state: status.wallet, walletId }] };
}

function withTask(session: Session, task: Task): CeremonyState {
  return { kind: 'connected', session: { ...session, task } };
}

/** The device told its wallet id. */
export function onWalletRead(
  state: CeremonyState & { kind: 'connected' },
  event: KnownWallet & { date: string },
): Reduced<CeremonyState> {
  const { session } = state;
  if (session.task.kind !== 'reading-wallet') return [state, []];
  const { walletId, record, checkedAt, date } = event;
  const { device, known, witnessed, restored } = session;
  const before = known?.walletId;
  if (before !== undefined && before !== walletId)
    return [withTask(session, { kind: 'wallet-changed', change: { before, now: { walletId } } }), []];
  const { model, simulator } = device;
  const fresh = witnessed && record?.backedUp === undefined;
  // Words that were entered from the paper and gave the id of before were checked by that.
  const counts = restored && record !== undefined && session.checkCounted !== true;
  const wallet: KnownWallet = {
    walletId,
    record: fresh ? { walletId, model, simulator, backedUp: date, checked: record?.checked } : record,
    checkedAt: counts ? date : checkedAt,
  };
  const next: Session = {
    ...session,
    walletId,
    known: deviceRef(device).id === undefined ? undefined : { walletId },
    checkCounted: counts || session.checkCounted,
  };
  return [
    withTask(next, { kind: 'backed-up', wallet }),
    [
      { kind: 'see-device', device, state: 'backed-up', walletId },
      { kind: 'record', device, step: { kind: 'tell-wallet', walletId }, walletId },
      ...(fresh ? [{ kind: 'save-backup', device, walletId } as const] : []),
      ...(counts ? [{ kind: 'save-check', device, walletId } as const] : []),
    ],
  ];
}

/** The person agrees: from now on this is the wallet of the device, and any other one is warned of. */
export function acceptWallet(session: Session, change: WalletChange): readonly [Session, readonly Effect[]] {
  const { device, status } = session;
  const state = status?.wallet ?? 'empty';
  const told = typeof change.now === 'object' ? change.now.walletId : undefined;
  const walletId = state === 'backed-up' ? told : undefined;
  const seen: Effect = { kind: 'see-device', device, state, walletId: walletId ?? null };
  return [{ ...session, known: { walletId } }, [seen]];
}

/** Pages that a person reads without the device; `undefined` for an event that is not about the records. */
export function reduceRecords(
  state: CeremonyState,
  event: CeremonyEvent,
): Reduced<CeremonyState> | undefined {
  switch (event.kind) {
    case 'forget-device':
      return [state, [{ kind: 'forget-device', key: event.key }]];
    case 'erase-records':
      return [state, [{ kind: 'erase-records' }]];
    default:
      return undefined;
  }
}
