/**
 * Which ceremonies a status tells of, for the record: what has begun, what has ended, and how. Every ceremony is
 * noted when it begins, so that one whose end nobody saw leaves a trace too.
 */
import type { Activity, PublicState } from '../protocol/public-state.ts';
import type { RecordStep } from './events.ts';
import type { Recording, Session } from './state.ts';

/** A ceremony that somebody has begun, and not merely the device's own question at its start. */
export function isUnderWay({ activity, stage }: PublicState): boolean {
  return activity !== 'none' && activity !== 'unlock' && (activity !== 'resume' || stage !== 'unfinished');
}

/** What the device was last seen or asked to do, up to `status`. */
export function activityUntil(status: PublicState, { task, status: previous }: Session): Activity {
  if (status.activity !== 'none') return status.activity;
  if (task.kind === 'starting') return task.request.kind;
  return previous?.activity ?? 'none';
}

function runningIn(status: PublicState): Recording | undefined {
  const { activity, ceremony } = status;
  return activity !== 'none' && isUnderWay(status) ? { what: activity, number: ceremony } : undefined;
}

function isSame(one: Recording | undefined, other: Recording | undefined): boolean {
  return one?.what === other?.what && one?.number === other?.number;
}

function ending(recording: Recording, { ceremony, outcome }: PublicState): RecordStep {
  const told = ceremony === recording.number && outcome !== 'none';
  return { kind: 'end', ...recording, result: told ? outcome : 'interrupted' };
}

/** A ceremony that began and ended between two statuses, or three wrong PINs at the device's own question. */
function unseen(session: Session, status: PublicState): readonly RecordStep[] {
  const { status: previous, task, returned } = session;
  const { outcome, ceremony } = status;
  if (previous === undefined || returned === true || outcome === 'none') return [];
  const asked = task.kind === 'starting' ? task.request.kind : previous.activity;
  if (ceremony !== previous.ceremony && asked !== 'none' && asked !== 'unlock')
    return [{ kind: 'end', what: asked, number: ceremony, result: outcome }];
  const failed =
    previous.activity === 'unlock' && status.activity !== 'unlock' && outcome !== previous.outcome;
  return failed ? [{ kind: 'end', what: 'unlock', number: ceremony, result: outcome }] : [];
}

/** What `status` adds to the record of this session, in order, and the ceremony that is under way after it. */
export function recordSteps(
  session: Session,
  status: PublicState,
): { readonly recording: Recording | undefined; readonly steps: readonly RecordStep[] } {
  const { recording: before, status: previous } = session;
  const running = runningIn(status);
  const steps: RecordStep[] = [];
  if (previous === undefined) {
    const { ceremony: number, outcome } = status;
    steps.push({ kind: 'arrive', running: running?.what, number, outcome });
  }
  if (before !== undefined && !isSame(before, running)) steps.push(ending(before, status));
  else if (before === undefined && running === undefined) steps.push(...unseen(session, status));
  if (running !== undefined && !isSame(before, running)) steps.push({ kind: 'begin', ...running });
  return { recording: running, steps };
}
