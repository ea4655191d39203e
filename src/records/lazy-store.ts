/** The record store before its code is there: it is loaded beside the first screen, and nothing waits for it. */
import { emptyView, type RecordChange, type RecordStore } from './book.ts';

/**
 * A store that passes everything on to the one that `open` gives. Where its code doesn't load, the view says that there is no
 * storage, changes are kept for as long as the page, and `load` rejects; the next one tries again.
 */
export function lazyRecordStore(open: () => Promise<RecordStore>): RecordStore {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let early: RecordChange[] = [];
  let opened: RecordStore | undefined;
  let opening: Promise<RecordStore> | undefined;
  let missing = false;

  async function openStore(): Promise<RecordStore> {
    try {
      const found = await open();
      opened = found;
      found.subscribe(tell);
      for (const change of early) found.update(change);
      early = [];
      return found;
    } catch (error) {
      opening = undefined;
      missing = true;
      tell();
      throw error;
    }
  }
  const store = (): Promise<RecordStore> => (opening ??= openStore());
  // Who needs it hears of it by themselves.
  store().catch(() => {});

  return {
    get view() {
      return opened?.view ?? (missing ? { ...emptyView, problem: 'unavailable' } : emptyView);
    },
    async load() {
      return (await store()).load();
    },
    update(change) {
      if (opened === undefined) early.push(change);
      else opened.update(change);
    },
    async erase() {
      early = [];
      await store().then(
        (found) => found.erase(),
        () => {},
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
