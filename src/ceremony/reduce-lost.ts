/**
 * Contact with the device was lost. The page keeps what the device last said, tries again for as long as the
 * person waits, and never gives up by itself: a device that shows words does not need the page (H6).
 */
import type { ErrorCode } from '../protocol/errors.ts';
import { connectLedger } from './connect-ledger.ts';
import { interruptCheck } from './reduce-check.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import type { CeremonyState, DeviceFacts, KnownDevice, Session } from './state.ts';
import { acquainted, trustBreak } from './trust.ts';
import { alarmAbout, trustEffects } from './reduce-trust.ts';

type Lost = Extract<CeremonyState, { kind: 'lost' }>;

/** Milliseconds. Re-plugging takes a second or two; below that a notice would only alarm. */
export const lostAfter = 1_500;
export const longAfter = 20_000;
const firstRetries = [250, 500, 750, 1_000] as const;
const laterRetry = 1_500;

function retryTimer(attempts: number): Effect {
  return { kind: 'timer', name: 'retry', milliseconds: firstRetries[attempts] ?? laterRetry };
}

/** From connected to lost; lets go of the dead link and sets the timers of the notices. */
export function loseContact(session: Session): Reduced<CeremonyState> {
  return [
    { kind: 'lost', session: interruptCheck(session), phase: 'blip', attempt: 'pause', attempts: 0 },
    [
      { kind: 'close' },
      { kind: 'timer', name: 'lost', milliseconds: lostAfter },
      { kind: 'timer', name: 'long', milliseconds: longAfter },
      retryTimer(0),
    ],
  ];
}

function again(state: Lost): Reduced<CeremonyState> {
  const attempts = state.attempts + 1;
  return [{ ...state, attempt: 'pause', attempts }, [retryTimer(attempts)]];
}

/** These do not heal by waiting: the person has to do something first. */
const final: ReadonlySet<ErrorCode> = new Set(['unsupported', 'refused', 'bad-response']);

function failed(state: Lost, code: ErrorCode): Reduced<CeremonyState> {
  if (!final.has(code)) return again(state);
  return [{ kind: 'refused', link: state.session.device.link, code }, [{ kind: 'close' }]];
}

/** The device in the page's own frame is remembered by the session alone, for as long as it is the same one. */
function withMemory(device: DeviceFacts, before: DeviceFacts): DeviceFacts {
  const same = device.link === 'simulator-frame' && device.deviceId === before.deviceId;
  return same ? { ...device, known: before.known } : device;
}

function foundAgain(state: Lost, found: DeviceFacts, known?: KnownDevice): Reduced<CeremonyState> {
  const { session } = state;
  const device = withMemory(found, session.device);
  const broken = trustBreak(device);
  if (broken !== undefined) return alarmAbout(device, broken);
  if (device.deviceId !== session.device.deviceId) {
    // Another device was plugged in: what the first one said does not hold for it.
    if (device.proof === 'unknown-issuer') return [{ kind: 'unverified', device }, []];
    const fresh: Session = {
      device: acquainted(device),
      status: undefined,
      task: { kind: 'checking' },
      witnessed: false,
      restored: false,
      swapped: true,
      known,
    };
    return [{ kind: 'connected', session: fresh }, [...trustEffects(device), { kind: 'follow' }]];
  }
  // An answer that was on its way when the cable came out never arrives: ask the device where it stands.
  const open = session.task.kind === 'starting' || session.task.kind === 'reading-wallet';
  const task = open ? ({ kind: 'checking' } as const) : session.task;
  return [
    { kind: 'connected', session: { ...session, device: acquainted(device), task, returned: true } },
    [{ kind: 'follow' }],
  ];
}

export function reduceLost(state: Lost, event: CeremonyEvent): Reduced<CeremonyState> {
  const { link } = state.session.device;
  switch (event.kind) {
    case 'timer':
      if (event.name === 'retry')
        return state.attempt === 'pause'
          ? [{ ...state, attempt: 'reopen' }, [{ kind: 'reopen', link }]]
          : [state, []];
      if (event.name === 'lost') return [state.phase === 'blip' ? { ...state, phase: 'lost' } : state, []];
      return [{ ...state, phase: 'long' }, []];
    case 'opened':
      return state.attempt === 'reopen'
        ? [{ ...state, attempt: 'identify' }, [{ kind: 'identify' }]]
        : [state, []];
    case 'open-failed':
      return state.attempt === 'reopen' ? failed(state, event.code) : [state, []];
    case 'identified':
      return state.attempt === 'identify' ? foundAgain(state, event.device, event.known) : [state, []];
    case 'ledger-found':
      // A stock Ledger was plugged in instead: what the first device said does not hold for it.
      return state.attempt === 'identify' ? connectLedger(link, event.reading, true) : [state, []];
    case 'identify-failed':
      return state.attempt === 'identify' ? failed(state, event.code) : [state, []];
    case 'proof-failed':
      return state.attempt === 'identify'
        ? alarmAbout(state.session.device, event.reason ?? 'attestation')
        : [state, []];
    case 'disconnected':
    case 'following-failed':
      return state.attempt === 'identify' ? again(state) : [state, []];
    case 'retry':
      // The person asks for it: through the browser's device list, which `reopen` cannot show.
      return [{ kind: 'opening', link, attempt: 'open' }, [{ kind: 'close' }, { kind: 'open', link }]];
    default:
      return [state, []];
  }
}
