/** Tells those who asked, once, that a device went away. */
export interface DisconnectListeners {
  /** Adds a listener and returns what takes it back. After the event a new listener is told in a microtask. */
  add(listener: () => void): () => void;
  /** Tells all and forgets them; a second call does nothing. */
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
      // A device may go between opening and listening: the listener must not wait for ever.
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
