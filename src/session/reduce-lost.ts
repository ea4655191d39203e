/**
 * Contact with the device was lost. The page keeps what the device last said, tries again for as long as the
 * person waits, and never gives up by itself: a device that shows words does not need the page (H6).
 */
import type { ErrorCode } from '../protocol/errors.ts';
import { connectGuided, isStranger } from './reduce-opening.ts';
import { interruptCheck } from './reduce-check.ts';
import { interruptSigning } from './reduce-signing.ts';
import type { SessionEvent, Effect, Reduced } from './events.ts';
import { rememberedAs, type SessionState, type DeviceFacts, type Session } from './state.ts';
import { alarmAbout } from './reduce-alarm.ts';
import { acquainted, keepMeeting, trustBreak } from './trust.ts';

type Lost = Extract<SessionState, { kind: 'lost' }>;

/** Milliseconds. Re-plugging takes a second or two; below that a notice would only alarm. */
export const lostAfterMs = 1_500;
export const longAfterMs = 20_000;
const firstRetriesMs = [250, 500, 750, 1_000] as const;
const laterRetryMs = 1_500;

function retryTimer(attempts: number): Effect {
  return { kind: 'timer', name: 'retry', milliseconds: firstRetriesMs[attempts] ?? laterRetryMs };
}

/** From connected to lost; lets go of the dead link and sets the timers of the notices. */
export function loseContact(session: Session): Reduced<SessionState> {
  return [
    {
      kind: 'lost',
      session: interruptSigning(interruptCheck(session)),
      phase: 'blip',
      attempt: 'pause',
      attempts: 0,
    },
    [
      { kind: 'close' },
      { kind: 'timer', name: 'lost', milliseconds: lostAfterMs },
      { kind: 'timer', name: 'long', milliseconds: longAfterMs },
      retryTimer(0),
    ],
  ];
}

function again(state: Lost): Reduced<SessionState> {
  const attempts = state.attempts + 1;
  return [{ ...state, attempt: 'pause', attempts }, [retryTimer(attempts)]];
}

/** These do not heal by waiting: the person has to do something first. */
export const unhealedByWaiting: ReadonlySet<ErrorCode> = new Set([
  'unsupported',
  'refused',
  'bad-response',
  'other-version',
  'unknown-refusal',
  'app-fault',
]);

function failed(state: Lost, code: ErrorCode): Reduced<SessionState> {
  if (!unhealedByWaiting.has(code)) return again(state);
  return [{ kind: 'refused', link: state.session.device.link, code }, [{ kind: 'close' }]];
}

/** A device of which this computer keeps nothing is remembered by the session alone, for as long as it is the same one. */
function withMemory(device: DeviceFacts, before: DeviceFacts): DeviceFacts {
  const same = rememberedAs(device) === undefined && device.deviceId === before.deviceId;
  return same ? { ...device, known: before.known, doubtful: before.doubtful } : device;
}

function foundAgain(state: Lost, found: DeviceFacts): Reduced<SessionState> {
  const { session } = state;
  const device = withMemory(found, session.device);
  const broken = trustBreak(device);
  if (broken !== undefined) return alarmAbout(device, broken);
  if (device.deviceId !== session.device.deviceId) {
    // Another device was plugged in: what the first one said does not hold for it.
    if (isStranger(device)) return [{ kind: 'unverified', device }, []];
    const fresh: Session = {
      device: acquainted(device),
      status: undefined,
      task: { kind: 'checking' },
      witnessed: false,
      restored: undefined,
      swapped: true,
    };
    return [{ kind: 'connected', session: fresh }, [...keepMeeting(device), { kind: 'follow' }]];
  }
  // An answer that was on its way when the cable came out never arrives: ask the device where it stands.
  const open = session.task.kind === 'starting' || session.task.kind === 'reading-wallet';
  const task = open ? ({ kind: 'checking' } as const) : session.task;
  // What it speaks is asked again, and was this until then.
  const { language, languages } = session.device;
  const again = { ...acquainted(device), language, languages };
  return [
    { kind: 'connected', session: { ...session, device: again, task, returned: true } },
    [{ kind: 'follow' }],
  ];
}

export function reduceLost(state: Lost, event: SessionEvent): Reduced<SessionState> {
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
      return state.attempt === 'identify' ? foundAgain(state, event.device) : [state, []];
    case 'guided-found':
      // A device of another family was plugged in instead: what the first device said does not hold for it.
      return state.attempt === 'identify' ? connectGuided(link, event, true) : [state, []];
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
