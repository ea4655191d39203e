/**
 * One tab owns a device: a Web Lock held while a connection lives. The browser frees it when the tab closes or
 * crashes, so it can never be left behind.
 */
import { HostblindError } from '../protocol/errors.ts';
import { abortedError } from './abort.ts';

export interface TabLock {
  /** Takes the lock and returns what gives it back; throws `in-use` (detail `another tab`) when it is taken. */
  take(): Promise<() => Promise<void>>;
  /** Settles when the lock is free, without keeping it; fails with `aborted` only. */
  waitUntilFree(signal?: AbortSignal): Promise<void>;
}

/** Locks are per origin and name. A browser without Web Locks gets none: there the driver's refusal must do. */
export function createTabLock(name: string, locks: LockManager | undefined): TabLock {
  /** Giving a lock back takes a moment; taking it again in the same tab waits for that. */
  let givingBack: Promise<unknown> = Promise.resolve();

  const take = async (): Promise<() => Promise<void>> => {
    if (locks === undefined) return () => Promise.resolve();
    await givingBack;
    return new Promise((resolve, reject) => {
      const request = locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) throw new HostblindError('in-use', { detail: 'another tab' });
        return new Promise<void>((free) => {
          resolve(async () => {
            free();
            await givingBack;
          });
        });
      });
      request.catch(reject);
      givingBack = request.catch(() => undefined);
    });
  };

  return {
    take,
    async waitUntilFree(signal) {
      if (locks === undefined) return;
      try {
        await locks.request(name, signal === undefined ? {} : { signal }, () => undefined);
      } catch (cause) {
        throw signal?.aborted === true ? abortedError(signal) : new HostblindError('aborted', { cause });
      }
    },
  };
}
