/** Runs unit tests against a mutant. A process that takes too long is ended, with all it has started, and counts as noticed. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { UnitAnswer, UnitRequest } from './unit-process.ts';

export type Verdict =
  { readonly is: 'noticed'; readonly by: string } | { readonly is: 'too slow' } | { readonly is: 'survived' };

export interface UnitTests {
  run(request: UnitRequest, limitMs: number): Promise<Verdict>;
  end(): void;
}

export function createUnitTests(root: string): UnitTests {
  let running: Promise<ChildProcess> | undefined;

  const start = async (): Promise<ChildProcess> => {
    const child = fork(join(root, 'tests/mutation/unit-process.ts'), {
      cwd: root,
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A group of its own, so that its workers end with it.
      detached: true,
    });
    await new Promise((ready) => child.once('message', ready));
    return child;
  };

  const end = (child: ChildProcess) => {
    running = undefined;
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };

  return {
    async run(request, limitMs) {
      const child = await (running ??= start());
      return new Promise<Verdict>((settle) => {
        const done = (verdict: Verdict) => {
          clearTimeout(timer);
          child.removeAllListeners();
          settle(verdict);
        };
        const timer = setTimeout(() => {
          end(child);
          done({ is: 'too slow' });
        }, limitMs);
        child.once('message', ({ failed }: UnitAnswer) =>
          done(failed === undefined ? { is: 'survived' } : { is: 'noticed', by: failed }),
        );
        child.once('exit', () => {
          end(child);
          done({ is: 'noticed', by: 'the test process ended' });
        });
        child.send(request);
      });
    },
    end: () => void running?.then(end),
  };
}
