/**
 * What this computer keeps about devices, wallets and ceremonies, as plain data. No field can hold a word: each is an
 * id, a date, a name of at most 12 characters, or one of a few literals.
 */
import type { Capability } from '../protocol/commands/info.ts';
import type { Activity, Outcome, WalletState } from '../protocol/public-state.ts';

/** `under-way`: not ended yet, as far as this computer knows. `interrupted`: nobody saw here how it ended. */
export type Result = Exclude<Outcome, 'none' | 'unknown'> | 'under-way' | 'interrupted';

/** Which device. Its id is there only when its certificate proved it: an id that is merely claimed tells nothing. */
export interface DeviceRef {
  /** 32 hexadecimal digits. */
  readonly id: string | undefined;
  /** What it calls itself: a product's name of plain characters (`isMakeName`). Empty where that isn't known. */
  readonly product: string;
  readonly simulator: boolean;
}

export interface CeremonyRecord {
  /** Unique in this browser: when it began, where, and its number there. */
  readonly id: string;
  /** What other programs ask of an app is none: it is theirs. */
  readonly what: Exclude<Activity, 'none' | 'unknown' | 'app'>;
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

/** What a result is called: a file that fits is no words that do. */
export type ResultName = Result | 'file-match' | 'file-no-match';

export function resultName({ what, result }: Pick<CeremonyRecord, 'what' | 'result'>): ResultName {
  const ofFile = what === 'check-file' && (result === 'match' || result === 'no-match');
  return ofFile ? `file-${result}` : result;
}

/** How the wallet's words were proven to be drawn from two sources. */
export interface EntropyProof {
  readonly kind: 'entropy-check';
  /** Candidates that were opened and found right; drawn from 1 to `range`. */
  readonly opened: number;
  /** A cheating device passes this one check with a chance of at most 1 in `range`. */
  readonly range: number;
  /** The ranges of the checks in a row before it that led to no wallet, oldest first; see `cheat-chance.ts`. */
  readonly unfinishedBefore: readonly number[];
  /** ISO 8601, UTC. */
  readonly date: string;
}

/** The wallet that a device must have. `compare-wallet.ts` says what any other one means. */
export interface ExpectedWallet {
  /** 32 hexadecimal digits. */
  readonly walletId: string;
  /** False from the check until the backup is done. */
  readonly backedUp: boolean;
  /** The person knows that it isn't on the device now. Still, no other one may take its place unasked. */
  readonly absent: boolean;
  /** Absent for a wallet that this computer didn't see come into being. */
  readonly proof: EntropyProof | undefined;
}

/** What must hold at the next meeting with a device. */
export interface DeviceMemory {
  /** As it was attested at the first meeting: 65 bytes in hexadecimal. `undefined`: no meeting has left one. */
  readonly publicKey: string | undefined;
  /** It was seen to be a simulator once, and stays one. */
  readonly simulator: boolean;
  /** All that it was ever seen to be able to do. */
  readonly capabilities: readonly Capability[];
  readonly wallet: ExpectedWallet | undefined;
  /** The ranges of the checks since the last wallet that was proven; none has led to one. The oldest first. */
  readonly unfinishedChecks: readonly number[];
}

/** All that is known of a device, and the only place where it is. */
export interface DeviceRecord extends DeviceRef, DeviceMemory {
  readonly id: string;
  readonly simulator: boolean;
  /** What the person calls it; empty without a name. */
  readonly name: string;
  /** `undefined` until the device has said it here: such a device isn't listed. */
  readonly state: WalletState | undefined;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface WalletRecord {
  readonly walletId: string;
  /** The device on which it was last seen, as in `DeviceRef`. */
  readonly product: string;
  readonly simulator: boolean;
  /** When every word was confirmed, if this browser saw it. */
  readonly backedUp: string | undefined;
  /** When its words were last entered from the paper, and fitted. */
  readonly checked: string | undefined;
  /** When the paper last turned out not to be this wallet's; absent once words from a paper have fitted since. */
  readonly doubted?: string | undefined;
}

export interface RecordBook {
  /** Newest first, as all three are. */
  readonly ceremonies: readonly CeremonyRecord[];
  readonly devices: readonly DeviceRecord[];
  readonly wallets: readonly WalletRecord[];
}

/** So many checks without a wallet are remembered: with any range, a check after them proves nothing. */
export const mostUnfinished = 64;

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
  /** The storage has answered since this page was loaded: what the book doesn't know, isn't known. */
  readonly read: boolean;
}

export const emptyView: RecordView = {
  book: emptyBook,
  problem: undefined,
  unreadable: 0,
  erased: false,
  read: false,
};

/** Key of a device: a simulator can claim any id, but never that it is no simulator (H10). */
export function deviceKey({ id, simulator }: Pick<DeviceRecord, 'id' | 'simulator'>): string {
  return `${simulator ? 'simulator' : 'device'}:${id}`;
}

export function findDevice(
  book: RecordBook,
  ref: Pick<DeviceRef, 'id' | 'simulator'>,
): DeviceRecord | undefined {
  return book.devices.find(({ id, simulator }) => id === ref.id && simulator === ref.simulator);
}

/**
 * The device that proved this id before, whatever it says of itself now: one that was a simulator is looked for as one that
 * says it is none.
 */
export function findProven(book: RecordBook, deviceId: string): DeviceRecord | undefined {
  return book.devices.find(({ id, publicKey }) => id === deviceId && publicKey !== undefined);
}

/** The id of the wallet that is on the device, as far as the person knows. */
export function walletOn({ wallet }: Pick<DeviceMemory, 'wallet'>): string | undefined {
  return wallet?.backedUp === true && !wallet.absent ? wallet.walletId : undefined;
}

export function findWallet(book: RecordBook, walletId: string | undefined): WalletRecord | undefined {
  return book.wallets.find((wallet) => wallet.walletId === walletId);
}

/** The key of `deviceKey`, in two fields. */
export type DeviceKey = Pick<DeviceRecord, 'id' | 'simulator'>;

/** One thing to keep, as data. */
export type RecordNews =
  | {
      readonly kind: 'began';
      readonly device: DeviceRef;
      readonly what: CeremonyRecord['what'];
      readonly number: number;
      readonly walletId: string | undefined;
    }
  | {
      readonly kind: 'ended';
      readonly device: DeviceRef;
      readonly what: CeremonyRecord['what'];
      readonly number: number;
      readonly result: Result;
      readonly walletId: string | undefined;
    }
  /** A page has come to a device: what was under way on it, and is not any more, has ended meanwhile. */
  | {
      readonly kind: 'arrived';
      readonly device: DeviceRef;
      readonly running: CeremonyRecord['what'] | undefined;
      readonly number: number;
      readonly outcome: Outcome;
    }
  /** The device told its wallet after a ceremony: the last record of it gets the id. */
  | { readonly kind: 'told-wallet'; readonly device: DeviceRef; readonly walletId: string }
  /** A device has proved what it is. Its first key stays; what it can do, and that it's a simulator, adds up. */
  | {
      readonly kind: 'met-device';
      readonly device: DeviceRef & { readonly id: string };
      readonly publicKey: string;
      readonly capabilities: readonly Capability[];
    }
  /** It said where its wallet is, and nothing in that has to be asked about. */
  | {
      readonly kind: 'saw-device';
      readonly device: DeviceRef & { readonly id: string };
      readonly state: WalletState;
    }
  | { readonly kind: 'named-device'; readonly device: DeviceKey; readonly name: string }
  /**
   * Which wallet the device must have from now on; `undefined`: any. `before` is the id of the one that was known: another
   * one that is kept is never replaced by somebody who didn't know of it.
   */
  | {
      readonly kind: 'expects-wallet';
      readonly device: DeviceKey;
      readonly before: string | undefined;
      readonly wallet: ExpectedWallet | undefined;
    }
  /** The ranges of the checks that have led to no wallet so far; `before` as they were known. */
  | {
      readonly kind: 'counted-checks';
      readonly device: DeviceKey;
      readonly before: readonly number[];
      readonly unfinishedChecks: readonly number[];
    }
  /** The person reset the device: no wallet is expected on it. */
  | { readonly kind: 'forget-wallet'; readonly device: DeviceKey }
  | { readonly kind: 'forget-device'; readonly key: string }
  /** Every word was confirmed just now. */
  | { readonly kind: 'backed-up'; readonly wallet: WalletPlace }
  /** Its words were entered from the paper just now, and fitted. */
  | { readonly kind: 'checked'; readonly wallet: WalletPlace }
  /** The person has found another ID on the form than the restored wallet has. */
  | { readonly kind: 'doubted'; readonly wallet: WalletPlace }
  /** What an earlier version kept elsewhere. */
  | {
      readonly kind: 'moved-in';
      readonly wallets: readonly WalletRecord[];
      readonly devices: readonly EarlierDevice[];
    }
  | { readonly kind: 'erase-everything' };

/** A wallet, and the device on which it is. */
export type WalletPlace = Pick<WalletRecord, 'walletId' | 'product' | 'simulator'>;

/** What an earlier version remembered of a device, beside its record; its wallet IDs were made in another way. */
export interface EarlierDevice extends Omit<DeviceMemory, 'publicKey' | 'wallet'> {
  readonly id: string;
  readonly publicKey: string;
}

/** News with its time (ISO 8601, UTC), so that it can be kept later when it can't be kept now. Each may be applied twice. */
export type RecordChange = RecordNews & { readonly at: string };

/** Where everything is kept. No storage that fails makes it throw or reject: a ceremony never depends on one. */
export interface RecordStore {
  readonly view: RecordView;
  /**
   * What is kept now; after two seconds without an answer of the browser, what this page knows (`view.read` tells). Rejects
   * where the code of the store can't be loaded: then nothing is known of any device. The next call tries again.
   */
  load(): Promise<RecordBook>;
  /** Keeps it in this page at once, and in the storage as soon as that can be done; or erases everything. */
  update(change: RecordChange): void;
  /** Removes everything, here and in the storage. */
  erase(): Promise<void>;
  subscribe(listener: () => void): () => void;
}
