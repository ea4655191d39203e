/** Which wallet is on the device: what this computer knows of it, and what it means when it is another one. */
import type { PublicState } from '../protocol/public-state.ts';
import type { DeviceMemory, EntropyProof, ExpectedWallet } from '../records/book.ts';
import { compareWallet } from '../records/compare-wallet.ts';
import type { SessionEvent, Effect, Reduced } from './events.ts';
import {
  deviceRef,
  withDoubt,
  type SessionState,
  type KnownWallet,
  type Session,
  type Task,
  type Comparison,
  type WalletChange,
} from './state.ts';
import { keep, keepState, keepExpected, trustBreak } from './trust.ts';
import { isWaiting } from './reduce-check.ts';
import { raiseAlarm } from './reduce-alarm.ts';
import { endRow, joinRows } from './unfinished-checks.ts';

type Connected = Extract<SessionState, { kind: 'connected' }>;
type WalletRead = Extract<SessionEvent, { kind: 'wallet-read' }>;

/** The wallet that must be there: the one that is being checked; else any that this page asked for; else the known one. */
function expectedWallet({ check, device }: Session): ExpectedWallet | undefined {
  if (check === undefined || isWaiting(check)) return device.known?.wallet;
  if (!('walletId' in check)) return undefined;
  const { walletId, proof } = check;
  return { walletId, backedUp: false, absent: false, proof };
}

/** The wallet went away before the eyes of this page: somebody wiped it on the device, or failed at its PIN. */
function sawItGo({ status: previous, returned, recording }: Session): boolean {
  if (recording?.what === 'wipe') return true;
  return previous?.wallet === 'backed-up' && returned !== true;
}

/** A known wallet that is gone without this page having seen it go. */
export function missingWallet(session: Session, status: PublicState): WalletChange | undefined {
  const known = session.device.known?.wallet;
  if (known === undefined || status.wallet === 'backed-up' || sawItGo(session)) return undefined;
  const verdict = compareWallet(known, status.wallet);
  return verdict === 'changed' ? { before: known.walletId, now: status.wallet } : undefined;
}

/** A device that may speak another language than before is asked which: at first sight, and after it was asked for one. */
function asksLanguages({ device, status: previous, returned }: Session, status: PublicState): boolean {
  const isNews = previous === undefined || returned === true;
  const changed = previous?.activity === 'language' && status.activity !== 'language';
  return device.capabilities.includes('language') && (isNews || changed);
}

/** The device as it is known after `status`, and what to keep of it. */
export function seeDevice(session: Session, status: PublicState): readonly [Session, readonly Effect[]] {
  const { device, status: previous, task, returned } = session;
  if (task.kind === 'wallet-changed') return [session, []];
  const languages: readonly Effect[] = asksLanguages(session, status) ? [{ kind: 'read-languages' }] : [];
  const renamed = previous?.activity === 'rename' && status.activity !== 'rename';
  const news = previous === undefined || returned === true || renamed || previous.wallet !== status.wallet;
  if (!news) return [session, languages];
  // A wipe takes the name away: what was read of it before may not be so any more.
  const isGone = status.wallet === 'empty' && previous?.wallet !== 'empty';
  const [seen, keeps] = keepState(isGone ? { ...session, name: undefined } : session, status.wallet);
  const asksName = keeps.length > 0 && device.capabilities.includes('rename');
  return [seen, [...keeps, ...(asksName ? [{ kind: 'read-name' } as const] : []), ...languages]];
}

function withTask(session: Session, task: Task): Connected {
  return { kind: 'connected', session: { ...session, task } };
}

/** What this computer knows of the wallet from now on, beside what is kept of it. */
function knowWallet(session: Session, event: WalletRead): readonly [Session, KnownWallet, readonly Effect[]] {
  const { walletId, record, checkedAt, date } = event;
  const { device, witnessed, restored } = session;
  const { product, simulator } = device;
  const place = { walletId, product, simulator };
  const fresh = witnessed && record?.backedUp === undefined;
  // Known from before, and not by what was done with it since it came back.
  const known = restored !== undefined && record !== undefined && session.walletId === undefined;
  // Words that were entered from the paper and gave the known id were checked by that. Of a file it says nothing about the paper.
  const counts = known && restored === 'words' && session.paperCounted !== true;
  const doubted = counts ? undefined : record?.doubted;
  const doubtful = doubted !== undefined || (!counts && device.doubtful === true);
  return [
    {
      ...session,
      device: withDoubt(device, doubtful),
      walletId,
      paperCounted: counts || session.paperCounted,
      // This computer has compared it.
      compared: known ? (session.compared ?? 'same') : session.compared,
    },
    {
      walletId,
      record: fresh
        ? { ...place, backedUp: date, checked: record?.checked }
        : record && { ...record, doubted },
      checkedAt: counts ? date : checkedAt,
    },
    [
      keep({ kind: 'told-wallet', device: deviceRef(device), walletId }),
      ...(fresh ? [keep({ kind: 'backed-up', wallet: place })] : []),
      ...(counts ? [keep({ kind: 'checked', wallet: place })] : []),
    ],
  ];
}

/**
 * The wallet is backed up and is the expected one. Gives its proof, if this computer has one, beside the session, in which the
 * check has done its work: from here on the device's own record alone decides.
 */
function expectBackedUp(
  session: Session,
  walletId: string,
): readonly [Session, readonly Effect[], EntropyProof | undefined] {
  const { check, device } = session;
  const before = device.known?.wallet?.walletId === walletId ? device.known.wallet : undefined;
  const proof = check?.kind === 'proven' ? check.proof : before?.proof;
  const settled = { ...session, check: undefined };
  const [next, pin] = keepExpected(settled, { walletId, backedUp: true, absent: false, proof });
  if (proof === undefined || before?.backedUp === true) return [next, pin, proof];
  const [ended, counted] = endRow(next);
  return [ended, [...pin, ...counted], proof];
}

/** The device told its wallet ID: what must not be is an alarm, what may be is asked about, and the rest is kept. */
export function onWallet(state: Connected, event: WalletRead): Reduced<SessionState> {
  const { session } = state;
  if (session.task.kind !== 'reading-wallet' && session.task.kind !== 'backed-up') return [state, []];
  const { walletId } = event;
  const warned = warnOfWallet(session, walletId);
  if (warned !== undefined) return warned;
  const unchecked = session.check?.kind === 'unproven' && session.check.reason === 'no-capability';
  const [seen, sights] = keepState(session, 'backed-up');
  const [knowing, wallet, news] = knowWallet(seen, event);
  const [expecting, pins, proof] = expectBackedUp(knowing, walletId);
  const known: KnownWallet = { ...wallet, ...(proof && { proof }), ...(unchecked && { unchecked }) };
  return [withTask(expecting, { kind: 'backed-up', wallet: known }), [...sights, ...news, ...pins]];
}

/** What the person says of the ID of a restored wallet: once, and only while it is shown. */
export function onCompared(state: Connected, answer: Comparison): Reduced<SessionState> {
  const { session } = state;
  const { task, restored, compared, device } = session;
  if (task.kind !== 'backed-up' || restored === undefined || compared !== undefined) return [state, []];
  const { product, simulator } = device;
  const wallet = { walletId: task.wallet.walletId, product, simulator };
  const next: Connected = { kind: 'connected', session: { ...session, compared: answer } };
  switch (answer) {
    case 'none':
      return [next, []];
    case 'different':
      return [
        { kind: 'connected', session: { ...next.session, device: withDoubt(device, true) } },
        [keep({ kind: 'doubted', wallet })],
      ];
    case 'same':
      // The ID is on the form beside the words, and says that they were entered right.
      return [next, restored === 'words' ? [keep({ kind: 'checked', wallet })] : []];
  }
}

/** The alarm or the question that a wallet leads to; `undefined` for one that fits. */
export function warnOfWallet(session: Session, walletId: string): Reduced<SessionState> | undefined {
  const verdict = compareWallet(expectedWallet(session), { walletId });
  if (verdict === 'fits') return undefined;
  if (verdict !== 'changed') return raiseAlarm(session, verdict);
  const before = session.device.known?.wallet?.walletId ?? walletId;
  return [withTask(session, { kind: 'wallet-changed', change: { before, now: { walletId } } }), []];
}

/** The person agrees: from now on this is the wallet of the device, and any other one is warned of. */
export function acceptWallet(session: Session, change: WalletChange): readonly [Session, readonly Effect[]] {
  const known = session.device.known?.wallet;
  const state = session.status?.wallet ?? 'empty';
  // What was found out about the paper was about the wallet before.
  const device = withDoubt(session.device, false);
  const said = state === 'backed-up' && typeof change.now === 'object' ? change.now.walletId : undefined;
  const agreed: ExpectedWallet | undefined =
    said === undefined
      ? known && { ...known, absent: true }
      : { walletId: said, backedUp: true, absent: false, proof: undefined };
  const [next, pin] = keepExpected({ ...session, device }, agreed);
  const [seen, sights] = keepState(next, state);
  return [seen, [...pin, ...sights]];
}

/** What a person does with what is kept; `undefined` for an event that is not about the records. */
export function reduceRecords(state: SessionState, event: SessionEvent): Reduced<SessionState> | undefined {
  switch (event.kind) {
    case 'forget-device':
      return [state, [keep(event)]];
    case 'erase-records':
      return [state, [keep({ kind: 'erase-everything' })]];
    default:
      return undefined;
  }
}

/**
 * The storage has answered late: a device that was let in meanwhile is still held against what is kept of it, and what was
 * learnt meanwhile is kept beside that.
 */
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
