/** A maker's own command that acts on the device: started once for each thing to do, with its meaning as arguments. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Meaning } from '../conformance/catalogue/meanings.ts';
import { notDone } from '../conformance/tour/port.ts';
import { codedError, isCode } from '../protocol/errors.ts';
import { abortedError } from '../transport/abort.ts';
import { conformanceText } from '../text/conformance/kit.ts';

const grouped = process.platform !== 'win32';

/** The shell, and what it has started. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined || !grouped) {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid);
  } catch (error) {
    // It has just ended by itself.
    if (!isCode(error, 'ESRCH')) throw error;
  }
}

/**
 * Settles when it has ended well; rejects with `notDone` when it hasn't, or with `aborted`. What it prints on standard output is thrown
 * away, since it stands where the words are.
 */
export function runPress(command: string, meaning: Meaning, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // A shell reads the command, as it reads one that a person types; a meaning is of letters, digits, hyphens and spaces alone.
    const child = spawn(`${command} ${meaning}`, {
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      // In a group of its own, so that it can be ended with all that the shell has started for it.
      detached: grouped,
    });
    const onAbort = (): void => {
      endAll(child);
      reject(abortedError(signal));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.on('error', (cause) => {
      signal.removeEventListener('abort', onAbort);
      reject(codedError(notDone, cause.message));
    });
    child.on('close', (code) => {
      signal.removeEventListener('abort', onAbort);
      if (code === 0) resolve();
      else reject(codedError(notDone, conformanceText.pressFailed(meaning, code)));
    });
  });
}
