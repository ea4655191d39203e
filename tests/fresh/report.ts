/** What was looked at, how it went, and how long it took. */
import type { Counts } from './counts.ts';

export interface Report {
  /** Gives whether it passed; a failure is printed and counted, and the next check goes on. */
  check(name: string, body: () => void | Promise<void>): Promise<boolean>;
  /** Counts of a runner that ran inside; none at all is a failure of its own. */
  add(name: string, counts: Counts | undefined, exitCode: number): void;
  total(): Counts;
}

export function createReport(print: (line: string) => void = console.log): Report {
  let [passed, failed] = [0, 0];
  const seconds = (since: number): string =>
    `${((performance.now() - since) / 1000).toFixed(1).padStart(7)} s`;
  return {
    async check(name, body) {
      const since = performance.now();
      try {
        await body();
        passed += 1;
        print(`ok   ${seconds(since)}  ${name}`);
        return true;
      } catch (error) {
        failed += 1;
        print(`FAIL ${seconds(since)}  ${name}`);
        print(error instanceof Error ? error.message : String(error));
        return false;
      }
    },
    add(name, counts, exitCode) {
      passed += counts?.passed ?? 0;
      // An exit code that says red outweighs counts that don't, and so does silence.
      const red = exitCode !== 0 || counts === undefined || counts.passed === 0;
      const more = counts?.failed ?? 0;
      failed += red && more === 0 ? 1 : more;
      const told = counts === undefined ? 'no counts' : `${counts.passed} passed, ${counts.failed} failed`;
      print(`${name}: ${told}, exit code ${exitCode}`);
    },
    total: () => ({ passed, failed }),
  };
}
