/**
 * The book in this page and in the storage. A change holds in the page at once and is written when the storage
 * takes it; until then it waits, and the view says why. Nothing here rejects: no ceremony depends on it.
 */
import { applyChange } from './apply-change.ts';
import {
  emptyBook,
  emptyView,
  type RecordBook,
  type RecordChange,
  type RecordStore,
  type RecordView,
} from './book.ts';
import {
  openRecordDatabase,
  storageProblem,
  type DatabaseListeners,
  type RecordDatabase,
  type Stored,
} from './database.ts';
import {
  hasEarlierKeys,
  readEarlier,
  removeEarlierKeys,
  removeOwnKeys,
  type EarlierStorage,
} from './earlier-storage.ts';

/** Milliseconds that a caller waits for the browser's storage. */
export const patienceMs = 2_000;

export interface RecordStoreParts {
  readonly openDatabase: (listeners: DatabaseListeners) => RecordDatabase;
  /** `localStorage`, where earlier versions kept theirs. */
  readonly earlier: EarlierStorage | undefined;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  /** The time as ISO 8601, UTC. */
  readonly now: () => string;
}

export function createRecordStore({ openDatabase, earlier, after, now }: RecordStoreParts): RecordStore {
  const listeners = new Set<() => void>();
  let view: RecordView = emptyView;
  let waiting: readonly RecordChange[] = [];
  /** As the storage last gave it. */
  let stored: RecordBook = emptyBook;
  let moved = false;
  /** Everything that touches the storage, one after another. */
  let work: Promise<void> = Promise.resolve();

  const database = openDatabase({
    onErased: () => {
      [waiting, stored] = [[], emptyBook];
      show({ ...emptyView, erased: true, read: true });
    },
    onFree: () => void enqueue(synchronise),
  });

  function show(next: RecordView): void {
    view = next;
    for (const listener of listeners) listener();
  }

  function enqueue(step: () => Promise<void>): Promise<void> {
    work = work.then(step);
    return work;
  }

  function moveIn(): void {
    if (moved) return;
    moved = true;
    const found = readEarlier(earlier);
    // First of all: what was learnt since holds beside it.
    if (found !== undefined) waiting = [{ ...found, at: now() }, ...waiting];
  }

  function applyAll(book: RecordBook, changes: readonly RecordChange[]): RecordBook {
    return changes.reduce(applyChange, book);
  }

  async function exchange(changes: readonly RecordChange[]): Promise<Stored> {
    if (changes.length > 0) return database.write((book) => applyAll(book, changes));
    return (await database.read()) ?? { book: emptyBook, unreadable: 0 };
  }

  /** Writes what waits, and takes over what is kept. */
  async function synchronise(): Promise<void> {
    moveIn();
    const changes = waiting;
    try {
      const { book, unreadable } = await exchange(changes);
      // Erased meanwhile: what was written is about to be removed, and must not come back into the view.
      if (changes.length > 0 && !changes.every((change) => waiting.includes(change))) return;
      waiting = waiting.filter((change) => !changes.includes(change));
      stored = book;
      if (changes.some(({ kind }) => kind === 'moved-in') || hasEarlierKeys(earlier))
        removeEarlierKeys(earlier);
      const kept = view.erased && book === emptyBook;
      show({ book: applyAll(book, waiting), problem: undefined, unreadable, erased: kept, read: true });
    } catch (error) {
      // The page continues with what it knows, and with what waits.
      show({ ...view, book: applyAll(stored, waiting), problem: storageProblem(error) });
    }
  }

  function within(task: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const stop = after(patienceMs, resolve);
      void task.then(() => {
        stop();
        resolve();
      });
    });
  }

  async function erase(): Promise<void> {
    [waiting, stored] = [[], emptyBook];
    moved = true;
    await within(
      enqueue(async () => {
        removeOwnKeys(earlier);
        try {
          await database.erase();
          show({ ...emptyView, erased: true, read: true });
        } catch (error) {
          show({ ...emptyView, problem: storageProblem(error) });
        }
      }),
    );
  }

  return {
    get view() {
      return view;
    },
    async load() {
      await within(enqueue(synchronise));
      return view.book;
    },
    update(change) {
      if (change.kind === 'erase-everything') {
        void erase();
        return;
      }
      waiting = [...waiting, change];
      show({ ...view, book: applyChange(view.book, change), erased: false });
      void enqueue(synchronise);
    },
    erase,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What the page starts with: the browser's own storage. */
export function browserRecordStore({
  indexedDb,
  ...parts
}: Omit<RecordStoreParts, 'openDatabase'> & {
  readonly indexedDb: () => IDBFactory | undefined;
}): RecordStore {
  return createRecordStore({
    openDatabase: (databaseListeners) => openRecordDatabase(indexedDb, databaseListeners),
    ...parts,
  });
}
