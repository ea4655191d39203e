/** An error that is told in words of its own, and with advice of its own. */
import { errorCode, type ErrorCode } from '../../protocol/errors.ts';

/** `bad-file`: a file on this computer. `usage`: the command line. */
export type TerminalCode = ErrorCode | 'bad-file' | 'usage';

class OwnWords extends Error {
  override readonly name = 'OwnWords';
  readonly code: TerminalCode;
  readonly todo: string;

  constructor(code: TerminalCode, message: string, todo: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
    this.todo = todo;
  }
}

/** `message`: what happened. `todo`: what to do now; may be empty. */
export function inOwnWords(code: TerminalCode, message: string, todo: string, cause?: unknown): Error {
  return new OwnWords(code, message, todo, cause);
}

/** The advice that an error brings along. */
export function ownAdvice(error: unknown): string | undefined {
  return error instanceof Error && 'todo' in error && typeof error.todo === 'string' ? error.todo : undefined;
}

/** `undefined` for a fault of this program. */
export function terminalCode(error: unknown): TerminalCode | undefined {
  const own = error instanceof Error && 'code' in error ? error.code : undefined;
  return own === 'bad-file' || own === 'usage' ? own : errorCode(error);
}
