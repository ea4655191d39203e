/** Giving up a wait that cannot itself be stopped, such as a browser's device list or a driver's `open`. */
import { HostblindError } from '../protocol/errors.ts';

export function abortedError(signal: AbortSignal | undefined): HostblindError {
  return new HostblindError('aborted', { cause: signal?.reason });
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw abortedError(signal);
}

/**
 * Settles as `work` does, or with `aborted` when the signal comes first. What arrives afterwards goes to
 * `discard`, so that a device that opened too late is closed and not kept open by nobody.
 */
export function abortable<Value>(
  work: Promise<Value>,
  signal: AbortSignal | undefined,
  discard?: (late: Value) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const onAbort = (): void => {
      settled = true;
      reject(abortedError(signal));
    };
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
    work.then(
      (value) => {
        signal?.removeEventListener('abort', onAbort);
        if (settled) discard?.(value);
        else resolve(value);
      },
      (error: unknown) => {
        signal?.removeEventListener('abort', onAbort);
        reject(error as Error);
      },
    );
  });
}
