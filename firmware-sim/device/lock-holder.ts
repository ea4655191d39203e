/**
 * Who holds a lock on a storage file, as its note says, and whether that process still runs. A process id means
 * something only where it was given out: on one computer, since it was switched on, in one process namespace.
 */
import { isCode } from '../../src/protocol/errors.ts';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface LockHolder {
  readonly pid: number;
  /** When the process began, in ticks of the system; empty where it cannot be known. */
  readonly started: string;
  /** Of the computer, since it was switched on. */
  readonly boot: string;
  /** Process ids of two namespaces have nothing to do with each other. */
  readonly namespace: string;
  readonly computer: string;
  /** It holds the system's own lock too, which ends with it. */
  readonly hasSystemLock: boolean;
}

/** `gone`: its lock may be taken over. `unknown`: only the person can know. */
export type HolderState = 'running' | 'gone' | 'unknown';

function orNone(read: () => string): string {
  try {
    return read().trim().replaceAll(/\s/g, '_');
  } catch {
    return '';
  }
}

/** Field 22 of `/proc/PID/stat`: tells a process from a later one with the same id; empty where there is none. */
function startTime(pid: number): string {
  return orNone(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in parentheses may hold spaces and parentheses; the fields are counted from the last one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });
}

/** This process, as a holder. */
export function thisHolder(hasSystemLock: boolean): LockHolder {
  return {
    pid: process.pid,
    started: startTime(process.pid),
    boot: orNone(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    namespace: orNone(() => readlinkSync('/proc/self/ns/pid')),
    computer: orNone(() => readFileSync('/etc/machine-id', 'utf8')) || orNone(hostname),
    hasSystemLock,
  };
}

const none = '-';

export function encodeHolder(holder: LockHolder): string {
  const { pid, started, boot, namespace, computer, hasSystemLock } = holder;
  const fields = [started, boot, namespace, computer].map((field) => (field === '' ? none : field));
  return `${pid} ${fields.join(' ')} ${hasSystemLock ? 'flock' : none}\n`;
}

/** `undefined` for a note that names nobody. Notes of earlier versions have an id and a start time only. */
export function decodeHolder(note: string): LockHolder | undefined {
  const [pidText = '', ...rest] = note.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid < 1) return undefined;
  const [started = '', boot = '', namespace = '', computer = '', lock = ''] = rest.map((field) =>
    field === none ? '' : field,
  );
  return { pid, started, boot, namespace, computer, hasSystemLock: lock === 'flock' };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return isCode(error, 'EPERM');
  }
}

/** `here` is this process, with the system's lock or without. */
export function stateOf(holder: LockHolder, here: LockHolder): HolderState {
  const isFormer = holder.computer === '';
  const sameBoot = isFormer || holder.boot === here.boot;
  // No process from before the computer was switched on again still runs.
  if (!sameBoot) return holder.computer === here.computer ? 'gone' : 'unknown';
  // It held the system's lock, and now this process does.
  if (holder.hasSystemLock && here.hasSystemLock) return 'gone';
  if (!isFormer && holder.namespace !== here.namespace) return 'unknown';
  if (!isRunning(holder.pid)) return 'gone';
  const started = startTime(holder.pid);
  if (started === '' || holder.started === '') return 'unknown';
  return started === holder.started ? 'running' : 'gone';
}
