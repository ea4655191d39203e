/**
 * Earlier versions kept backups, checks and what must not change of a device in `localStorage`: all of it is moved from there,
 * once it is safe.
 */
import * as v from 'valibot';
import type { RecordNews, WalletRecord } from './book.ts';
import { hex32, readEarlierDevices, readerOf } from './codec.ts';

/** The part of `localStorage` that is needed. */
export interface EarlierStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  removeItem(key: string): void;
}

/** Every key of this app, then and now: nothing of another page at the same address is touched. */
const prefix = 'hostblind.';
export const earlierKeys = {
  backups: 'hostblind.backups',
  checks: 'hostblind.checks',
  devices: 'hostblind.devices',
} as const;

/** A date of the earlier storage, in the form of today; nothing for what is no date. */
const date = v.fallback(
  v.pipe(
    v.optional(v.string()),
    v.transform((text) => {
      const time = Date.parse(text ?? '');
      return Number.isNaN(time) ? undefined : new Date(time).toISOString();
    }),
  ),
  undefined,
);

/** Of a backup or a check. What its device called itself was not kept. */
const earlierEntry = v.object({
  walletId: hex32,
  simulator: v.fallback(v.boolean(), false),
  date,
  checkedAt: date,
});
const readEntry = readerOf(earlierEntry);

type EarlierEntry = v.InferOutput<typeof earlierEntry>;

function listAt(store: EarlierStorage, key: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function entriesAt(store: EarlierStorage, key: string): readonly EarlierEntry[] {
  return listAt(store, key)
    .map(readEntry)
    .filter((entry) => entry !== undefined);
}

function readWallets(store: EarlierStorage): readonly WalletRecord[] {
  const checks = entriesAt(store, earlierKeys.checks);
  const backups = entriesAt(store, earlierKeys.backups);
  const known = new Set(backups.map(({ walletId }) => walletId));
  const others = checks.filter(({ walletId }) => !known.has(walletId));
  return [...backups, ...others].map(({ walletId, simulator, date: backedUp }) => {
    const checked = checks.find((check) => check.walletId === walletId)?.checkedAt;
    return { walletId, product: '', simulator, backedUp, checked };
  });
}

/** What is kept there, newest first; `undefined` for nothing. Never throws; a storage that can't be read has none. */
export function readEarlier(
  store: EarlierStorage | undefined,
): Extract<RecordNews, { kind: 'moved-in' }> | undefined {
  if (store === undefined) return undefined;
  const wallets = readWallets(store);
  const devices = readEarlierDevices(listAt(store, earlierKeys.devices));
  return wallets.length + devices.length === 0 ? undefined : { kind: 'moved-in', wallets, devices };
}

/** Whether anything of an earlier version is kept there. */
export function hasEarlierKeys(store: EarlierStorage | undefined): boolean {
  try {
    return store !== undefined && Object.values(earlierKeys).some((key) => store.getItem(key) !== null);
  } catch {
    return false;
  }
}

/** Removes what earlier versions kept. A storage that is forbidden holds none. */
export function removeEarlierKeys(store: EarlierStorage | undefined): void {
  try {
    for (const key of Object.values(earlierKeys)) store?.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there.
  }
}

/** Removes every key of this app, of today too. A storage that is forbidden holds none. */
export function removeOwnKeys(store: EarlierStorage | undefined): void {
  try {
    if (store === undefined) return;
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    for (const key of keys) if (key?.startsWith(prefix) === true) store.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there.
  }
}
