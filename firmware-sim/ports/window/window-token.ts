/**
 * The secret in the device window's address: 128 random bits. With a storage file it is kept beside it, for its owner
 * alone, so an open window resumes when the same device restarts; without one, each start has its own.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

function draw(): string {
  return randomBytes(16).toString('base64url');
}

function readKept(path: string): string | undefined {
  try {
    const token = readFileSync(path, 'utf8').trim();
    // What others can read is no secret. Windows knows no such modes.
    const isPrivate = process.platform === 'win32' || (statSync(path).mode & 0o077) === 0;
    return isPrivate && tokenPattern.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

/** A token that could not be kept still works; the window then has another address after a restart. */
export function windowToken(storage: string | undefined): string {
  if (storage === undefined) return draw();
  const path = `${storage}.window`;
  const kept = readKept(path);
  if (kept !== undefined) return kept;
  const token = draw();
  try {
    rmSync(path, { force: true });
    writeFileSync(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    // A full disk: the storage file says so when it matters.
  }
  return token;
}
