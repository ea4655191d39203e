/** A device that leads by itself: what its readings mean for the session, and what happens while it does not answer. */
import type { AnyFamily, GuidedContact, GuidedState, SealedReading } from '../devices/family.ts';
import type { SessionEvent, Effect, Reduced } from './events.ts';
import { guidedBy, meet } from './reduce-opening.ts';
import { alarmAbout } from './reduce-alarm.ts';
import { initialState, type SessionState } from './state.ts';

type Away = Extract<GuidedContact, { kind: 'away' }>;

const here: GuidedContact = { kind: 'here' };

function retryTimer({ family }: GuidedState): Effect {
  return { kind: 'timer', name: 'retry', milliseconds: family.patience.retryMs };
}

function longTimer({ family }: GuidedState): Effect {
  return { kind: 'timer', name: 'long', milliseconds: family.patience.quietLimitMs };
}

function withReading(state: GuidedState, reading: SealedReading): GuidedState {
  const { family, seen } = state;
  if (family.isAnother(seen, reading))
    return { ...state, seen: family.begin(reading), swapped: true, contact: here };
  return { ...state, seen: family.next(seen, reading), contact: here };
}

function withAbsence(state: GuidedState): GuidedState {
  return { ...state, seen: state.family.afterAbsence(state.seen) };
}

/** One more failure in a row. The link is let go of, and tried again for as long as the person stays. */
function strike(state: GuidedState): Reduced<SessionState> {
  const { contact } = state;
  const first = contact.kind !== 'away';
  const before: Away = first
    ? { kind: 'away', strikes: 0, attempt: 'pause', patient: false, expired: false }
    : contact;
  const strikes = Math.min(before.strikes + 1, state.family.patience.strikesBeforeLost);
  return [
    { ...state, contact: { ...before, strikes, attempt: 'pause' } },
    [{ kind: 'drop' }, ...(first ? [longTimer(state)] : []), retryTimer(state)],
  ];
}

/** It answers again: what it says decides where the person is, whatever the page remembers. */
function foundAgain(state: GuidedState, family: AnyFamily, reading: SealedReading): Reduced<SessionState> {
  if (family !== state.family)
    return [guidedBy(family, state.link, reading, true), [{ kind: 'follow-guided' }]];
  return [withReading(state, reading), [{ kind: 'follow-guided' }]];
}

function reduceAway(state: GuidedState, contact: Away, event: SessionEvent): Reduced<SessionState> {
  const { link } = state;
  const attempt = (next: Away['attempt'], effect: Effect): Reduced<SessionState> => [
    { ...state, contact: { ...contact, attempt: next } },
    [effect],
  ];
  switch (event.kind) {
    case 'timer':
      if (event.name === 'retry' && contact.attempt === 'pause')
        return attempt('reopen', { kind: 'reopen', link });
      if (event.name === 'long' && !contact.expired)
        return [{ ...state, contact: { ...contact, patient: false, expired: true } }, []];
      return [state, []];
    case 'opened':
      return contact.attempt === 'reopen' ? attempt('identify', { kind: 'identify' }) : [state, []];
    case 'open-failed':
      if (contact.attempt !== 'reopen') return [state, []];
      return strike(event.code === 'not-found' ? withAbsence(state) : state);
    case 'guided-found':
      return contact.attempt === 'identify' ? foundAgain(state, event.family, event.reading) : [state, []];
    case 'identified':
      // Another device was plugged in, and it speaks the Hostblind protocol.
      if (contact.attempt !== 'identify') return [state, []];
      return meet(event.device);
    case 'proof-failed':
      return contact.attempt === 'identify'
        ? alarmAbout({ link }, event.reason ?? 'attestation')
        : [state, []];
    case 'identify-failed':
    case 'disconnected':
      return contact.attempt === 'identify' ? strike(state) : [state, []];
    case 'keep-waiting':
      return [{ ...state, contact: { ...contact, patient: true, expired: false } }, [longTimer(state)]];
    case 'retry':
      // Through the browser's device list: some firmware comes back as what the browser takes for another device.
      return [{ kind: 'opening', link, attempt: 'open' }, [{ kind: 'close' }, { kind: 'open', link }]];
    default:
      return [state, []];
  }
}

export function reduceGuided(state: GuidedState, event: SessionEvent): Reduced<SessionState> {
  const { family, seen, contact } = state;
  if (contact.kind === 'away') return reduceAway(state, contact, event);
  switch (event.kind) {
    case 'guided-read':
      // Only ever of the device that is followed.
      return event.family === family ? [withReading(state, event.reading), []] : [state, []];
    case 'guided-silent':
      return contact.kind === 'here' ? [{ ...state, contact: { kind: 'silent' } }, []] : [state, []];
    case 'disconnected':
    case 'following-failed':
      return strike(state);
    case 'quit-app': {
      const asked = family.askedToQuit(seen);
      return asked === undefined ? [state, []] : [{ ...state, seen: asked }, [{ kind: 'quit-app' }]];
    }
    case 'quit-failed':
      return [{ ...state, seen: family.quitFailed(seen) }, []];
    case 'finish':
      return family.isDone(seen)
        ? [initialState, [{ kind: 'close' }, { kind: 'remember', link: undefined }]]
        : [state, []];
    default:
      return [state, []];
  }
}
