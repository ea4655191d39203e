/** What the system says of a file, in words, with the file's name and what to do. */
import { storageText } from '../../src/text/simulator/storage.ts';

/** An `Error` for the person; what is none of the system's stays as it is. */
export function fileFault(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const code = String(error.code);
  return new Error(storageText.fault(path, code), { cause: error });
}
