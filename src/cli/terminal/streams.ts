/**
 * Standard output and standard error as things that can fail. What was written counts only once it arrived, so a
 * program that ends with success has said all of it.
 */

/** The part of a `Writable` that is needed. */
export interface ByteSink {
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'resize', listener: () => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export type OutputEnd =
  | { readonly kind: 'whole' }
  /** Nobody reads standard output any more, as after `| head -1`. */
  | { readonly kind: 'closed' }
  /** Standard output could not be written. `code` is the system's, such as ENOSPC for a full disk. */
  | { readonly kind: 'failed'; readonly code: string };

export interface TextStream {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Characters a line; `undefined` where there is no width. */
  readonly columns: number | undefined;
  /** Calls `listener` each time that the width has changed. */
  onResize(listener: () => void): void;
}

export interface Terminal {
  readonly out: TextStream;
  /** What cannot be written here is lost: there is no place left to say so. */
  readonly err: TextStream;
  /** Settles when all that was written has arrived, or never will. */
  finish(): Promise<OutputEnd>;
}

const whole: OutputEnd = { kind: 'whole' };

function endOf(error: Error): OutputEnd {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  // A stream that is written to after its end says so with codes of its own; the first error has said why.
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' ? { kind: 'closed' } : { kind: 'failed', code };
}

/** `onLost` is called once, when standard output is closed or fails: what is said from then on, nobody reads. */
export function openTerminal(
  { stdout, stderr }: { readonly stdout: ByteSink; readonly stderr: ByteSink },
  onLost: (end: OutputEnd) => void,
): Terminal {
  let end = whole;
  let pending = 0;
  let settle: (() => void)[] = [];
  const lose = (error: Error): void => {
    if (end !== whole) return;
    end = endOf(error);
    onLost(end);
  };
  const stream = (sink: ByteSink, onError: (error: Error) => void): TextStream => {
    // Without a listener a failed write would end the process, and print a stack.
    sink.on('error', onError);
    return {
      get isTTY() {
        return sink.isTTY === true;
      },
      get columns() {
        return sink.columns;
      },
      onResize: (listener) => void sink.on('resize', listener),
      write(text) {
        pending += 1;
        sink.write(text, (error) => {
          pending -= 1;
          if (error !== undefined && error !== null) onError(error);
          if (pending > 0) return;
          const waiting = settle;
          settle = [];
          for (const each of waiting) each();
        });
      },
    };
  };
  return {
    out: stream(stdout, lose),
    err: stream(stderr, () => undefined),
    async finish() {
      if (pending > 0) {
        await new Promise<void>((resolve) => {
          settle.push(resolve);
        });
      }
      return end;
    },
  };
}
