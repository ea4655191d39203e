/** What the trust in a device, or the end of it, does to the state. */
import type { LinkKind } from '../transport/transport.ts';
import type { AlarmReason } from './alarm.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import { isSimulatorLink, type CeremonyState, type DeviceFacts, type Session } from './state.ts';
import type { PinnedWallet, TrustedDevice } from './trust-store.ts';
import { rememberedDevice } from './trust.ts';

type Alarm = Extract<CeremonyState, { kind: 'alarm' }>;
type Suspect = { readonly link: LinkKind } & Partial<Pick<DeviceFacts, 'deviceId' | 'simulator'>>;

/** Before anything was begun on it: there is nothing to stop. */
export function alarmAbout(
  { link, deviceId, simulator }: Suspect,
  reason: AlarmReason,
): Reduced<CeremonyState> {
  const simulated = simulator === true || isSimulatorLink(link);
  return [{ kind: 'alarm', link, reason, simulator: simulated, deviceId }, [{ kind: 'close' }]];
}

/** The simulator in the page is another one each time: to remember it would only push out real devices. */
export function trustEffects(device: DeviceFacts): readonly Effect[] {
  return device.link === 'simulator-frame' ? [] : [{ kind: 'trust', device: rememberedDevice(device) }];
}

/** What is known of the device changes in the session; the effect beside it changes what this browser remembers. */
export function withKnown(
  session: Session,
  changed: Partial<Pick<TrustedDevice, 'pinned' | 'unfinishedChecks'>>,
): Session {
  const { device } = session;
  return { ...session, device: { ...device, known: { ...rememberedDevice(device), ...changed } } };
}

/** Which wallet the device must have from now on, here and in what this browser remembers; `undefined`: any. */
export function withPin(session: Session, pinned: PinnedWallet | undefined): readonly [Session, Effect] {
  const { deviceId } = session.device;
  return [withKnown(session, { pinned }), { kind: 'pin', deviceId, pinned }];
}

export function reduceAlarm(state: Alarm, event: CeremonyEvent): Reduced<CeremonyState> {
  const left: CeremonyState = { kind: 'choose', problem: undefined };
  const leaving: readonly Effect[] = [{ kind: 'close' }, { kind: 'remember', link: undefined }];
  if (event.kind === 'choose-another') return [left, leaving];
  const { deviceId, simulator } = state;
  if (event.kind !== 'forget-wallet' || state.reason !== 'other-wallet' || deviceId === undefined)
    return [state, []];
  return [left, [{ kind: 'forget-wallet', deviceId, simulator }, ...leaving]];
}
