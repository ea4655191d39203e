/** A connected device: what its status means for the page, and what the person may ask of it. */
import type { ErrorCode } from '../protocol/errors.ts';
import type { Activity, PublicState, WordCount } from '../protocol/public-state.ts';
import { isSameState } from '../signer/polling.ts';
import { cutShort, type CutShort } from './cut-short.ts';
import {
  checkOnAsking,
  onCheckStep,
  pinBackedUp,
  raiseAlarm,
  walletBreak,
  watchCheck,
} from './reduce-check.ts';
import { loseContact } from './reduce-lost.ts';
import { activityUntil, isUnderWay, recordSteps } from './recording.ts';
import { chooseLength, reducePages, requestOf } from './reduce-settings.ts';
import { acceptWallet, missingWallet, onWalletRead, reduceRecords, seeDevice } from './reduce-wallet.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import { isStoppable } from './steps.ts';
import type { CeremonyState, Ending, KnownWallet, Session, Task } from './state.ts';

type Connected = Extract<CeremonyState, { kind: 'connected' }>;
type WalletRead = Extract<CeremonyEvent, { kind: 'wallet-read' }>;

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

/** Ceremonies whose good end is the view of the backed-up wallet, and needs no page of its own. */
const backsUp: ReadonlySet<Activity> = new Set(['create', 'resume', 'unlock', 'restore', 'restore-file']);

function ending({ outcome }: PublicState): Ending | undefined {
  return outcome === 'none' || outcome === 'completed' ? undefined : outcome;
}

/** What the page does while no ceremony runs. The device's own state decides, never what the page remembers. */
function restingTask(status: PublicState, current: Task): Task {
  if (status.wallet === 'empty') {
    return current.kind === 'choose-length' || current.kind === 'choose-file' ? current : chooseLength;
  }
  if (status.locked || status.wallet === 'unfinished-backup') return { kind: 'resting' };
  const stays = current.kind === 'backed-up' || current.kind === 'settings' || current.kind === 'quiz';
  return stays ? current : { kind: 'reading-wallet' };
}

function endedTask(status: PublicState, session: Session): Task | undefined {
  const activity = activityUntil(status, session);
  const outcome = ending(status);
  if (outcome !== undefined) return { kind: 'ended', activity, outcome };
  const shown = status.outcome === 'completed' && activity !== 'none' && !backsUp.has(activity);
  return shown ? { kind: 'ended', activity, outcome: 'completed' } : undefined;
}

/** Who was entering words goes on with that, and not with a new wallet. */
function restoreAgain(wordCount: WordCount | undefined): Extract<Task, { kind: 'choose-length' }> {
  return { ...chooseLength, purpose: 'restore', ...(wordCount === undefined ? {} : { wordCount }) };
}

function taskFor(status: PublicState, session: Session): Task {
  const { task, status: previous } = session;
  if (task.kind === 'wallet-changed') return task;
  const change = missingWallet(session, status);
  if (change !== undefined) return { kind: 'wallet-changed', change };
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
  // The wallet that the person looks for was deleted while no page was there to say so.
  const unseen = task.kind === 'checking' && previous === undefined;
  if (status.outcome === 'fault' || (unseen && status.outcome === 'wiped')) {
    return { kind: 'ended', activity: activityUntil(status, session), outcome: status.outcome };
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

/** The wallet came back from the person's own words, or from their file: it is backed up, and when it was is not known. */
function isRestored(status: PublicState, session: Session): boolean {
  const before = session.status;
  if (before === undefined || status.wallet !== 'backed-up') return false;
  const activity = activityUntil(status, session);
  return before.wallet === 'empty' && (activity === 'restore' || activity === 'restore-file');
}

/** What a new task asks of the device at its beginning. */
function effectsOf(task: Task, before: Task): readonly Effect[] {
  if (task.kind === before.kind) return [];
  if (task.kind === 'reading-wallet') return [{ kind: 'read-wallet' }];
  if (task.kind !== 'ended') return [];
  if (task.activity === 'backup-file' && task.outcome === 'completed') return [{ kind: 'save-file' }];
  return task.activity !== 'check-file' && task.outcome === 'match' ? [{ kind: 'note-check' }] : [];
}

/** Worth saying until the device begins something else. */
function stillCutShort(session: Session, status: PublicState): CutShort | undefined {
  return session.status?.ceremony === status.ceremony ? session.cutShort : undefined;
}

/** What is kept of a new status: the ceremonies that it tells of, and the device as it was seen. */
function keepsOf(
  session: Session,
  status: PublicState,
  task: Task,
): readonly [Partial<Session>, readonly Effect[]] {
  const { device, walletId } = session;
  const { recording, steps } = recordSteps(session, status);
  const { known, effects } = seeDevice({ ...session, task }, status);
  const there = status.wallet === 'backed-up';
  return [
    { recording, known, returned: false, walletId: there ? walletId : undefined },
    [...steps.map((step) => ({ kind: 'record', device, step, walletId }) as const), ...effects],
  ];
}

function onStatus(state: Connected, status: PublicState): readonly [Connected, readonly Effect[]] {
  const { session } = state;
  const { status: previous, task: before } = session;
  const news = before.kind === 'checking' || session.returned === true;
  if (previous !== undefined && !news && isSameState(previous, status)) return [state, []];
  const cut = previous === undefined ? undefined : cutShort(previous, status);
  const requested = before.kind === 'following' ? before.requested : undefined;
  const ordinary = taskFor(status, session);
  const task = cut === 'restore' && ordinary.kind !== 'wallet-changed' ? restoreAgain(requested) : ordinary;
  const there = status.wallet === 'backed-up';
  const restored = there && (session.restored || isRestored(status, session));
  const confirmed = previous !== undefined && isFirstBackup(previous, status);
  const witnessed = there && !restored && (session.witnessed || confirmed);
  const [kept, keeps] = keepsOf(session, status, task);
  const checkCounted = there && session.checkCounted;
  const next: Connected = {
    kind: 'connected',
    session: {
      ...session,
      ...kept,
      status,
      task,
      witnessed,
      restored,
      checkCounted,
      cutShort: cut ?? stillCutShort(session, status),
    },
  };
  return [next, [...keeps, ...effectsOf(task, before)]];
}

/** The device holds a file that the person has released on it. */
function hasReleasedFile(task: Task): task is Extract<Task, { kind: 'ended' }> {
  return task.kind === 'ended' && task.activity === 'backup-file' && task.outcome === 'completed';
}

/** The device told its wallet id: what must not be is an alarm, what may be is kept, and then it is pinned. */
function onWallet(state: Connected, event: WalletRead): Reduced<CeremonyState> {
  const { session } = state;
  if (session.task.kind !== 'reading-wallet') return [state, []];
  const { walletId } = event;
  const broken = walletBreak(session, walletId);
  if (broken !== undefined) return raiseAlarm(session, broken);
  const [next, effects] = onWalletRead(state, event);
  // Another wallet than before, and none that was proven: the person is asked first.
  if (next.kind !== 'connected' || next.session.task.kind !== 'backed-up') return [next, effects];
  const unchecked = session.check?.kind === 'unproven' && session.check.reason === 'no-capability';
  const [expected, pins, proof] = pinBackedUp(next.session, walletId);
  const { wallet } = next.session.task;
  const known: KnownWallet = { ...wallet, ...(proof && { proof }), ...(unchecked && { unchecked }) };
  return [withTask(expected, { kind: 'backed-up', wallet: known }), [...effects, ...pins]];
}

/** Leaves an ending, or a wait for an answer that did not come, for what the device's last status asks for. */
function settle(session: Session): Reduced<CeremonyState> {
  const { status } = session;
  if (status === undefined) return [withTask(session, { kind: 'checking' }), []];
  if (status.activity !== 'none') {
    return [withTask(session, follow({ attached: isUnderWay(status) })), []];
  }
  const restoring = session.task.kind === 'ended' && session.task.activity === 'restore';
  const task = restingTask(status, restoring ? restoreAgain(undefined) : { kind: 'checking' });
  return [withTask(session, task), task.kind === 'reading-wallet' ? [{ kind: 'read-wallet' }] : []];
}

/** Answers to a request that end it before it began. */
const refusals: Partial<Record<ErrorCode, 'declined' | 'fault'>> = {
  declined: 'declined',
  'device-fault': 'fault',
};

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
      const outcome = refusals[event.code];
      // Whatever begins on the device now is not what this page asked for.
      const asked = { ...session, check: undefined };
      if (outcome === undefined) return settle(asked);
      const { device, status, walletId } = session;
      const step = { kind: 'end', what: activity, number: status?.ceremony ?? 0, result: outcome } as const;
      return [
        withTask(asked, { kind: 'ended', activity, outcome }),
        [{ kind: 'record', device, step, walletId }],
      ];
    }
    case 'check-noted':
      return task.kind === 'ended' && task.outcome === 'match'
        ? [withTask(session, { ...task, checkedAt: event.checkedAt }), []]
        : [state, []];
    case 'save-file':
      return hasReleasedFile(task)
        ? [withTask(session, { ...task, file: undefined }), [{ kind: 'save-file' }]]
        : [state, []];
    case 'file-saved':
    case 'file-failed': {
      const file = event.kind === 'file-saved' ? 'saved' : 'failed';
      return hasReleasedFile(task) ? [withTask(session, { ...task, file }), []] : [state, []];
    }
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
      return onWallet(state, event);
    case 'wallet-failed':
      // Locked meanwhile, or the id not yet released: the device's next status decides.
      return task.kind === 'reading-wallet' ? [withTask(session, { kind: 'checking' }), []] : [state, []];
    case 'accept-wallet': {
      if (task.kind !== 'wallet-changed') return [state, []];
      const [accepted, keeps] = acceptWallet(session, task.change);
      const [next, effects] = settle(accepted);
      return [next, [...keeps, ...effects]];
    }
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
      return reduceRecords(state, event) ?? reducePages(session, event) ?? [state, []];
  }
}
