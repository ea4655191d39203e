/**
 * A command that leads through a ceremony, as a pure function: what a state of the session means for it. The session decides what is
 * true of a device; this decides what is said, what is asked for next, and how the program ends.
 */
import type { Session, SessionState } from '../../session/state.ts';
import { decide, isAtRest } from './decide.ts';
import { isOurs, type Errand } from './errand.ts';
import { noteLost, noteOf, noteStranger, strangerQuestion } from './sayings.ts';
import { lookAtCheck, meetDevice, see } from './sightings.ts';
import {
  dispatching,
  endWith,
  note,
  waits,
  type CeremonyStep,
  type Choice,
  type Memory,
  type Next,
  type Saying,
} from './step.ts';

type In<Kind extends SessionState['kind']> = Extract<SessionState, { kind: Kind }>;

/** `now`: milliseconds since 1970. */
export function stepCeremony(memory: Memory, state: SessionState, choice: Choice, now: number): CeremonyStep {
  const step = (next: Next, says: readonly Saying[] = []): CeremonyStep => ({ memory, says, next });
  switch (state.kind) {
    case 'idle':
      if (memory.reopens) return { memory: { ...memory, reopens: false }, says: [], next: { kind: 'open' } };
      if (memory.searching) return step({ kind: 'look-again' });
      return step(endWith({ kind: 'error', code: state.problem ?? 'aborted' }));
    case 'opening':
      return step(waits);
    case 'waiting':
      // While the first device is looked for, the session tries again by itself.
      return step(memory.searching ? waits : endWith({ kind: 'error', code: state.reason }));
    case 'refused':
      return step(endWith({ kind: 'error', code: state.code }));
    case 'alarm':
      return onAlarm(memory, state, choice);
    case 'guided': {
      const text = choice.aboutFamily(state.family);
      const says = text === undefined ? [] : [note('other-family', text)];
      return step(endWith({ kind: 'error', code: 'unsupported' }), says);
    }
    case 'unverified':
      return isAnother(memory, state.device.deviceId)
        ? passOver(memory, state.device.deviceId)
        : onStranger(memory, state, choice);
    case 'lost': {
      const lost: Memory = { ...memory, lost: true };
      if (state.phase === 'blip' || memory.away) return { memory: lost, says: [], next: waits };
      return { memory: { ...lost, away: true }, says: [noteLost(state.session.device)], next: waits };
    }
    case 'connected':
      return isAnother(memory, state.session.device.deviceId)
        ? passOver(memory, state.session.device.deviceId)
        : onSession(memory, state.session, choice, now);
  }
}

function onAlarm(memory: Memory, { reason, simulator }: In<'alarm'>, choice: Choice): CeremonyStep {
  // The one alarm that the person may know better about, and says so.
  if (reason === 'other-wallet' && choice.acceptChange && !memory.forgotten) {
    const forgotten: Memory = { ...memory, forgotten: true, reopens: true };
    return { memory: forgotten, says: [], next: dispatching({ kind: 'forget-wallet' }) };
  }
  const mark = simulator && memory.deviceId === undefined ? [noteOf('simulator')] : [];
  return { memory, says: mark, next: endWith({ kind: 'alarm', reason }) };
}

function onStranger(memory: Memory, { device }: In<'unverified'>, { canAsk }: Choice): CeremonyStep {
  const accept = dispatching({ kind: 'accept-unverified' });
  if (!canAsk) return { memory, says: [noteStranger(device)], next: accept };
  if (memory.answer?.question === 'stranger') {
    const knows = memory.answer.answer === 'yes';
    return {
      memory: { ...memory, answer: undefined },
      says: [],
      next: knows ? accept : endWith({ kind: 'left' }),
    };
  }
  return {
    memory: { ...memory, stranger: true },
    says: memory.stranger ? [] : [noteStranger(device)],
    next: { kind: 'ask', question: { kind: 'stranger', lines: [strangerQuestion()] } },
  };
}

function isAnother({ deviceId }: Memory, found: string): boolean {
  return deviceId !== undefined && deviceId !== found;
}

/** Nothing is asked of another device than the one that this run began with. */
function passOver(memory: Memory, found: string): CeremonyStep {
  return {
    memory: { ...memory, searching: true, passedOver: found },
    says: memory.passedOver === found ? [] : [noteOf('other-device')],
    next: dispatching({ kind: 'choose-another' }),
  };
}

function onSession(before: Memory, session: Session, choice: Choice, now: number): CeremonyStep {
  const met = meetDevice(before, session);
  const seen = see(met.memory, session, choice.errand);
  const told = lookAtCheck(seen.memory, session);
  const decided = decide({ session, memory: told.memory, choice, now });
  const says = [...met.says, ...seen.says, ...told.says, ...decided.says];
  return { ...decided, says: isOver(decided.next) ? says.filter(({ kind }) => kind !== 'state') : says };
}

/** Nobody follows what the device asks now, such as its PIN after a power cut. */
function isOver(next: Next): boolean {
  return next.kind === 'end' && (next.end.kind === 'cut-short' || next.end.kind === 'unfit');
}

/** What an end of the program means for the device: whether it is in the middle of what was asked for here. */
export function heldBy(memory: Memory, state: SessionState, errand: Errand): 'ours' | 'away' | 'nothing' {
  if (!memory.begun) return 'nothing';
  if (state.kind === 'lost') return 'away';
  if (state.kind !== 'connected') return 'nothing';
  const { task, status } = state.session;
  const open = task.kind === 'starting' || task.kind === 'following' || task.kind === 'checking';
  if (!open || status === undefined) return 'nothing';
  // It may have arrived, and nobody has seen it yet.
  if (task.kind === 'starting' && isAtRest(status)) return 'ours';
  return isOurs(errand, status.activity) && !isAtRest(status) ? 'ours' : 'nothing';
}
