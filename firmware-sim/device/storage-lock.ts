/**
 * One process per storage file. The system's own lock where there is one, and a note beside the file, `FILE.lock`, that
 * names its holder. A process that was killed leaves the note behind; the next one takes it over when it can know that
 * its holder is gone, and otherwise says what to do.
 */
import { storageText } from '../../src/text/simulator/storage.ts';
import { isCode } from '../../src/protocol/errors.ts';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { decodeHolder, encodeHolder, stateOf, thisHolder, type LockHolder } from './lock-holder.ts';
import { takeSystemLock } from './system-lock.ts';

export interface StorageLock {
  /** Lets the next process in. May be called twice. The system's lock goes when the file is closed. */
  release(): void;
}

function readNote(path: string): string | undefined {
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
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function inUseBy(path: string, pid: number): Error {
  return new Error(storageText.inUseBy(path, pid));
}

/** The system says that it is held; the note may say by whom, if it can be checked here. */
function inUse(path: string, here: LockHolder): Error {
  const holder = decodeHolder(readNote(`${path}.lock`) ?? '');
  if (holder !== undefined && stateOf(holder, here) === 'running') return inUseBy(path, holder.pid);
  return new Error(storageText.inUse(path));
}

function perhapsInUse(path: string, pid: number): Error {
  return new Error(storageText.perhapsInUse(path, pid));
}

let notes = 0;

/** Takes the lock of `path`, open as `file`, or throws an `Error` that says who holds it, or what to do. */
export function lockStorage(path: string, file: number): StorageLock {
  const lockPath = `${path}.lock`;
  notes += 1;
  const note = `${lockPath}.${process.pid}.${notes}`;
  const stale = `${note}.stale`;
  const systemLock = takeSystemLock(file);
  const here = thisHolder(systemLock === 'taken');
  if (systemLock === 'held') throw inUse(path, here);
  const isGone = (text: string): boolean => {
    const holder = decodeHolder(text);
    return holder === undefined || stateOf(holder, here) === 'gone';
  };
  try {
    writeFileSync(note, encodeHolder(here), { mode: 0o600 });
    while (!tryLink(note, lockPath)) {
      const text = readNote(lockPath);
      if (text === undefined) continue;
      const holder = decodeHolder(text);
      const state = holder === undefined ? 'gone' : stateOf(holder, here);
      if (holder !== undefined && state === 'running') throw inUseBy(path, holder.pid);
      if (holder !== undefined && state === 'unknown') throw perhapsInUse(path, holder.pid);
      // A rename moves one lock aside, and for one process only. What was moved is looked at once more, because
      // another process may have taken over in between: its lock goes back.
      try {
        renameSync(lockPath, stale);
      } catch {
        continue;
      }
      if (!isGone(readNote(stale) ?? '')) tryLink(stale, lockPath);
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
