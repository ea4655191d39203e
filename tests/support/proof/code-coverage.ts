/**
 * Which parts of the project's code have run, block by block, from V8's own precise coverage. What guides a fuzzer
 * elsewhere by instrumented binaries comes here with Node, without a tool to install.
 */
import { Session, type Profiler } from 'node:inspector';

export interface CodeCoverage {
  /** The blocks that ran since the last call, each by a name of its own. */
  take(): string[];
  stop(): void;
}

const isOurs = (url: string): boolean =>
  /\/(?:src|firmware-sim)\//.test(url) && !url.includes('node_modules');

export function startCodeCoverage(): CodeCoverage {
  const session = new Session();
  session.connect();
  // A session in the same thread answers before `post` returns.
  const take = (): Profiler.ScriptCoverage[] => {
    let scripts: Profiler.ScriptCoverage[] = [];
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      if (error === null) scripts = taken.result;
    });
    return scripts;
  };
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: () =>
      take()
        .filter(({ url }) => isOurs(url))
        .flatMap(({ scriptId, functions }) =>
          functions.flatMap(({ ranges }) =>
            ranges
              .filter(({ count }) => count > 0)
              .map(({ startOffset, endOffset }) => `${scriptId}:${startOffset}:${endOffset}`),
          ),
        ),
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
