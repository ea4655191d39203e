/** Parts of the simulator's device that its frame's page has no room for: scripts, which the frame can't load itself. */
import type { StartTimer } from '../timer.ts';

type LoadPart = () => Promise<string | undefined>;

export interface FrameParts {
  /** What shows addresses, and what every app builds on. */
  readonly keys: LoadPart;
  readonly apps: readonly LoadPart[];
}

/** Milliseconds for a part to load. */
export const partTimeout = 3000;

/** Nobody waits long for a part that a device can do without. */
function inTime(load: LoadPart, start: StartTimer): Promise<string | undefined> {
  return new Promise((resolve) => {
    const stopTimer = start(partTimeout, () => resolve(undefined));
    void load()
      .catch(() => undefined)
      .then((script) => {
        stopTimer();
        resolve(script);
      });
  });
}

/** Those that there are in time, in order. What comes later is handed over with the next connection. */
export async function loadParts(
  parts: FrameParts | undefined,
  start: StartTimer,
): Promise<readonly string[]> {
  if (parts === undefined) return [];
  const [keys, ...apps] = await Promise.all([parts.keys, ...parts.apps].map((load) => inTime(load, start)));
  return keys === undefined ? [] : [keys, ...apps.filter((script) => script !== undefined)];
}
