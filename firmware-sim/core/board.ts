/**
 * What a board gives to the firmware, and what it tells it. The core has no other way out: no `Date`, no timers,
 * no promises, no `Math.random`, no I/O. The same core runs on every board.
 */
import type { DeviceMake } from '../../src/protocol/device-make.ts';
import type { GlassMessages } from '../../src/text/types/glass.ts';
import type { KeyRing } from './signing-keys.ts';

export type Button = 'left' | 'right';

/** What random bytes are for. A board treats all alike; a test can script one purpose and leave the others. */
export type RandomPurpose =
  'phrase' | 'quiz' | 'pin-pad' | 'seal' | 'device' | 'health' | 'backup-code' | 'curve';

/** A line of text as it was drawn, in pixels from the top left. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** True for a word of the phrase, a quiz choice or a PIN digit: nothing but the glass itself may show it. */
  readonly secret: boolean;
}

/** One picture. Valid until the next `show`: the core draws over `pixels`, so a board that keeps it copies it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** One bit per pixel, rows of `width / 8` bytes, leftmost pixel in the highest bit: 1,024 bytes for 128x64. */
  readonly pixels: Uint8Array;
  /** The text in the picture, in drawing order, recorded by the drawing itself. */
  readonly lines: readonly TextLine[];
}

export interface Display {
  show(frame: Frame): void;
}

/**
 * Non-volatile storage: bytes that survive power loss. A write can be cut after any byte, can fail, and can take all of
 * its sector with it; no other sector.
 */
export interface Storage {
  /** Bytes; at least `sectorBytes` and a slot of 245 (`slotLength(recordLength)` in `vault/`). */
  readonly size: number;
  /**
   * Bytes that a write which goes wrong can lose together: a multiple of what the medium erases at once. The core
   * keeps one copy of what it stores at 0 and the other in the next sector. Where a medium erases more than a board
   * wants to address (8 MiB on a card), the board maps the two to places that far apart. Half of `size` without.
   */
  readonly sectorBytes?: number;
  /** A copy of the whole content; never-written bytes read as 0xff. */
  read(): Uint8Array;
  /** Returns once the bytes are kept; throws when they may not be. */
  write(offset: number, bytes: Uint8Array): void;
}

/** The pseudorandom functions that the core stretches keys with: HMAC with SHA-256, and with SHA-512 (BIP-39). */
export type StretchHash = 'sha256' | 'sha512';

/**
 * PBKDF2 (RFC 8018, section 5.2): `length` bytes from `password` and `salt` by `rounds` rounds of HMAC. The answer
 * has an `ArrayBuffer` of its own, and the caller erases it; `password` and `salt` stay the caller's. Nothing of any
 * of them is kept.
 */
export type StretchKey = (
  hash: StretchHash,
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  length: number,
) => Uint8Array<ArrayBuffer>;

/** What the glass can be read in beside English, which every device has. */
export interface GlassLanguages {
  /** Two lower-case letters each (`protocol/language-tag.ts`). */
  readonly tags: readonly string[];
  /** `undefined` for another tag, and where the board can't lay hands on the sentences now. */
  text(tag: string): GlassMessages | undefined;
}

/** The first receiving address of a wallet on each of two chains, as other wallets write it. */
export interface WalletAddresses {
  /** Of m/44'/60'/0'/0/0: `0x` and 40 digits, upper and lower case as EIP-55 has them. */
  readonly ethereum: string;
  /** Of m/84'/0'/0'/0/0: `bc1q` and 38 letters and digits (BIP-84). */
  readonly bitcoin: string;
}

/**
 * What a seed of 64 bytes opens (BIP-32); it stays the caller's. `draw` gives random bytes, which every key is covered with
 * while the curve is at work.
 */
export type DeriveAddresses = (seed: Uint8Array, draw: (length: number) => Uint8Array) => WalletAddresses;

/** The keys that the device's apps have a use for, from a seed of 64 bytes that stays the caller's; `draw` as above. */
export type OpenAppKeys = (seed: Uint8Array, draw: (length: number) => Uint8Array) => KeyRing;

export interface Board {
  /** Always true: every board that there is, is a simulator's, and every picture says so, whatever its make is (H10). */
  readonly simulator: true;
  readonly display: Display;
  readonly storage: Storage;
  readonly clock: {
    /** Milliseconds since some fixed moment; never goes back. Read once per event. */
    now(): number;
  };
  /** Exactly `length` cryptographically random bytes, a fresh array each time. */
  random(purpose: RandomPurpose, length: number): Uint8Array;
  /** The board's accelerator. Without one the core stretches keys in JavaScript, with the same result. */
  readonly stretchKey?: StretchKey | undefined;
  readonly languages?: GlassLanguages | undefined;
  /** Gives what shows addresses, on a board that has it by now: in the simulator's page it comes later than the core. */
  readonly addresses?: (() => DeriveAddresses | undefined) | undefined;
  /** Gives what opens the keys that sign, on a board that has it by now. Without it a device signs nothing. */
  readonly openKeys?: (() => OpenAppKeys | undefined) | undefined;
}

/**
 * What a device says of who made it. A simulator is vouched for by the simulators' issuer, whose key is public knowledge, and a
 * self-built device by its own key alone; a maker's device needs its maker.
 */
export type Make =
  | (DeviceMake & { readonly kind: 'simulator' | 'self-built' })
  | (DeviceMake & {
      readonly kind: 'maker';
      /** P-256 private key, 32 bytes: as if each device were certified as it is switched on. Hardware has a certificate in its storage. */
      readonly issuerKey: Uint8Array;
    });

export type DeviceEvent =
  | { readonly kind: 'press'; readonly button: Button }
  | { readonly kind: 'release'; readonly button: Button }
  /** Time passed. A board sends one every 50 to 100 ms. */
  | {
      readonly kind: 'tick';
      /** Nobody can see the glass: nothing on it goes on, and a device that is left alone still locks itself. */
      readonly unseen?: boolean;
    };

/**
 * One way to the device, such as one connection or one USB interface: a number that the board gives it. Two links are
 * two hosts, as far as a device can tell.
 */
export type LinkNumber = number;

/** Takes a response that a person decided on, once, while the device handles a later event. */
export type TakeLate = (response: Uint8Array) => void;

/** A device that is switched on. Synchronous: each call returns when the device has settled. */
export interface Firmware {
  handle(event: DeviceEvent): void;
  /**
   * One command APDU in, one response APDU out. Never throws: bad input gets a status word. `link` is the way it came
   * by; without one all commands come by the same.
   */
  exchange(command: Uint8Array, link?: LinkNumber): Uint8Array;
  /**
   * Of a device with apps, for a link that can wait: a command of an app may put a question on the glass, and its response comes when
   * the person has answered it, or never, if the power goes. By `exchange` a device has no apps.
   */
  ask?(command: Uint8Array, late: TakeLate, link?: LinkNumber): Uint8Array | 'waits';
  /**
   * Whether a secret is at work or a person answers: then the board takes commands right after a beat of its
   * grid, and presses and ticks with them, and lets answers leave on the next one (`pace/`): their time tells nothing (H1).
   */
  keepsPace(): boolean;
  /** A link is gone, and will not be used again. What it began goes on, and is nobody's. */
  unlink(link: LinkNumber): void;
  /** Power loss: erases what is in memory and shows nothing more. The object is dead afterwards. */
  powerOff(): void;
}

/**
 * What a board can serve: a `Firmware`, or a persona of another maker's device, which may leave a command without an
 * answer (`undefined`) while it is at work.
 */
export interface ServedFirmware extends Omit<Firmware, 'exchange' | 'unlink' | 'keepsPace'> {
  keepsPace?(): boolean;
  unlink?(link: LinkNumber): void;
  exchange(command: Uint8Array, link?: LinkNumber): Uint8Array | undefined;
}
