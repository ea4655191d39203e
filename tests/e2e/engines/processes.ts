/** Programs that a test starts, each with all that it starts itself. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Program {
  readonly child: ChildProcess;
  /** What it wrote so far, for an error that names the cause. */
  output(): string;
  /** Ends it and what it started, at once. */
  end(): Promise<void>;
}

export function startProgram(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  extraPipe = false,
): Program {
  const child = spawn(command, args, {
    // A process group of its own: what it starts is ended with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(extraPipe ? (['pipe'] as const) : [])],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000);
    });
  child.once('error', (error) => {
    output += error.message;
  });
  const ended = once(child, 'exit').catch(() => undefined);
  return {
    child,
    output: () => output,
    async end() {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Gone already, with all of its group.
      }
      await ended;
    },
  };
}

/** Asks again, in short steps, until there is an answer; throws what `complaint` says after `limitMs`. */
export async function untilFound<Found>(
  look: () => Promise<Found | undefined>,
  limitMs: number,
  complaint: () => string,
): Promise<Found> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(complaint());
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}
