/** What was drawn, as Speculos reports it: one event a line, in drawing order, behind one clear event a picture. */
import type { Device, Screen, Unsubscribe } from '../../device/device.ts';

/** Keys in the order in which they are written out. Pixels from the top left. */
export interface TextEvent {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly clear: boolean;
}

/** Enough for several ceremonies; what is older is forgotten, so that a poll always stays small. */
export const historyLength = 1000;

const clearEvent: TextEvent = { text: '', x: 0, y: 0, w: 0, h: 0, clear: true };

export interface TextEvents {
  /** Events since the start or since `forget`, the last `historyLength` of them, clear events left out. */
  history(): readonly TextEvent[];
  /** Events of the picture on the glass. */
  currentScreen(): readonly TextEvent[];
  /** Empties the history; the current screen stays. */
  forget(): void;
  /** Every event from now on, clear events included. */
  onEvent(listener: (event: TextEvent) => void): Unsubscribe;
}

export function screenEvents(screen: Screen): TextEvent[] {
  return screen.lines.map((line) => {
    return { text: line.text, x: line.x, y: line.y, w: line.width, h: line.height, clear: false };
  });
}

export function createTextEvents(device: Device): TextEvents {
  const listeners = new Set<(event: TextEvent) => void>();
  let history = screenEvents(device.screen());
  device.onScreen((screen) => {
    const events = screenEvents(screen);
    history.push(...events);
    // Cut in blocks: moving a thousand entries for each new one would be slow.
    if (history.length > historyLength * 2) history = history.slice(-historyLength);
    for (const event of [clearEvent, ...events]) {
      for (const listener of listeners) listener(event);
    }
  });
  return {
    history: () => history.slice(-historyLength),
    currentScreen: () => screenEvents(device.screen()),
    forget() {
      history = [];
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
