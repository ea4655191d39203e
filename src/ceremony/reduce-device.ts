/** A connected device: what its status means for the page, and what the person may ask of it. */
import type { Activity, PublicState } from '../protocol/public-state.ts';
import { isSameState } from '../signer/polling.ts';
import {
  checkOnAsking,
  onCheckStep,
  pinBackedUp,
  raiseAlarm,
  walletBreak,
  watchCheck,
} from './reduce-check.ts';
import { loseContact } from './reduce-lost.ts';
import { reducePages, requestOf } from './reduce-settings.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import { isStoppable } from './steps.ts';
import type { BackupRecord, CeremonyState, Ending, KnownWallet, Session, Task } from './state.ts';

type Connected = Extract<CeremonyState, { kind: 'connected' }>;
type WalletRead = Extract<CeremonyEvent, { kind: 'wallet-read' }>;

const chooseLength: Task = { kind: 'choose-length', purpose: 'create', wordCount: 24, allLengths: false };

function follow(particulars: Partial<Extract<Task, { kind: 'following' }>>): Task {
  return {
    kind: 'following',
    attached: false,
    cancelling: false,
    requested: undefined,
    after: undefined,
    ...particulars,
  };
}

/** A ceremony that somebody has begun, and not merely the device's own question at its start. */
function isUnderWay({ activity, stage }: PublicState): boolean {
  return activity !== 'none' && activity !== 'unlock' && (activity !== 'resume' || stage !== 'unfinished');
}

/** Ceremonies whose good end is the view of the backed-up wallet, and needs no page of its own. */
const backsUp: ReadonlySet<Activity> = new Set(['create', 'resume', 'unlock', 'restore']);

function ending({ outcome }: PublicState): Ending | undefined {
  return outcome === 'none' || outcome === 'completed' ? undefined : outcome;
}

/** What the page does while no ceremony runs. The device's own state decides, never what the page remembers. */
function restingTask(status: PublicState, current: Task): Task {
  if (status.wallet === 'empty') return current.kind === 'choose-length' ? current : chooseLength;
  if (status.locked || status.wallet === 'unfinished-backup') return { kind: 'resting' };
  const stays = current.kind === 'backed-up' || current.kind === 'settings' || current.kind === 'quiz';
  return stays ? current : { kind: 'reading-wallet' };
}

/** What the device was last seen or asked to do, up to `status`. */
function activityUntil(status: PublicState, { task, status: previous }: Session): Activity {
  if (status.activity !== 'none') return status.activity;
  if (task.kind === 'starting') return task.request.kind;
  return previous?.activity ?? 'none';
}

function endedTask(status: PublicState, session: Session): Task | undefined {
  const activity = activityUntil(status, session);
  const outcome = ending(status);
  if (outcome !== undefined) return { kind: 'ended', activity, outcome };
  const shown = status.outcome === 'completed' && activity !== 'none' && !backsUp.has(activity);
  return shown ? { kind: 'ended', activity, outcome: 'completed' } : undefined;
}

function taskFor(status: PublicState, session: Session): Task {
  const { task, status: previous } = session;
  const ended = ending(status);
  const another = previous !== undefined && previous.ceremony !== status.ceremony;
  if (status.activity !== 'none') {
    if (task.kind !== 'following') {
      const asked = task.kind === 'starting' ? task.request : undefined;
      const requested = asked !== undefined && 'wordCount' in asked ? asked.wordCount : undefined;
      return follow({ attached: task.kind === 'checking' && isUnderWay(status), requested });
    }
    if (another) return follow({ after: ended });
    // A stopped ceremony leads straight to the question whether to resume, which has no number of its own: the
    // outcome, which is `none` while a ceremony runs, tells how it ended.
    return previous?.outcome === 'none' && ended !== undefined ? follow({ after: ended }) : task;
  }
  if (status.outcome === 'fault') {
    return { kind: 'ended', activity: activityUntil(status, session), outcome: 'fault' };
  }
  const endedNow = task.kind === 'following' || (task.kind === 'starting' && another);
  const result = endedNow ? endedTask(status, session) : undefined;
  if (result !== undefined) return result;
  if (task.kind === 'starting' && !another) return task;
  if (task.kind === 'ended' && !another) return task;
  return restingTask(status, task);
}

function withTask(session: Session, task: Task): Connected {
  return { kind: 'connected', session: { ...session, task } };
}

/** The backup was completed between two statuses: the last word just now, or the last press of a page that joined late. */
function isFirstBackup(previous: PublicState, status: PublicState): boolean {
  if (status.wallet !== 'backed-up') return false;
  if (previous.wallet !== 'backed-up') return true;
  const confirms = previous.activity === 'create' || previous.activity === 'resume';
  return confirms && status.activity === 'none' && status.outcome === 'completed';
}

/** The wallet came back from the person's own words: it is backed up, and when it was is not known. */
function isRestored(status: PublicState, session: Session): boolean {
  const before = session.status;
  if (before === undefined || status.wallet !== 'backed-up') return false;
  return before.wallet === 'empty' && activityUntil(status, session) === 'restore';
}

/** What a new task asks of the device at its beginning. */
function effectsOf(task: Task, before: Task): readonly Effect[] {
  if (task.kind === before.kind) return [];
  if (task.kind === 'reading-wallet') return [{ kind: 'read-wallet' }];
  return task.kind === 'ended' && task.outcome === 'match' ? [{ kind: 'note-check' }] : [];
}

function onStatus(state: Connected, status: PublicState): readonly [Connected, readonly Effect[]] {
  const { session } = state;
  const { status: previous, task: before } = session;
  if (previous !== undefined && before.kind !== 'checking' && isSameState(previous, status))
    return [state, []];
  const task = taskFor(status, session);
  const there = status.wallet === 'backed-up';
  const restored = there && (session.restored || isRestored(status, session));
  const confirmed = previous !== undefined && isFirstBackup(previous, status);
  const witnessed = there && !restored && (session.witnessed || confirmed);
  const next: Connected = {
    kind: 'connected',
    session: { ...session, status, task, witnessed, restored },
  };
  return [next, effectsOf(task, before)];
}

function onWalletRead(state: Connected, event: WalletRead): Reduced<CeremonyState> {
  const { session } = state;
  if (session.task.kind !== 'reading-wallet') return [state, []];
  const { walletId, record, checkedAt } = event;
  const { model, simulator } = session.device;
  const broken = walletBreak(session, walletId);
  if (broken !== undefined) return raiseAlarm(session, broken);
  const unchecked = session.check?.kind === 'unproven' && session.check.reason === 'no-capability';
  const [expected, effects, proof] = pinBackedUp(session, walletId);
  const fresh: BackupRecord | undefined =
    session.witnessed && record === undefined ? { walletId, date: event.date, model, simulator } : undefined;
  const wallet: KnownWallet = {
    walletId,
    record: record ?? fresh,
    checkedAt,
    ...(proof && { proof }),
    ...(unchecked && { unchecked }),
  };
  const next = withTask(expected, { kind: 'backed-up', wallet });
  return [next, fresh === undefined ? effects : [{ kind: 'save', record: fresh }, ...effects]];
}

/** Leaves an ending, or a wait for an answer that did not come, for what the device's last status asks for. */
function settle(session: Session): Reduced<CeremonyState> {
  const { status } = session;
  if (status === undefined) return [withTask(session, { kind: 'checking' }), []];
  if (status.activity !== 'none') {
    return [withTask(session, follow({ attached: isUnderWay(status) })), []];
  }
  const task = restingTask(status, { kind: 'checking' });
  return [withTask(session, task), task.kind === 'reading-wallet' ? [{ kind: 'read-wallet' }] : []];
}

export function reduceConnected(state: Connected, event: CeremonyEvent): Reduced<CeremonyState> {
  const { session } = state;
  const { task } = session;
  switch (event.kind) {
    case 'status':
      return watchCheck(onStatus(state, event.status));
    case 'check-step':
      return onCheckStep(state, event.step, event.date);
    case 'ask': {
      const request = requestOf(session, event.ceremony);
      return request === undefined
        ? [state, []]
        : [
            withTask({ ...session, check: checkOnAsking(session, request) }, { kind: 'starting', request }),
            [{ kind: 'begin', request }],
          ];
    }
    case 'begin-failed': {
      if (task.kind !== 'starting') return [state, []];
      const activity = task.request.kind;
      // Whatever begins on the device now is not what this page asked for.
      const asked = { ...session, check: undefined };
      if (event.code === 'declined')
        return [withTask(asked, { kind: 'ended', activity, outcome: 'declined' }), []];
      if (event.code === 'device-fault')
        return [withTask(asked, { kind: 'ended', activity, outcome: 'fault' }), []];
      return settle(asked);
    }
    case 'check-noted':
      return task.kind === 'ended' && task.outcome === 'match'
        ? [withTask(session, { ...task, checkedAt: event.checkedAt }), []]
        : [state, []];
    case 'cancel':
      if (
        task.kind === 'following' &&
        !task.cancelling &&
        session.status !== undefined &&
        isStoppable(session.status)
      )
        return [withTask(session, { ...task, cancelling: true }), [{ kind: 'cancel' }]];
      return [state, []];
    case 'cancel-failed':
      // Nothing to stop (6986): the ceremony ended by itself meanwhile, and the next status tells how.
      return task.kind === 'following'
        ? [withTask(session, { ...task, cancelling: false }), []]
        : [state, []];
    case 'wallet-read':
      return onWalletRead(state, event);
    case 'wallet-failed':
      // Locked meanwhile, or the id not yet released: the device's next status decides.
      return task.kind === 'reading-wallet' ? [withTask(session, { kind: 'checking' }), []] : [state, []];
    case 'continue':
      return task.kind === 'ended' ? settle(session) : [state, []];
    case 'finish':
      return task.kind === 'backed-up'
        ? [{ kind: 'welcome' }, [{ kind: 'close' }, { kind: 'remember', link: undefined }]]
        : [state, []];
    case 'disconnected':
      return loseContact(session);
    case 'following-failed':
      return event.code === 'unsupported' || event.code === 'bad-response' || event.code === 'refused'
        ? [{ kind: 'refused', link: session.device.link, code: event.code }, [{ kind: 'close' }]]
        : loseContact(session);
    default:
      return reducePages(session, event) ?? [state, []];
  }
}
