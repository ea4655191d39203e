/** How far along a session is on the way to a backup, and what the device says of it. */
import type { Activity, PublicState, Stage, WalletState } from '../protocol/public-state.ts';
import type { Step } from '../devices/steps.ts';
import type { StageFacts } from '../protocol/stage-facts.ts';
import type { Session, Task } from './state.ts';

export { steps, type Step } from '../devices/steps.ts';

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
  stopped: 'prepare',
  addresses: 'confirm',
  unknown: 'prepare',
};

/** The device holds a file that the person has released on it. */
export function hasReleasedFile(task: Task): task is Extract<Task, { kind: 'ended' }> {
  return task.kind === 'ended' && task.activity === 'backup-file' && task.outcome === 'completed';
}

/** It's being read, and whether it was saved isn't known. */
export function isSavingFile(task: Task): boolean {
  return hasReleasedFile(task) && task.file === undefined;
}

export function stepOfSession({ task, status }: Session): Step {
  if (task.kind === 'backed-up' || task.kind === 'reading-wallet') return 'backed-up';
  if (status === undefined || (task.kind !== 'following' && task.kind !== 'resting')) return 'prepare';
  if (task.kind === 'resting') return status.locked ? 'pin' : 'write';
  return stepOfStage[status.stage];
}

/** An app of the device asks something for another program, over the wallet that is shown. */
export function isAskedOver({ task }: Pick<Session, 'task'>): boolean {
  return task.kind === 'following' && task.over !== undefined;
}

/** The device has a message to sign, and only there can that be stopped. */
export function isSigning({ signing }: Pick<Session, 'signing'>): boolean {
  return signing?.kind === 'running';
}

/** Ceremonies that lead to a backed-up wallet by the steps above; the others have steps of their own device. */
const backingUp: ReadonlySet<Activity> = new Set(['none', 'create', 'unlock', 'resume']);

/** Whether what a session is about is told by the five steps of a backup. */
export function isBackingUp({ task, status, restored, device }: Session): boolean {
  switch (task.kind) {
    case 'starting':
      return task.request.kind === 'create';
    case 'following':
      // A wallet that is backed up only wants its PIN.
      if (status?.activity === 'unlock' && status.wallet === 'backed-up') return false;
      return status === undefined || backingUp.has(status.activity);
    case 'ended':
      return backingUp.has(task.activity);
    case 'wallet-changed':
      return false;
    default:
      return restored === undefined && device.doubtful !== true;
  }
}

/** What the sentences of a stage are filled with; `undefined` while no ceremony is followed. */
export function factsOf({ task, status }: Session): StageFacts | undefined {
  if (task.kind !== 'following' || status === undefined) return undefined;
  const { position, total, wordCount, activity } = status;
  return { position, total, activity, wordCount: wordCount === 0 ? (task.requested ?? 0) : wordCount };
}

const unstoppable: ReadonlySet<Stage> = new Set([
  'unfinished',
  'finish',
  'result',
  'wiped',
  'fault',
  'stopped',
]);

/**
 * Whether the device stops when it is asked to. It does not at its own questions, which nobody started: the PIN of
 * a locked device, and whether to resume. At the others all is decided, and there is nothing to stop.
 */
export function isStoppable({ activity, stage }: PublicState): boolean {
  // The last press of a backup file releases it: until then there is something to stop.
  if (activity === 'backup-file' && stage === 'finish') return true;
  return activity !== 'none' && activity !== 'unlock' && !unstoppable.has(stage);
}

const heldStages: ReadonlySet<Stage> = new Set(['hold', 'discard', 'wipe']);

/** Whether the device waits for its right button to be held. How long it has been, a host never learns. */
export function isHeld(stage: Stage): boolean {
  return heldStages.has(stage);
}

/** What is known of the backup of the wallet on a device: what the device says of it, and what has come up since (H12). */
export type BackupState =
  | WalletState
  /** It came back, and nobody has said yet that it's the right one. */
  | 'restored'
  /** Words from the paper, or the ID on its form, didn't fit. */
  | 'doubtful';

type Known = Pick<Session, 'restored' | 'compared'> & {
  readonly status: Pick<NonNullable<Session['status']>, 'wallet'> | undefined;
  readonly device: Pick<Session['device'], 'doubtful'>;
};

export function backupOf({ status, device, restored, compared }: Known): BackupState | undefined {
  if (status?.wallet !== 'backed-up') return status?.wallet;
  if (device.doubtful === true) return 'doubtful';
  return restored !== undefined && compared !== 'same' ? 'restored' : 'backed-up';
}
