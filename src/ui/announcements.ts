/** What a state says to somebody who listens: progress politely, trouble at once, a word never. */
import { linkOf, type CeremonyState, type LostPhase, type Session } from '../ceremony/state.ts';
import { factsOf } from '../ceremony/steps.ts';
import { errorCatalogue } from '../protocol/errors.ts';
import { announcement } from '../protocol/explanations.ts';
import { spoken, type Announcement } from './announcement.ts';
import { ledgerAnnouncement } from './ledger-announcements.ts';
import {
  alarmTextOf,
  backedUpLead,
  cutShortText,
  endedTextOf,
  lostText,
  walletChangeTitle,
} from './notices.ts';
import { startingText, unsavedFile } from './messages-endings.ts';
import { messages, type NoticeText } from './messages.ts';

function polite(text: string): Announcement {
  return { urgency: 'polite', text };
}

function alert(text: string): Announcement {
  return { urgency: 'alert', text };
}

/** The second time, only what is new. */
function lostSentence(phase: LostPhase, text: NoticeText & { readonly long: string }): string {
  return phase === 'long' ? text.long : spoken(text);
}

function ofSession(session: Session): Announcement | undefined {
  const { task, status, device } = session;
  const facts = factsOf(session);
  switch (task.kind) {
    case 'following':
      if (status === undefined || facts === undefined) return undefined;
      if (task.cancelling) return polite(messages.cancelling);
      return polite(
        [
          ...(task.after === undefined ? [] : [messages.after[task.after]]),
          announcement(status.stage, facts),
        ].join(' '),
      );
    case 'starting':
      return polite(spoken(startingText(task.request.kind)));
    case 'resting':
      return polite(spoken(status?.locked ? messages.resting.locked : messages.resting.unfinished));
    case 'ended':
      if (task.activity === 'backup-file' && task.outcome === 'completed' && task.file !== 'saved')
        return polite(spoken(task.file === undefined ? unsavedFile.saving : unsavedFile.failed));
      return task.outcome === 'fault' || task.outcome === 'wiped'
        ? alert(spoken(endedTextOf(task, device)))
        : polite(spoken(endedTextOf(task, device)));
    case 'wallet-changed':
      return alert(`${walletChangeTitle(task.change)}.`);
    case 'backed-up':
      return polite(`${messages.backedUp.title}. ${backedUpLead(session)}`);
    default:
      return undefined;
  }
}

/** First why the page is not where it was, then where it is. */
function withCutShort(state: CeremonyState, now: Announcement | undefined): Announcement | undefined {
  const text = cutShortText(state);
  if (text === undefined) return now;
  return now === undefined ? polite(text) : { ...now, text: `${text} ${now.text}` };
}

/** `undefined` where the heading, which gets the focus, already says it all. */
export function announcementFor(state: CeremonyState): Announcement | undefined {
  switch (state.kind) {
    case 'opening': {
      const link = linkOf(state);
      if (state.attempt === 'identify' || link === undefined)
        return polite(spoken(messages.opening.identify));
      return polite(spoken(messages.opening[link]));
    }
    case 'waiting':
      return polite(spoken(messages.waiting[state.reason]));
    case 'alarm':
      return alert(spoken(alarmTextOf(state.reason)));
    case 'refused': {
      const { when, todo } = errorCatalogue[state.code];
      return alert(spoken({ title: messages.refused.title, body: [when, todo] }).trim());
    }
    case 'ledger':
      return ledgerAnnouncement(state);
    case 'connected':
      return withCutShort(state, ofSession(state.session));
    case 'lost':
      if (state.phase === 'blip') return undefined;
      return alert(lostSentence(state.phase, lostText(state.session.device.link)));
    default:
      return undefined;
  }
}
