/** The list of backups that this computer knows of: wallet id, date, model. No secret, and nothing else is kept. */
import { models, type Model } from '../protocol/models.ts';
import type { BackupRecord } from './state.ts';

/** The part of `localStorage` that is needed. */
export interface KeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

export interface RecordStore {
  /** Newest first. Entries that do not have the right shape are left out, since anybody can edit the storage. */
  all(): readonly BackupRecord[];
  find(walletId: string): BackupRecord | undefined;
  /** Keeps a record in place of an earlier one of the same wallet. A full or forbidden storage is no error. */
  save(record: BackupRecord): void;
}

export const recordsKey = 'hostblind.backups';
/** Older entries make room: the list is a reminder, not an archive. */
export const maximumRecords = 50;

function isModel(value: unknown): value is Model {
  return typeof value === 'string' && (models as readonly string[]).includes(value);
}

function toRecord(value: unknown): BackupRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { walletId, date, model, simulator } = value as Record<keyof BackupRecord, unknown>;
  if (typeof walletId !== 'string' || !/^[0-9a-f]{32}$/.test(walletId)) return undefined;
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) return undefined;
  if (!isModel(model) || typeof simulator !== 'boolean') return undefined;
  return { walletId, date, model, simulator };
}

/** Without a store (a browser that forbids it) the list lives as long as the page. */
export function createRecordStore(store: KeyValueStore | undefined): RecordStore {
  let session: readonly BackupRecord[] = [];
  const read = (): readonly BackupRecord[] => {
    try {
      const parsed: unknown = JSON.parse(store?.getItem(recordsKey) ?? 'null');
      if (!Array.isArray(parsed)) return session;
      return parsed.map(toRecord).filter((record) => record !== undefined);
    } catch {
      return session;
    }
  };
  return {
    all: read,
    find: (walletId) => read().find((record) => record.walletId === walletId),
    save(record) {
      const others = read().filter(({ walletId }) => walletId !== record.walletId);
      session = [record, ...others].slice(0, maximumRecords);
      try {
        store?.setItem(recordsKey, JSON.stringify(session));
      } catch {
        // Storage is full or forbidden: the page still shows the record.
      }
    },
  };
}
