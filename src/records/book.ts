/**
 * What this computer keeps about devices, wallets and ceremonies, as plain data. No field can hold a word: each is an
 * id, a date, a name of at most 16 characters, or one of a few literals.
 */
import type { Model } from '../protocol/models.ts';
import type { Activity, Outcome, WalletState } from '../protocol/public-state.ts';

/** `under-way`: not ended yet, as far as this computer knows. `interrupted`: nobody saw here how it ended. */
export type Result = Exclude<Outcome, 'none'> | 'under-way' | 'interrupted';

/** Which device. Its id is there only when the attestation proved it: an id that is merely claimed tells nothing. */
export interface DeviceRef {
  /** 32 hexadecimal digits. */
  readonly id: string | undefined;
  readonly model: Model;
  readonly simulator: boolean;
}

export interface CeremonyRecord {
  /** Unique in this browser: when it began, where, and its number there. */
  readonly id: string;
  readonly what: Exclude<Activity, 'none'>;
  /** The device's own count of ceremonies since it was switched on: finds this one again after a reload. */
  readonly number: number;
  /** ISO 8601, UTC; when this page first saw it. */
  readonly began: string;
  readonly ended: string | undefined;
  readonly result: Result;
  /** 32 hexadecimal digits; `undefined` while the device did not tell it. */
  readonly walletId: string | undefined;
  readonly device: DeviceRef;
}

export interface DeviceRecord extends DeviceRef {
  readonly id: string;
  /** What the person calls it; empty without a name. */
  readonly name: string;
  readonly state: WalletState;
  /** The wallet that it had when the person last agreed to what is on it: another one is warned of. */
  readonly walletId: string | undefined;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface WalletRecord {
  readonly walletId: string;
  /** The device on which it was last seen. */
  readonly model: Model;
  readonly simulator: boolean;
  /** When every word was confirmed, if this browser saw it. */
  readonly backedUp: string | undefined;
  /** When its words were last entered from the paper, and fitted. */
  readonly checked: string | undefined;
}

export interface RecordBook {
  /** Newest first, as all three are. */
  readonly ceremonies: readonly CeremonyRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly wallets: readonly WalletRecord[];
}

export const emptyBook: RecordBook = { ceremonies: [], devices: [], wallets: [] };

/** Why something is kept for as long as this page only, or not at all. */
export type StorageProblem =
  /** The browser has no storage for this page, or forbids it. */
  | 'unavailable'
  | 'full'
  /** Another tab with another version of this app holds it. */
  | 'blocked'
  /** A newer version of this app wrote it. */
  | 'newer'
  /** It is not laid out as this app lays it out. */
  | 'damaged';

export interface RecordView {
  readonly book: RecordBook;
  readonly problem: StorageProblem | undefined;
  /** Entries that this version cannot read; they are left as they are. */
  readonly unreadable: number;
  /** Everything was erased since this page was loaded, and nothing was kept since. */
  readonly erased: boolean;
}

export const emptyView: RecordView = { book: emptyBook, problem: undefined, unreadable: 0, erased: false };

/** Key of a device: a simulator can claim any id, but never that it is no simulator (H10). */
export function deviceKey({ id, simulator }: Pick<DeviceRecord, 'id' | 'simulator'>): string {
  return `${simulator ? 'simulator' : 'device'}:${id}`;
}

/** The device id in a key of `deviceKey`: 32 hexadecimal digits. */
export function deviceIdOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

export function findDevice(book: RecordBook, ref: DeviceRef): DeviceRecord | undefined {
  return book.devices.find(({ id, simulator }) => id === ref.id && simulator === ref.simulator);
}

export function findWallet(book: RecordBook, walletId: string | undefined): WalletRecord | undefined {
  return book.wallets.find((wallet) => wallet.walletId === walletId);
}

/** One thing to keep, as data, so that it can be kept later when it cannot be kept now. Each may be applied twice. */
export type RecordChange =
  | {
      readonly kind: 'began';
      readonly at: string;
      readonly device: DeviceRef;
      readonly what: CeremonyRecord['what'];
      readonly number: number;
      readonly walletId: string | undefined;
    }
  | {
      readonly kind: 'ended';
      readonly at: string;
      readonly device: DeviceRef;
      readonly what: CeremonyRecord['what'];
      readonly number: number;
      readonly result: Result;
      readonly walletId: string | undefined;
    }
  /** A page has come to a device: what was under way on it, and is not any more, has ended meanwhile. */
  | {
      readonly kind: 'arrived';
      readonly at: string;
      readonly device: DeviceRef;
      readonly running: CeremonyRecord['what'] | undefined;
      readonly number: number;
      readonly outcome: Outcome;
    }
  /** The device told its wallet after a ceremony: the last record of it gets the id. */
  | { readonly kind: 'told-wallet'; readonly device: DeviceRef; readonly walletId: string }
  | {
      readonly kind: 'saw-device';
      readonly at: string;
      readonly device: DeviceRef & { readonly id: string };
      readonly state: WalletState;
      /** `undefined` leaves the name as it was. */
      readonly name: string | undefined;
      /** `undefined`: not told now, the one of before stays. `null`: there is none any more. */
      readonly walletId: string | null | undefined;
    }
  | { readonly kind: 'forget-device'; readonly key: string }
  | { readonly kind: 'backed-up'; readonly wallet: Omit<WalletRecord, 'checked'> }
  | { readonly kind: 'checked'; readonly wallet: Omit<WalletRecord, 'backedUp'> }
  /** Wallets that an earlier version kept elsewhere. */
  | { readonly kind: 'moved-in'; readonly wallets: readonly WalletRecord[] };

/** Where everything is kept. Nothing in it throws or rejects: a ceremony never depends on it. */
export interface RecordStore {
  readonly view: RecordView;
  /** What is kept now; after two seconds without an answer of the browser, what this page knows. */
  load(): Promise<RecordBook>;
  /** Keeps it in this page at once, and in the storage as soon as that can be done. */
  update(change: RecordChange): void;
  /** Removes everything, here and in the storage. */
  erase(): Promise<void>;
  subscribe(listener: () => void): () => void;
}
