/** The first version kept its backups and checks in `localStorage`: they are moved from there, once they are safe. */
import { models, type Model } from '../protocol/models.ts';
import type { WalletRecord } from './book.ts';
import { readWallet } from './codec.ts';

/** The part of `localStorage` that is needed. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  removeItem(key: string): void;
}

/** Every key of this app, then and now: nothing of another page at the same address is touched. */
const prefix = 'hostblind.';
/** The trust in devices (`src/ceremony/trust-store.ts`) is kept there still: its key is none of these. */
export const earlierKeys = { backups: 'hostblind.backups', checks: 'hostblind.checks' } as const;

function listAt(store: KeyValueStore, key: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const parsed: unknown = JSON.parse(store.getItem(key) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((entry) => typeof entry === 'object' && entry !== null) : [];
  } catch {
    return [];
  }
}

/** A date of the earlier storage, in the form of today; nothing for what is no date. */
function isoOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function modelOf(value: unknown): Model {
  return models.find((model) => model === value) ?? 'nanosp';
}

/** The wallets that are kept there, newest first. Never throws; a storage that cannot be read has none. */
export function readEarlierWallets(store: KeyValueStore | undefined): readonly WalletRecord[] {
  if (store === undefined) return [];
  const checks = listAt(store, earlierKeys.checks);
  const backups = listAt(store, earlierKeys.backups);
  const known = new Set(backups.map(({ walletId }) => walletId));
  // A check of a wallet without a backup record: its model was not kept, and the list shows it as the common one.
  const others = checks.filter(({ walletId }) => !known.has(walletId));
  return [...backups, ...others]
    .map(({ walletId, date, model, simulator }) => {
      const check = checks.find((entry) => entry['walletId'] === walletId);
      return readWallet({
        walletId,
        model: modelOf(model),
        simulator: simulator === true,
        backedUp: isoOf(date),
        checked: isoOf(check?.['checkedAt']),
      });
    })
    .filter((wallet) => wallet !== undefined);
}

/** Whether anything of the first version is kept there. */
export function hasEarlierKeys(store: KeyValueStore | undefined): boolean {
  try {
    return store !== undefined && Object.values(earlierKeys).some((key) => store.getItem(key) !== null);
  } catch {
    return false;
  }
}

/** Removes what the first version kept. A storage that is forbidden holds none. */
export function removeEarlierKeys(store: KeyValueStore | undefined): void {
  try {
    for (const key of Object.values(earlierKeys)) store?.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there.
  }
}

/** Removes every key of this app, of today too. A storage that is forbidden holds none. */
export function removeOwnKeys(store: KeyValueStore | undefined): void {
  try {
    if (store === undefined) return;
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
    for (const key of keys) if (key?.startsWith(prefix) === true) store.removeItem(key);
  } catch {
    // Forbidden: nothing was kept there.
  }
}
