import { describe, expect, it } from 'vitest';
import { checksKey, createRecordStore, maximumRecords, recordsKey } from '../../../src/ceremony/records.ts';
import type { BackupRecord } from '../../../src/ceremony/state.ts';
import { someWalletId } from '../../support/screens.ts';

const record: BackupRecord = {
  walletId: someWalletId,
  date: '2026-11-24T10:00:00.000Z',
  model: 'nanosp',
  simulator: true,
};

function memoryStore(initial: Record<string, string> = {}) {
  const entries = new Map(Object.entries(initial));
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
}

describe('createRecordStore', () => {
  it('keeps wallet id, date, model and simulator mark, under one key', () => {
    const store = memoryStore();
    createRecordStore(store).save(record);
    expect([...store.entries.keys()]).toEqual([recordsKey]);
    expect(JSON.parse(store.entries.get(recordsKey) ?? '')).toEqual([record]);
    expect(createRecordStore(store).find(someWalletId)).toEqual(record);
  });

  it('keeps one record a wallet, the newest first', () => {
    const records = createRecordStore(memoryStore());
    records.save(record);
    records.save({ ...record, walletId: '00'.repeat(16) });
    records.save({ ...record, date: '2027-01-01T00:00:00.000Z' });
    expect(records.all().map(({ date }) => date)).toEqual([
      '2027-01-01T00:00:00.000Z',
      '2026-11-24T10:00:00.000Z',
    ]);
  });

  it('lets the oldest go when there are too many', () => {
    const records = createRecordStore(memoryStore());
    for (let index = 0; index <= maximumRecords; index += 1)
      records.save({ ...record, walletId: index.toString(16).padStart(32, '0') });
    expect(records.all()).toHaveLength(maximumRecords);
    expect(records.find('0'.repeat(32))).toBeUndefined();
  });

  it.each([
    'not json',
    '{}',
    '[null, 1, "x"]',
    JSON.stringify([{ ...record, walletId: '<img src=x>' }]),
    JSON.stringify([{ ...record, date: 'never' }]),
    JSON.stringify([{ ...record, model: 'another' }]),
    JSON.stringify([{ ...record, simulator: 'no' }]),
  ])('leaves out what does not have the right shape: %s', (text) => {
    expect(createRecordStore(memoryStore({ [recordsKey]: text })).all()).toEqual([]);
  });

  it('keeps the day of the last check of a wallet beside its backup, under a key of its own', () => {
    const store = memoryStore();
    const records = createRecordStore(store);
    records.save(record);
    expect(records.checkedAt(someWalletId)).toBeUndefined();
    for (const checkedAt of ['2026-12-24T10:00:00.000Z', '2027-06-24T10:00:00.000Z'])
      records.saveCheck({ walletId: someWalletId, checkedAt });
    expect(records.checkedAt(someWalletId)).toBe('2027-06-24T10:00:00.000Z');
    expect(records.checkedAt('00'.repeat(16))).toBeUndefined();
    expect(records.all()).toEqual([record]);
    expect(JSON.parse(store.entries.get(checksKey) ?? '')).toEqual([
      { walletId: someWalletId, checkedAt: '2027-06-24T10:00:00.000Z' },
    ]);
  });

  it.each([
    '[null, 1]',
    JSON.stringify([{ walletId: someWalletId, checkedAt: 'never' }]),
    JSON.stringify([{ walletId: 'no id', checkedAt: '2027-06-24T10:00:00.000Z' }]),
  ])('leaves out a check that does not have the right shape: %s', (text) => {
    const records = createRecordStore(memoryStore({ [checksKey]: text }));
    expect(records.checkedAt(someWalletId)).toBeUndefined();
  });

  it('works for as long as the page where the browser forbids storage', () => {
    const forbidden = {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    for (const store of [forbidden, undefined]) {
      const records = createRecordStore(store);
      records.save(record);
      expect(records.all()).toEqual([record]);
    }
  });
});
