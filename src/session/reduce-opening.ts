/** From the choice of a device to a device that is connected and has proved what it is. */
import type { ErrorCode } from '../protocol/errors.ts';
import type { LinkKind } from '../transport/transport.ts';
import type { AnyFamily, GuidedState, SealedReading } from '../devices/family.ts';
import type { SessionEvent, Reduced } from './events.ts';
import { alarmAbout } from './reduce-alarm.ts';
import type { SessionState, DeviceFacts, WaitReason } from './state.ts';
import { acquainted, keepMeeting, trustBreak } from './trust.ts';

type Opening = Extract<SessionState, { kind: 'opening' }>;
type Waiting = Extract<SessionState, { kind: 'waiting' }>;

/** Milliseconds between two looks at a device that is locked, busy or held by somebody else. */
export const waitingRetryMs = 1_500;

const waitReasons: Partial<Record<ErrorCode, WaitReason>> = {
  'in-use': 'in-use',
  locked: 'locked',
  busy: 'busy',
};

/** Codes after which the person chooses again, with a word about why; a cancelled chooser is quiet. */
const backToChoice: ReadonlySet<ErrorCode> = new Set([
  'chooser-blocked',
  'no-webhid',
  'not-found',
  'permission-denied',
]);
const quiet: ReadonlySet<ErrorCode> = new Set(['chooser-cancelled', 'aborted']);

export function openLink(link: LinkKind): Reduced<SessionState> {
  return [{ kind: 'opening', link, attempt: 'open' }, [{ kind: 'open', link }]];
}

/** Without asking: nobody has clicked. */
export function reopenLink(link: LinkKind): Reduced<SessionState> {
  return [{ kind: 'opening', link, attempt: 'reopen' }, [{ kind: 'reopen', link }]];
}

export function chooseAgain(problem?: ErrorCode, link?: LinkKind): Reduced<SessionState> {
  return [{ kind: 'idle', problem, link }, [{ kind: 'close' }, { kind: 'remember', link: undefined }]];
}

function failed(link: LinkKind, code: ErrorCode): Reduced<SessionState> {
  if (quiet.has(code)) return chooseAgain();
  if (backToChoice.has(code)) return chooseAgain(code, link);
  const reason = waitReasons[code];
  if (reason !== undefined) {
    return [
      { kind: 'waiting', link, reason },
      [{ kind: 'timer', name: 'retry', milliseconds: waitingRetryMs }],
    ];
  }
  return [{ kind: 'refused', link, code }, [{ kind: 'close' }]];
}

export function connect(device: DeviceFacts): Reduced<SessionState> {
  return [
    {
      kind: 'connected',
      session: {
        device: acquainted(device),
        status: undefined,
        task: { kind: 'checking' },
        witnessed: false,
        restored: undefined,
        swapped: false,
      },
    },
    [{ kind: 'remember', link: device.link }, ...keepMeeting(device), { kind: 'follow' }],
  ];
}

/** Whether the person has to say that they know it. One that is self-built is known by its key, from the first meeting on. */
export function isStranger({ proof, known }: DeviceFacts): boolean {
  if (proof === 'self-built') return known?.publicKey === undefined;
  return proof === 'unknown-issuer' || proof === 'none';
}

/** A device has said what it is: beside what this computer knows of it, it is an alarm, a stranger, or fine. */
export function meet(device: DeviceFacts): Reduced<SessionState> {
  const broken = trustBreak(device);
  if (broken !== undefined) return alarmAbout(device, broken);
  return isStranger(device) ? [{ kind: 'unverified', device }, []] : connect(device);
}

export function guidedBy(
  family: AnyFamily,
  link: LinkKind,
  reading: SealedReading,
  swapped: boolean,
): GuidedState {
  return { kind: 'guided', family, link, swapped, seen: family.begin(reading), contact: { kind: 'here' } };
}

/** A device of a family has answered where a device was opened. `swapped`: in place of the one before. */
export function connectGuided(
  link: LinkKind,
  { family, reading }: { readonly family: AnyFamily; readonly reading: SealedReading },
  swapped = false,
): Reduced<GuidedState> {
  return [guidedBy(family, link, reading, swapped), [{ kind: 'remember', link }, { kind: 'follow-guided' }]];
}

export function reduceOpening(state: Opening | Waiting, event: SessionEvent): Reduced<SessionState> {
  const { link } = state;
  const identifying = state.kind === 'waiting' || state.attempt === 'identify';
  switch (event.kind) {
    case 'opened':
      // While waiting the page stays calm: it keeps showing what it waits for until the device has answered.
      return [
        state.kind === 'waiting' ? state : { kind: 'opening', link, attempt: 'identify' },
        [{ kind: 'identify' }],
      ];
    case 'open-failed':
      return failed(link, event.code);
    case 'identified':
      return identifying ? meet(event.device) : [state, []];
    case 'guided-found':
      return identifying ? connectGuided(link, event) : [state, []];
    case 'proof-failed':
      return identifying ? alarmAbout({ link }, event.reason ?? 'attestation') : [state, []];
    case 'identify-failed':
      return identifying ? failed(link, event.code) : [state, []];
    case 'disconnected':
      // While the device is asked who it is, the exchange itself tells why it failed: silent is not unplugged.
      return state.kind === 'opening' && state.attempt === 'identify'
        ? [state, []]
        : failed(link, 'disconnected');
    case 'timer':
      if (state.kind !== 'waiting' || event.name !== 'retry') return [state, []];
      return [state, [state.reason === 'in-use' ? { kind: 'reopen', link } : { kind: 'identify' }]];
    case 'choose-another':
      return chooseAgain();
    default:
      return [state, []];
  }
}
