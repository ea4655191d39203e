/**
 * The entropy check as the page sees it: begun when the device reaches it, followed, and ended. And the wallet id that
 * came out of it: pinned before the backup, compared after it and at every later meeting.
 */
import { isPastCheck } from '../signer/entropy-endings.ts';
import { usualRange, type EntropyGap } from '../signer/entropy-outcome.ts';
import type { PublicState } from '../protocol/public-state.ts';
import type { AlarmReason } from './alarm.ts';
import type { CeremonyState, CheckState, CheckStep, Evidence, Session, Task } from './state.ts';
import type { Effect, Reduced } from './events.ts';
import { withPin } from './reduce-trust.ts';
import type { EntropyProof } from './trust-store.ts';
import { checksBefore, countCheck, endRow, uncountCheck } from './unfinished-checks.ts';

type Connected = Extract<CeremonyState, { kind: 'connected' }>;

/** The alarm screen. The device is asked to stop, and let go of. */
export function raiseAlarm({ device }: Session, reason: AlarmReason): Reduced<CeremonyState> {
  const { link, simulator, deviceId } = device;
  return [{ kind: 'alarm', link, reason, simulator, deviceId }, [{ kind: 'stop-and-close' }]];
}

/** What the check is, once the page has asked for a ceremony. */
export function checkOnAsking(
  { device, task }: Session,
  request: { readonly kind: string },
): CheckState | undefined {
  if (request.kind === 'restore') return { kind: 'unproven', reason: 'own-words' };
  if (request.kind !== 'create') return undefined;
  if (!device.capabilities.includes('entropy-check')) return { kind: 'unproven', reason: 'no-capability' };
  const range = task.kind === 'choose-length' ? (task.options?.range ?? usualRange) : usualRange;
  return { kind: 'asked', range };
}

function withCheck(state: Connected, check: CheckState | undefined, task?: Task): Connected {
  const { session } = state;
  return { kind: 'connected', session: { ...session, check, task: task ?? session.task } };
}

/** No check, and none that was expected: an old firmware, or words that the person had already. */
function isExempt(check: CheckState): boolean {
  return check.kind === 'unproven' && (check.reason === 'no-capability' || check.reason === 'own-words');
}

/** The link is gone: what was running will not be answered. */
export function interruptCheck(session: Session): Session {
  const { check } = session;
  if (check?.kind === 'running') return { ...session, check: { kind: 'unproven', reason: 'disconnected' } };
  return check?.kind === 'keeping' ? { ...session, check: { ...check, kind: 'unanswered' } } : session;
}

function stopAtCheck(state: Connected, check: CheckState): readonly [Connected, readonly Effect[]] {
  const { task } = state.session;
  if (task.kind !== 'following' || task.cancelling) return [withCheck(state, check), []];
  return [withCheck(state, check, { ...task, cancelling: true }), [{ kind: 'cancel' }]];
}

/** What a new status means for the check; runs after the status has been taken up in everything else. */
export function watchCheck([state, effects]: readonly [
  Connected,
  readonly Effect[],
]): Reduced<CeremonyState> {
  const { check, status } = state.session;
  if (status === undefined) return [state, effects];
  const [next, more] = check === undefined ? forgetWallet(state) : followCheck(state, check, status);
  return [next, [...effects, ...more]];
}

function followCheck(state: Connected, check: CheckState, status: PublicState): Reduced<CeremonyState> {
  if (status.activity === 'create' && status.stage === 'entropy') return onCheckStage(state, check, status);
  if (status.activity === 'none' && status.wallet === 'empty') return onEmpty(state, check, status);
  if (!isPastCheck(status) && status.wallet === 'empty') return [state, []];
  if (check.kind === 'unanswered') return [withCheck(state, { ...check, kind: 'proven' }), []];
  const unchecked = check.kind === 'asked' || (check.kind === 'unproven' && !isExempt(check));
  return unchecked ? raiseAlarm(state.session, 'skipped') : [state, []];
}

function onCheckStage(state: Connected, check: CheckState, status: PublicState): Reduced<CeremonyState> {
  switch (check.kind) {
    case 'asked': {
      const { range } = check;
      const { task } = state.session;
      const wordCount = task.kind === 'following' ? task.requested : undefined;
      if (wordCount === undefined) return [state, []];
      const [session, counted] = countCheck(state.session, range);
      return [
        withCheck({ ...state, session }, { kind: 'running', opened: 0, range }),
        [counted, { kind: 'check-entropy', request: { wordCount, range } }],
      ];
    }
    case 'unanswered':
      // The device was never told to keep, and a second host part would be asked for out of turn.
      return stopAtCheck(state, { kind: 'unproven', reason: 'disconnected' });
    case 'unproven':
      return status.outcome === 'none' ? stopAtCheck(state, check) : [state, []];
    default:
      return [state, []];
  }
}

/** The ceremony ended and there is no wallet. */
function onEmpty(state: Connected, check: CheckState, status: PublicState): Reduced<CeremonyState> {
  if (state.session.task.kind === 'starting') return [state, []];
  const reason = reasonFor(check, status);
  const outcome = status.outcome === 'stopped' ? 'stopped' : 'cancelled';
  const task: Task | undefined =
    reason === undefined || status.outcome === 'fault'
      ? undefined
      : { kind: 'ended', activity: 'create', outcome, unproven: reason };
  return forgetWallet(withCheck(state, undefined, task));
}

/** Why there is no result, when the check had begun. */
function reasonFor(check: CheckState, { outcome }: PublicState): EntropyGap | undefined {
  // The device has told already, and the check is about to find out.
  if (check.kind === 'running')
    return outcome === 'stopped' || outcome === 'cancelled' ? outcome : 'interrupted';
  if (check.kind === 'unanswered') return 'disconnected';
  if (check.kind !== 'unproven' || check.reason === 'no-capability' || check.reason === 'own-words')
    return undefined;
  return check.reason;
}

/**
 * The device is empty. A wallet that was never finished is gone, and so is one that was wiped before the eyes of this
 * page. Any other must come back: a device that only says that it is empty does not get rid of its pin.
 */
function forgetWallet(state: Connected): Reduced<CeremonyState> {
  const { device, status, task } = state.session;
  const pinned = device.known?.pinned;
  if (pinned === undefined || status?.wallet !== 'empty' || status.activity !== 'none') return [state, []];
  const wiped = task.kind === 'ended' && task.activity === 'wipe' && task.outcome === 'completed';
  if (pinned.backedUp && !wiped && status.outcome !== 'wiped') return [state, []];
  const [session, effect] = withPin(state.session, undefined);
  return [{ kind: 'connected', session }, [effect]];
}

export function onCheckStep(state: Connected, step: CheckStep, date: string): Reduced<CeremonyState> {
  const { session } = state;
  const { check } = session;
  if (step.kind === 'failed') return raiseAlarm(session, step.failure);
  if (check?.kind !== 'running' && check?.kind !== 'keeping') return [state, []];
  switch (step.kind) {
    case 'opened':
      return [withCheck(state, { kind: 'running', opened: step.opened, range: rangeOf(check) }), []];
    case 'keeping':
      return pinned(session, step.evidence, date);
    case 'proven':
      return check.kind === 'keeping' ? [withCheck(state, { ...check, kind: 'proven' }), []] : [state, []];
    case 'unfinished':
      return onUnfinished(state, check, step.gap);
  }
}

function onUnfinished(state: Connected, check: CheckState, gap: EntropyGap): Reduced<CeremonyState> {
  const lost = gap === 'disconnected' || gap === 'timeout';
  if (lost && check.kind === 'keeping') return [withCheck(state, { ...check, kind: 'unanswered' }), []];
  const { status } = state.session;
  const stands = status?.activity === 'create' && status.stage === 'entropy' && !lost;
  const unproven: CheckState = { kind: 'unproven', reason: gap };
  const [next, effects] = stands ? stopAtCheck(state, unproven) : [withCheck(state, unproven), []];
  if (gap !== 'not-computed') return [next, effects];
  const [session, counted] = uncountCheck(next.session);
  return [{ kind: 'connected', session }, [...effects, counted]];
}

/** Before the device is told to keep it: whatever happens next, this browser knows what must come out. */
function pinned(session: Session, evidence: Evidence, date: string): Reduced<CeremonyState> {
  const { walletId, opened, range } = evidence;
  const unfinishedBefore = checksBefore(session);
  const proof: EntropyProof = { kind: 'entropy-check', opened, range, date, unfinishedBefore };
  const check: CheckState = { kind: 'keeping', walletId, proof };
  const [next, effect] = withPin({ ...session, check }, { walletId, backedUp: false, proof });
  return [{ kind: 'connected', session: next }, [effect]];
}

function rangeOf(check: CheckState): number {
  return check.kind === 'running' ? check.range : usualRange;
}

/** What is wrong with the wallet that the device names, beside the one that it should have. */
export function walletBreak({ check, device, known }: Session, walletId: string): AlarmReason | undefined {
  if (check !== undefined && 'walletId' in check) {
    return walletId === check.walletId ? undefined : 'other-wallet-after-backup';
  }
  // This page asked for it, and the person agreed on the device: it may be another one than before.
  if (check !== undefined) return undefined;
  const pinned = device.known?.pinned;
  if (pinned === undefined || pinned.walletId === walletId) return undefined;
  // Nothing was proven of the one before, and the records know it: the person is warned, and asked (`reduce-wallet.ts`).
  if (pinned.backedUp && pinned.proof === undefined && known?.walletId !== undefined) return undefined;
  return pinned.backedUp ? 'other-wallet' : 'other-wallet-after-backup';
}

/**
 * The wallet is backed up and is the expected one. Gives its proof, if this browser has one, beside the session, in which
 * the check has done its work: from here on the pin alone decides.
 */
export function pinBackedUp(
  session: Session,
  walletId: string,
): readonly [Session, readonly Effect[], EntropyProof | undefined] {
  const { check, device } = session;
  const before = device.known?.pinned?.walletId === walletId ? device.known.pinned : undefined;
  const proof = check?.kind === 'proven' ? check.proof : before?.proof;
  const settled = { ...session, check: undefined };
  if (before?.backedUp === true) return [settled, [], proof];
  const [next, pin] = withPin(settled, { walletId, backedUp: true, proof });
  if (proof === undefined) return [next, [pin], proof];
  const [ended, counted] = endRow(next);
  return [ended, [pin, counted], proof];
}
