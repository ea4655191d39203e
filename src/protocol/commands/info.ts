/** `C8 01`: what this device is. Answered in every state. */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes, readU16, u16 } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { models, type Model } from '../models.ts';

/** 2: the wallet ID is a tagged hash of the seed. */
export const protocolVersion = 2;
export const deviceIdLength = 16;
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
] as const;
export type Capability = (typeof capabilities)[number];

export interface DeviceInfo {
  readonly firmware: { readonly major: number; readonly minor: number; readonly patch: number };
  readonly simulator: boolean;
  readonly model: Model;
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
    Uint8Array.of(protocolVersion, major, minor, patch, info.simulator ? 1 : 0, models.indexOf(info.model)),
    u16(bits),
    info.deviceId,
  );
}

/** Throws `bad-response` for another length, version or model. Unknown capability bits are ignored. */
export function decodeInfo(data: Uint8Array): DeviceInfo {
  const model = models[data.length === infoLength ? byteAt(data, 5) : -1];
  if (model === undefined || byteAt(data, 0) !== protocolVersion) throw new HostblindError('bad-response');
  const bits = readU16(data, 6);
  return {
    firmware: { major: byteAt(data, 1), minor: byteAt(data, 2), patch: byteAt(data, 3) },
    simulator: (byteAt(data, 4) & 1) === 1,
    model,
    capabilities: capabilities.filter((_, bit) => (bits & (1 << bit)) !== 0),
    deviceId: data.slice(8, infoLength),
  };
}
