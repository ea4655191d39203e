/** A connected device: what its status means for the page, and what the person may ask of it. */
import type { ErrorCode } from '../protocol/errors.ts';
import type { Activity, Outcome, PublicState, WordCount } from '../protocol/public-state.ts';
import { cutShort, type CutShort } from './cut-short.ts';
import { usualRange } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import { checkOnAsking, isWaiting, onBeginWaits, onCheckStep, watchCheck } from './reduce-check.ts';
import { raiseAlarm } from './reduce-alarm.ts';
import { loseContact, unhealedByWaiting } from './reduce-lost.ts';
import { activityUntil, endedNews, isUnderWay, recordStatus } from './recording.ts';
import { reduceSigning } from './reduce-signing.ts';
import { rangeOf, requestOf, type Wish } from './offers.ts';
import {
  acceptWallet,
  missingWallet,
  onCompared,
  onRemembered,
  onWallet,
  reduceRecords,
  seeDevice,
} from './reduce-wallet.ts';
import type { Effect, Reduced, SessionEvent } from './events.ts';
import { hasReleasedFile, isSavingFile, isStoppable } from './progress.ts';
import {
  deviceRef,
  initialState,
  rememberedAs,
  withDoubt,
  type BrokenOffRestore,
  type Ending,
  type RestoredFrom,
  type Session,
  type SessionState,
  type Task,
} from './state.ts';
import { keep } from './trust.ts';

type Connected = Extract<SessionState, { kind: 'connected' }>;

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

/** What is said of it while the device goes on: one that was stopped is worth a word only where a backup waits. */
function endedBefore(status: PublicState): Ending | undefined {
  const ended = ending(status);
  const wasStopped = ended === 'cancelled' || ended === 'stopped';
  return wasStopped && status.wallet !== 'unfinished-backup' ? undefined : ended;
}

/**
 * Where a session is while no ceremony runs. The device's own state decides, never what was remembered; `isOld`: nor what was
 * shown, since there was a ceremony meanwhile that this page didn't see.
 */
function restingTask(status: PublicState, current: Task, isOld = false): Task {
  if (status.wallet === 'empty') return current.kind === 'empty' ? current : { kind: 'empty' };
  if (status.locked || status.wallet === 'unfinished-backup') return { kind: 'resting' };
  const shown = current.kind === 'following' ? current.over : current;
  return shown?.kind === 'backed-up' && !isOld ? shown : { kind: 'reading-wallet' };
}

/** It began and ended while this page didn't look: which it was, and so what its outcome is of, is not known. */
function isUnseen(status: PublicState, { task, status: previous }: Session): boolean {
  if (task.kind !== 'following' || previous === undefined || previous.ceremony === status.ceremony)
    return false;
  // The device's own question leads to the next one.
  return previous.stage !== 'unfinished' || status.ceremony !== previous.ceremony + 1;
}

function endedTask(status: PublicState, session: Session): Task | undefined {
  if (isUnseen(status, session)) return undefined;
  const { task, status: previous } = session;
  const late = task.kind === 'following' && status.wallet === 'backed-up' ? task.late : undefined;
  const activity = late ?? activityUntil(status, session);
  // How that ended is the other program's to say.
  if (activity === 'app') return undefined;
  // Behind the PIN of a device that has locked itself is still the end of what ran before.
  if (activity === 'unlock' && status.outcome === previous?.outcome) return undefined;
  const outcome = ending(status);
  if (outcome !== undefined) return { kind: 'ended', activity, outcome };
  const shown = status.outcome === 'completed' && activity !== 'none' && !backsUp.has(activity);
  return shown ? { kind: 'ended', activity, outcome: 'completed' } : undefined;
}

function emptyAfter(wordCount: WordCount | undefined): Task {
  const restoring: BrokenOffRestore = { wordCount };
  return { kind: 'empty', restoring };
}

/** What another program asks of an app is no ceremony of this page: it goes back to what it showed. */
function followApp(status: PublicState, { task, status: previous }: Session): Task {
  if (task.kind !== 'following') return follow({ over: task.kind === 'backed-up' ? task : undefined });
  const isSame = previous?.activity === 'app' && previous.ceremony === status.ceremony;
  return isSame ? task : follow({ over: task.over });
}

/** A device that keeps keys for its apps doesn't keep them for long. */
function hasLockedItself({ device, status: previous, returned }: Session, status: PublicState): boolean {
  if (previous?.wallet !== 'backed-up' || previous.locked || backsUp.has(previous.activity)) return false;
  const isLocked = status.activity === 'unlock' && status.wallet === 'backed-up' && status.locked;
  return isLocked && returned !== true && device.capabilities.includes('apps');
}

/** A ceremony that goes on when the device would lock itself is let end; its end is told once the PIN is entered. */
function followLocked(status: PublicState, { task, status: previous }: Session): Task {
  const ran = task.kind === 'following' && previous !== undefined && isUnderWay(previous);
  const hasEnded = ran && previous.ceremony === status.ceremony && status.outcome !== 'none';
  return follow({
    lockedItself: true,
    ...(hasEnded && { late: previous.activity, after: endedBefore(status) }),
  });
}

function taskFor(status: PublicState, session: Session): Task {
  const { task, status: previous } = session;
  if (task.kind === 'wallet-changed') return task;
  const change = missingWallet(session, status);
  if (change !== undefined) return { kind: 'wallet-changed', change };
  const ended = endedBefore(status);
  const another = previous !== undefined && previous.ceremony !== status.ceremony;
  if (status.activity === 'app') return followApp(status, session);
  if (hasLockedItself(session, status)) return followLocked(status, session);
  if (status.activity !== 'none') {
    if (task.kind !== 'following') {
      const asked = task.kind === 'starting' ? task.request : undefined;
      const requested = asked !== undefined && 'wordCount' in asked ? asked.wordCount : undefined;
      return follow({ attached: task.kind === 'checking' && isUnderWay(status), requested });
    }
    if (another) return follow({ after: previous.activity === 'app' ? undefined : ended });
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
  const isBack = session.returned === true;
  return restingTask(status, task, task.kind === 'following' ? another || isBack : another && isBack);
}

function withTask(session: Session, task: Task): Connected {
  return { kind: 'connected', session: { ...session, task } };
}

/** The backup was completed between two statuses: the last word just now, or the last press of a page that joined late. */
function isFirstBackup({ status: previous, returned }: Session, status: PublicState): boolean {
  if (previous === undefined || status.wallet !== 'backed-up') return false;
  const same = previous.ceremony === status.ceremony;
  const confirms = same && (previous.activity === 'create' || previous.activity === 'resume');
  if (previous.wallet === 'backed-up')
    return confirms && status.activity === 'none' && status.outcome === 'completed';
  // While this page looks on, nothing else leads there; while it doesn't, the wallet may have come back from words as well.
  return confirms || (previous.wallet === 'unfinished-backup' && returned !== true);
}

const restoring: Partial<Record<Activity, RestoredFrom>> = { restore: 'words', 'restore-file': 'file' };

/** The wallet came back from the person's own words, or from their file: it is backed up, and when it was is not known. */
function restoredFrom(status: PublicState, session: Session): RestoredFrom | undefined {
  const before = session.status;
  if (before === undefined || status.wallet !== 'backed-up') return undefined;
  if (session.restored !== undefined || before.wallet !== 'empty') return session.restored;
  // Also one that ended in a fault, and asks for its PIN already.
  return restoring[before.activity] ?? restoring[activityUntil(status, session)];
}

function resultOfCheck({ outcome }: PublicState, task: Task): Outcome | undefined {
  if (task.kind === 'ended') return task.activity === 'check' ? task.outcome : undefined;
  return task.kind === 'following' && task.late === 'check' ? outcome : undefined;
}

/** A check that failed stays one until a later one matches (H12); a wallet that is gone takes it along. */
function isDoubtful({ device }: Session, status: PublicState, task: Task): boolean {
  if (status.wallet !== 'backed-up') return false;
  const result = resultOfCheck(status, task);
  return result === 'no-match' || (result !== 'match' && device.doubtful === true);
}

/** What a new task asks of the device at its beginning. */
function effectsOf(task: Task, before: Task): readonly Effect[] {
  if (task.kind === before.kind) return [];
  if (task.kind === 'reading-wallet') return [{ kind: 'read-wallet' }];
  if (task.kind !== 'ended') return [];
  if (task.activity === 'check' && task.outcome === 'match') return [{ kind: 'read-checked-wallet' }];
  return hasReleasedFile(task) ? [{ kind: 'save-file' }] : [];
}

/** Worth saying until the device begins something else. */
function stillCutShort(session: Session, status: PublicState): CutShort | undefined {
  return session.status?.ceremony === status.ceremony ? session.cutShort : undefined;
}

/** What is known after a new status, and what is kept of it: the ceremonies that it tells of, and the device. */
function keepStatus(
  session: Session,
  status: PublicState,
  task: Task,
): readonly [Session, readonly Effect[]] {
  const { recording, news } = recordStatus(session, status);
  const [seen, effects] = seeDevice({ ...session, task }, status);
  const walletId = status.wallet === 'backed-up' ? session.walletId : undefined;
  return [{ ...seen, recording, walletId, returned: false }, [...news.map(keep), ...effects]];
}

function onStatus(state: Connected, status: PublicState): readonly [Connected, readonly Effect[]] {
  const { session } = state;
  const { status: previous, task: before } = session;
  const cut = previous === undefined ? undefined : cutShort(previous, status);
  const requested = before.kind === 'following' ? before.requested : undefined;
  const ordinary = taskFor(status, session);
  const task = cut === 'restore' && ordinary.kind !== 'wallet-changed' ? emptyAfter(requested) : ordinary;
  const there = status.wallet === 'backed-up';
  const restored = restoredFrom(status, session);
  const confirmed = isFirstBackup(session, status);
  const witnessed = there && restored === undefined && (session.witnessed || confirmed);
  const [kept, keeps] = keepStatus(session, status, task);
  const paperCounted = there && session.paperCounted;
  const next: Connected = {
    kind: 'connected',
    session: {
      ...kept,
      device: withDoubt(kept.device, isDoubtful(kept, status, task)),
      status,
      task,
      witnessed,
      restored,
      compared: there ? session.compared : undefined,
      paperCounted,
      cutShort: cut ?? stillCutShort(session, status),
    },
  };
  const isBack = session.returned === true && task === before;
  return [next, [...keeps, ...(isBack ? effectsOfReturn(task) : effectsOf(task, before))]];
}

/** Contact was lost, and nothing seems to have changed. */
function effectsOfReturn(task: Task): readonly Effect[] {
  // Still the wallet is asked for, and compared (H8).
  if (task.kind === 'backed-up') return [{ kind: 'read-wallet' }];
  // What was on its way doesn't come any more.
  return isSavingFile(task) ? [{ kind: 'save-file' }] : [];
}

/** Leaves an ending, or a wait for an answer that did not come, for what the device's last status asks for. */
function settle(session: Session): Reduced<SessionState> {
  const { status } = session;
  if (status === undefined) return [withTask(session, { kind: 'checking' }), []];
  if (status.activity !== 'none') {
    return [withTask(session, follow({ attached: isUnderWay(status) })), []];
  }
  const restoring = session.task.kind === 'ended' && session.task.activity === 'restore';
  const task = restingTask(status, restoring ? emptyAfter(undefined) : { kind: 'checking' });
  return [withTask(session, task), task.kind === 'reading-wallet' ? [{ kind: 'read-wallet' }] : []];
}

/** Answers to a request that end it before it began. */
const refusals: Partial<Record<ErrorCode, 'declined' | 'fault'>> = {
  declined: 'declined',
  'device-fault': 'fault',
};

function start(state: Connected, wish: Wish): Reduced<SessionState> {
  const { session } = state;
  const request = requestOf(session, wish);
  if (request === undefined) return [state, []];
  const check = checkOnAsking(session, request, rangeOf(wish));
  const asked = { ...session, check, refusal: undefined };
  return [withTask(asked, { kind: 'starting', request }), [{ kind: 'begin', request }]];
}

export function reduceConnected(state: Connected, event: SessionEvent): Reduced<SessionState> {
  const signing = reduceSigning(state, event);
  if (signing !== undefined) return signing;
  const { session } = state;
  const { task } = session;
  switch (event.kind) {
    case 'status':
      return watchCheck(onStatus(state, event.status));
    case 'check-step':
      return onCheckStep(state, event.step, event.date);
    case 'start':
      return start(state, event.wish);
    case 'stop':
      return [initialState, [{ kind: 'stop-and-close' }, { kind: 'remember', link: undefined }]];
    case 'read-name':
      return session.device.capabilities.includes('rename')
        ? [{ kind: 'connected', session: { ...session, name: undefined } }, [{ kind: 'read-name' }]]
        : [state, []];
    case 'name-read': {
      const { name } = event;
      const device = rememberedAs(session.device);
      const keeps = device === undefined ? [] : [keep({ kind: 'named-device', device, name })];
      return [{ kind: 'connected', session: { ...session, name } }, keeps];
    }
    case 'read-languages':
      return [state, session.device.capabilities.includes('language') ? [{ kind: 'read-languages' }] : []];
    case 'languages-read': {
      const { spoken: language, offered: languages } = event.languages;
      const device = { ...session.device, language, languages };
      return [{ kind: 'connected', session: { ...session, device } }, []];
    }
    case 'remembered':
      return onRemembered(session, event);
    case 'begin-waits':
      return onBeginWaits(session);
    case 'begun': {
      const { request } = event;
      const range = session.check?.kind === 'asked' ? session.check.range : usualRange;
      const check = checkOnAsking(session, request, range);
      return [withTask({ ...session, check }, { kind: 'starting', request }), []];
    }
    case 'begin-failed': {
      if (isWaiting(session.check) && task.kind !== 'starting')
        return [{ kind: 'connected', session: { ...session, check: undefined } }, []];
      if (task.kind !== 'starting') return [state, []];
      const activity = task.request.kind;
      const outcome = refusals[event.code];
      // Whatever begins on the device now is not what this page asked for.
      const asked = { ...session, check: undefined, refusal: event.code };
      if (outcome === undefined) return settle(asked);
      const number = session.status?.ceremony ?? 0;
      const ended = endedNews(session, { what: activity, number }, outcome);
      return [withTask(asked, { kind: 'ended', activity, outcome }), [keep(ended)]];
    }
    case 'paper-matched': {
      const { walletId, date } = event;
      const { product, simulator } = session.device;
      const keeps = [
        keep({ kind: 'checked', wallet: { walletId, product, simulator } }),
        keep({ kind: 'told-wallet', device: deviceRef(session.device), walletId }),
      ];
      const matched = task.kind === 'ended' && task.outcome === 'match';
      return [matched ? withTask(session, { ...task, checkedAt: date }) : state, keeps];
    }
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
    case 'proof-failed':
      return raiseAlarm(session, event.reason ?? 'attestation');
    case 'wallet-failed':
      // Locked meanwhile, or the id not yet released: the device's next status decides.
      return task.kind === 'reading-wallet' ? [withTask(session, { kind: 'checking' }), []] : [state, []];
    case 'compare-wallet':
      return onCompared(state, event.answer);
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
        ? [initialState, [{ kind: 'close' }, { kind: 'remember', link: undefined }]]
        : [state, []];
    case 'disconnected':
      return loseContact(session);
    case 'following-failed':
      return unhealedByWaiting.has(event.code)
        ? [{ kind: 'refused', link: session.device.link, code: event.code }, [{ kind: 'close' }]]
        : loseContact(session);
    default:
      return reduceRecords(state, event) ?? [state, []];
  }
}
