/** What this browser remembers of the reader's choices: nothing about a device, and nothing that could name a wallet. */
export interface Preferences {
  /** `undefined` where nothing was kept, or may be. */
  get(name: PreferenceName): string | undefined;
  /** Kept where the browser lets it be. */
  set(name: PreferenceName, value: string): void;
  remove(name: PreferenceName): void;
  /** All of them, with everything else that this browser keeps. */
  clear(): void;
}

const names = ['introduced', 'theme', 'language'] as const;
export type PreferenceName = (typeof names)[number];

const keyOf = (name: PreferenceName): string => `hostblind.${name}`;

/** `storage` is absent where the browser blocks site data. */
export function localPreferences(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined,
): Preferences {
  return {
    get: (name) => storage?.getItem(keyOf(name)) ?? undefined,
    set(name, value) {
      try {
        storage?.setItem(keyOf(name), value);
      } catch {
        // Full: the choice holds until the page is left.
      }
    },
    remove: (name) => storage?.removeItem(keyOf(name)),
    clear() {
      for (const name of names) storage?.removeItem(keyOf(name));
    },
  };
}
