/**
 * Where a person is on the way to a backed-up wallet. Plain data: no DOM, no bytes, no promises, and no field
 * that could hold a word. The only bytes are those of an encrypted backup file, which no host can read.
 */
import type { CeremonyRequest } from '../protocol/ceremonies.ts';
import type { Capability } from '../protocol/commands/info.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { DeviceKind } from '../protocol/device-make.ts';
import type { Activity, Outcome, PublicState, WordCount } from '../protocol/public-state.ts';
import type { CeremonyRecord, DeviceMemory, DeviceRef, EntropyProof, WalletRecord } from '../records/book.ts';
import type { WalletSaid } from '../records/compare-wallet.ts';
import type { EntropyFailure, EntropyGap } from '../devices/hostblind/entropy-check/entropy-outcome.ts';
import type { SignedMessage, SigningStep, SignRequest } from '../signing/sign-message.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { AlarmReason } from './trust/alarm.ts';
import type { CutShort } from './cut-short.ts';
import type { GuidedState } from '../devices/family.ts';

/** What the device's certificate proved; `none`: it has none. `failed` never gets this far: it raises the alarm. */
export type Attested = 'simulator' | 'genuine' | 'self-built' | 'unknown-issuer' | 'none';

export interface DeviceFacts {
  readonly link: LinkKind;
  /** 32 hexadecimal digits; tells one device from another after an unplug. */
  readonly deviceId: string;
  /** As it says of itself, and its certificate if it has one. */
  readonly kind: DeviceKind;
  /** From its certificate, plain characters (`isMakeName`); empty without one. Unless it's `genuine` these are the device's own words. */
  readonly maker: string;
  readonly product: string;
  /** True when the certificate, the device or the sandboxed frame says so, or it once was one: one of them is enough (H10). */
  readonly simulator: boolean;
  /** `major.minor.patch`. */
  readonly firmware: string;
  readonly proof: Attested;
  /** Of a genuine device: its maker's root was added by the person who built or started this program. */
  readonly addedRoot?: true | undefined;
  /** What its firmware can do; nothing else is offered. */
  readonly capabilities: readonly Capability[];
  /** What its glass is in: a tag of two letters. `undefined` until it was asked, and of one that has English alone. */
  readonly language?: string | undefined;
  /** All that its glass can be in, that one among them. */
  readonly languages?: readonly string[] | undefined;
  /** The key that it proved to have: 65 bytes in hexadecimal. `undefined`: it can't prove what it is. */
  readonly publicKey: string | undefined;
  /** What this computer knows of it. `undefined` until it is let in for the first time. */
  readonly known: DeviceMemory | undefined;
  /** Words from the paper didn't fit its wallet, and none have since (H12). */
  readonly doubtful?: true | undefined;
}

/** The wallet on the connected device, and what this computer knows of it. */
export interface KnownWallet {
  readonly walletId: string;
  /** What this computer keeps of it; absent for a wallet that it has not met. */
  readonly record: WalletRecord | undefined;
  /** When its paper was last checked, ISO 8601; absent when this computer knows of no check. */
  readonly checkedAt: string | undefined;
  /** How its words were proven to be drawn, when this browser was there. */
  readonly proof?: EntropyProof | undefined;
  /** It was created just now, by a firmware that cannot be checked. */
  readonly unchecked?: boolean | undefined;
}

/** What the entropy check found before a candidate is kept. */
export interface Evidence {
  /** The kept candidate's: 32 hexadecimal digits. */
  readonly walletId: string;
  readonly opened: number;
  readonly range: number;
}

/** A step of the entropy check, as `EntropyStep` without bytes. */
export type CheckStep =
  | { readonly kind: 'opened'; readonly opened: number }
  | { readonly kind: 'keeping'; readonly evidence: Evidence }
  | { readonly kind: 'proven' }
  | { readonly kind: 'unfinished'; readonly gap: EntropyGap }
  | { readonly kind: 'failed'; readonly failure: EntropyFailure };

/** `own-words`: they came from the person's paper. `no-capability`: the device knows no check. */
export type UnprovenReason = EntropyGap | 'no-capability' | 'own-words';

/** Where the entropy check of the ceremony that this page asked for is. */
export type CheckState =
  /** `waits`: the device has not taken the request yet, so that what runs on it is somebody else's. */
  | { readonly kind: 'asked'; readonly range: number; readonly waits?: true | undefined }
  | { readonly kind: 'running'; readonly opened: number; readonly range: number }
  /** The device is told to keep a candidate. `unanswered`: the link went before it could say that it does. */
  | {
      readonly kind: 'keeping' | 'unanswered' | 'proven';
      /** The kept candidate's: 32 hexadecimal digits. */
      readonly walletId: string;
      readonly proof: EntropyProof;
    }
  | { readonly kind: 'unproven'; readonly reason: UnprovenReason };

/** A known device that has not the wallet it had. */
export interface WalletChange {
  readonly before: string;
  readonly now: WalletSaid;
}

/** How a ceremony can end without a backup. */
export type Ending = Exclude<Outcome, 'none' | 'completed'>;

/** What the connected device is being used for. */
export type Task =
  /** The device's first status is awaited. */
  | { readonly kind: 'checking' }
  /** The device has no wallet, and can be asked for one. */
  | { readonly kind: 'empty'; readonly restoring?: BrokenOffRestore | undefined }
  /** The device was asked for a ceremony and has not taken it up yet. */
  | { readonly kind: 'starting'; readonly request: CeremonyRequest }
  /**
   * The device leads; the page shows how far along it is. `attached` marks a ceremony that this page did not
   * start, `after` how the one before it ended, when the device went on by itself. `requested` is the length that
   * this page asked for: the device reports it only once there is a wallet.
   */
  | {
      readonly kind: 'following';
      readonly attached: boolean;
      readonly cancelling: boolean;
      readonly requested: WordCount | undefined;
      readonly after: Ending | undefined;
      /** An app of the device asks something for another program: what this page goes back to then. */
      readonly over?: Extract<Task, { kind: 'backed-up' }> | undefined;
      /** The device has locked itself, and nobody pulled a cable. */
      readonly lockedItself?: true | undefined;
      /** What ended as the device locked itself: its end is told once the PIN is entered. */
      readonly late?: Activity | undefined;
    }
  /** Nothing runs on the device, and it waits for its PIN or for its unfinished backup. */
  | { readonly kind: 'resting' }
  /**
   * `checkedAt`: this computer has noted a check that matched just now. `file`: what became of a backup file that the
   * device has released. `unproven`: it ended in the entropy check, before there was a wallet.
   */
  | {
      readonly kind: 'ended';
      readonly activity: Activity;
      readonly outcome: Ending | 'completed';
      readonly checkedAt?: string | undefined;
      readonly file?: 'saved' | 'failed' | undefined;
      readonly unproven?: UnprovenReason | undefined;
    }
  | { readonly kind: 'reading-wallet' }
  | { readonly kind: 'backed-up'; readonly wallet: KnownWallet }
  /** A warning that the person has to answer; whatever the device does meanwhile, it stays. */
  | { readonly kind: 'wallet-changed'; readonly change: WalletChange };

/** Words were being entered from paper when it ended: the person continues with that, not with a new wallet. */
export interface BrokenOffRestore {
  /** How many words were asked for; `undefined` where that is not known any more. */
  readonly wordCount: WordCount | undefined;
}

/** A message, no secret and kept nowhere but here, that this page asked to have signed: from the press of its button until the person leaves it. */
export type Signing =
  /** The device has it, and only there can it be stopped. */
  | { readonly kind: 'running'; readonly request: SignRequest; readonly step: SigningStep }
  /** Checked: the signature is that address's, and this computer's random number is in it. */
  | ({ readonly kind: 'signed'; readonly request: SignRequest } & SignedMessage)
  | { readonly kind: 'failed'; readonly request: SignRequest; readonly code: ErrorCode };

/** What must survive a lost cable: the device, the last thing it said, and what it was doing. */
export interface Session {
  readonly device: DeviceFacts;
  readonly status: PublicState | undefined;
  readonly task: Task;
  /** This page saw the device change from not backed up to backed up, so the date is known. */
  readonly witnessed: boolean;
  /** This page saw the wallet come back: from the person's own words, or from a backup file. */
  readonly restored: RestoredFrom | undefined;
  /** Of a restored wallet that this computer didn't know: what the person says of its ID and the one on the form. */
  readonly compared?: Comparison | undefined;
  /** Another device answered after the cable was lost. */
  readonly swapped: boolean;
  /** Why the device did not take the last thing that it was asked for. */
  readonly refusal?: ErrorCode | undefined;
  /** What the person calls the device, once it was asked and has said so; empty without a name. */
  readonly name?: string | undefined;
  /** What the device was switched off in, until it begins something else. */
  readonly cutShort?: CutShort | undefined;
  /** The wallet ID that the device told on this link, for as long as its wallet is there. */
  readonly walletId?: string | undefined;
  /** The ceremony whose beginning was recorded, and whose end is not yet. */
  readonly recording?: Recording | undefined;
  /** Contact was lost since the last status: what is on the device may have changed unseen. */
  readonly returned?: boolean | undefined;
  /** The paper was read for this restored wallet: that it fits counts as a check, once. */
  readonly paperCounted?: boolean | undefined;
  /** Of the new wallet that this page asked for; absent before, and for every other ceremony. */
  readonly check?: CheckState | undefined;
  readonly signing?: Signing | undefined;
}

export type RestoredFrom = 'words' | 'file';

/** `none`: the person has no ID to compare with. */
export type Comparison = 'same' | 'different' | 'none';

/** A ceremony on a device, by what it is and the device's own count. */
export interface Recording {
  readonly what: CeremonyRecord['what'];
  readonly number: number;
}

export type WaitReason = 'in-use' | 'locked' | 'busy';

/** `blip`: too short to worry anybody. `long`: say once more what can be done. */
export type LostPhase = 'blip' | 'lost' | 'long';

export type SessionState =
  /** No device is in use. `problem`: why the last one could not be opened; `link`: the way that had the problem. */
  | { readonly kind: 'idle'; readonly problem: ErrorCode | undefined; readonly link?: LinkKind | undefined }
  | { readonly kind: 'opening'; readonly link: LinkKind; readonly attempt: 'open' | 'reopen' | 'identify' }
  | { readonly kind: 'waiting'; readonly link: LinkKind; readonly reason: WaitReason }
  | { readonly kind: 'refused'; readonly link: LinkKind; readonly code: ErrorCode }
  | {
      readonly kind: 'alarm';
      readonly link: LinkKind;
      readonly reason: AlarmReason;
      readonly simulator: boolean;
      /** Absent when not even that is certain. */
      readonly deviceId?: string | undefined;
    }
  | { readonly kind: 'unverified'; readonly device: DeviceFacts }
  | { readonly kind: 'connected'; readonly session: Session }
  | GuidedState
  | {
      readonly kind: 'lost';
      readonly session: Session;
      readonly phase: LostPhase;
      /** Reconnecting: nothing runs, the link is opened, the device says who it is. */
      readonly attempt: 'pause' | 'reopen' | 'identify';
      readonly attempts: number;
    };

/** The device with what is known of its paper; the same object where that is no news. */
export function withDoubt(device: DeviceFacts, doubtful: boolean): DeviceFacts {
  const known = doubtful ? true : undefined;
  return device.doubtful === known ? device : { ...device, doubtful: known };
}

/**
 * The id only where it was proved: the device has the key of its certificate, and an issuer vouches for it, or at least it says itself
 * that none does. An unknown issuer may have made any number of certificates for one id.
 */
export function deviceRef({ deviceId, product, simulator, proof }: DeviceFacts): DeviceRef {
  return { id: proof === 'unknown-issuer' || proof === 'none' ? undefined : deviceId, product, simulator };
}

/**
 * As which device it is remembered, if it is. One that didn't prove its id isn't: anything can claim it. Nor is the simulator in
 * the page: it is another one each time, and would only push out real devices.
 */
export function rememberedAs(device: DeviceFacts): (DeviceRef & { readonly id: string }) | undefined {
  const { id, product, simulator } = deviceRef(device);
  return id === undefined || device.link === 'simulator-frame' ? undefined : { id, product, simulator };
}

export const initialState: SessionState = { kind: 'idle', problem: undefined };

/** The link in use, from the moment it is opened until the person leaves it. */
export function linkOf(state: SessionState): LinkKind | undefined {
  switch (state.kind) {
    case 'opening':
    case 'waiting':
      return state.link;
    case 'unverified':
      return state.device.link;
    case 'connected':
    case 'lost':
      return state.session.device.link;
    case 'guided':
      return state.link;
    default:
      return undefined;
  }
}

export function deviceOf(state: SessionState): DeviceFacts | undefined {
  if (state.kind === 'unverified') return state.device;
  return state.kind === 'connected' || state.kind === 'lost' ? state.session.device : undefined;
}

/** Links that are made for simulators. A maker can still have put a device behind one. */
export function isSimulatorLink(link: LinkKind): boolean {
  return link === 'simulator-frame' || link === 'simulator-process' || link === 'simulator-tcp';
}

/** What the page must say of simulators (H10): that this is one, or that it is reached as one is. */
export function simulatedBy(state: SessionState): 'device' | 'link' | undefined {
  if (state.kind === 'alarm') return state.simulator ? 'device' : byLink(state.link);
  if (state.kind === 'guided' && state.family.isSimulator(state.seen)) return 'device';
  return deviceOf(state)?.simulator === true ? 'device' : byLink(linkOf(state));
}

function byLink(link: LinkKind | undefined): 'device' | 'link' | undefined {
  if (link === 'simulator-frame') return 'device';
  return link !== undefined && isSimulatorLink(link) ? 'link' : undefined;
}
