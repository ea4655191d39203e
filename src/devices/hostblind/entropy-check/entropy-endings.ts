/** What an interrupted entropy check means. Only what a device itself did wrong is a failure (S17). */
import { codedError, errorCode, isCode, type Coded, type ErrorCode } from '../../../protocol/errors.ts';
import type { PublicState, Stage } from '../../../protocol/public-state.ts';
import type { EntropyFailure, EntropyGap, EntropyStep } from './entropy-outcome.ts';

type End = Extract<EntropyStep, { kind: 'unfinished' | 'failed' }>;

/** Carries an end out of the check; never leaves this folder. */
type Found = Coded<'check-ended'> & { readonly end: End };

function found(end: End): Found {
  return Object.assign(codedError('check-ended', end.kind), { end });
}

function isFound(error: unknown): error is Found {
  return isCode(error, 'check-ended');
}

export function foundBad(failure: EntropyFailure): never {
  throw found({ kind: 'failed', failure });
}

/** For `catch`: whatever was thrown, it is this gap and says nothing about the device. */
export function failedWith(gap: EntropyGap): () => never {
  return () => {
    throw found({ kind: 'unfinished', gap });
  };
}

/** Where the link, and not the device, ended it. */
const gapOfError: Partial<Record<ErrorCode, EntropyGap>> = {
  disconnected: 'disconnected',
  timeout: 'timeout',
  aborted: 'cancelled',
  'device-fault': 'device-fault',
};

/** Stages of `create` that come after the check. */
const pastCheck: ReadonlySet<Stage> = new Set([
  'choose-pin',
  'repeat-pin',
  'pins-differ',
  'warning',
  'hold',
  'words',
  'written',
  'confirm',
  'finish',
]);

/** Whether a device that was asked for a check has gone past it. */
export function isPastCheck({ activity, stage, wallet }: PublicState): boolean {
  return activity === 'create' && (pastCheck.has(stage) || wallet !== 'empty');
}

/**
 * A refusal alone says little: a person who pressed Stop makes the device refuse too. So the device is asked where it
 * stands, and only one that still stands at the check, or went past it, has failed.
 */
export async function endingOf(error: unknown, status: () => Promise<PublicState>): Promise<End> {
  if (isFound(error)) return error.end;
  const code = errorCode(error);
  // The device is in the middle of another host's ceremony: it is that one's check, and none of ours.
  if (code === 'busy') return { kind: 'unfinished', gap: 'interrupted' };
  const gap = code === undefined ? 'not-computed' : gapOfError[code];
  if (gap !== undefined) return { kind: 'unfinished', gap };
  if (code === 'bad-response') return { kind: 'failed', failure: 'malformed' };
  try {
    return endingAt(await status());
  } catch (trouble) {
    const why = errorCode(trouble);
    return { kind: 'unfinished', gap: (why === undefined ? undefined : gapOfError[why]) ?? 'interrupted' };
  }
}

function endingAt(state: PublicState): End {
  if (state.outcome === 'fault' || state.stage === 'fault')
    return { kind: 'unfinished', gap: 'device-fault' };
  if (state.outcome === 'stopped' || state.outcome === 'cancelled') {
    return { kind: 'unfinished', gap: state.outcome };
  }
  if (state.activity === 'create' && state.stage === 'entropy') return { kind: 'failed', failure: 'refused' };
  return isPastCheck(state)
    ? { kind: 'failed', failure: 'skipped' }
    : { kind: 'unfinished', gap: 'interrupted' };
}
