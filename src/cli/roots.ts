/** Makers' roots that a person adds, from a file. Also read when the app is built with some (`vite.config.ts`). */
import { readFile } from 'node:fs/promises';
import { readRoots } from '../devices/hostblind/attestation/roots-file.ts';
import {
  addedIssuers,
  trustedIssuers,
  type MakerRoot,
  type TrustedIssuer,
} from '../devices/hostblind/attestation/trusted-issuers.ts';
import { codedError } from '../protocol/errors.ts';
import { terminalText } from '../text/terminal/terminal.ts';

/** Throws `usage`, with what is wrong and where. */
export async function loadRoots(file: string): Promise<readonly MakerRoot[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw codedError('usage', terminalText.roots.unreadable(file, code));
  });
  const read = await readRoots(text);
  if (read.kind === 'problem') throw codedError('usage', terminalText.roots.problem(file, read.problem));
  return read.roots;
}

/** Whose certificates this run believes. */
export async function issuersFor(file: string | undefined): Promise<readonly TrustedIssuer[]> {
  return file === undefined ? trustedIssuers : [...trustedIssuers, ...addedIssuers(await loadRoots(file))];
}
