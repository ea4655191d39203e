/**
 * What an app of the device is: a coin's commands, read, reviewed and encoded by pure functions of bytes. It sees no key, no link
 * and no screen. It says what is to be asked; the glass asks it, and alone goes to the vault (H11).
 */
import type { AskingMessages } from '../../src/text/types/apps/asking.ts';
import type { CommandApdu } from '../../src/protocol/apdu/apdu.ts';
import type { KeyPath, PublicKey, Signature } from './signing-keys.ts';

/** One thing to be read before anything is signed. The glass spreads it over as many screens as it needs. */
export interface Field {
  readonly title: string;
  /** What the font can draw, of any length. Values that differ look different: what can't be seen is spelled out. */
  readonly value: string;
  /** An address is drawn whole on one screen, in groups of four. */
  readonly shape: 'text' | 'address';
}

/** A screen's text, such as why something is refused. */
export interface Reason {
  readonly title: string;
  readonly body: string;
}

/** What only the key itself can tell: why it isn't given after all. */
type Check = (key: PublicKey) => Reason | undefined;

/** A signature that an app wants. `digest`: 32 bytes. */
export interface WantedSignature {
  readonly path: KeyPath;
  readonly digest: Uint8Array;
  /** `taproot`: by the key that a Taproot output pays to, as `KeyRing` says. */
  readonly scheme: 'ecdsa' | 'taproot';
}

export type MadeSignature =
  | { readonly scheme: 'ecdsa'; readonly signature: Signature }
  /** 64 bytes. */
  | { readonly scheme: 'taproot'; readonly signature: Uint8Array };

/** What answers a command that has waited. */
export interface WaitedAnswer {
  readonly data: Uint8Array;
  /** 9000 where nothing is said. */
  readonly status?: number;
}

/** What an app makes of a command. `answer` gives the data of a response that ends with 9000. */
export type AppReply =
  /**
   * At once, without a person; it tells nothing of the wallet. `status`: two bytes, as in `status-words.ts`. The data may be a question
   * back to the host, by a status that says so.
   */
  | { readonly kind: 'answer'; readonly status: number; readonly data?: Uint8Array }
  /** A public key that nobody sees on the glass: given out once a person has allowed that to the app. */
  | {
      readonly kind: 'key';
      readonly path: KeyPath;
      readonly check?: Check;
      readonly answer: (key: PublicKey) => Uint8Array;
    }
  /** A public key that the person compares first: its address, or what `screens` call it. */
  | {
      readonly kind: 'show-key';
      readonly path: KeyPath;
      readonly hasChainCode: boolean;
      readonly check?: Check;
      /** Said before and after it, in place of what is said of an address. */
      readonly screens?: { readonly compare: Reason; readonly same: Reason };
      readonly fields: (key: PublicKey) => readonly Field[];
      readonly answer: (key: PublicKey) => Uint8Array;
    }
  /** `fields` holds every byte that `digest` (32 bytes) is made of. */
  | {
      readonly kind: 'sign';
      readonly path: KeyPath;
      readonly digest: Uint8Array;
      /** What it is, as the first screen says it, and what the last one asks before the hold. */
      readonly title: string;
      readonly question: string;
      readonly fields: readonly Field[];
      readonly answer: (signature: Signature) => Uint8Array;
    }
  /** Several signatures of one thing. `fields` holds every byte that the digests are made of; all are made after it was read, or none. */
  | {
      readonly kind: 'sign-all';
      /** Whose keys sign. Its own key is checked before anything of it is on the glass. */
      readonly account: KeyPath;
      readonly check: Check;
      readonly signatures: readonly WantedSignature[];
      readonly title: string;
      readonly question: string;
      readonly fields: readonly Field[];
      /** In the order in which they were wanted. */
      readonly answer: (signatures: readonly MadeSignature[]) => WaitedAnswer;
    }
  /** What can't be shown isn't signed: said on the glass, and always answered with 6985, after which no client asks again by hashes. */
  | { readonly kind: 'refuse'; readonly reason: Reason };

/** An app while it is open. */
export interface OpenApp {
  /** Total: every command gets a reply. What commands have left behind is dropped by any refusal. */
  receive(command: CommandApdu): AppReply;
  /** Drops what commands have left behind: after a question that wasn't answered with yes. */
  reset(): void;
}

export interface CoinApp {
  /** As `B0 01` tells them: clients go by the name. ASCII. */
  readonly name: string;
  readonly version: string;
  /** The class bytes of its commands. */
  readonly classes: readonly number[];
  /** Where its keys begin: the vault gives none above or beside these. */
  readonly roots: readonly KeyPath[];
  /** `language`: two letters, as the glass is read in; English for one that the app doesn't speak. */
  open(language: string): OpenApp;
}

/** The apps of a device, and what the glass says around their questions. */
export interface AppShelf {
  readonly apps: readonly CoinApp[];
  /** In English for a language that it doesn't have. */
  text(language: string): AskingMessages;
}
