/**
 * The one place of storage: an IndexedDB database with a store for ceremonies, devices and wallets. Reading never
 * creates it, so that an erased browser stays empty until there is something to keep.
 */
import { deviceKey, type RecordBook, type StorageProblem } from './book.ts';
import { readCeremony, readDevice, readWallet } from './codec.ts';

export const databaseName = 'hostblind';
export const databaseVersion = 1;

export interface Stored {
  readonly book: RecordBook;
  /** Entries that cannot be read; they stay where they are. */
  readonly unreadable: number;
}

/** Each rejects with an error that `storageProblem` names. */
export interface RecordDatabase {
  /** `undefined` where nothing was ever kept. */
  read(): Promise<Stored | undefined>;
  /** Reads, changes and writes in one transaction, so that two tabs never undo each other. */
  write(change: (book: RecordBook) => RecordBook): Promise<Stored>;
  /** Empties the database and deletes it. */
  erase(): Promise<void>;
}

export interface DatabaseListeners {
  /** Another tab has erased everything. */
  readonly onErased: () => void;
  /** A tab that was in the way is gone: what failed with `blocked` can be tried again. */
  readonly onFree: () => void;
}

interface Shelf {
  readonly name: keyof RecordBook;
  readonly keys: (book: RecordBook) => ReadonlyMap<string, unknown>;
}

const shelves: readonly Shelf[] = [
  { name: 'ceremonies', keys: ({ ceremonies }) => new Map(ceremonies.map((entry) => [entry.id, entry])) },
  { name: 'devices', keys: ({ devices }) => new Map(devices.map((entry) => [deviceKey(entry), entry])) },
  { name: 'wallets', keys: ({ wallets }) => new Map(wallets.map((entry) => [entry.walletId, entry])) },
];
const shelfNames = shelves.map(({ name }) => name);

const problemNames: Readonly<Record<string, StorageProblem>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  NotFoundError: 'damaged',
  BlockedError: 'blocked',
};

export function storageProblem(error: unknown): StorageProblem {
  return (error instanceof DOMException ? problemNames[error.name] : undefined) ?? 'unavailable';
}

function blocked(): DOMException {
  return new DOMException('Another tab holds the storage.', 'BlockedError');
}

/** Newest first, whatever the order of the keys. */
function newestFirst<Entry>(dateOf: (entry: Entry) => string) {
  return (one: Entry, other: Entry): number => (dateOf(one) < dateOf(other) ? 1 : -1);
}

function readable<Entry>(raw: unknown, read: (value: unknown) => Entry | undefined): Entry[] {
  return (Array.isArray(raw) ? raw : []).map(read).filter((entry) => entry !== undefined);
}

function parse(raw: readonly unknown[]): Stored {
  const ceremonies = readable(raw[0], readCeremony).sort(newestFirst(({ began }) => began));
  const devices = readable(raw[1], readDevice).sort(newestFirst(({ lastSeen }) => lastSeen));
  const wallets = readable(raw[2], readWallet).sort(
    newestFirst(({ backedUp = '', checked = '' }) => (backedUp > checked ? backedUp : checked)),
  );
  const total = raw.reduce<number>((sum, entries) => sum + (Array.isArray(entries) ? entries.length : 0), 0);
  const unreadable = total - ceremonies.length - devices.length - wallets.length;
  return { book: { ceremonies, devices, wallets }, unreadable };
}

function writeDifference(transaction: IDBTransaction, before: RecordBook, after: RecordBook): void {
  for (const { name, keys } of shelves) {
    const store = transaction.objectStore(name);
    const [old, now] = [keys(before), keys(after)];
    for (const key of old.keys()) if (!now.has(key)) store.delete(key);
    for (const [key, entry] of now) if (old.get(key) !== entry) store.put(entry, key);
  }
}

function transact(database: IDBDatabase, change?: (book: RecordBook) => RecordBook): Promise<Stored> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelfNames, change === undefined ? 'readonly' : 'readwrite');
    const requests = shelfNames.map((name) => transaction.objectStore(name).getAll());
    let stored: Stored | undefined;
    // Requests of a transaction are answered in order: with the last one all are there.
    const last = requests.at(-1);
    if (last !== undefined)
      last.onsuccess = () => {
        stored = parse(requests.map(({ result }) => result));
        if (change === undefined) return;
        try {
          const book = change(stored.book);
          writeDifference(transaction, stored.book, book);
          stored = { ...stored, book };
        } catch (error) {
          reject(error instanceof Error ? error : new Error('not changed'));
          transaction.abort();
        }
      };
    transaction.oncomplete = () => (stored === undefined ? reject(new Error('no answer')) : resolve(stored));
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

/** `factory` may throw or give nothing, as browsers do that forbid storage. */
export function openRecordDatabase(
  factory: () => IDBFactory | undefined,
  listeners: DatabaseListeners,
): RecordDatabase {
  let connection: IDBDatabase | undefined;

  function available(): IDBFactory {
    const found = factory();
    if (found === undefined) throw new DOMException('There is no storage.', 'InvalidStateError');
    return found;
  }

  function keep(database: IDBDatabase): IDBDatabase {
    const forget = (): void => {
      if (connection === database) connection = undefined;
    };
    // Makes room for another tab that erases, or that has another version.
    database.onversionchange = ({ newVersion }) => {
      database.close();
      forget();
      if (newVersion === null) listeners.onErased();
    };
    database.onclose = forget;
    connection = database;
    return database;
  }

  function connect(creating: boolean): Promise<IDBDatabase | undefined> {
    return new Promise((resolve, reject) => {
      const request = available().open(databaseName, databaseVersion);
      let absent = false;
      let gaveUp = false;
      request.onupgradeneeded = ({ oldVersion }) => {
        absent = oldVersion === 0 && !creating;
        if (absent) request.transaction?.abort();
        else for (const name of shelfNames) request.result.createObjectStore(name);
      };
      request.onblocked = () => {
        gaveUp = true;
        reject(blocked());
      };
      request.onsuccess = () => {
        resolve(keep(request.result));
        if (gaveUp) listeners.onFree();
      };
      request.onerror = () =>
        absent ? resolve(undefined) : reject(request.error ?? new Error('not opened'));
    });
  }

  function remove(): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = available().deleteDatabase(databaseName);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error ?? new Error('not deleted'));
      request.onblocked = () => reject(blocked());
    });
  }

  return {
    async read() {
      const database = connection ?? (await connect(false));
      return database === undefined ? undefined : transact(database);
    },
    async write(change) {
      const database = connection ?? (await connect(true));
      if (database === undefined) throw new DOMException('There is no storage.', 'InvalidStateError');
      return transact(database, change);
    },
    async erase() {
      // First what is in it: a tab that does not let go can delay the deletion, and must not keep the contents.
      try {
        const database = connection ?? (await connect(false));
        if (database !== undefined) await empty(database);
      } catch {
        // Laid out by another version, or damaged: it is deleted as a whole.
      }
      connection?.close();
      connection = undefined;
      await remove();
    },
  };
}

function empty(database: IDBDatabase): Promise<void> {
  return new Promise((resolve, reject) => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    for (const name of names) transaction.objectStore(name).clear();
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}
