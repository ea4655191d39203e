/**
 * The entropy check as the page sees it: begun when the device reaches it, followed, and ended. And the wallet ID that
 * came out of it: pinned before the backup, compared after it and at every later meeting.
 */
import { isPastCheck } from '../devices/hostblind/entropy-check/entropy-endings.ts';
import { usualRange, type EntropyGap } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import type { PublicState } from '../protocol/public-state.ts';
import type { SessionState, CheckState, CheckStep, Evidence, Session, Task } from './state.ts';
import type { Effect, Reduced } from './events.ts';
import type { EntropyProof } from '../records/book.ts';
import { keepExpected } from './trust.ts';
import { raiseAlarm } from './reduce-alarm.ts';
import { checksBefore, countCheck, uncountCheck } from './unfinished-checks.ts';

type Connected = Extract<SessionState, { kind: 'connected' }>;

/** What the check is, once a ceremony was asked for. `range`: candidates are opened from 1 up to this many. */
export function checkOnAsking(
  { device }: Session,
  request: { readonly kind: string },
  range: number,
): CheckState | undefined {
  if (request.kind === 'restore') return { kind: 'unproven', reason: 'own-words' };
  if (request.kind !== 'create') return undefined;
  if (!device.capabilities.includes('entropy-check')) return { kind: 'unproven', reason: 'no-capability' };
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

/** Asked for, and not taken by the device, which is busy with somebody else's ceremony. */
export function isWaiting(check: CheckState | undefined): boolean {
  return check?.kind === 'asked' && check.waits === true;
}

/** The device is busy with somebody else's ceremony: a check that was begun in it is none of ours. */
export function onBeginWaits(session: Session): Reduced<SessionState> {
  const { check } = session;
  if (check?.kind !== 'asked' && check?.kind !== 'running') return [{ kind: 'connected', session }, []];
  const [next, counted] = check.kind === 'running' ? uncountCheck(session) : [session, []];
  const waiting: CheckState = { kind: 'asked', range: check.range, waits: true };
  return [{ kind: 'connected', session: { ...next, check: waiting } }, counted];
}

/** The link is gone: what was running will not be answered. */
export function interruptCheck(session: Session): Session {
  const { check } = session;
  if (isWaiting(check)) return { ...session, check: undefined };
  if (check?.kind === 'running') return { ...session, check: { kind: 'unproven', reason: 'disconnected' } };
  return check?.kind === 'keeping' ? { ...session, check: { ...check, kind: 'unanswered' } } : session;
}

function stopAtCheck(state: Connected, check: CheckState): readonly [Connected, readonly Effect[]] {
  const { task } = state.session;
  if (task.kind !== 'following' || task.cancelling) return [withCheck(state, check), []];
  return [withCheck(state, check, { ...task, cancelling: true }), [{ kind: 'cancel' }]];
}

/** What a new status means for the check; runs after the status has been taken up in everything else. */
export function watchCheck([state, effects]: readonly [Connected, readonly Effect[]]): Reduced<SessionState> {
  const { check, status } = state.session;
  if (status === undefined) return [state, effects];
  const [next, more] =
    check === undefined || isWaiting(check) ? dropWallet(state) : followCheck(state, check, status);
  return [next, [...effects, ...more]];
}

function followCheck(state: Connected, check: CheckState, status: PublicState): Reduced<SessionState> {
  if (status.activity === 'create' && status.stage === 'entropy') return onCheckStage(state, check, status);
  if (status.activity === 'none' && status.wallet === 'empty') return onEmpty(state, check, status);
  if (!isPastCheck(status) && status.wallet === 'empty') return [state, []];
  if (check.kind === 'unanswered') return [withCheck(state, { ...check, kind: 'proven' }), []];
  const unchecked = check.kind === 'asked' || (check.kind === 'unproven' && !isExempt(check));
  return unchecked ? raiseAlarm(state.session, 'skipped') : [state, []];
}

function onCheckStage(state: Connected, check: CheckState, status: PublicState): Reduced<SessionState> {
  switch (check.kind) {
    case 'asked': {
      const { range } = check;
      const { task } = state.session;
      const wordCount = task.kind === 'following' ? task.requested : undefined;
      if (wordCount === undefined) return [state, []];
      const [session, counted] = countCheck(state.session, range);
      return [
        withCheck({ ...state, session }, { kind: 'running', opened: 0, range }),
        [...counted, { kind: 'check-entropy', request: { wordCount, range } }],
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
function onEmpty(state: Connected, check: CheckState, status: PublicState): Reduced<SessionState> {
  if (state.session.task.kind === 'starting') return [state, []];
  const reason = reasonFor(check, status);
  const outcome = status.outcome === 'stopped' ? 'stopped' : 'cancelled';
  const task: Task | undefined =
    reason === undefined || status.outcome === 'fault'
      ? undefined
      : { kind: 'ended', activity: 'create', outcome, unproven: reason };
  return dropWallet(withCheck(state, undefined, task));
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
 * page. Any other must come back: a device that only says that it is empty isn't free to have another.
 */
function dropWallet(state: Connected): Reduced<SessionState> {
  const { device, status, task } = state.session;
  const expected = device.known?.wallet;
  if (expected === undefined || status?.wallet !== 'empty' || status.activity !== 'none') return [state, []];
  const wiped = task.kind === 'ended' && task.activity === 'wipe' && task.outcome === 'completed';
  if (expected.backedUp && !wiped && status.outcome !== 'wiped') return [state, []];
  const [session, effects] = keepExpected(state.session, undefined);
  return [{ kind: 'connected', session }, effects];
}

export function onCheckStep(state: Connected, step: CheckStep, date: string): Reduced<SessionState> {
  const { session } = state;
  const { check } = session;
  if (step.kind === 'failed') return raiseAlarm(session, step.failure);
  if (check?.kind !== 'running' && check?.kind !== 'keeping') return [state, []];
  switch (step.kind) {
    case 'opened':
      return [withCheck(state, { kind: 'running', opened: step.opened, range: rangeOf(check) }), []];
    case 'keeping':
      return expectKept(session, step.evidence, date);
    case 'proven':
      return check.kind === 'keeping' ? [withCheck(state, { ...check, kind: 'proven' }), []] : [state, []];
    case 'unfinished':
      return onUnfinished(state, check, step.gap);
  }
}

function onUnfinished(state: Connected, check: CheckState, gap: EntropyGap): Reduced<SessionState> {
  const lost = gap === 'disconnected' || gap === 'timeout';
  if (lost && check.kind === 'keeping') return [withCheck(state, { ...check, kind: 'unanswered' }), []];
  const { status } = state.session;
  const stands = status?.activity === 'create' && status.stage === 'entropy' && !lost;
  const unproven: CheckState = { kind: 'unproven', reason: gap };
  const [next, effects] = stands ? stopAtCheck(state, unproven) : [withCheck(state, unproven), []];
  if (gap !== 'not-computed') return [next, effects];
  const [session, counted] = uncountCheck(next.session);
  return [{ kind: 'connected', session }, [...effects, ...counted]];
}

/** Before the device is told to keep it: whatever happens next, this computer knows what must come out. */
function expectKept(session: Session, evidence: Evidence, date: string): Reduced<SessionState> {
  const { walletId, opened, range } = evidence;
  const unfinishedBefore = checksBefore(session);
  const proof: EntropyProof = { kind: 'entropy-check', opened, range, date, unfinishedBefore };
  const check: CheckState = { kind: 'keeping', walletId, proof };
  const wallet = { walletId, backedUp: false, absent: false, proof };
  const [next, effects] = keepExpected({ ...session, check }, wallet);
  return [{ kind: 'connected', session: next }, effects];
}

function rangeOf(check: CheckState): number {
  return check.kind === 'running' ? check.range : usualRange;
}
