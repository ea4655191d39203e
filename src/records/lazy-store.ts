/** The record store before its code is there: it is loaded beside the first screen, and nothing waits for it. */
import { emptyView, type RecordChange, type RecordStore } from './book.ts';

/**
 * A store that passes everything on to the one that `open` gives. Where its code does not load, changes are kept
 * for as long as the page and the view says that there is no storage.
 */
export function lazyRecordStore(open: () => Promise<RecordStore>): RecordStore {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  let early: RecordChange[] = [];
  let opened: RecordStore | undefined;
  let missing = false;
  const store = open().then(
    (found) => {
      opened = found;
      found.subscribe(tell);
      for (const change of early) found.update(change);
      early = [];
      return found;
    },
    () => {
      missing = true;
      tell();
      return undefined;
    },
  );
  return {
    get view() {
      return opened?.view ?? (missing ? { ...emptyView, problem: 'unavailable' } : emptyView);
    },
    async load() {
      return (await (await store)?.load()) ?? emptyView.book;
    },
    update(change) {
      if (opened === undefined) early.push(change);
      else opened.update(change);
    },
    async erase() {
      early = [];
      await (await store)?.erase();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
