/** The browser's device list, closed without a choice: by the person, or before they could see it. */
import { HostblindError } from '../protocol/errors.ts';
import type { StartTimer } from './timer.ts';

/**
 * Milliseconds. A list has to be drawn and seen before it can be closed by hand; where a policy forbids such devices,
 * the browser answers with an empty list in a few milliseconds.
 */
export const quickestHandMs = 200;

/** What `ask` gives. Throws `chooser-cancelled`, or `chooser-blocked` when the empty answer came too soon for a hand. */
export async function fromChooser<Device>(
  ask: () => Promise<Device | undefined>,
  start: StartTimer,
): Promise<Device> {
  let late = false;
  const stop = start(quickestHandMs, () => {
    late = true;
  });
  try {
    const device = await ask();
    if (device !== undefined) return device;
    throw new HostblindError(late ? 'chooser-cancelled' : 'chooser-blocked');
  } finally {
    stop();
  }
}
