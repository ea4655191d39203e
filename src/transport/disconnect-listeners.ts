/** Notifies listeners, once, that a device went away. */
export interface DisconnectListeners {
  /** Adds a listener and returns a function that removes it. After the event, a new listener is called in a microtask. */
  add(listener: () => void): () => void;
  /** Calls all listeners and forgets them; a second call does nothing. */
  tell(): void;
  /** Forgets all without telling. */
  clear(): void;
  readonly told: boolean;
}

export function createDisconnectListeners(): DisconnectListeners {
  // Wrapped, so that the same function can be added twice and taken back once.
  const entries = new Set<{ readonly listener: () => void }>();
  let told = false;
  return {
    add(listener) {
      const entry = { listener };
      entries.add(entry);
      // A device may go between opening and listening: the listener must not wait without end.
      if (told) queueMicrotask(() => entries.delete(entry) && listener());
      return () => {
        entries.delete(entry);
      };
    },
    tell() {
      if (told) return;
      told = true;
      for (const { listener } of entries) listener();
      entries.clear();
    },
    clear() {
      entries.clear();
    },
    get told() {
      return told;
    },
  };
}
