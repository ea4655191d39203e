/**
 * A screen that a host brought up takes no press at first: a finger that was on its way to another screen must not
 * answer this one (H2).
 */
import type { Button } from '../board.ts';
import type { Flow } from './flow.ts';

/** How long such a screen takes no press, on the device's clock. */
export const deafMs = 1000;

/** As with a hold: a clock that jumps must not end the wait before anybody could read the screen. */
const longestTickMs = 200;

/** Drawn while the second is over and a button is still down. */
const leastLeft = 0.01;

/**
 * Lets presses pass until the screen has been up for a second and both buttons are up. `draw` is given how much of
 * the second is left, from 1 down; 0 only when presses count.
 */
export function* deafSecond(
  device: { isDown(button: Button): boolean; now(): number },
  draw: (left: number) => void,
): Flow<void> {
  let since = device.now();
  let heard = 0;
  draw(1);
  while (heard < deafMs || device.isDown('left') || device.isDown('right')) {
    const input = yield;
    if (input.kind !== 'tick' || heard >= deafMs) continue;
    heard += Math.min(Math.max(input.at - since, 0), longestTickMs);
    since = input.at;
    draw(Math.max(leastLeft, 1 - heard / deafMs));
  }
  draw(0);
}
