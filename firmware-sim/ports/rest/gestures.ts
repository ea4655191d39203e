/** Press, wait, release: one gesture after another, so that two requests never tear each other's press apart. */
import { stepMs } from '../../device/device-time.ts';
import type { Device } from '../../device/device.ts';
import type { Button } from '../../core/board.ts';

export interface Gestures {
  /** Resolves when the device has taken it. */
  press(buttons: readonly Button[]): Promise<void>;
  release(buttons: readonly Button[]): Promise<void>;
  /**
   * Resolves when the buttons are up again, once `seconds` have passed between the two. Speculos waits the same
   * time again after the release; here the screen has settled by then.
   */
  pressAndRelease(buttons: readonly Button[], seconds: number): Promise<void>;
}

/** Speculos counts a delay in whole ticks of 0.1 s, rounded down. */
export function delayMs(seconds: number): number {
  return Math.floor(seconds * 10 + 1e-9) * stepMs;
}

export function createGestures(device: Device): Gestures {
  let previous: Promise<void> = Promise.resolve();
  const press = (buttons: readonly Button[]): Promise<void> => {
    for (const button of buttons) device.press(button);
    return device.settled();
  };
  const release = (buttons: readonly Button[]): Promise<void> => {
    for (const button of buttons) device.release(button);
    return device.settled();
  };
  const gesture = async (
    before: Promise<void>,
    buttons: readonly Button[],
    seconds: number,
  ): Promise<void> => {
    await before;
    for (const button of buttons) device.press(button);
    await device.time.wait(delayMs(seconds));
    await release(buttons);
  };
  return {
    press,
    release,
    pressAndRelease(buttons, seconds) {
      const current = gesture(previous, buttons, seconds);
      // The next gesture waits for this one, however it ends.
      previous = current.catch(() => undefined);
      return current;
    },
  };
}
