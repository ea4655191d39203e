/** Following a device by asking it again and again: it never speaks first. */
import { errorCode } from '../../protocol/errors.ts';
import type { PublicState } from '../../protocol/public-state.ts';
import { abortedError, throwIfAborted } from '../../transport/abort.ts';
import type { StartTimer } from '../../transport/timer.ts';

/** Waits, or fails with `aborted`. `hurry` holds, for as long as it waits, what ends the wait at once. */
export function pause(
  milliseconds: number,
  startTimer: StartTimer,
  signal: AbortSignal | undefined,
  hurry?: Set<() => void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortedError(signal));
      return;
    }
    const leave = (): void => {
      stop();
      signal?.removeEventListener('abort', onAbort);
      hurry?.delete(onEnd);
    };
    const onAbort = (): void => {
      leave();
      reject(abortedError(signal));
    };
    const onEnd = (): void => {
      leave();
      resolve();
    };
    const stop = startTimer(milliseconds, onEnd);
    signal?.addEventListener('abort', onAbort, { once: true });
    hurry?.add(onEnd);
  });
}

export function isSameState(left: PublicState, right: PublicState | undefined): boolean {
  if (right === undefined) return false;
  return (Object.keys(left) as (keyof PublicState)[]).every((field) => left[field] === right[field]);
}

/** A locked or busy device is one to wait for, not an error. */
export function isWorthWaiting(error: unknown): boolean {
  const code = errorCode(error);
  return code === 'locked' || code === 'busy';
}

export interface PollOptions {
  readonly read: () => Promise<PublicState>;
  /** Milliseconds from one answer to the next question. */
  readonly interval: () => number;
  readonly startTimer: StartTimer;
  readonly signal?: AbortSignal | undefined;
  /** Each wait that can be cut short: there is news, or soon will be. */
  readonly hurry?: Set<() => void> | undefined;
}

/** The state, or `undefined` while the device is locked or busy. */
export async function readPatiently(read: () => Promise<PublicState>): Promise<PublicState | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isWorthWaiting(error)) return undefined;
    throw error;
  }
}

/** Milliseconds pass, or less when there is a hurry. */
export function waitForNext({ interval, startTimer, signal, hurry }: PollOptions): Promise<void> {
  return pause(interval(), startTimer, signal, hurry);
}

/** Yields the state now and then each changed one; never ends by itself. */
export async function* changedStates(options: PollOptions): AsyncGenerator<PublicState, never> {
  let last: PublicState | undefined;
  for (;;) {
    throwIfAborted(options.signal);
    const state = await readPatiently(options.read);
    if (state !== undefined && !isSameState(state, last)) {
      last = state;
      yield state;
    }
    await waitForNext(options);
  }
}
