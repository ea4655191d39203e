/**
 * One tab owns a device: a Web Lock held while a connection lives. The browser frees it when the tab closes or
 * crashes, so it can never be left behind.
 */
import { HostblindError } from '../protocol/errors.ts';
import { abortedError } from './abort.ts';
import { nameOf } from './browser-errors.ts';

export interface TabLock {
  /** Takes the lock and returns what gives it back; throws `in-use` (detail `another tab`) when it is taken. */
  take(): Promise<() => Promise<void>>;
  /** Settles when the lock is free, without keeping it; fails with `aborted` only. */
  waitUntilFree(signal?: AbortSignal): Promise<void>;
}

/**
 * A page that may keep no site data has `navigator.locks` and is refused every lock (Web Locks, "obtain a lock
 * manager"): to it, the browser has none.
 */
function isDeniedToPage(error: unknown): boolean {
  return nameOf(error) === 'SecurityError';
}

/** Locks are per origin and name. A browser without Web Locks gets none: there the driver's refusal must do. */
export function createTabLock(name: string, locks: LockManager | undefined): TabLock {
  /** Giving a lock back takes a moment; taking it again in the same tab waits for that. */
  let givingBack: Promise<unknown> = Promise.resolve();

  const take = async (): Promise<() => Promise<void>> => {
    if (locks === undefined) return () => Promise.resolve();
    await givingBack;
    return new Promise((resolve, reject) => {
      const request = requestOf(locks, name, { ifAvailable: true }, (lock) => {
        if (lock === null) throw new HostblindError('in-use', { detail: 'another tab' });
        return new Promise<void>((free) => {
          resolve(async () => {
            free();
            await givingBack;
          });
        });
      });
      request.catch((error: unknown) => {
        if (isDeniedToPage(error)) resolve(() => Promise.resolve());
        else reject(error);
      });
      givingBack = request.catch(() => undefined);
    });
  };

  return {
    take,
    async waitUntilFree(signal) {
      if (locks === undefined) return;
      try {
        await requestOf(locks, name, signal === undefined ? {} : { signal }, () => undefined);
      } catch (cause) {
        if (isDeniedToPage(cause)) return;
        throw signal?.aborted === true ? abortedError(signal) : new HostblindError('aborted', { cause });
      }
    },
  };
}

/** `async`, so that a browser that throws at once looks like one that rejects. */
async function requestOf(
  locks: LockManager,
  name: string,
  options: LockOptions,
  callback: LockGrantedCallback<void>,
): Promise<void> {
  await locks.request(name, options, callback);
}
