/**
 * A lock that the system drops when its holder ends, however it ends, and that holds across containers: `flock(2)` on
 * an open file. Node has no call for it; the `flock` program of util-linux and BusyBox locks a descriptor that it
 * inherits, and the lock stays with the open file after the program has ended.
 */
import { spawnSync } from 'node:child_process';

/** `unknown` where there is no such program, or no such lock on that file system. */
export type SystemLock = 'taken' | 'held' | 'unknown';

const patienceMs = 5000;

/** Tries to lock `file`, an open descriptor; the lock goes with the last descriptor of that opening. */
export function takeSystemLock(file: number): SystemLock {
  if (process.platform === 'win32') return 'unknown';
  const { status } = spawnSync('flock', ['-n', '3'], {
    stdio: ['ignore', 'ignore', 'ignore', file],
    timeout: patienceMs,
  });
  if (status === 0) return 'taken';
  return status === 1 ? 'held' : 'unknown';
}
