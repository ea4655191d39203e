/** The database in a real browser: what is written can be read, and what can be in its way has its own name. */
import { emptyBook, type RecordBook } from '../../src/records/book.ts';
import {
  databaseName,
  openRecordDatabase,
  storageProblem,
  type RecordDatabase,
} from '../../src/records/database.ts';
import { browserRecordStore } from '../../src/records/record-store.ts';
import { startTimer } from '../../src/transport/timer.ts';
import { assert } from '../fixtures/screens/mount.ts';
import { someBook } from '../fixtures/data/some-records.ts';

const now = (): string => '2026-11-24T10:00:00.000Z';
const quiet = { onErased: () => {}, onFree: () => {} };
const real = (): IDBFactory => indexedDB;

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

/** Opens the database past the app's own code. */
async function openRaw(version?: number, upgrade: (database: IDBDatabase) => void = () => {}) {
  const request = indexedDB.open(databaseName, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return settled(request);
}

async function remove(): Promise<void> {
  await settled(indexedDB.deleteDatabase(databaseName));
}

async function names(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}

async function problemOf(task: Promise<unknown>): Promise<string> {
  try {
    await task;
  } catch (error) {
    return storageProblem(error);
  }
  return 'none';
}

const putIn = (book: RecordBook) => (): RecordBook => book;

describe('the record database', () => {
  let database: RecordDatabase;

  beforeEach(async () => {
    await remove();
    database = openRecordDatabase(real, quiet);
  });
  afterEach(async () => {
    await database.erase().catch(() => {});
    await remove();
  });

  it('is not made by reading', async () => {
    assert.isUndefined(await database.read());
    assert.deepEqual(await names(), []);
  });

  it('gives back what was written, newest first, to another page too', async () => {
    await database.write(putIn(someBook));
    const other = openRecordDatabase(real, quiet);
    const stored = await other.read();
    assert.deepEqual(stored?.book.ceremonies, someBook.ceremonies);
    assert.sameDeepMembers([...(stored?.book.devices ?? [])], [...someBook.devices]);
    assert.sameDeepMembers([...(stored?.book.wallets ?? [])], [...someBook.wallets]);
    assert.equal(stored?.unreadable, 0);
  });

  it('removes what is no longer in the book, and writes nothing when nothing changed', async () => {
    await database.write(putIn(someBook));
    await database.write((book) => book);
    await database.write((book) => ({ ...book, devices: book.devices.slice(1) }));
    assert.lengthOf((await database.read())?.book.devices ?? [], someBook.devices.length - 1);
  });

  it('two tabs do not undo each other', async () => {
    const other = openRecordDatabase(real, quiet);
    const [first, second] = someBook.devices;
    if (first === undefined || second === undefined) throw new Error('two devices were expected');
    await Promise.all([
      database.write((book) => ({ ...book, devices: [first, ...book.devices] })),
      other.write((book) => ({ ...book, devices: [second, ...book.devices] })),
    ]);
    assert.lengthOf((await database.read())?.book.devices ?? [], 2);
  });

  it('leaves out what cannot be read, counts it, and leaves it where it is', async () => {
    await database.write(putIn(someBook));
    const raw = await openRaw();
    const transaction = raw.transaction('devices', 'readwrite');
    await settled(transaction.objectStore('devices').put({ name: 'x' }, 'garbage'));
    raw.close();
    assert.equal((await database.read())?.unreadable, 1);
    await database.write((book) => book);
    assert.equal((await database.read())?.unreadable, 1);
  });

  it('a failed change leaves all as it was', async () => {
    await database.write(putIn(someBook));
    const failing = database.write(() => {
      throw new Error('a fault');
    });
    assert.notEqual(await problemOf(failing), 'none');
    assert.lengthOf((await database.read())?.book.ceremonies ?? [], someBook.ceremonies.length);
  });

  it('a read that finds nothing and a failed change leave no rejection unheard', async () => {
    const unheard: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => void unheard.push(event.reason);
    window.addEventListener('unhandledrejection', hear);
    await database.read();
    const fault = new Error('a fault');
    const failing = database.write(() => {
      throw fault;
    });
    assert.equal(await failing.catch((error: unknown) => error), fault);
    await problemOf(database.write((book) => ({ ...book, devices: [{ bad: () => {} }] as never })));
    assert.isUndefined((await database.read())?.book.devices[0]);
    window.removeEventListener('unhandledrejection', hear);
    assert.deepEqual(unheard, []);
  });

  it('erased is gone, from another tab’s view too', async () => {
    let told = 0;
    const other = openRecordDatabase(real, { ...quiet, onErased: () => (told += 1) });
    await database.write(putIn(someBook));
    await other.read();
    await database.erase();
    assert.deepEqual(await names(), []);
    assert.equal(told, 1);
    assert.isUndefined(await other.read());
  });

  it('erases the contents even when another tab keeps the database open, and says so', async () => {
    await database.write(putIn(someBook));
    const stubborn = await openRaw();
    assert.equal(await problemOf(database.erase()), 'blocked');
    const left = await Promise.all(
      [...stubborn.objectStoreNames].map((name) =>
        settled(stubborn.transaction(name).objectStore(name).count()),
      ),
    );
    assert.deepEqual(left, [0, 0, 0]);
    stubborn.close();
  });

  it('of a newer version, of another shape, or forbidden has its own name each', async () => {
    (await openRaw(99)).close();
    assert.equal(await problemOf(database.read()), 'newer');
    assert.equal(await problemOf(database.write(putIn(emptyBook))), 'newer');
    await database.erase();
    (await openRaw(1)).close();
    assert.equal(await problemOf(database.read()), 'damaged');
    await database.erase();
    assert.deepEqual(await names(), []);
    const forbidden = openRecordDatabase(() => {
      throw new DOMException('denied', 'SecurityError');
    }, quiet);
    for (const task of [forbidden.read(), forbidden.write(putIn(emptyBook)), forbidden.erase()])
      assert.equal(await problemOf(task), 'unavailable');
    const none = openRecordDatabase(() => undefined, quiet);
    assert.equal(await problemOf(none.read()), 'unavailable');
  });
});

describe('the store over it', () => {
  beforeEach(remove);
  afterEach(async () => {
    localStorage.clear();
    await remove();
  });

  it('moves in what the first version kept, and erases all of it', async () => {
    const walletId = '3f9a0c52b7e14d68a1c07be95d2f4486';
    const date = '2026-11-24T10:00:00.000Z';
    localStorage.setItem(
      'hostblind.backups',
      JSON.stringify([{ walletId, date, product: 'Vault One', simulator: true }]),
    );
    localStorage.setItem('hostblind.checks', JSON.stringify([{ walletId, checkedAt: date }]));
    const store = browserRecordStore({ indexedDb: real, earlier: localStorage, after: startTimer, now });
    const { wallets } = await store.load();
    assert.deepEqual(wallets, [{ walletId, product: '', simulator: true, backedUp: date, checked: date }]);
    assert.equal(localStorage.length, 0);
    assert.deepEqual(await names(), [databaseName]);
    await store.erase();
    assert.deepEqual(await names(), []);
    assert.isTrue(store.view.erased);
  });
});
