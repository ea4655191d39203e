/** That a device on the page held something when the page was left, for the next page in this tab to say so. No more is kept. */
export interface FrameMemory {
  /** Whether a device ended with the page before; told once. */
  ended(): boolean;
  /** Whether one would end with this page now. */
  note(losesDevice: boolean): void;
}

const key = 'hostblind.frame';

/** `storage` is that of the tab; absent where the browser blocks site data. */
export function frameMemory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
): FrameMemory {
  let noted = false;
  return {
    ended() {
      const ended = storage?.getItem(key) === 'held';
      if (ended) storage?.removeItem(key);
      return ended;
    },
    note(losesDevice) {
      if (losesDevice === noted) return;
      noted = losesDevice;
      try {
        if (losesDevice) storage?.setItem(key, 'held');
        else storage?.removeItem(key);
      } catch {
        // Full: the next page says less.
      }
    },
  };
}
