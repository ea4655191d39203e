/** Timers that run when the test says so. */
import type { StartTimer } from '../../src/transport/timer.ts';

export interface ManualTimer {
  readonly startTimer: StartTimer;
  /** Moves time and runs what is due, in order. */
  advance(milliseconds: number): void;
  /** How many timers wait: 0 when nothing was left behind. */
  readonly pending: number;
}

export function createManualTimer(): ManualTimer {
  let now = 0;
  const entries = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    startTimer(milliseconds, callback) {
      const entry = { at: now + milliseconds, callback };
      entries.add(entry);
      return () => {
        entries.delete(entry);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...entries].filter((entry) => entry.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        now = due.at;
        entries.delete(due);
        due.callback();
      }
      now = end;
    },
    get pending() {
      return entries.size;
    },
  };
}
