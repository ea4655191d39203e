/** A stock Ledger: what its readings mean for the page, and what happens while it does not answer. */
import { deviceOfReading, type LedgerReading } from '../signer/ledger/reading.ts';
import { quietLimit, strikesBeforeLost } from '../signer/ledger/patience.ts';
import { alarmAbout } from './reduce-trust.ts';
import type { CeremonyEvent, Effect, Reduced } from './events.ts';
import {
  journeyAfterAbsence,
  journeyWith,
  ledgerRetry,
  sessionOf,
  type LedgerContact,
  type LedgerSession,
  type LedgerState,
} from './ledger-state.ts';
import { meet } from './reduce-opening.ts';
import type { CeremonyState } from './state.ts';

type Away = Extract<LedgerContact, { kind: 'away' }>;

const here: LedgerContact = { kind: 'here' };
const retryTimer: Effect = { kind: 'timer', name: 'retry', milliseconds: ledgerRetry };
const longTimer: Effect = { kind: 'timer', name: 'long', milliseconds: quietLimit };

/** Another model, or no wallet where there was one: what was said of the first one does not hold for it. */
function isAnotherDevice(session: LedgerSession, reading: LedgerReading): boolean {
  const now = deviceOfReading(reading);
  const had = session.reading.kind === 'set-up' || session.journey.finished;
  if (had && reading.kind === 'onboarding') return true;
  return session.device !== undefined && now !== undefined && session.device.model !== now.model;
}

function withReading(session: LedgerSession, reading: LedgerReading): LedgerSession {
  if (isAnotherDevice(session, reading)) return sessionOf(session.link, reading, true);
  return {
    ...session,
    device: deviceOfReading(reading) ?? session.device,
    reading,
    journey: journeyWith(session.journey, reading),
    quitting: session.quitting && reading.kind === 'app-open',
  };
}

function withAbsence(session: LedgerSession): LedgerSession {
  return { ...session, journey: journeyAfterAbsence(session.journey) };
}

/** One more failure in a row. The link is let go of, and tried again for as long as the person stays. */
function strike(state: LedgerState): Reduced<CeremonyState> {
  const { contact } = state;
  const first = contact.kind !== 'away';
  const before: Away = first
    ? { kind: 'away', strikes: 0, attempt: 'pause', patient: false, expired: false }
    : contact;
  const strikes = Math.min(before.strikes + 1, strikesBeforeLost);
  return [
    { ...state, contact: { ...before, strikes, attempt: 'pause' } },
    [{ kind: 'drop' }, ...(first ? [longTimer] : []), retryTimer],
  ];
}

/** It answers again: what it says decides where the person is, whatever the page remembers. */
function foundAgain(state: LedgerState, reading: LedgerReading): Reduced<CeremonyState> {
  return [
    { ...state, session: withReading(state.session, reading), contact: here },
    [{ kind: 'follow-ledger' }],
  ];
}

function reduceAway(state: LedgerState, contact: Away, event: CeremonyEvent): Reduced<CeremonyState> {
  const { link } = state.session;
  const attempt = (next: Away['attempt'], effect: Effect): Reduced<CeremonyState> => [
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
      return strike(event.code === 'not-found' ? { ...state, session: withAbsence(state.session) } : state);
    case 'ledger-found':
      return contact.attempt === 'identify' ? foundAgain(state, event.reading) : [state, []];
    case 'identified':
      // Another device was plugged in, and it speaks the Hostblind protocol.
      if (contact.attempt !== 'identify') return [state, []];
      return meet(event.device, event.known);
    case 'proof-failed':
      return contact.attempt === 'identify'
        ? alarmAbout({ link }, event.reason ?? 'attestation')
        : [state, []];
    case 'identify-failed':
    case 'disconnected':
      return contact.attempt === 'identify' ? strike(state) : [state, []];
    case 'keep-waiting':
      return [{ ...state, contact: { ...contact, patient: true, expired: false } }, [longTimer]];
    case 'retry':
      // Through the browser's device list: some firmware comes back as what the browser takes for another device.
      return [{ kind: 'opening', link, attempt: 'open' }, [{ kind: 'close' }, { kind: 'open', link }]];
    default:
      return [state, []];
  }
}

export function reduceLedger(state: LedgerState, event: CeremonyEvent): Reduced<CeremonyState> {
  const { session, contact } = state;
  if (contact.kind === 'away') return reduceAway(state, contact, event);
  switch (event.kind) {
    case 'ledger-read':
      return [{ ...state, session: withReading(session, event.reading), contact: here }, []];
    case 'ledger-silent':
      return contact.kind === 'here' ? [{ ...state, contact: { kind: 'silent' } }, []] : [state, []];
    case 'disconnected':
    case 'following-failed':
      return strike(state);
    case 'quit-app':
      return session.reading.kind === 'app-open' && !session.quitting
        ? [{ ...state, session: { ...session, quitting: true } }, [{ kind: 'quit-app' }]]
        : [state, []];
    case 'quit-failed':
      return session.quitting ? [{ ...state, session: { ...session, quitting: false } }, []] : [state, []];
    case 'finish':
      return session.reading.kind === 'set-up'
        ? [{ kind: 'welcome' }, [{ kind: 'close' }, { kind: 'remember', link: undefined }]]
        : [state, []];
    default:
      return [state, []];
  }
}
