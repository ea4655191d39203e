/**
 * What the glass writes and the wire reads: how far the device is. No field can carry a word. What the vault knows
 * about the wallet is added when the state is read, so that no one but the vault can say "backed up" (H4).
 */
import type { CoinApp, AppReply, OpenApp, WaitedAnswer } from './app.ts';
import type { LinkNumber } from './board.ts';
import type { CreateRequest } from '../../src/protocol/ceremonies.ts';
import type { PublicState, WordCount } from '../../src/protocol/public-state.ts';

/** What is under way of a protected signature. It's gone with the app, and with the keys. */
export type Protection =
  /** The host has promised a number, for the next signature that its link asks for. */
  | { readonly kind: 'committed'; readonly link: LinkNumber; readonly commitment: Uint8Array }
  /** The device has answered with its point. The number is next. */
  | { readonly kind: 'owed'; readonly link: LinkNumber; readonly sign: SignFor };

/** Signs what the person has read and held the button for; gives the app's answer, or `undefined` for a number that wasn't promised. */
export type SignFor = (hostNonce: Uint8Array) => Uint8Array | undefined;

/** The app that a device is in. */
export interface RunningApp {
  readonly app: CoinApp;
  readonly open: OpenApp;
  /** A person has allowed it to tell public keys. */
  isAllowed: boolean;
  protection: Protection | undefined;
}

/** A command that waits for the person. */
export interface AppQuestion {
  readonly running: RunningApp;
  readonly reply: Exclude<AppReply, { kind: 'answer' }>;
  /** Called once: with nothing for a refusal. */
  readonly respond: (answer?: WaitedAnswer) => void;
  /** Of a signature that a host has promised a number for: takes what makes it of that number. */
  readonly committed?: { readonly commitment: Uint8Array; readonly owe: (sign: SignFor) => void } | undefined;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export interface DeviceState extends Mutable<
  Pick<PublicState, 'activity' | 'stage' | 'position' | 'total' | 'outcome' | 'ceremony' | 'locked'>
> {
  /** A host may ask the running ceremony to stop. */
  stoppable: boolean;
  /** The running ceremony was taken back by a host: asked to stop, or left without a word. */
  withdrawn: boolean;
  /** A step of a host's ended in a fault of the device. */
  failedHost: boolean;
  /** Whose ceremony runs; `undefined` for what the person began, and once that link is gone. */
  owner: LinkNumber | undefined;
  /** Requests that were taken back before the person had answered, since the last answer. */
  unanswered: number;
  /** On the device's clock: no request is taken before. */
  quietUntilMs: number;
  /** The word count that a host asked for, while the person has not agreed yet. */
  requested: WordCount | undefined;
  /** What a host asked to be mixed into a new phrase, while the person has not agreed yet. */
  requestedMix: Pick<CreateRequest, 'entropyCheck' | 'dice'>;
  /** 16 bytes: set when the person releases the wallet ID, by finishing or by entering the PIN. */
  releasedWalletId: Uint8Array | undefined;
  /** The encrypted backup file: set by the person's last press, until the next ceremony. */
  releasedFile: Uint8Array | undefined;
  running: RunningApp | undefined;
  /** Brought up by a host: what is at rest takes no press at first (H2). */
  broughtByHost: boolean;
  /** When a button was last pressed, on the device's clock. */
  touchedMs: number;
}

export function createDeviceState(): DeviceState {
  return {
    activity: 'none',
    stage: 'idle',
    position: 0,
    total: 0,
    outcome: 'none',
    ceremony: 0,
    locked: false,
    stoppable: false,
    withdrawn: false,
    failedHost: false,
    owner: undefined,
    unanswered: 0,
    quietUntilMs: 0,
    requested: undefined,
    requestedMix: {},
    releasedWalletId: undefined,
    releasedFile: undefined,
    running: undefined,
    broughtByHost: false,
    touchedMs: 0,
  };
}

export function openApp(state: DeviceState, app: CoinApp, language: string): void {
  state.running = { app, open: app.open(language), isAllowed: false, protection: undefined };
}
