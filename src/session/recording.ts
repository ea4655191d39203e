/**
 * Which ceremonies a status tells of, for the record: what has begun, what has ended, and how. Every ceremony is
 * noted when it begins, so that one whose end nobody saw leaves a trace too.
 */
import type { Activity, Outcome, PublicState } from '../protocol/public-state.ts';
import type { RecordNews } from '../records/book.ts';
import { deviceRef, type Recording, type Session } from './state.ts';

/** What is kept of an end that this version doesn't know is that nobody here has understood it. */
function resultOf(outcome: Exclude<Outcome, 'none'>): Ended['result'] {
  return outcome === 'unknown' ? 'interrupted' : outcome;
}

/** A ceremony that somebody has begun, and neither the device's own question at its start nor what another program asks of an app. */
export function isUnderWay({ activity, stage }: PublicState): boolean {
  if (activity === 'none' || activity === 'unlock' || activity === 'app') return false;
  return activity !== 'resume' || stage !== 'unfinished';
}

/** What the device was last seen or asked to do, up to `status`. */
export function activityUntil(status: PublicState, { task, status: previous }: Session): Activity {
  if (status.activity !== 'none') return status.activity;
  if (task.kind === 'starting') return task.request.kind;
  return previous?.activity ?? 'none';
}

function runningIn(status: PublicState): Recording | undefined {
  const { activity, ceremony } = status;
  if (activity === 'none' || activity === 'app' || activity === 'unknown' || !isUnderWay(status))
    return undefined;
  return { what: activity, number: ceremony };
}

function isSame(one: Recording | undefined, other: Recording | undefined): boolean {
  return one?.what === other?.what && one?.number === other?.number;
}

type Ended = Extract<RecordNews, { kind: 'ended' }>;

/** The end of a ceremony on the device of the session. */
export function endedNews(
  { device, walletId }: Session,
  { what, number }: Recording,
  result: Ended['result'],
): Ended {
  return { kind: 'ended', device: deviceRef(device), what, number, result, walletId };
}

function ending(session: Session, recording: Recording, { ceremony, outcome }: PublicState): Ended {
  const told = ceremony === recording.number && outcome !== 'none';
  return endedNews(session, recording, told ? resultOf(outcome) : 'interrupted');
}

/** A ceremony that began and ended between two statuses, or three wrong PINs at the device's own question. */
function unseen(session: Session, status: PublicState): readonly RecordNews[] {
  const { status: previous, task, returned } = session;
  const { outcome, ceremony: number } = status;
  if (previous === undefined || returned === true || outcome === 'none') return [];
  const asked = task.kind === 'starting' ? task.request.kind : previous.activity;
  if (asked === 'app') return [];
  if (number !== previous.ceremony && asked !== 'none' && asked !== 'unknown' && asked !== 'unlock')
    return [endedNews(session, { what: asked, number }, resultOf(outcome))];
  const failed =
    previous.activity === 'unlock' && status.activity !== 'unlock' && outcome !== previous.outcome;
  return failed ? [endedNews(session, { what: 'unlock', number }, resultOf(outcome))] : [];
}

/** What `status` adds to the record of this session, in order, and the ceremony that is under way after it. */
export function recordStatus(
  session: Session,
  status: PublicState,
): { readonly recording: Recording | undefined; readonly news: readonly RecordNews[] } {
  const { recording: before, status: previous, walletId } = session;
  const device = deviceRef(session.device);
  const running = runningIn(status);
  const news: RecordNews[] = [];
  if (previous === undefined) {
    const { ceremony: number, outcome } = status;
    news.push({ kind: 'arrived', device, running: running?.what, number, outcome });
  }
  if (before !== undefined && !isSame(before, running)) news.push(ending(session, before, status));
  else if (before === undefined && running === undefined) news.push(...unseen(session, status));
  if (running !== undefined && !isSame(before, running))
    news.push({ kind: 'began', device, ...running, walletId });
  return { recording: running, news };
}
