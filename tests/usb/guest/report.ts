/** What the guest tells the host, line by line on the console. The host believes nothing but the last line. */
import { appendFileSync } from 'node:fs';

export interface Report {
  /** Runs one test; a failure is told and does not stop the others. */
  test(name: string, run: () => Promise<void>): Promise<void>;
  note(text: string): void;
  /** The line without which the run has failed. */
  finish(): void;
}

/** `proof` was drawn by the host for this run alone. Tests whose name lacks `only` are left out. */
export function createReport(proof: string, only: string): Report {
  let [passed, failed] = [0, 0];
  const say = (text: string): void => appendFileSync('/dev/console', `usb-test: ${text}\n`);
  return {
    async test(name, run) {
      if (!name.includes(only)) return;
      const start = performance.now();
      const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
      try {
        await run();
        passed += 1;
        say(`pass ${name} (${seconds()})`);
      } catch (error) {
        failed += 1;
        const lines = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n');
        say(`FAIL ${name} (${seconds()})`);
        for (const line of lines.slice(0, 12)) say(`  ${line}`);
      }
    },
    note: say,
    finish: () => say(`finished ${proof} ${passed} passed, ${failed} failed`),
  };
}
