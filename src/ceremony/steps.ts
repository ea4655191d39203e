/** Where a state stands on the way, for the stepper, the heading that gets the focus, and the announcements. */
import type { Activity, PublicState, Stage } from '../protocol/public-state.ts';
import type { StageFacts } from '../protocol/stage-facts.ts';
import { ledgerScreen, ledgerStep } from './ledger-state.ts';
import type { CeremonyState, Session } from './state.ts';
import type { Step } from './step-names.ts';

const stepOfStage: Record<Stage, Step> = {
  idle: 'prepare',
  consent: 'prepare',
  'choose-pin': 'pin',
  'repeat-pin': 'pin',
  'enter-pin': 'pin',
  warning: 'write',
  hold: 'write',
  words: 'write',
  written: 'write',
  unfinished: 'write',
  discard: 'write',
  confirm: 'confirm',
  finish: 'backed-up',
  'entry-method': 'write',
  'enter-words': 'write',
  result: 'confirm',
  wipe: 'prepare',
  'pins-differ': 'pin',
  'wrong-pin': 'pin',
  wiped: 'prepare',
  fault: 'prepare',
  dice: 'prepare',
  entropy: 'prepare',
  'seed-qr': 'write',
};

function stepOfSession({ task, status }: Session): Step {
  if (task.kind === 'backed-up' || task.kind === 'reading-wallet') return 'backed-up';
  if (status === undefined || (task.kind !== 'following' && task.kind !== 'resting')) return 'prepare';
  if (task.kind === 'resting') return status.locked ? 'pin' : 'write';
  return stepOfStage[status.stage];
}

export function stepOf(state: CeremonyState): Step {
  if (state.kind === 'ledger') return ledgerStep(state);
  return state.kind === 'connected' || state.kind === 'lost' ? stepOfSession(state.session) : 'prepare';
}

/** Ceremonies that lead to a backed-up wallet by the steps above; the others have steps of their own device. */
const backingUp: ReadonlySet<Activity> = new Set(['none', 'create', 'unlock', 'resume']);

/** Whether what a session is about is told by the five steps of a backup. */
function isBackingUp({ task, status, restored }: Session): boolean {
  switch (task.kind) {
    case 'choose-length':
      return task.purpose === 'create';
    case 'starting':
      return task.request.kind === 'create';
    case 'following':
      return status === undefined || backingUp.has(status.activity);
    case 'ended':
      return backingUp.has(task.activity);
    case 'settings':
    case 'quiz':
    case 'choose-file':
    case 'wallet-changed':
      return false;
    default:
      return !restored;
  }
}

/** Whether the stepper has anything to say: not before the way begins, nor for a wallet that is backed up already. */
export function hasSteps(state: CeremonyState): boolean {
  if (state.kind === 'connected' || state.kind === 'lost') return isBackingUp(state.session);
  return state.kind !== 'welcome' && state.kind !== 'records';
}

function sessionKey({ task, status }: Session): string {
  if (task.kind === 'choose-length') return `task:${task.kind}:${task.purpose}`;
  if (task.kind === 'settings') return `task:${task.kind}:${task.page}`;
  if (task.kind === 'quiz') return `task:${task.kind}:${task.step}:${task.answered ?? ''}`;
  if (task.kind !== 'following' || status === undefined) return `task:${task.kind}`;
  return `stage:${status.stage}`;
}

/**
 * Names the screen that a state shows. The focus moves to the heading when it changes: per step, and not per
 * word. A blip keeps the screen as it was.
 */
export function screenOf(state: CeremonyState): string {
  if (state.kind === 'connected') return sessionKey(state.session);
  if (state.kind === 'ledger') return ledgerScreen(state);
  if (state.kind === 'lost') return state.phase === 'blip' ? sessionKey(state.session) : 'lost';
  return state.kind;
}

/** What the sentences of a stage are filled with; `undefined` while no ceremony is followed. */
export function factsOf({ task, status }: Session): StageFacts | undefined {
  if (task.kind !== 'following' || status === undefined) return undefined;
  const { position, total, wordCount, activity } = status;
  return { position, total, activity, wordCount: wordCount === 0 ? (task.requested ?? 0) : wordCount };
}

const unstoppable: ReadonlySet<Stage> = new Set(['unfinished', 'finish', 'result', 'wiped', 'fault']);

/**
 * Whether the device stops when it is asked to. It does not at its own questions, which nobody started: the PIN of
 * a locked device, and whether to resume. At the others all is decided, and there is nothing to stop.
 */
export function isStoppable({ activity, stage }: PublicState): boolean {
  // The last press of a backup file releases it: until then there is something to stop.
  if (activity === 'backup-file' && stage === 'finish') return true;
  return activity !== 'none' && activity !== 'unlock' && !unstoppable.has(stage);
}
