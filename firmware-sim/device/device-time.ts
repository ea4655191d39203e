/**
 * The clock and the ticks of one device. Running, they follow the real clock. Paused, device time stands still
 * and moves only by `advance`, so that a test decides every millisecond.
 */

/** Device milliseconds between ticks, real or stepped. */
const tickMs = 50;

/** What Speculos calls a tick: the unit of `single-step` and of press delays. */
export const stepMs = 100;

export interface DeviceTime {
  /** Whole device milliseconds, so that a hold of 1,500 advanced is not 1,499.99…; never goes back. */
  now(): number;
  running(): boolean;
  pause(): void;
  resume(): void;
  /** Moves device time by `milliseconds` at once, a tick at every 50 ms and one at the end. */
  advance(milliseconds: number): void;
  /** Lets device time pass: waits while it runs, steps while it is paused. */
  wait(milliseconds: number): Promise<void>;
  /** Stops for good. */
  close(): void;
}

/** `realNow` in milliseconds, never going back. Starts running. A tick is `stepped` when `advance` made it. */
export function createDeviceTime(
  onTick: (stepped: boolean) => void,
  realNow = () => performance.now(),
): DeviceTime {
  let deviceNow = 0;
  let realThen = realNow();
  let timer: NodeJS.Timeout | undefined;

  const now = (): number => {
    if (timer !== undefined) {
      const real = realNow();
      deviceNow += real - realThen;
      realThen = real;
    }
    return Math.floor(deviceNow);
  };
  const pause = (): void => {
    deviceNow = now();
    clearInterval(timer);
    timer = undefined;
  };
  const resume = (): void => {
    if (timer !== undefined) return;
    realThen = realNow();
    // Unref'd: the servers keep the process alive, the ticks do not.
    timer = setInterval(() => onTick(false), tickMs).unref();
  };
  const advance = (milliseconds: number): void => {
    for (let left = milliseconds; left > 0; left -= tickMs) {
      now();
      deviceNow += Math.min(left, tickMs);
      onTick(true);
    }
  };
  resume();
  return {
    now,
    running: () => timer !== undefined,
    pause,
    resume,
    advance,
    async wait(milliseconds) {
      if (milliseconds <= 0) return;
      if (timer === undefined) {
        advance(milliseconds);
        return;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
    },
    close: pause,
  };
}
