/** A record store for tests: the real one, over a database in memory that a test can make fail or wait. */
import { emptyBook, type RecordBook, type RecordStore } from '../../src/records/book.ts';
import type { DatabaseListeners, RecordDatabase, Stored } from '../../src/records/database.ts';
import type { KeyValueStore } from '../../src/records/earlier-storage.ts';
import { createRecordStore } from '../../src/records/record-store.ts';

export interface MemoryRecords {
  readonly store: RecordStore;
  readonly listeners: DatabaseListeners;
  /** What a browser would have on its disk; `undefined` where nothing was ever kept. */
  stored: RecordBook | undefined;
  unreadable: number;
  /** Name of the `DOMException` that the storage fails with. */
  failure: string | undefined;
  /** Each call waits for it. */
  gate: Promise<void>;
  /** Lets callers go on without an answer of the storage. */
  giveUp(): void;
}

export function createMemoryRecords(earlier?: KeyValueStore): MemoryRecords {
  const waits = new Set<() => void>();
  const reach = async (): Promise<void> => {
    await memory.gate;
    if (memory.failure !== undefined) throw new DOMException('out of order', memory.failure);
  };
  const answer = (book: RecordBook): Stored => ({ book, unreadable: memory.unreadable });
  const database: RecordDatabase = {
    async read() {
      await reach();
      return memory.stored === undefined ? undefined : answer(memory.stored);
    },
    async write(change) {
      await reach();
      memory.stored = change(memory.stored ?? emptyBook);
      return answer(memory.stored);
    },
    async erase() {
      await reach();
      memory.stored = undefined;
    },
  };
  let told: DatabaseListeners = { onErased: () => {}, onFree: () => {} };
  const store = createRecordStore({
    openDatabase(listeners) {
      told = listeners;
      return database;
    },
    earlier,
    after(_, then) {
      waits.add(then);
      return () => waits.delete(then);
    },
  });
  const memory: MemoryRecords = {
    store,
    listeners: { onErased: () => told.onErased(), onFree: () => told.onFree() },
    stored: undefined,
    unreadable: 0,
    failure: undefined,
    gate: Promise.resolve(),
    giveUp() {
      for (const then of waits) then();
      waits.clear();
    },
  };
  return memory;
}

/** The part of `localStorage` that is needed, in memory. */
export function memoryStorage(initial: Readonly<Record<string, string>> = {}): KeyValueStore & {
  readonly entries: Map<string, string>;
} {
  const entries = new Map(Object.entries(initial));
  return {
    entries,
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    removeItem: (key) => void entries.delete(key),
  };
}
