/** The grid of a device in a process. */
import { createPace, type Pace } from '../pace/pace.ts';

export function processPace(keepsPace: () => boolean): Pace {
  return createPace({
    now: () => performance.now(),
    // Unref'd: the servers keep the process alive, an answer does not.
    wake: (afterMs, callback) => void setTimeout(callback, afterMs).unref(),
    afterSending: (callback) => void setImmediate(callback),
    keepsPace,
  });
}
