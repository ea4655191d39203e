/**
 * The file that a backup is written to: whole or not at all, readable by its owner alone, and never in place of another one unless that
 * was asked for. Its room is taken before the device is asked, so that a full disk shows before anyone writes a code down.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { toHex } from '../protocol/bytes.ts';
import { HostblindError, isCode } from '../protocol/errors.ts';
import { backupFileLength, parseBackupFile, type Sha256 } from '../protocol/files/backup-file.ts';
import { ceremonyText } from '../text/terminal/ceremonies.ts';
import type { TargetProblem } from '../text/types/terminal/ceremonies.ts';
import { inOwnWords } from './terminal/own-words.ts';

export const sha256: Sha256 = (body) => createHash('sha256').update(body).digest();

export interface BackupTarget {
  /** As it was named. */
  readonly path: string;
  /** Throws what the system said; `EEXIST` where a file has come into being meanwhile. */
  write(bytes: Uint8Array): void;
  /** Removes what was begun, if anything is left of it. May be called at any time. */
  discard(): void;
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Other systems and file systems have no second names for a file. */
const noLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

/** Gives `draft` the name `path`; fails with `EEXIST` rather than replace a file. */
function moveBeside(draft: string, path: string): void {
  try {
    linkSync(draft, path);
    rmSync(draft);
  } catch (error) {
    if (!noLinks.has(systemCode(error))) throw error;
    if (existsSync(path)) throw Object.assign(error as Error, { code: 'EEXIST' });
    renameSync(draft, path);
  }
}

/** Its new name survives a power cut too, where the system can promise that. */
function keepName(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Not every system opens a folder, and the file itself is there.
  }
}

/** Fills an open file from its beginning; fails as the system does. */
export type FillFile = (file: number, bytes: Uint8Array) => void;

const fillFile: FillFile = (file, bytes) => {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, done);
  fsyncSync(file);
};

function kindAt(path: string): 'file' | 'folder' | undefined {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

export function targetProblem(error: unknown): TargetProblem {
  return isCode(error, 'EEXIST') ? { kind: 'exists' } : { kind: 'system', code: systemCode(error) };
}

function refuse(path: string, problem: TargetProblem, cause?: unknown): Error {
  const { when, todo } = ceremonyText.openProblem(path, problem);
  return inOwnWords('bad-file', when, todo, cause);
}

/** Throws `bad-file` with what is wrong, before anything is asked of a device. */
export function openBackupTarget(name: string, force: boolean, fill = fillFile): BackupTarget {
  const path = resolve(name);
  const draft = `${path}.${process.pid}.part`;
  let open: number | undefined;
  let left = false;
  const begin = (): number => {
    rmSync(draft, { force: true });
    const file = openSync(draft, 'wx', 0o600);
    left = true;
    return file;
  };
  const close = (): void => {
    if (open !== undefined) closeSync(open);
    open = undefined;
  };
  const discard = (): void => {
    close();
    if (left) rmSync(draft, { force: true });
    left = false;
  };
  try {
    const there = kindAt(path);
    if (there === 'folder') throw refuse(name, { kind: 'folder' });
    if (there === 'file' && !force) throw refuse(name, { kind: 'exists' });
    open = begin();
    fill(open, new Uint8Array(backupFileLength));
  } catch (error) {
    discard();
    throw isCode(error, 'bad-file') ? error : refuse(name, targetProblem(error), error);
  }
  return {
    path: name,
    write(bytes) {
      // It may be a second try, after one that failed.
      open ??= begin();
      fill(open, bytes);
      close();
      if (force) renameSync(draft, path);
      else moveBeside(draft, path);
      left = false;
      keepName(path);
    },
    discard,
  };
}

/** Throws `bad-response` for bytes that are no backup file, or not that wallet's (32 hexadecimal digits). */
export function expectBackupOf(bytes: Uint8Array, walletId: string): void {
  const file = parseBackupFile(bytes, sha256);
  if (typeof file === 'string') throw new HostblindError('bad-response', { detail: file });
  if (toHex(file.walletId) !== walletId)
    throw new HostblindError('bad-response', { detail: 'another wallet' });
}
