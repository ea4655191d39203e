/**
 * One command a turn of the event loop, on each connection, and none before the one before it was answered: a client
 * that sends a thousand at once gets its answers, and the buttons, the clock and the other ports get theirs in between.
 */

export interface Turns<Item> {
  /** Hands the item on: at once when nothing is due before it, otherwise in its turn. */
  push(item: Item): void;
  /** Items that wait for their turn. */
  waiting(): number;
  /** Drops what waits, and takes nothing more. */
  stop(): void;
}

/** `handle` says when it is done, now or later; `onRest` is called when a turn has ended with nothing left to do. */
export function takeTurns<Item>(
  handle: (item: Item, done: () => void) => void,
  onRest: () => void,
): Turns<Item> {
  let queue: Item[] = [];
  let taken = false;
  let stopped = false;
  const next = (): void => {
    taken = false;
    const item = queue.shift();
    if (item === undefined) onRest();
    else run(item);
  };
  const run = (item: Item): void => {
    taken = true;
    handle(item, () => setImmediate(next));
  };
  return {
    push(item) {
      if (stopped) return;
      if (taken) queue.push(item);
      else run(item);
    },
    waiting: () => queue.length,
    stop() {
      stopped = true;
      queue = [];
    },
  };
}
