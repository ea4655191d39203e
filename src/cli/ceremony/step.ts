/** What the steps of a ceremony are made of: what was seen so far, what is said, asked and done next, and how it can end. */
import type { AnyFamily } from '../../devices/family.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { Activity, Outcome, PublicState } from '../../protocol/public-state.ts';
import type { EntropyProof } from '../../records/book.ts';
import type { CutShort } from '../../session/cut-short.ts';
import type { SessionEvent } from '../../session/events.ts';
import type {
  CheckState,
  Comparison,
  DeviceFacts,
  KnownWallet,
  RestoredFrom,
  UnprovenReason,
  WalletChange,
} from '../../session/state.ts';
import type { AlarmReason } from '../../session/trust/alarm.ts';
import type { Unfit } from '../../text/types/terminal/ceremonies.ts';
import type { Answer } from '../terminal/keys.ts';
import type { Line } from '../terminal/wrap.ts';
import type { Errand } from './errand.ts';

export interface Choice {
  readonly errand: Errand;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly acceptChange: boolean;
  /** Somebody is there to answer questions. */
  readonly canAsk: boolean;
  /** The person has confirmed beforehand. */
  readonly confirmed: boolean;
  /** What a device of a family that leads by itself is, and what can be done with it. */
  readonly aboutFamily: (family: AnyFamily) => string | undefined;
}

/** What this run has seen so far. */
export interface Memory {
  /** The device that this run is about, once one was met: 32 hexadecimal digits. */
  readonly deviceId: string | undefined;
  /** The ceremony was asked for, or found on the device. */
  readonly begun: boolean;
  /** The device was in the middle of it, and not only at its question whether to resume. */
  readonly ran: boolean;
  /** It was asked for while the device was busy with something else, and wasn't taken yet. */
  readonly queued: boolean;
  readonly status: PublicState | undefined;
  readonly check: CheckState['kind'] | undefined;
  /** Contact was lost, and not made again yet. */
  readonly lost: boolean;
  /** It was said that the device is away. */
  readonly away: boolean;
  /** Another device was let go of, and the first one is looked for. */
  readonly searching: boolean;
  readonly passedOver: string | undefined;
  /** It was said that nobody vouches for the device. */
  readonly stranger: boolean;
  /** It was said that somebody else's ceremony runs. */
  readonly foreign: boolean;
  readonly toldLocked: boolean;
  /** The wallet of which was said what this computer knows. */
  readonly toldWallet: string | undefined;
  /** The old wallet of the device was forgotten, as the person wished. */
  readonly forgotten: boolean;
  /** The link was let go of, and is opened again. */
  readonly reopens: boolean;
  /** The wallet for which the person said yes, 32 hexadecimal digits. */
  readonly agreed: string | undefined;
  /** What is at stake was said. */
  readonly warned: boolean;
  /** The device had released a backup file. */
  readonly released: boolean;
  /** What must still be kept was waited for. */
  readonly lingered: boolean;
  /** The answer to the question that was asked last. */
  readonly answer: { readonly question: CeremonyQuestion['kind']; readonly answer: Answer } | undefined;
}

export const freshMemory: Memory = {
  deviceId: undefined,
  begun: false,
  ran: false,
  queued: false,
  status: undefined,
  check: undefined,
  lost: false,
  away: false,
  searching: false,
  passedOver: undefined,
  stranger: false,
  foreign: false,
  toldLocked: false,
  toldWallet: undefined,
  forgotten: false,
  reopens: false,
  agreed: undefined,
  warned: false,
  released: false,
  lingered: false,
  answer: undefined,
};

export type Saying =
  | {
      readonly kind: 'note';
      readonly event: string;
      readonly text: Line | readonly Line[];
      readonly more?: object | undefined;
    }
  | { readonly kind: 'state'; readonly status: PublicState };

export interface CeremonyQuestion {
  /**
   * `stranger`: whether the person knows the device. `confirm`: whether they want what can't be undone, or shows the words.
   * `compare`: whether the restored wallet is the one on their form. `save-again`: whether to write the file once more.
   */
  readonly kind: 'stranger' | 'confirm' | 'compare' | 'save-again';
  /** The last one has the question itself, and its keys. */
  readonly lines: readonly string[];
}

export type End =
  | {
      readonly kind: 'backed-up';
      readonly device: DeviceFacts;
      readonly wallet: KnownWallet;
      readonly proof: EntropyProof | undefined;
      /** This run saw it. */
      readonly witnessed: boolean;
    }
  | {
      readonly kind: 'restored';
      readonly device: DeviceFacts;
      readonly wallet: KnownWallet;
      readonly from: RestoredFrom;
      readonly compared: Comparison | undefined;
      /** The person has said so, and not this computer. */
      readonly asked: boolean;
    }
  | {
      readonly kind: 'ended';
      readonly activity: Activity;
      readonly outcome: Outcome;
      /** What the device said last: an unfinished backup waits on it. */
      readonly unfinished: boolean;
      readonly device: DeviceFacts;
      readonly checkedAt?: string | undefined;
      readonly file?: 'saved' | 'failed' | undefined;
      readonly unproven?: UnprovenReason | undefined;
      /** The name that was given. */
      readonly name?: string | undefined;
    }
  /** The device was switched off in the middle of it. */
  | { readonly kind: 'cut-short'; readonly what: CutShort }
  | { readonly kind: 'unfit'; readonly why: Unfit }
  /** The glass is in the language already, or can't be: what it can speak instead. */
  | { readonly kind: 'language'; readonly speaks: string; readonly others: readonly string[] }
  /** The file that was named is another wallet's. */
  | { readonly kind: 'other-file'; readonly onDevice: string; readonly inFile: string }
  /** The person said no here. */
  | { readonly kind: 'left' }
  | { readonly kind: 'wallet-changed'; readonly change: WalletChange }
  | { readonly kind: 'alarm'; readonly reason: AlarmReason }
  | { readonly kind: 'error'; readonly code: ErrorCode };

export type Next =
  /** Opens the link. */
  | { readonly kind: 'open' }
  | { readonly kind: 'dispatch'; readonly event: SessionEvent }
  /** After a pause, for the same device. */
  | { readonly kind: 'look-again' }
  /** Waits for news, and not for long. */
  | { readonly kind: 'linger' }
  | { readonly kind: 'ask'; readonly question: CeremonyQuestion }
  | { readonly kind: 'end'; readonly end: End }
  /** Waits for news. */
  | { readonly kind: 'wait' };

export interface CeremonyStep {
  readonly memory: Memory;
  readonly says: readonly Saying[];
  readonly next: Next;
}

export const waits: Next = { kind: 'wait' };

export function dispatching(event: SessionEvent): Next {
  return { kind: 'dispatch', event };
}

export function endWith(end: End): Next {
  return { kind: 'end', end };
}

export function note(event: string, text: Line | readonly Line[], more?: object): Saying {
  return { kind: 'note', event, text, more };
}
