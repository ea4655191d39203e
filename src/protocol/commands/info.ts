/** `C8 01`: what this device is. Answered in every state. */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes, readU16, u16 } from '../bytes.ts';
import { deviceKinds, type DeviceKind } from '../device-make.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';

/** The major version of the protocol: 3 is version 1 of the specification; drafts used 1 and 2. */
export const protocolVersion = 3;
export const deviceIdLength = 16;
/** Of version 1.0; a later minor version may add bytes. */
export const infoLength = 24;
/** With the capabilities of version 1.4 and later, which come last. */
const longInfoLength = 26;

/** What a device can do, in the order of `capabilityBit`. */
export const capabilities = [
  'create',
  'attest',
  'reveal',
  'check',
  'restore',
  'change-pin',
  'wipe',
  'rename',
  'entropy-check',
  'seed-qr',
  'backup-file',
  'language',
  'addresses',
  'apps',
  'protected-signatures',
] as const;
export type Capability = (typeof capabilities)[number];

/** Bits 14 and 15 are a maker's own. What has come since is told by two bytes of its own, as if these had the higher bits. */
const firstBits = 14;
const ownBits = 2;

export function capabilityBit(name: Capability): number {
  const at = capabilities.indexOf(name);
  return at < firstBits ? at : at + ownBits;
}

export interface DeviceInfo {
  readonly firmware: { readonly major: number; readonly minor: number; readonly patch: number };
  /** As the device says; its certificate must say the same. */
  readonly kind: DeviceKind;
  readonly capabilities: readonly Capability[];
  /** 16 bytes, drawn at the device's first start. */
  readonly deviceId: Uint8Array;
}

export function encodeInfoRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.info);
}

export function encodeInfo(info: DeviceInfo): Uint8Array {
  const { major, minor, patch } = info.firmware;
  const bits = info.capabilities.reduce((sum, name) => sum | (1 << capabilityBit(name)), 0);
  return concatBytes(
    Uint8Array.of(protocolVersion, major, minor, patch, deviceKinds.indexOf(info.kind), 0),
    u16(bits),
    info.deviceId,
    // Two bytes that are zero say as much as none.
    bits >>> 16 === 0 ? new Uint8Array() : u16(bits >>> 16),
  );
}

/**
 * Throws `other-version` for another major version or a kind that this one doesn't have, and `bad-response` for what is too short.
 * Trailing bytes, the reserved byte and unknown capability bits are ignored.
 */
export function decodeInfo(data: Uint8Array): DeviceInfo {
  if (data.length > 0 && byteAt(data, 0) !== protocolVersion) throw new HostblindError('other-version');
  if (data.length < infoLength) throw new HostblindError('bad-response');
  const kind = deviceKinds[byteAt(data, 4)];
  if (kind === undefined) throw new HostblindError('other-version');
  const bits = readU16(data, 6) | (data.length < longInfoLength ? 0 : readU16(data, infoLength) << 16);
  return {
    firmware: { major: byteAt(data, 1), minor: byteAt(data, 2), patch: byteAt(data, 3) },
    kind,
    capabilities: capabilities.filter((name) => (bits & (1 << capabilityBit(name))) !== 0),
    deviceId: data.slice(8, infoLength),
  };
}
