/**
 * The one place of storage: an IndexedDB database with a store for ceremonies, devices and wallets. Reading never
 * creates it, so that an erased browser stays empty until there is something to keep.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { foreignName } from '../protocol/errors.ts';
import { deviceKey, type RecordBook, type StorageProblem } from './book.ts';
import { marked, readCeremony, readDevice, readWallet, withoutEarlierId } from './codec.ts';

export const databaseName = 'hostblind';
/** 2: a device has its key, its capabilities and its wallet with the proof in its entry; an entry of 1 is read, too. */
export const databaseVersion = 2;

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
  readonly keys: (book: RecordBook) => ReadonlyMap<string, object>;
}

const shelves: readonly Shelf[] = [
  { name: 'ceremonies', keys: ({ ceremonies }) => new Map(ceremonies.map((entry) => [entry.id, entry])) },
  { name: 'devices', keys: ({ devices }) => new Map(devices.map((entry) => [deviceKey(entry), entry])) },
  { name: 'wallets', keys: ({ wallets }) => new Map(wallets.map((entry) => [entry.walletId, entry])) },
];
const shelfNames = shelves.map(({ name }) => name);

interface Shelved {
  readonly key: string;
  readonly value: unknown;
}
/** What is in a shelf is unknown until it is read. */
interface Schema extends DBSchema {
  ceremonies: Shelved;
  devices: Shelved;
  wallets: Shelved;
}
type Database = IDBPDatabase<Schema>;
type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, (keyof RecordBook)[], Mode>;

const problemNames: Readonly<Record<string, StorageProblem>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  NotFoundError: 'damaged',
  BlockedError: 'blocked',
};

export function storageProblem(error: unknown): StorageProblem {
  return problemNames[foreignName(error) ?? ''] ?? 'unavailable';
}

function blocked(): DOMException {
  return new DOMException('Another tab holds the storage.', 'BlockedError');
}

/** Newest first, whatever the order of the keys. */
function newestFirst<Entry>(dateOf: (entry: Entry) => string) {
  return (one: Entry, other: Entry): number => (dateOf(one) < dateOf(other) ? 1 : -1);
}

function readable<Entry>(raw: readonly unknown[], read: (value: unknown) => Entry | undefined): Entry[] {
  return raw.map((entry) => read(withoutEarlierId(entry))).filter((entry) => entry !== undefined);
}

/** What of stored entries can be read, newest first. */
export function readStored(raw: Readonly<Record<keyof RecordBook, readonly unknown[]>>): Stored {
  const ceremonies = readable(raw.ceremonies, readCeremony).sort(newestFirst(({ began }) => began));
  const devices = readable(raw.devices, readDevice).sort(newestFirst(({ lastSeen }) => lastSeen));
  const wallets = readable(raw.wallets, readWallet).sort(
    newestFirst(({ backedUp = '', checked = '' }) => (backedUp > checked ? backedUp : checked)),
  );
  const total = raw.ceremonies.length + raw.devices.length + raw.wallets.length;
  const unreadable = total - ceremonies.length - devices.length - wallets.length;
  return { book: { ceremonies, devices, wallets }, unreadable };
}

async function readAll(transaction: Transaction<IDBTransactionMode>): Promise<Stored> {
  const [ceremonies, devices, wallets] = await Promise.all([
    transaction.objectStore('ceremonies').getAll(),
    transaction.objectStore('devices').getAll(),
    transaction.objectStore('wallets').getAll(),
  ]);
  return readStored({ ceremonies, devices, wallets });
}

function writeDifference(
  transaction: Transaction<'readwrite'>,
  before: RecordBook,
  after: RecordBook,
): readonly Promise<unknown>[] {
  return shelves.flatMap(({ name, keys }) => {
    const store = transaction.objectStore(name);
    const [old, now] = [keys(before), keys(after)];
    const gone = [...old.keys()].filter((key) => !now.has(key));
    const changed = [...now].filter(([key, entry]) => old.get(key) !== entry);
    return [
      ...gone.map((key) => store.delete(key)),
      ...changed.map(([key, entry]) => store.put(marked(entry), key)),
    ];
  });
}

async function readBook(database: Database): Promise<Stored> {
  const transaction = database.transaction(shelfNames);
  const [stored] = await Promise.all([readAll(transaction), transaction.done]);
  return stored;
}

async function changeBook(database: Database, change: (book: RecordBook) => RecordBook): Promise<Stored> {
  const transaction = database.transaction(shelfNames, 'readwrite');
  const changed = async (): Promise<Stored> => {
    const stored = await readAll(transaction);
    try {
      const book = change(stored.book);
      await Promise.all(writeDifference(transaction, stored.book, book));
      return { ...stored, book };
    } catch (error) {
      // A transaction commits by itself unless it is aborted; one that failed at a request is already.
      if (transaction.error === null) transaction.abort();
      throw error;
    }
  };
  const [stored] = await Promise.all([changed(), transaction.done]);
  return stored;
}

/** `factory` may throw or give nothing, as browsers do that forbid storage. */
export function openRecordDatabase(
  factory: () => IDBFactory | undefined,
  listeners: DatabaseListeners,
): RecordDatabase {
  let connection: Database | undefined;

  function checkStorage(): void {
    if (factory() === undefined) throw new DOMException('There is no storage.', 'InvalidStateError');
  }

  /** Lets go of the storage, for another tab. */
  function forget(database: Database | undefined): void {
    database?.close();
    if (connection === database) connection = undefined;
  }

  async function open(creating: boolean, onBlocked: () => void): Promise<Database | undefined> {
    let absent = false;
    let database: Database | undefined;
    try {
      database = await openDB<Schema>(databaseName, databaseVersion, {
        upgrade(opening, oldVersion, _, transaction) {
          absent = oldVersion === 0 && !creating;
          if (oldVersion > 0) return;
          if (!absent) for (const name of shelfNames) opening.createObjectStore(name);
          else {
            // Nobody waits for this end: that of the opening is waited for.
            transaction.done.catch(() => {});
            transaction.abort();
          }
        },
        blocked: onBlocked,
        // Makes room for another tab that erases, or that has another version.
        blocking(_, blockedVersion) {
          forget(database);
          if (blockedVersion === null) listeners.onErased();
        },
        terminated: () => forget(database),
      });
    } catch (error) {
      if (absent) return undefined;
      throw error;
    }
    connection = database;
    return database;
  }

  /** Does not wait for a tab that is in the way: rejects, and says when it has gone. */
  function connect(creating: boolean): Promise<Database | undefined> {
    checkStorage();
    return new Promise((resolve, reject) => {
      let gaveUp = false;
      const giveUp = (): void => {
        gaveUp = true;
        reject(blocked());
      };
      open(creating, giveUp).then((database) => {
        resolve(database);
        if (gaveUp) listeners.onFree();
      }, reject);
    });
  }

  function remove(): Promise<void> {
    checkStorage();
    return new Promise((resolve, reject) => {
      deleteDB(databaseName, { blocked: () => reject(blocked()) }).then(resolve, reject);
    });
  }

  return {
    async read() {
      const database = connection ?? (await connect(false));
      return database === undefined ? undefined : readBook(database);
    },
    async write(change) {
      const database = connection ?? (await connect(true));
      if (database === undefined) throw new DOMException('There is no storage.', 'InvalidStateError');
      return changeBook(database, change);
    },
    async erase() {
      // First what is in it: a tab that does not let go can delay the deletion, and must not keep the contents.
      try {
        const database = connection ?? (await connect(false));
        if (database !== undefined) await empty(database);
      } catch {
        // Laid out by another version, or damaged: it is deleted as a whole.
      }
      forget(connection);
      await remove();
    },
  };
}

async function empty(database: Database): Promise<void> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names, 'readwrite');
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}
