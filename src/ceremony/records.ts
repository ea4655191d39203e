/** The backups that this computer knows of, and when each was last checked. No secret, and nothing else is kept. */
import { models, type Model } from '../protocol/models.ts';
import type { BackupRecord, CheckRecord } from './state.ts';

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
  /** When the paper of that wallet was last entered on a device and matched, ISO 8601. */
  checkedAt(walletId: string): string | undefined;
  /** Keeps a check in place of an earlier one of the same wallet, beside its backup record. */
  saveCheck(check: CheckRecord): void;
}

export const recordsKey = 'hostblind.backups';
export const checksKey = 'hostblind.checks';
/** Older entries make room: the list is a reminder, not an archive. */
export const maximumRecords = 50;

function isModel(value: unknown): value is Model {
  return typeof value === 'string' && (models as readonly string[]).includes(value);
}

function isWalletId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function toRecord(value: unknown): BackupRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { walletId, date, model, simulator } = value as Record<keyof BackupRecord, unknown>;
  if (!isWalletId(walletId) || !isDate(date)) return undefined;
  if (!isModel(model) || typeof simulator !== 'boolean') return undefined;
  return { walletId, date, model, simulator };
}

function toCheck(value: unknown): CheckRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { walletId, checkedAt } = value as Record<keyof CheckRecord, unknown>;
  return isWalletId(walletId) && isDate(checkedAt) ? { walletId, checkedAt } : undefined;
}

interface List<Entry> {
  read(): readonly Entry[];
  put(entry: Entry): void;
}

/** One entry a wallet, the newest first. Without a store (a browser that forbids it) it lives as long as the page. */
function createList<Entry extends { readonly walletId: string }>(
  store: KeyValueStore | undefined,
  key: string,
  parse: (value: unknown) => Entry | undefined,
): List<Entry> {
  let session: readonly Entry[] = [];
  const read = (): readonly Entry[] => {
    try {
      const parsed: unknown = JSON.parse(store?.getItem(key) ?? 'null');
      if (!Array.isArray(parsed)) return session;
      return parsed.map(parse).filter((entry) => entry !== undefined);
    } catch {
      return session;
    }
  };
  return {
    read,
    put(entry) {
      const others = read().filter(({ walletId }) => walletId !== entry.walletId);
      session = [entry, ...others].slice(0, maximumRecords);
      try {
        store?.setItem(key, JSON.stringify(session));
      } catch {
        // Storage is full or forbidden: the page still shows the entry.
      }
    },
  };
}

export function createRecordStore(store: KeyValueStore | undefined): RecordStore {
  const backups = createList(store, recordsKey, toRecord);
  const checks = createList(store, checksKey, toCheck);
  return {
    all: () => backups.read(),
    find: (walletId) => backups.read().find((record) => record.walletId === walletId),
    save: (record) => backups.put(record),
    checkedAt: (walletId) => checks.read().find((check) => check.walletId === walletId)?.checkedAt,
    saveCheck: (check) => checks.put(check),
  };
}
