/**
 * What this browser remembers of each device, so that a change of what must never change is noticed: its key, that it is
 * a simulator, that it can be checked, and its wallet's id. No secret, and no name.
 */
import { capabilities, type Capability } from '../protocol/commands/info.ts';

/** The part of `localStorage` that is needed. */
export type KeyValueStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

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

export interface PinnedWallet {
  /** 32 hexadecimal digits. */
  readonly walletId: string;
  /** False from the check until the backup is done. */
  readonly backedUp: boolean;
  /** Absent for a wallet that this browser did not see come into being. */
  readonly proof: EntropyProof | undefined;
}

export interface TrustedDevice {
  /** 32 hexadecimal digits. */
  readonly deviceId: string;
  /** As it was attested at the first meeting: 65 bytes in hexadecimal. */
  readonly publicKey: string;
  /** It was seen to be a simulator once, and stays one. */
  readonly simulator: boolean;
  /** All that it was ever seen to be able to do. */
  readonly capabilities: readonly Capability[];
  readonly pinned: PinnedWallet | undefined;
  /** The ranges of the checks since the last wallet that was proven; none has led to one. The oldest first. */
  readonly unfinishedChecks: readonly number[];
}

export interface TrustStore {
  get(deviceId: string): TrustedDevice | undefined;
  /** In place of what was kept of the same device. A full or forbidden storage is no error. */
  put(device: TrustedDevice): void;
  forget(deviceId: string): void;
  /** Nothing is left of any device. */
  clear(): void;
}

export const trustKey = 'hostblind.devices';
/** Simulators make room first, then those that were met longest ago. */
export const mostDevices = 50;
/** So many checks without a wallet are remembered: with any range, a check after them proves nothing. */
export const mostUnfinished = 64;

function isHex(value: unknown, digits: number): value is string {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]*$/.test(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 64;
}

/** What is damaged, or was never counted, counts as none. */
function toRanges(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter(isCount).slice(-mostUnfinished) : [];
}

function toProof(value: unknown): EntropyProof | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, opened, range, date, unfinishedBefore } = value as Record<keyof EntropyProof, unknown>;
  if (kind !== 'entropy-check' || !isCount(opened) || !isCount(range) || opened > range) return undefined;
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) return undefined;
  return { kind, opened, range, date, unfinishedBefore: toRanges(unfinishedBefore) };
}

function toPinned(value: unknown): PinnedWallet | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { walletId, backedUp, proof } = value as Record<keyof PinnedWallet, unknown>;
  if (!isHex(walletId, 32) || typeof backedUp !== 'boolean') return undefined;
  return { walletId, backedUp, proof: toProof(proof) };
}

function toDevice(value: unknown): TrustedDevice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Record<keyof TrustedDevice, unknown>;
  const { deviceId, publicKey, simulator, capabilities: seen } = entry;
  if (!isHex(deviceId, 32) || !isHex(publicKey, 130) || typeof simulator !== 'boolean') return undefined;
  if (!Array.isArray(seen)) return undefined;
  const known = capabilities.filter((capability) => seen.includes(capability));
  const unfinishedChecks = toRanges(entry.unfinishedChecks);
  return {
    deviceId,
    publicKey,
    simulator,
    capabilities: known,
    pinned: toPinned(entry.pinned),
    unfinishedChecks,
  };
}

/** Newest first; the devices that may hold money stay longest. */
function withRoom(devices: readonly TrustedDevice[]): readonly TrustedDevice[] {
  if (devices.length <= mostDevices) return devices;
  const leaving = devices.findLast(({ simulator }) => simulator) ?? devices.at(-1);
  return devices.filter((device) => device !== leaving);
}

/** Without a store (a browser that forbids it), what was learnt lives as long as the page. */
export function createTrustStore(store: KeyValueStore | undefined): TrustStore {
  let session: readonly TrustedDevice[] = [];
  const read = (): readonly TrustedDevice[] => {
    try {
      const parsed: unknown = JSON.parse(store?.getItem(trustKey) ?? 'null');
      if (!Array.isArray(parsed)) return session;
      return parsed.map(toDevice).filter((device) => device !== undefined);
    } catch {
      return session;
    }
  };
  const write = (devices: readonly TrustedDevice[]): void => {
    session = devices;
    try {
      if (devices.length === 0) store?.removeItem(trustKey);
      else store?.setItem(trustKey, JSON.stringify(devices));
    } catch {
      // Full or forbidden: the page still knows.
    }
  };
  return {
    get: (deviceId) => read().find((device) => device.deviceId === deviceId),
    put: (device) =>
      write(withRoom([device, ...read().filter(({ deviceId }) => deviceId !== device.deviceId)])),
    forget: (deviceId) => write(read().filter((device) => device.deviceId !== deviceId)),
    clear: () => write([]),
  };
}
