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

/** What a device can do; the position is the bit in the capabilities field. */
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
] as const;
export type Capability = (typeof capabilities)[number];

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
  const bits = info.capabilities.reduce((sum, name) => sum | (1 << capabilities.indexOf(name)), 0);
  return concatBytes(
    Uint8Array.of(protocolVersion, major, minor, patch, deviceKinds.indexOf(info.kind), 0),
    u16(bits),
    info.deviceId,
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
  const bits = readU16(data, 6);
  return {
    firmware: { major: byteAt(data, 1), minor: byteAt(data, 2), patch: byteAt(data, 3) },
    kind,
    capabilities: capabilities.filter((_, bit) => (bits & (1 << bit)) !== 0),
    deviceId: data.slice(8, infoLength),
  };
}
