/**
 * Trust on first use: what was learnt of a device at its first meeting, and what must hold at each later one. What is known of
 * the device changes in the session, and by the effect beside it in what this computer keeps.
 */
import type { Capability } from '../protocol/commands/info.ts';
import type { DeviceMemory, DeviceRecord, ExpectedWallet, RecordNews } from '../records/book.ts';
import { asSeen } from '../records/compare-wallet.ts';
import type { AlarmReason } from './trust/alarm.ts';
import type { Effect } from './events.ts';
import { rememberedAs, type DeviceFacts, type Session } from './state.ts';

export function keep(change: RecordNews): Effect {
  return { kind: 'keep', change };
}

function withMemory(session: Session, changed: Partial<DeviceMemory>): Session {
  const { device } = session;
  return { ...session, device: { ...device, known: { ...memoryOf(device), ...changed } } };
}

/** The device is let in. */
export function keepMeeting(facts: DeviceFacts): readonly Effect[] {
  const { publicKey, capabilities } = facts;
  const device = rememberedAs(facts);
  if (device === undefined || publicKey === undefined) return [];
  return [keep({ kind: 'met-device', device, publicKey, capabilities })];
}

/** It was seen in `state`, and nothing in that has to be asked about. */
export function keepState(
  session: Session,
  state: NonNullable<DeviceRecord['state']>,
): readonly [Session, readonly Effect[]] {
  const device = rememberedAs(session.device);
  return [
    withMemory(session, { wallet: asSeen(session.device.known?.wallet, state) }),
    device === undefined ? [] : [keep({ kind: 'saw-device', device, state })],
  ];
}

/** Which wallet the device must have from now on; `undefined`: any. */
export function keepExpected(
  session: Session,
  wallet: ExpectedWallet | undefined,
): readonly [Session, readonly Effect[]] {
  const device = rememberedAs(session.device);
  const before = session.device.known?.wallet?.walletId;
  return [
    withMemory(session, { wallet }),
    device === undefined ? [] : [keep({ kind: 'expects-wallet', device, before, wallet })],
  ];
}

/** The ranges of the checks with the device that have led to no wallet so far. */
export function keepChecks(
  session: Session,
  unfinishedChecks: readonly number[],
): readonly [Session, readonly Effect[]] {
  const device = rememberedAs(session.device);
  const before = session.device.known?.unfinishedChecks ?? [];
  return [
    withMemory(session, { unfinishedChecks }),
    device === undefined ? [] : [keep({ kind: 'counted-checks', device, before, unfinishedChecks })],
  ];
}

/** A device that could be checked once and cannot any more evades the check. */
const lostCapabilities: readonly [Capability, AlarmReason][] = [
  ['attest', 'attestation-lost'],
  ['entropy-check', 'check-lost'],
];

/** What is wrong with a device that has just said what it is, beside what this computer knows of it. */
export function trustBreak({ known, ...device }: DeviceFacts): AlarmReason | undefined {
  if (known?.publicKey === undefined) return undefined;
  if (device.publicKey === undefined) return 'attestation-lost';
  if (known.publicKey !== device.publicKey) return 'key-changed';
  if (known.simulator && device.kind !== 'simulator') return 'simulator-mark-lost';
  return lostCapabilities.find(
    ([capability]) => known.capabilities.includes(capability) && !device.capabilities.includes(capability),
  )?.[1];
}

/** What is known of it from now on: the first key, every capability, and that it is a simulator. */
export function memoryOf(device: DeviceFacts): DeviceMemory {
  const { publicKey, simulator, capabilities, known } = device;
  return {
    publicKey: known?.publicKey ?? publicKey,
    simulator: simulator || known?.simulator === true,
    capabilities: [...new Set([...(known?.capabilities ?? []), ...capabilities])],
    wallet: known?.wallet,
    unfinishedChecks: known?.unfinishedChecks ?? [],
  };
}

/** From the first meeting on, what this computer knows of it is the same as after each later one. */
export function acquainted(device: DeviceFacts): DeviceFacts {
  return { ...device, known: memoryOf(device) };
}
