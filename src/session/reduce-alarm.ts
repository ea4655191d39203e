/** The alarm: how it is raised, and what a person can do after it. */
import type { LinkKind } from '../transport/transport.ts';
import type { AlarmReason } from './trust/alarm.ts';
import type { SessionEvent, Reduced } from './events.ts';
import { initialState, type DeviceFacts, type Session, type SessionState } from './state.ts';
import { keep } from './trust.ts';

type Alarm = Extract<SessionState, { kind: 'alarm' }>;
type Suspect = { readonly link: LinkKind } & Partial<Pick<DeviceFacts, 'deviceId' | 'simulator'>>;

/** Before anything was begun on it: there is nothing to stop. */
export function alarmAbout(
  { link, deviceId, simulator }: Suspect,
  reason: AlarmReason,
): Reduced<SessionState> {
  return [{ kind: 'alarm', link, reason, simulator: simulator === true, deviceId }, [{ kind: 'close' }]];
}

/** The device is asked to stop, and let go of. */
export function raiseAlarm({ device }: Session, reason: AlarmReason): Reduced<SessionState> {
  const { link, simulator, deviceId } = device;
  return [{ kind: 'alarm', link, reason, simulator, deviceId }, [{ kind: 'stop-and-close' }]];
}

export function reduceAlarm(state: Alarm, event: SessionEvent): Reduced<SessionState> {
  const left = initialState;
  const leaving = [{ kind: 'close' }, { kind: 'remember', link: undefined }] as const;
  if (event.kind === 'choose-another') return [left, leaving];
  const { deviceId: id, simulator } = state;
  if (event.kind !== 'forget-wallet' || state.reason !== 'other-wallet' || id === undefined)
    return [state, []];
  return [left, [keep({ kind: 'forget-wallet', device: { id, simulator } }), ...leaving]];
}
