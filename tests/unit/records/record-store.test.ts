/** The book in the page and in a storage that is slow, full, forbidden, or erased by another tab. */
import { describe, expect, it, vi } from 'vitest';
import type { RecordChange, StorageProblem } from '../../../src/records/book.ts';
import { storageProblem } from '../../../src/records/database.ts';
import { earlierKeys, readEarlier } from '../../../src/records/earlier-storage.ts';
import { lazyRecordStore } from '../../../src/records/lazy-store.ts';
import { createMemoryRecords, memoryStorage } from '../../fixtures/fakes/memory-records.ts';
import { someWalletId } from '../../fixtures/screens/screens.ts';

const at = '2026-11-24T10:00:00.000Z';
const backup: RecordChange = {
  kind: 'backed-up',
  at,
  wallet: { walletId: someWalletId, product: 'Vault One', simulator: true },
};
const check: RecordChange = {
  kind: 'checked',
  at,
  wallet: { walletId: someWalletId, product: 'Vault One', simulator: true },
};

/** As the first version wrote them. */
const earlierBackup = { walletId: someWalletId, date: at, model: 'nanox', simulator: true };
const earlierCheck = { walletId: '00'.repeat(16), checkedAt: at };

describe('the record store', () => {
  it('shows a change at once, and keeps it', async () => {
    const memory = createMemoryRecords();
    const heard = vi.fn();
    memory.store.subscribe(heard);
    memory.store.update(backup);
    expect(memory.store.view.book.wallets).toHaveLength(1);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(memory.stored).toBeUndefined();
    await memory.store.load();
    expect(memory.stored?.wallets).toEqual(memory.store.view.book.wallets);
  });

  it('reads without making anything', async () => {
    const memory = createMemoryRecords();
    await memory.store.load();
    expect(memory.stored).toBeUndefined();
  });

  it.each<[string, StorageProblem]>([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['BlockedError', 'blocked'],
    ['NotFoundError', 'damaged'],
    ['SecurityError', 'unavailable'],
  ])(
    'goes on without a storage that fails with %s, says why, and loses nothing',
    async (failure, problem) => {
      const memory = createMemoryRecords();
      memory.failure = failure;
      memory.store.update(backup);
      memory.store.update(check);
      const book = await memory.store.load();
      expect(book.wallets).toMatchObject([{ backedUp: at, checked: at }]);
      expect(memory.store.view.problem).toBe(problem);
      memory.failure = undefined;
      await memory.store.load();
      expect(memory.stored?.wallets).toMatchObject([{ backedUp: at, checked: at }]);
      expect(memory.store.view.problem).toBeUndefined();
    },
  );

  it('gives up on a storage that doesn’t answer', async () => {
    const memory = createMemoryRecords();
    let open = (): void => {};
    memory.gate = new Promise((resolve) => {
      open = resolve;
    });
    memory.store.update(backup);
    const loaded = memory.store.load();
    memory.giveUp();
    expect((await loaded).wallets).toHaveLength(1);
    expect(memory.stored).toBeUndefined();
    open();
    await memory.store.load();
    expect(memory.stored?.wallets).toHaveLength(1);
  });

  it('writes what waited when the tab that was in the way is gone', async () => {
    const memory = createMemoryRecords();
    memory.failure = 'BlockedError';
    memory.store.update(backup);
    await memory.store.load();
    memory.failure = undefined;
    memory.listeners.onFree();
    await memory.store.load();
    expect(memory.stored?.wallets).toHaveLength(1);
  });

  it('takes over what another tab wrote', async () => {
    const [memory, other] = [createMemoryRecords(), createMemoryRecords()];
    other.store.update(check);
    await other.store.load();
    memory.stored = other.stored;
    memory.store.update(backup);
    expect((await memory.store.load()).wallets).toMatchObject([{ backedUp: at, checked: at }]);
  });

  it('says whether the storage was read', async () => {
    const memory = createMemoryRecords();
    memory.failure = 'BlockedError';
    expect(memory.store.view.read).toBe(false);
    await memory.store.load();
    expect(memory.store.view.read).toBe(false);
    memory.failure = undefined;
    await memory.store.load();
    expect(memory.store.view.read).toBe(true);
    memory.failure = 'BlockedError';
    await memory.store.load();
    expect(memory.store.view.read).toBe(true);
  });

  it('erases everything as a change among others, and keeps what comes after it', async () => {
    const memory = createMemoryRecords();
    memory.store.update(backup);
    await memory.store.load();
    memory.store.update({ kind: 'erase-everything', at });
    memory.store.update(check);
    await memory.store.load();
    expect(memory.stored?.wallets).toMatchObject([{ backedUp: undefined, checked: at }]);
  });

  it('tells how many entries it cannot read', async () => {
    const memory = createMemoryRecords();
    memory.store.update(backup);
    memory.unreadable = 2;
    await memory.store.load();
    expect(memory.store.view.unreadable).toBe(2);
  });
});

describe('erasing', () => {
  it('removes everything, and says so until something is kept again', async () => {
    const earlier = memoryStorage({ [earlierKeys.backups]: '[]', 'hostblind.other': '1', 'not.ours': '1' });
    const memory = createMemoryRecords(earlier);
    memory.store.update(backup);
    await memory.store.load();
    await memory.store.erase();
    expect(memory.stored).toBeUndefined();
    expect([...earlier.entries.keys()]).toEqual(['not.ours']);
    expect(memory.store.view).toMatchObject({ erased: true, book: { wallets: [] } });
    await memory.store.load();
    expect(memory.store.view.erased).toBe(true);
    memory.store.update(backup);
    await memory.store.load();
    expect(memory.store.view.erased).toBe(false);
  });

  it('takes what was on its way to the storage with it', async () => {
    const memory = createMemoryRecords();
    memory.store.update(backup);
    memory.store.update(check);
    await memory.store.erase();
    expect(memory.stored).toBeUndefined();
    expect((await memory.store.load()).wallets).toEqual([]);
  });

  it('does not claim what the storage refused', async () => {
    const memory = createMemoryRecords();
    memory.store.update(backup);
    await memory.store.load();
    memory.failure = 'BlockedError';
    await memory.store.erase();
    expect(memory.store.view).toMatchObject({ erased: false, problem: 'blocked' });
  });

  it('in another tab empties this one', async () => {
    const memory = createMemoryRecords();
    memory.store.update(backup);
    await memory.store.load();
    memory.listeners.onErased();
    expect(memory.store.view).toMatchObject({ erased: true, book: { wallets: [] } });
  });
});

describe('what the first version kept in localStorage', () => {
  const full = (): ReturnType<typeof memoryStorage> =>
    memoryStorage({
      [earlierKeys.backups]: JSON.stringify([earlierBackup]),
      [earlierKeys.checks]: JSON.stringify([earlierCheck, { ...earlierCheck, walletId: someWalletId }]),
    });

  it('moves in, once', async () => {
    const earlier = full();
    const memory = createMemoryRecords(earlier);
    await memory.store.load();
    expect(memory.stored?.wallets).toEqual([
      { walletId: someWalletId, product: '', simulator: true, backedUp: at, checked: at },
      { walletId: '00'.repeat(16), product: '', simulator: false, backedUp: undefined, checked: at },
    ]);
    expect(earlier.entries.size).toBe(0);
  });

  it('moves in with what was remembered of devices, before what was learnt since', async () => {
    const id = 'ab'.repeat(16);
    const publicKey = `04${'5a'.repeat(64)}`;
    const pinned = { walletId: someWalletId, backedUp: true };
    const device = { deviceId: id, publicKey, simulator: false, capabilities: ['attest'], pinned };
    const earlier = memoryStorage({ [earlierKeys.devices]: JSON.stringify([device]), 'not.ours': '1' });
    const memory = createMemoryRecords(earlier);
    // A page that met the device before the storage was read doesn't make it a new one.
    memory.store.update({
      kind: 'met-device',
      at,
      device: { id, product: 'Vault One', simulator: false },
      publicKey: `04${'6b'.repeat(64)}`,
      capabilities: [],
    });
    await memory.store.load();
    expect(memory.stored?.devices).toMatchObject([
      { id, product: 'Vault One', publicKey, wallet: undefined },
    ]);
    expect([...earlier.entries.keys()]).toEqual(['not.ours']);
  });

  it('stays where it is until it is safe, and is shown meanwhile', async () => {
    const earlier = full();
    const memory = createMemoryRecords(earlier);
    memory.failure = 'QuotaExceededError';
    expect((await memory.store.load()).wallets).toHaveLength(2);
    expect(earlier.entries.size).toBe(2);
    memory.failure = undefined;
    await memory.store.load();
    expect(memory.stored?.wallets).toHaveLength(2);
    expect(earlier.entries.size).toBe(0);
  });

  it.each(['not json', '{}', '[null, 1, "x"]', JSON.stringify([{ ...earlierBackup, walletId: '<img>' }])])(
    'that is not what it should be is left behind: %s',
    async (text) => {
      const earlier = memoryStorage({
        [earlierKeys.backups]: text,
        [earlierKeys.checks]: text,
        [earlierKeys.devices]: text,
      });
      expect(readEarlier(earlier)).toBeUndefined();
      const memory = createMemoryRecords(earlier);
      await memory.store.load();
      expect(memory.stored).toBeUndefined();
    },
  );

  it('is nothing where the browser forbids it', async () => {
    const forbidden = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const storage = { length: 1, key: forbidden, getItem: forbidden, removeItem: forbidden };
    const memory = createMemoryRecords(storage);
    expect((await memory.store.load()).wallets).toEqual([]);
    await memory.store.erase();
    expect(memory.store.view.erased).toBe(true);
  });
});

describe('a store whose code is not there yet', () => {
  it('passes on what was kept before it came', async () => {
    const memory = createMemoryRecords();
    const lazy = lazyRecordStore(() => Promise.resolve(memory.store));
    const heard = vi.fn();
    lazy.subscribe(heard);
    lazy.update(backup);
    expect((await lazy.load()).wallets).toHaveLength(1);
    lazy.update(check);
    expect(lazy.view.book.wallets).toMatchObject([{ checked: at }]);
    expect(heard).toHaveBeenCalled();
    await lazy.erase();
    expect(lazy.view.erased).toBe(true);
  });

  it('that does not come is told: no device is taken for a new one. It is tried again', async () => {
    let works = false;
    const memory = createMemoryRecords();
    const lazy = lazyRecordStore(() =>
      works ? Promise.resolve(memory.store) : Promise.reject(new Error('offline')),
    );
    lazy.update(backup);
    await expect(lazy.load()).rejects.toThrow('offline');
    await lazy.erase();
    expect(lazy.view).toMatchObject({ problem: 'unavailable', read: false });
    lazy.update(check);
    works = true;
    expect((await lazy.load()).wallets).toMatchObject([{ backedUp: undefined, checked: at }]);
    expect(lazy.view).toMatchObject({ problem: undefined, read: true });
  });
});

describe('storageProblem', () => {
  it('calls anything else unavailable', () => {
    for (const error of [new Error('x'), undefined, 'text', new DOMException('x', 'UnknownError')])
      expect(storageProblem(error)).toBe('unavailable');
  });
});
