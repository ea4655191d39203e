/** What a person does with two buttons: press left, press right, press both, hold the right one. */
import type { Button } from '../board.ts';
import type { Flow } from './flow.ts';

export type Gesture = Button | 'both';

/**
 * Waits for a press and its release. A button that is down when the wait begins does not count until it has been
 * let go. Acts on release, so that a second button can join.
 */
export function* gesture(): Flow<Gesture> {
  const down = new Set<Button>();
  const touched = new Set<Button>();
  for (;;) {
    const input = yield;
    if (input.kind === 'press') {
      down.add(input.button);
      touched.add(input.button);
    } else if (input.kind === 'release' && down.delete(input.button) && down.size === 0) {
      const [first] = touched;
      return touched.size === 2 || first === undefined ? 'both' : first;
    }
  }
}

/** How long a hold takes, on the device's clock (H5). */
export const holdMs = 1500;

/**
 * The most that one tick can add. A clock that jumps, or a board that stalls between press and release, must not
 * turn a tap into a hold.
 */
const longestTick = 200;

/**
 * Waits until the right button has been held for 1.5 s without a break, or the left one was tapped. Release or a
 * second button sets the time back to zero; taps never add up; a button that is down at the beginning does not
 * count. `buttons` tells which are down now; `progress` (0 to 1) is told whenever it changes.
 */
export function* holdRight(
  buttons: { isDown(button: Button): boolean },
  progress: (part: number) => void,
): Flow<'held' | 'left'> {
  let since: number | undefined;
  let held = 0;
  let leftAlone = false;
  for (;;) {
    const input = yield;
    if (input.kind === 'press' && input.button === 'right') {
      leftAlone = false;
      if (buttons.isDown('left')) continue;
      since = input.at;
      held = 0;
      progress(0);
    } else if (input.kind === 'tick' && since !== undefined) {
      held += Math.min(Math.max(input.at - since, 0), longestTick);
      since = input.at;
      if (held >= holdMs) return 'held';
      progress(held / holdMs);
    } else if (input.kind === 'press' || input.kind === 'release') {
      // The right button was let go, or the left one joined or left: whatever was held is void.
      if (since !== undefined) progress(0);
      since = undefined;
      if (input.kind === 'press') leftAlone = !buttons.isDown('right');
      else if (input.button === 'left' && leftAlone) return 'left';
    }
  }
}
