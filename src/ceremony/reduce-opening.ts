/** From the choice of a device to a device that is connected and has proved what it is. */
import type { ErrorCode } from '../protocol/errors.ts';
import type { LinkKind } from '../transport/transport.ts';
import { connectLedger } from './connect-ledger.ts';
import type { CeremonyEvent, Reduced } from './events.ts';
import { alarmAbout, trustEffects } from './reduce-trust.ts';
import type { CeremonyState, DeviceFacts, KnownDevice, WaitReason } from './state.ts';
import { acquainted, trustBreak } from './trust.ts';

type Opening = Extract<CeremonyState, { kind: 'opening' }>;
type Waiting = Extract<CeremonyState, { kind: 'waiting' }>;

/** Milliseconds between two looks at a device that is locked, busy or held by somebody else. */
export const waitingRetry = 1_500;

const waitReasons: Partial<Record<ErrorCode, WaitReason>> = {
  'in-use': 'in-use',
  locked: 'locked',
  busy: 'busy',
};

/** Codes after which the person chooses again, with a word about why; a cancelled chooser is quiet. */
const backToChoice: ReadonlySet<ErrorCode> = new Set(['no-webhid', 'permission-denied', 'not-found']);
const quiet: ReadonlySet<ErrorCode> = new Set(['chooser-cancelled', 'aborted']);

export function openLink(link: LinkKind): Reduced<CeremonyState> {
  return [{ kind: 'opening', link, attempt: 'open' }, [{ kind: 'open', link }]];
}

/** Without asking: nobody has clicked. */
export function reopenLink(link: LinkKind): Reduced<CeremonyState> {
  return [{ kind: 'opening', link, attempt: 'reopen' }, [{ kind: 'reopen', link }]];
}

export function chooseAgain(problem?: ErrorCode): Reduced<CeremonyState> {
  return [{ kind: 'choose', problem }, [{ kind: 'close' }, { kind: 'remember', link: undefined }]];
}

function failed(link: LinkKind, code: ErrorCode): Reduced<CeremonyState> {
  if (quiet.has(code)) return chooseAgain();
  if (backToChoice.has(code)) return chooseAgain(code);
  const reason = waitReasons[code];
  if (reason !== undefined) {
    return [
      { kind: 'waiting', link, reason },
      [{ kind: 'timer', name: 'retry', milliseconds: waitingRetry }],
    ];
  }
  return [{ kind: 'refused', link, code }, [{ kind: 'close' }]];
}

export function connect(device: DeviceFacts, known?: KnownDevice): Reduced<CeremonyState> {
  return [
    {
      kind: 'connected',
      session: {
        device: acquainted(device),
        status: undefined,
        task: { kind: 'checking' },
        witnessed: false,
        restored: false,
        swapped: false,
        known,
      },
    },
    [{ kind: 'remember', link: device.link }, ...trustEffects(device), { kind: 'follow' }],
  ];
}

/** A device has proved what it is: beside what this browser knows of it, it is an alarm, a stranger, or fine. */
export function meet(device: DeviceFacts, known: KnownDevice | undefined): Reduced<CeremonyState> {
  const broken = trustBreak(device);
  if (broken !== undefined) return alarmAbout(device, broken);
  return device.proof === 'unknown-issuer' ? [{ kind: 'unverified', device }, []] : connect(device, known);
}

export function reduceOpening(state: Opening | Waiting, event: CeremonyEvent): Reduced<CeremonyState> {
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
      return identifying ? meet(event.device, event.known) : [state, []];
    case 'ledger-found':
      return identifying ? connectLedger(link, event.reading) : [state, []];
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
    case 'back':
      return chooseAgain();
    default:
      return [state, []];
  }
}
