/** What a screen reader says of a state: progress politely, trouble at once, never a word. */
import { backedUpText } from '../elements/backed-up/backed-up-text.ts';
import type { LostPhase, Session } from '../session/state.ts';
import { factsOf } from '../session/progress.ts';
import { explanations } from '../text/explanations.ts';
import { spoken, type Announcement } from '../elements/notice/announcement.ts';
import { familyPages, type FamilyPages } from './family-pages.ts';
import {
  alarmTextOf,
  cutShortText,
  endedTextOf,
  lostText,
  openingText,
  refusedText,
  walletChangeTitle,
} from './notices.ts';
import type { AppState, Page } from './pages/pages.ts';
import { endings } from '../text/endings.ts';
import { messages, type NoticeText } from '../text/app.ts';
import { signingFailure, signingMessages } from '../text/wallet.ts';

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

/** What the device waits for; how it ended, where the heading that gets the focus doesn't say it. */
function ofSigning({ signing }: Session): Announcement | undefined {
  if (signing?.kind === 'running') return polite(signingMessages.steps[signing.step]);
  return signing?.kind === 'failed' ? polite(spoken(signingFailure(signing.code))) : undefined;
}

function ofSession(session: Session, page: Page): Announcement | undefined {
  if (page.kind === 'sign-message') return ofSigning(session);
  if (page.kind !== 'device' && page.kind !== 'celebration') return undefined;
  const { task, status, device } = session;
  const facts = factsOf(session);
  switch (task.kind) {
    case 'following':
      if (status === undefined || facts === undefined) return undefined;
      if (task.cancelling) return polite(messages.cancelling);
      return polite(
        [
          ...(task.lockedItself === true ? [messages.lockedItself] : []),
          ...(task.after === undefined ? [] : [messages.after[task.after]]),
          explanations.announcement(status.stage, facts),
        ].join(' '),
      );
    case 'starting':
      return polite(spoken(endings.starting(task.request.kind)));
    case 'resting':
      return polite(spoken(status?.locked ? messages.resting.locked : messages.resting.unfinished));
    case 'ended':
      if (task.activity === 'backup-file' && task.outcome === 'completed' && task.file !== 'saved')
        return polite(
          spoken(task.file === undefined ? endings.unsavedFile.saving : endings.unsavedFile.failed),
        );
      return task.outcome === 'fault' || task.outcome === 'wiped'
        ? alert(spoken(endedTextOf(task, device)))
        : polite(spoken(endedTextOf(task, device)));
    case 'wallet-changed':
      return alert(`${walletChangeTitle(task.change)}.`);
    case 'backed-up':
      return polite(spoken(backedUpText(session, task.wallet.record?.doubted)));
    default:
      return undefined;
  }
}

/** First why the page is not where it was, then where it is. */
function withCutShort(app: AppState, now: Announcement | undefined): Announcement | undefined {
  const text = cutShortText(app);
  if (text === undefined) return now;
  return now === undefined ? polite(text) : { ...now, text: `${text} ${now.text}` };
}

/** `undefined` where the heading, which gets the focus, already says it all. */
export function announcementFor(app: AppState, pages: FamilyPages = familyPages): Announcement | undefined {
  const { session: state, page } = app;
  switch (state.kind) {
    case 'opening':
      return polite(spoken(openingText(state)));
    case 'waiting':
      return polite(spoken(messages.waiting[state.reason]));
    case 'alarm':
      return alert(spoken(alarmTextOf(state.reason)));
    case 'refused':
      return alert(spoken(refusedText(state)));
    case 'guided':
      return pages.of(state)?.announcement(state);
    case 'connected':
      return withCutShort(app, ofSession(state.session, page));
    case 'lost':
      if (state.phase === 'blip') return undefined;
      return alert(lostSentence(state.phase, lostText(state.session.device.link)));
    default:
      return undefined;
  }
}
