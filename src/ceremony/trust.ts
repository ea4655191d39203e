/** Trust on first use: what was learnt of a device at its first meeting, and what must hold at each later one. */
import type { Capability } from '../protocol/commands/info.ts';
import type { AlarmReason } from './alarm.ts';
import type { DeviceFacts } from './state.ts';
import type { TrustedDevice } from './trust-store.ts';

/** A device that could be checked once and cannot any more evades the check. */
const lostCapabilities: readonly [Capability, AlarmReason][] = [
  ['attest', 'attestation-lost'],
  ['entropy-check', 'check-lost'],
];

/** What is wrong with a device that has just proved what it is, beside what this browser knows of it. */
export function trustBreak({ known, ...device }: DeviceFacts): AlarmReason | undefined {
  if (known === undefined) return undefined;
  if (known.publicKey !== device.publicKey) return 'key-changed';
  if (known.simulator && device.proof === 'genuine') return 'simulator-mark-lost';
  return lostCapabilities.find(
    ([capability]) => known.capabilities.includes(capability) && !device.capabilities.includes(capability),
  )?.[1];
}

/** What to remember from now on: the first key, every capability, and a simulator for ever. */
export function rememberedDevice(device: DeviceFacts): TrustedDevice {
  const { deviceId, publicKey, simulator, capabilities, known } = device;
  return {
    deviceId,
    publicKey: known?.publicKey ?? publicKey,
    simulator: simulator || known?.simulator === true,
    capabilities: [...new Set([...(known?.capabilities ?? []), ...capabilities])],
    pinned: known?.pinned,
    unfinishedChecks: known?.unfinishedChecks ?? [],
  };
}

/** From the first meeting on, what this browser knows of it is the same as after each later one. */
export function acquainted(device: DeviceFacts): DeviceFacts {
  return { ...device, known: rememberedDevice(device) };
}
