/** Waiting for the operating system to open a device: within a limit, and not when the person has given up. */
import { HostblindError } from '../protocol/errors.ts';
import { abortable } from './abort.ts';
import type { StartTimer } from './timer.ts';

/** Milliseconds for the operating system to open a device that was chosen. */
export const openTimeout = 10_000;

export interface OpenOptions {
  readonly start: StartTimer;
  readonly signal: AbortSignal | undefined;
  /** Lets go of a device that opened after everybody stopped waiting. */
  readonly discard: () => void;
}

/** Settles as `opening` does, with `timeout` after ten seconds, or with `aborted`. */
export async function openWithin(
  opening: Promise<void>,
  { start, signal, discard }: OpenOptions,
): Promise<void> {
  const expired = new AbortController();
  const stop = start(openTimeout, () => {
    expired.abort();
  });
  try {
    const given = signal === undefined ? expired.signal : AbortSignal.any([signal, expired.signal]);
    await abortable(opening, given, discard);
  } catch (error) {
    throw expired.signal.aborted ? new HostblindError('timeout', { cause: error }) : error;
  } finally {
    stop();
  }
}
