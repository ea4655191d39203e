/**
 * `hostblind create` as a pure function: what a state of the session means for it. The session decides what is true of a
 * device; this decides what is said, what is asked for next, and how the program ends.
 */
import type { AnyFamily } from '../devices/family.ts';
import type { ErrorCode } from '../protocol/errors.ts';
import type { Activity, Outcome, PublicState } from '../protocol/public-state.ts';
import type { EntropyProof } from '../records/book.ts';
import type { SessionEvent } from '../session/events.ts';
import type { NewWalletWish } from '../session/offers.ts';
import type { CheckState, KnownWallet, Session, SessionState, WalletChange } from '../session/state.ts';
import type { AlarmReason } from '../session/trust/alarm.ts';
import { terminalText } from '../text/terminal.ts';

export interface CreateChoice {
  readonly wish: NewWalletWish;
  /** The person agrees that the device hasn't the wallet that this computer knows on it. */
  readonly acceptChange: boolean;
  /** What a device of a family that leads by itself is, and what can be done with it. */
  readonly aboutFamily: (family: AnyFamily) => string | undefined;
}

/** What this run has seen so far. */
export interface CreateMemory {
  /** The device that this run is about, once one was met: 32 hexadecimal digits. */
  readonly deviceId: string | undefined;
  /** A backup was asked for, or one was found on the device. */
  readonly begun: boolean;
  /** The device was in the middle of it, and not only at its question whether to resume. */
  readonly ran: boolean;
  readonly status: PublicState | undefined;
  readonly check: CheckState['kind'] | undefined;
  /** It was said that the device is away. */
  readonly away: boolean;
  /** Another device was let go of, and the first one is looked for. */
  readonly searching: boolean;
  readonly passedOver: string | undefined;
}

export const freshMemory: CreateMemory = {
  deviceId: undefined,
  begun: false,
  ran: false,
  status: undefined,
  check: undefined,
  away: false,
  searching: false,
  passedOver: undefined,
};

export type Saying =
  | { readonly kind: 'note'; readonly event: string; readonly text: string }
  | { readonly kind: 'state'; readonly status: PublicState };

export type CreateEnd =
  | { readonly kind: 'completed'; readonly wallet: KnownWallet; readonly proof: EntropyProof | undefined }
  | { readonly kind: 'outcome'; readonly outcome: Exclude<Outcome, 'completed'> }
  | { readonly kind: 'wallet-changed'; readonly change: WalletChange }
  | { readonly kind: 'alarm'; readonly reason: AlarmReason }
  | { readonly kind: 'error'; readonly code: ErrorCode };

export interface CreateStep {
  readonly memory: CreateMemory;
  readonly says: readonly Saying[];
  /** `look-again`: after a pause, for the same device. */
  readonly next: SessionEvent | 'look-again' | CreateEnd | undefined;
}

const note = (event: keyof typeof terminalText.notes): Saying => ({
  kind: 'note',
  event,
  text: terminalText.notes[event],
});

export function stepCreate(memory: CreateMemory, state: SessionState, options: CreateChoice): CreateStep {
  const step = (next: CreateStep['next'], says: readonly Saying[] = []): CreateStep => ({
    memory,
    says,
    next,
  });
  switch (state.kind) {
    case 'idle':
      return memory.searching
        ? step('look-again')
        : step({ kind: 'error', code: state.problem ?? 'aborted' });
    case 'opening':
      return step(undefined);
    case 'waiting':
      // While the first device is looked for, the session tries again by itself.
      return step(memory.searching ? undefined : { kind: 'error', code: state.reason });
    case 'refused':
      return step({ kind: 'error', code: state.code });
    case 'alarm':
      return step({ kind: 'alarm', reason: state.reason });
    case 'guided': {
      const text = options.aboutFamily(state.family);
      return step(
        { kind: 'error', code: 'unsupported' },
        text === undefined ? [] : [{ kind: 'note', event: 'other-family', text }],
      );
    }
    case 'unverified':
      return isAnother(memory, state.device.deviceId)
        ? passOver(memory, state.device.deviceId)
        : step({ kind: 'accept-unverified' }, [note('unknown-maker')]);
    case 'lost':
      return state.phase === 'blip' || memory.away
        ? step(undefined)
        : { memory: { ...memory, away: true }, says: [note('lost')], next: undefined };
    case 'connected':
      return isAnother(memory, state.session.device.deviceId)
        ? passOver(memory, state.session.device.deviceId)
        : onSession(memory, state.session, options);
  }
}

function isAnother({ deviceId }: CreateMemory, found: string): boolean {
  return deviceId !== undefined && deviceId !== found;
}

/** Nothing is asked of another device than the one that this run began with. */
function passOver(memory: CreateMemory, found: string): CreateStep {
  return {
    memory: { ...memory, searching: true, passedOver: found },
    says: memory.passedOver === found ? [] : [note('other-device')],
    next: { kind: 'choose-another' },
  };
}

function onSession(before: CreateMemory, session: Session, options: CreateChoice): CreateStep {
  const met = meet(before, session);
  const seen = see(met.memory, session);
  const told = lookAtCheck(seen.memory, session);
  const says = [...met.says, ...seen.says, ...told.says];
  const decided = decide(told.memory, session, options);
  return { ...decided, says: [...says, ...decided.says] };
}

type Seen = Pick<CreateStep, 'memory' | 'says'>;

function meet(memory: CreateMemory, { device }: Session): Seen {
  const first = memory.deviceId === undefined;
  return {
    memory: { ...memory, deviceId: device.deviceId, away: false, searching: false, passedOver: undefined },
    says: [
      ...(first && device.simulator ? [note('simulator')] : []),
      ...(memory.away || memory.searching ? [note('back')] : []),
    ],
  };
}

const ours: ReadonlySet<Activity> = new Set(['create', 'resume']);

function see(memory: CreateMemory, { task, status }: Session): Seen {
  if (status === undefined || status === memory.status) return { memory, says: [] };
  const under = task.kind === 'following' && ours.has(status.activity);
  return {
    memory: {
      ...memory,
      status,
      begun: memory.begun || under,
      ran: memory.ran || (under && status.stage !== 'unfinished'),
    },
    says: [{ kind: 'state', status }],
  };
}

function lookAtCheck(memory: CreateMemory, { check, task, device }: Session): Seen {
  const kind = check?.kind;
  const broken = task.kind === 'ended' ? task.unproven : undefined;
  const gap = broken ?? (check?.kind === 'unproven' ? check.reason : undefined);
  const isGap = gap !== undefined && gap !== 'no-capability' && gap !== 'own-words';
  const says: Saying[] = [];
  if (check?.kind === 'proven' && memory.check !== 'proven')
    says.push({ kind: 'note', event: 'proven', text: terminalText.proven(check.proof).join(' ') });
  if (isGap && memory.check !== 'unproven')
    says.push({
      kind: 'note',
      event: 'check-unfinished',
      text: terminalText.unfinished(gap, device.known?.unfinishedChecks.length ?? 0),
    });
  return { memory: { ...memory, check: isGap ? 'unproven' : (kind ?? memory.check) }, says };
}

/** Ceremonies whose end is the end of this program; after any other one it is this program's turn. */
const endsHere: ReadonlySet<Activity> = new Set(['create', 'resume', 'unlock', 'none']);

function decide(memory: CreateMemory, session: Session, { wish, acceptChange }: CreateChoice): CreateStep {
  const { task, status, device } = session;
  const step = (next: CreateStep['next'], says: readonly Saying[] = []): CreateStep => ({
    memory,
    says,
    next,
  });
  const outcome = (ended: Exclude<Outcome, 'completed'>): CreateStep =>
    step({ kind: 'outcome', outcome: ended });
  switch (task.kind) {
    case 'empty': {
      if (session.refusal !== undefined) return step({ kind: 'error', code: session.refusal });
      if (memory.begun) return outcome('none');
      const unchecked = !device.capabilities.includes('entropy-check');
      return {
        memory: { ...memory, begun: true },
        says: unchecked ? [note('not-checked')] : [],
        next: { kind: 'start', wish },
      };
    }
    case 'following': {
      if (status?.outcome === 'fault' || task.after === 'fault') return outcome('fault');
      // Back at the question that an unfinished backup begins with: the person has stopped.
      const stopped = memory.ran && status?.stage === 'unfinished' && task.after !== undefined;
      return stopped && task.after !== undefined ? outcome(task.after) : step(undefined);
    }
    case 'ended':
      if (task.outcome === 'fault') return outcome('fault');
      if (!memory.begun || task.outcome === 'completed' || !endsHere.has(task.activity))
        return step({ kind: 'continue' });
      return outcome(task.outcome);
    case 'wallet-changed':
      return step(acceptChange ? { kind: 'accept-wallet' } : { kind: 'wallet-changed', change: task.change });
    case 'backed-up':
      return memory.begun
        ? step({ kind: 'completed', wallet: task.wallet, proof: task.wallet.proof })
        : step({ kind: 'error', code: 'not-in-this-state' });
    default:
      return step(undefined);
  }
}
