/** What can happen (events) and what the shell is asked to do (effects), both as data. */
import type { CeremonyKind, CeremonyRequest } from '../protocol/ceremonies.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { PublicState, WordCount } from '../protocol/public-state.ts';
import type { LedgerReading } from '../signer/ledger/reading.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { PresetName } from './device-names.ts';
import type { Outcome, WalletState } from '../protocol/public-state.ts';
import type { Result } from '../records/book.ts';
import type { AlarmReason } from './alarm.ts';
import type { EntropyCheckRequest } from '../signer/check-entropy.ts';
import type {
  CheckStep,
  ChosenFile,
  CreateOptions,
  DeviceFacts,
  KnownDevice,
  KnownWallet,
  Purpose,
  QuizOrder,
  Recording,
  SettingsPage,
} from './state.ts';
import type { PinnedWallet, TrustedDevice } from './trust-store.ts';

/** Something the person did on the page. None of them can answer for a press on the device (H2). */
export type PersonEvent =
  | { readonly kind: 'begin'; readonly link: LinkKind | undefined }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'choose'; readonly link: LinkKind }
  | { readonly kind: 'retry' }
  | { readonly kind: 'choose-another' }
  | { readonly kind: 'accept-unverified' }
  | { readonly kind: 'set-length'; readonly wordCount: WordCount }
  | { readonly kind: 'show-all-lengths' }
  | { readonly kind: 'set-options'; readonly options: CreateOptions }
  /** New words, or the words on a paper, for a device without a wallet. */
  | { readonly kind: 'set-purpose'; readonly purpose: Purpose }
  /** Asks the device for what this page is about; the length and the name are those chosen on the page. */
  | { readonly kind: 'ask'; readonly ceremony: CeremonyKind }
  | { readonly kind: 'open-settings' }
  | { readonly kind: 'open-page'; readonly page: SettingsPage }
  /** `undefined`: the name stays as it is. */
  | { readonly kind: 'choose-name'; readonly name: PresetName | undefined }
  /** For an empty device: the page on which a backup file is chosen. */
  | { readonly kind: 'open-restore-file' }
  /** `undefined`: none that is whole. */
  | { readonly kind: 'choose-file'; readonly file: ChosenFile | undefined }
  /** Reads the released file from the device once more. */
  | { readonly kind: 'save-file' }
  | { readonly kind: 'open-quiz' }
  /** What this computer keeps, before a device is chosen. */
  | { readonly kind: 'open-records' }
  /** By the key of `deviceKey`. */
  | { readonly kind: 'forget-device'; readonly key: string }
  | { readonly kind: 'erase-records' }
  /** The person has read that the device has another wallet than before, and agrees. */
  | { readonly kind: 'accept-wallet' }
  | { readonly kind: 'answer'; readonly right: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'continue' }
  /** Asks a stock Ledger to close its open app. */
  | { readonly kind: 'quit-app' }
  /** A stock Ledger does not answer, and the person says that they wait. */
  | { readonly kind: 'keep-waiting' }
  /** The person set the device up anew: this browser forgets the wallet that it had. */
  | { readonly kind: 'forget-wallet' }
  /** Leaves a finished backup for the first screen. */
  | { readonly kind: 'finish' };

/** Something the shell found out. */
export type ShellEvent =
  /** The page was loaded while a device was in use: go back to it without asking. */
  | { readonly kind: 'resume'; readonly link: LinkKind }
  | { readonly kind: 'opened' }
  | { readonly kind: 'open-failed'; readonly code: ErrorCode }
  /** A device that the person chose before is there again: what kept it from working may be gone. */
  | { readonly kind: 'plugged-in'; readonly link: LinkKind }
  | {
      readonly kind: 'identified';
      readonly device: DeviceFacts;
      readonly known?: KnownDevice | undefined;
    }
  /** Without a reason: its certificate or its signature is false. */
  | { readonly kind: 'proof-failed'; readonly reason?: AlarmReason }
  | { readonly kind: 'identify-failed'; readonly code: ErrorCode }
  /** It is a stock Ledger that answers. */
  | { readonly kind: 'ledger-found'; readonly reading: LedgerReading }
  | { readonly kind: 'ledger-read'; readonly reading: LedgerReading }
  /** An answer of a stock Ledger is late, and still waited for. */
  | { readonly kind: 'ledger-silent' }
  | { readonly kind: 'quit-failed'; readonly code: ErrorCode }
  | { readonly kind: 'status'; readonly status: PublicState }
  | { readonly kind: 'begin-failed'; readonly code: ErrorCode }
  | { readonly kind: 'cancel-failed'; readonly code: ErrorCode }
  /** `record` is what this computer already knew of that wallet, `date` now, ISO 8601. */
  | ({ readonly kind: 'wallet-read'; readonly date: string } & KnownWallet)
  | { readonly kind: 'check-step'; readonly step: CheckStep; readonly date: string }
  | { readonly kind: 'name-read'; readonly name: string }
  | { readonly kind: 'check-noted'; readonly checkedAt: string }
  | { readonly kind: 'file-saved' }
  | { readonly kind: 'file-failed'; readonly code: ErrorCode }
  | { readonly kind: 'quiz-drawn'; readonly order: QuizOrder }
  | { readonly kind: 'wallet-failed'; readonly code: ErrorCode }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'following-failed'; readonly code: ErrorCode }
  | { readonly kind: 'timer'; readonly name: TimerName };

export type CeremonyEvent = PersonEvent | ShellEvent;

export type TimerName = 'retry' | 'lost' | 'long';

export type Effect =
  /** Asks the person where the browser needs that, so it must run inside the click that caused it. */
  | { readonly kind: 'open'; readonly link: LinkKind }
  | { readonly kind: 'reopen'; readonly link: LinkKind }
  /** What answers, then info and attestation, in one. */
  | { readonly kind: 'identify' }
  | { readonly kind: 'follow' }
  | { readonly kind: 'follow-ledger' }
  | { readonly kind: 'quit-app' }
  | { readonly kind: 'begin'; readonly request: CeremonyRequest }
  | { readonly kind: 'cancel' }
  /** Runs the entropy check with the device, which stands at it. */
  | { readonly kind: 'check-entropy'; readonly request: EntropyCheckRequest }
  | { readonly kind: 'read-wallet' }
  | { readonly kind: 'read-name' }
  /** Keeps that the wallet was backed up just now, on this device. */
  | { readonly kind: 'save-backup'; readonly device: DeviceFacts; readonly walletId: string }
  /** Keeps that its paper was read just now, and fitted. */
  | { readonly kind: 'save-check'; readonly device: DeviceFacts; readonly walletId: string }
  | {
      readonly kind: 'record';
      readonly device: DeviceFacts;
      readonly step: RecordStep;
      /** Of the wallet that the device has, or had until now. */
      readonly walletId: string | undefined;
    }
  /** Keeps that the device was seen so; the shell asks it for its name. Only for a device that proved its id. */
  | {
      readonly kind: 'see-device';
      readonly device: DeviceFacts;
      readonly state: WalletState;
      /** `undefined`: not told now. `null`: there is none any more. */
      readonly walletId: string | null | undefined;
    }
  | { readonly kind: 'forget-device'; readonly key: string }
  | { readonly kind: 'erase-records' }
  /** Remembers the device. */
  | { readonly kind: 'trust'; readonly device: TrustedDevice }
  /** Remembers, or forgets, which wallet a device that is remembered must have. */
  | { readonly kind: 'pin'; readonly deviceId: string; readonly pinned: PinnedWallet | undefined }
  /** Remembers the ranges of the checks with a device that have led to no wallet so far. */
  | {
      readonly kind: 'count-checks';
      readonly deviceId: string;
      readonly unfinishedChecks: readonly number[];
    }
  /** The person set the device up anew: neither its pin nor the records expect a wallet on it from now on. */
  | { readonly kind: 'forget-wallet'; readonly deviceId: string; readonly simulator: boolean }
  /** Notes today as the day on which the paper of the wallet on the device was checked. */
  | { readonly kind: 'note-check' }
  /** Reads the file that the device has released, looks it through and saves it as a download. */
  | { readonly kind: 'save-file' }
  /** Draws in which order the answers of the two questions stand. */
  | { readonly kind: 'draw-quiz' }
  /** Lets go of the device and of every timer; nothing of that link is reported any more. */
  | { readonly kind: 'close' }
  /** Asks the device to stop, waits for nothing, and lets go of it and of every timer. */
  | { readonly kind: 'stop-and-close' }
  /** Lets go of the device alone: timers run on. */
  | { readonly kind: 'drop' }
  /** Sets a timer; an earlier one of the same name is forgotten. */
  | { readonly kind: 'timer'; readonly name: TimerName; readonly milliseconds: number }
  /** Which link a reloaded page goes back to. */
  | { readonly kind: 'remember'; readonly link: LinkKind | undefined };

/** What is noted of a ceremony. `arrive`: the first thing that a device says on a link. */
export type RecordStep =
  | ({ readonly kind: 'begin' } & Recording)
  | ({ readonly kind: 'end'; readonly result: Result } & Recording)
  | {
      readonly kind: 'arrive';
      readonly running: Recording['what'] | undefined;
      readonly number: number;
      readonly outcome: Outcome;
    }
  | { readonly kind: 'tell-wallet'; readonly walletId: string };

export type Reduced<State> = readonly [State, readonly Effect[]];
