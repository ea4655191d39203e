/**
 * One process per storage file. Node has no `flock`, so the lock is a file beside it, `FILE.lock`, that names its
 * holder. A process that was killed leaves it behind; the next one sees that its holder is gone and takes it over.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

export interface StorageLock {
  /** Lets the next process in. May be called twice. */
  release(): void;
}

/** Field 22 of `/proc/PID/stat`: tells a process from a later one with the same id; empty where there is none. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold spaces and parentheses; the fields are counted from the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(holder: string): boolean {
  const [pidText = '', started = ''] = holder.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return started === '' || startTime(pid) === started;
}

function readHolder(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Links the finished note to the lock's name: the lock exists with its holder's name in it, or not at all. */
function tryLink(note: string, lockPath: string): boolean {
  try {
    linkSync(note, lockPath);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

let notes = 0;

/** Takes the lock of `path`, or throws an `Error` that names the process that holds it. */
export function lockStorage(path: string): StorageLock {
  const lockPath = `${path}.lock`;
  notes += 1;
  const note = `${lockPath}.${process.pid}.${notes}`;
  const stale = `${note}.stale`;
  writeFileSync(note, `${process.pid} ${startTime(process.pid)}\n`, { mode: 0o600 });
  try {
    while (!tryLink(note, lockPath)) {
      const holder = readHolder(lockPath);
      if (holder === undefined) continue;
      if (isRunning(holder)) {
        const pid = holder.trim().split(' ')[0] ?? '';
        throw new Error(
          `storage file ${path} is in use by process ${pid}. Stop that process, or name another file.`,
        );
      }
      // A rename moves one lock aside, and for one process only. What was moved is looked at once more, because
      // another process may have taken over in between: its lock goes back.
      try {
        renameSync(lockPath, stale);
      } catch {
        continue;
      }
      if (isRunning(readHolder(stale) ?? '')) tryLink(stale, lockPath);
      rmSync(stale, { force: true });
    }
  } finally {
    rmSync(note, { force: true });
  }
  let held = true;
  return {
    release() {
      if (held) rmSync(lockPath, { force: true });
      held = false;
    },
  };
}
