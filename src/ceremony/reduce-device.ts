/** A connected device: what its status means for the page, and what the person may ask of it. */
import { isWordCount, type Outcome, type PublicState } from '../protocol/public-state.ts';
import { isSameState } from '../signer/polling.ts';
import { loseContact } from './reduce-lost.ts';
import type { CeremonyEvent, Reduced } from './events.ts';
import { isStoppable } from './steps.ts';
import type { BackupRecord, CeremonyState, Ending, Session, Task } from './state.ts';

type Connected = Extract<CeremonyState, { kind: 'connected' }>;

const chooseLength: Task = { kind: 'choose-length', wordCount: 24, allLengths: false };

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
  return activity === 'create' || (activity === 'resume' && stage !== 'unfinished');
}

function ending(outcome: Outcome): Ending | undefined {
  return outcome === 'none' || outcome === 'completed' ? undefined : outcome;
}

/** What the page does while no ceremony runs. The device's own state decides, never what the page remembers. */
function restingTask(status: PublicState, current: Task): Task {
  if (status.wallet === 'empty') return current.kind === 'choose-length' ? current : chooseLength;
  if (status.locked || status.wallet === 'unfinished-backup') return { kind: 'resting' };
  return current.kind === 'backed-up' ? current : { kind: 'reading-wallet' };
}

function taskFor(status: PublicState, session: Session): Task {
  const { task, status: previous } = session;
  const ended = ending(status.outcome);
  const another = previous !== undefined && previous.ceremony !== status.ceremony;
  if (status.activity !== 'none') {
    if (task.kind !== 'following') {
      const requested = task.kind === 'starting' ? task.wordCount : undefined;
      return follow({ attached: task.kind === 'checking' && isUnderWay(status), requested });
    }
    if (another) return follow({ after: ended });
    // A stopped ceremony leads straight to the question whether to resume, which has no number of its own: the
    // outcome, which is `none` while a ceremony runs, tells how it ended.
    return previous?.outcome === 'none' && ended !== undefined ? follow({ after: ended }) : task;
  }
  if (status.outcome === 'fault') return { kind: 'ended', outcome: 'fault' };
  const endedNow = task.kind === 'following' || (task.kind === 'starting' && another);
  if (endedNow && ended !== undefined) return { kind: 'ended', outcome: ended };
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
  const backsUp = previous.activity === 'create' || previous.activity === 'resume';
  return backsUp && status.activity === 'none' && status.outcome === 'completed';
}

function onStatus(state: Connected, status: PublicState): Reduced<CeremonyState> {
  const { session } = state;
  const { status: previous, task: before } = session;
  if (previous !== undefined && before.kind !== 'checking' && isSameState(previous, status))
    return [state, []];
  const task = taskFor(status, session);
  const witnessed = session.witnessed || (previous !== undefined && isFirstBackup(previous, status));
  const next: CeremonyState = {
    kind: 'connected',
    session: { ...session, status, task, witnessed: witnessed && status.wallet === 'backed-up' },
  };
  const read = task.kind === 'reading-wallet' && before.kind !== 'reading-wallet';
  return [next, read ? [{ kind: 'read-wallet' }] : []];
}

function onWalletRead(
  state: Connected,
  event: { walletId: string; date: string; known: BackupRecord | undefined },
): Reduced<CeremonyState> {
  const { session } = state;
  if (session.task.kind !== 'reading-wallet') return [state, []];
  const { walletId } = event;
  const { model, simulator } = session.device;
  const fresh: BackupRecord | undefined =
    session.witnessed && event.known === undefined
      ? { walletId, date: event.date, model, simulator }
      : undefined;
  const next = withTask(session, { kind: 'backed-up', walletId, record: event.known ?? fresh });
  return [next, fresh === undefined ? [] : [{ kind: 'save', record: fresh }]];
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
      return onStatus(state, event.status);
    case 'set-length':
      return task.kind === 'choose-length' && isWordCount(event.wordCount)
        ? [withTask(session, { ...task, wordCount: event.wordCount }), []]
        : [state, []];
    case 'show-all-lengths':
      return task.kind === 'choose-length'
        ? [withTask(session, { ...task, allLengths: true }), []]
        : [state, []];
    case 'create':
      return task.kind === 'choose-length'
        ? [
            withTask(session, { kind: 'starting', wordCount: task.wordCount }),
            [{ kind: 'create', wordCount: task.wordCount }],
          ]
        : [state, []];
    case 'create-failed':
      if (task.kind !== 'starting') return [state, []];
      if (event.code === 'declined') return [withTask(session, { kind: 'ended', outcome: 'declined' }), []];
      if (event.code === 'device-fault') return [withTask(session, { kind: 'ended', outcome: 'fault' }), []];
      return settle(session);
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
      return [state, []];
  }
}
