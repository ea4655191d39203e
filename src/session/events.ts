/** What can happen (events) and what the shell is asked to do (effects), both as data. */
import type { CeremonyRequest } from '../protocol/ceremonies.ts';
import type { DeviceLanguages } from '../protocol/commands/languages.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { PublicState } from '../protocol/public-state.ts';
import type { AnyFamily, SealedReading } from '../devices/family.ts';
import type { SignedMessage, SigningStep, SignRequest } from '../signing/sign-message.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { DeviceMemory, RecordNews } from '../records/book.ts';
import type { AlarmReason } from './trust/alarm.ts';
import type { EntropyCheckRequest } from '../devices/hostblind/entropy-check/check-entropy.ts';
import type { Wish } from './offers.ts';
import type { CheckStep, Comparison, DeviceFacts, KnownWallet } from './state.ts';

/** Something the person asks for. None of them can answer for a press on the device (H2). */
export type PersonEvent =
  | { readonly kind: 'choose'; readonly link: LinkKind }
  | { readonly kind: 'retry' }
  | { readonly kind: 'choose-another' }
  /** As `choose-another`, and the device is asked to stop what it is in. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'accept-unverified' }
  /** Asks the device for a ceremony. */
  | { readonly kind: 'start'; readonly wish: Wish }
  /** Asks the device what it is called. */
  | { readonly kind: 'read-name' }
  /** Reads the released file from the device once more. */
  | { readonly kind: 'save-file' }
  /** By the key of `deviceKey`. */
  | { readonly kind: 'forget-device'; readonly key: string }
  | { readonly kind: 'erase-records' }
  /** The person has read that the device has another wallet than before, and agrees. */
  | { readonly kind: 'accept-wallet' }
  /** The person has compared the ID of a restored wallet with the one on the form. */
  | { readonly kind: 'compare-wallet'; readonly answer: Comparison }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'continue' }
  /** Asks a device that leads to close its open app. */
  | { readonly kind: 'quit-app' }
  /** A device that leads does not answer, and the person says that they wait. */
  | { readonly kind: 'keep-waiting' }
  /** The person reset the device: this browser forgets the wallet that it had. */
  | { readonly kind: 'forget-wallet' }
  /** Has a message signed on the device. */
  | { readonly kind: 'sign-message'; readonly request: SignRequest }
  /** Leaves what was signed, or why it wasn't. While the device has it, only the device can end it. */
  | { readonly kind: 'end-signing' }
  /** Leaves a finished backup. */
  | { readonly kind: 'finish' };

/** Something the shell found out. */
export type ShellEvent =
  /** A device was in use when this program was started again: go back to it without asking. */
  | { readonly kind: 'resume'; readonly link: LinkKind }
  | { readonly kind: 'opened' }
  | { readonly kind: 'open-failed'; readonly code: ErrorCode }
  /** A device that the person chose before is there again: what kept it from working may be gone. */
  | { readonly kind: 'plugged-in'; readonly link: LinkKind }
  | { readonly kind: 'identified'; readonly device: DeviceFacts }
  /** The storage has answered late, after the device was let in. */
  | { readonly kind: 'remembered'; readonly known: DeviceMemory; readonly doubtful: boolean }
  /** Without a reason: its certificate or its signature is false. */
  | { readonly kind: 'proof-failed'; readonly reason?: AlarmReason }
  | { readonly kind: 'identify-failed'; readonly code: ErrorCode }
  /** It is a device of a family that leads by itself. */
  | { readonly kind: 'guided-found'; readonly family: AnyFamily; readonly reading: SealedReading }
  | { readonly kind: 'guided-read'; readonly family: AnyFamily; readonly reading: SealedReading }
  /** Its answer is late, and still waited for. */
  | { readonly kind: 'guided-silent' }
  | { readonly kind: 'quit-failed'; readonly code: ErrorCode }
  | { readonly kind: 'status'; readonly status: PublicState }
  | { readonly kind: 'begin-failed'; readonly code: ErrorCode }
  /** The device is locked or busy: what runs on it now is not what was asked for here. */
  | { readonly kind: 'begin-waits' }
  /** It has taken the request, after it was busy. */
  | { readonly kind: 'begun'; readonly request: CeremonyRequest }
  | { readonly kind: 'cancel-failed'; readonly code: ErrorCode }
  /** `record` is what this computer already knew of that wallet, `date` now, ISO 8601. */
  | ({ readonly kind: 'wallet-read'; readonly date: string } & KnownWallet)
  | { readonly kind: 'check-step'; readonly step: CheckStep; readonly date: string }
  | { readonly kind: 'name-read'; readonly name: string }
  /** The device may offer other languages than it did. */
  | { readonly kind: 'read-languages' }
  | { readonly kind: 'languages-read'; readonly languages: DeviceLanguages }
  /** A check of the paper has matched: it was that of this wallet. `date` now, ISO 8601. */
  | { readonly kind: 'paper-matched'; readonly walletId: string; readonly date: string }
  | { readonly kind: 'signing-step'; readonly step: SigningStep }
  /** The signature has been checked. */
  | ({ readonly kind: 'message-signed' } & SignedMessage)
  | { readonly kind: 'signing-failed'; readonly code: ErrorCode }
  | { readonly kind: 'file-saved' }
  | { readonly kind: 'file-failed'; readonly code: ErrorCode }
  | { readonly kind: 'wallet-failed'; readonly code: ErrorCode }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'following-failed'; readonly code: ErrorCode }
  | { readonly kind: 'timer'; readonly name: TimerName };

export type SessionEvent = PersonEvent | ShellEvent;

export type TimerName = 'retry' | 'lost' | 'long';

export type Effect =
  /** Asks the person where the browser needs that, so it must run inside the click that caused it. */
  | { readonly kind: 'open'; readonly link: LinkKind }
  | { readonly kind: 'reopen'; readonly link: LinkKind }
  /** What answers, then info and attestation, in one. */
  | { readonly kind: 'identify' }
  /** In place of what follows it already. */
  | { readonly kind: 'follow' }
  | { readonly kind: 'follow-guided' }
  | { readonly kind: 'quit-app' }
  | { readonly kind: 'begin'; readonly request: CeremonyRequest }
  | { readonly kind: 'cancel' }
  /** Runs the entropy check with the device, which stands at it. */
  | { readonly kind: 'check-entropy'; readonly request: EntropyCheckRequest }
  | { readonly kind: 'read-wallet' }
  | { readonly kind: 'read-name' }
  | { readonly kind: 'read-languages' }
  /**
   * Nobody follows the device from here on: its link answers nothing else while a person reads. `follow` comes after the event that
   * ends it.
   */
  | { readonly kind: 'sign-message'; readonly request: SignRequest }
  /** Keeps it, with the time of now. */
  | { readonly kind: 'keep'; readonly change: RecordNews }
  /** Asks for the id of the wallet of which the paper was checked just now. */
  | { readonly kind: 'read-checked-wallet' }
  /** Reads the file that the device has released, looks it through and saves it as a download. */
  | { readonly kind: 'save-file' }
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

export type Reduced<State> = readonly [State, readonly Effect[]];
