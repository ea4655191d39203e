/** What a state of the app is to a person: one pure function, from which the page and the announcer both read. */
import { guidedScreen, guidedView, type GuidedView } from '../devices/family.ts';
import {
  deviceOf,
  linkOf,
  simulatedBy,
  type DeviceFacts,
  type Session,
  type SessionState,
  type Task,
  type WalletChange,
} from '../session/state.ts';
import {
  backupOf,
  factsOf,
  isBackingUp,
  stepOfSession,
  type BackupState,
  type Step,
} from '../session/progress.ts';
import type { PublicState } from '../protocol/public-state.ts';
import { quotedGlass } from '../text/quoted-glass.ts';
import type { StageFacts, StageSentences } from '../protocol/stage-facts.ts';
import type { ConnectionBadge } from '../elements/header/hb-header.ts';
import { messages } from '../text/app.ts';
import type { Announcement } from '../elements/notice/announcement.ts';
import { announcementFor } from './announcements.ts';
import type { Notice } from '../elements/notice/notice.ts';
import { familyPages, type FamilyPages } from './family-pages.ts';
import { cutShortText, noticeFor } from './notices.ts';
import { asShown } from './pages/as-shown.ts';
import type { AppState } from './pages/pages.ts';

type Following = Extract<Task, { kind: 'following' }>;

/** A ceremony that the device leads. */
export interface Followed {
  readonly task: Following;
  readonly status: PublicState;
  readonly facts: StageFacts;
  readonly sentences: StageSentences;
}

export interface Stepper {
  readonly step: Step;
  readonly titles: Record<Step, string>;
  readonly complete: boolean;
}

export interface View {
  /** Names the screen. The focus moves to its heading when it changes: per step, and not per word. */
  readonly screen: string;
  /** H10. */
  readonly simulator: 'device' | 'link' | undefined;
  readonly connection: ConnectionBadge;
  /** Of the wallet on the device that is connected, or was a moment ago; `undefined` before it has said. */
  readonly backup: BackupState | undefined;
  /** What is known of the device in use. */
  readonly device: DeviceFacts | undefined;
  /** What the person calls it; empty without a name, `undefined` where that isn't known. */
  readonly name: string | undefined;
  /** The device is in the page: its simulated screen and buttons are beside the guide. */
  readonly framed: boolean;
  /** And the person is at its buttons: on a phone it stays in sight, whatever is read above it. */
  readonly docked: boolean;
  /** Absent where the five steps of a backup say nothing. */
  readonly stepper: Stepper | undefined;
  /** Sentences above the view: why the page is not where it was. */
  readonly swapped: string | undefined;
  readonly cutShort: string | undefined;
  /** What is kept, before a device is chosen or from its settings. */
  readonly records: boolean;
  /** In place of a view. */
  readonly notice: Notice | undefined;
  readonly walletChange: WalletChange | undefined;
  readonly followed: Followed | undefined;
  /** `undefined` where the heading, which gets the focus, already says it all. */
  readonly announcement: Announcement | undefined;
}

/** `pages`: what is shown of the families of devices that lead by themselves. */
export function viewOf(state: AppState, pages: FamilyPages = familyPages): View {
  const app = asShown(state);
  const { session, page } = app;
  const device = session.kind === 'connected' || session.kind === 'lost' ? session.session : undefined;
  const followed = followedOf(session);
  const notice = noticeFor(app, pages);
  const change = session.kind === 'connected' ? device?.task : undefined;
  const framed = linkOf(session) === 'simulator-frame';
  return {
    screen: screenOf(app),
    simulator: simulatedBy(session),
    connection: connectionOf(session),
    backup: device === undefined ? undefined : backupOf(device),
    device: deviceOf(session),
    name: device?.name,
    framed,
    docked: framed && page.kind === 'device' && (followed !== undefined || device?.task.kind === 'resting'),
    stepper: hasSteps(app)
      ? { step: stepOf(session), titles: stepTitles(session, pages), complete: isComplete(app) }
      : undefined,
    swapped: swappedText(session, pages),
    cutShort: cutShortText(app),
    records: page.kind === 'records' || (session.kind === 'connected' && isRecordsPage(app)),
    notice,
    walletChange: change?.kind === 'wallet-changed' ? change.change : undefined,
    followed,
    announcement: announcementFor(app, pages),
  };
}

function isRecordsPage({ page }: AppState): boolean {
  return page.kind === 'settings' && page.page === 'records';
}

function followedOf(state: SessionState): Followed | undefined {
  const inContact = state.kind === 'connected' || (state.kind === 'lost' && state.phase === 'blip');
  if (!inContact) return undefined;
  const { task, status } = state.session;
  const facts = factsOf(state.session);
  return task.kind === 'following' && status !== undefined && facts !== undefined
    ? { task, status, facts, sentences: quotedGlass.stage(status.stage, facts) }
    : undefined;
}

function swappedText(state: SessionState, pages: FamilyPages): string | undefined {
  if (state.kind === 'guided') return state.swapped ? pages.of(state)?.swapped(state) : undefined;
  return state.kind === 'connected' && state.session.swapped ? messages.swapped : undefined;
}

function isComplete({ session, page }: AppState): boolean {
  if (session.kind === 'guided') return session.family.isDone(session.seen);
  return session.kind === 'connected' && page.kind === 'celebration';
}

function stepTitles(state: SessionState, pages: FamilyPages): Record<Step, string> {
  const titles = state.kind === 'guided' ? pages.of(state)?.stepTitles(state) : undefined;
  return titles ?? messages.steps;
}

export function stepOf(state: SessionState): Step {
  if (state.kind === 'guided') return state.family.step(state.seen, guidedView(state.family, state));
  return state.kind === 'connected' || state.kind === 'lost' ? stepOfSession(state.session) : 'prepare';
}

/** Whether the stepper has anything to say: not before the way begins, nor for a wallet that is backed up already. */
function hasSteps({ session: state, page }: AppState): boolean {
  if (page.kind === 'leave' || page.kind === 'introduction') return false;
  if (state.kind !== 'connected' && state.kind !== 'lost')
    return page.kind !== 'welcome' && page.kind !== 'records' && page.kind !== 'loading';
  if (page.kind === 'choose-length') return page.purpose === 'create';
  const under = page.kind === 'celebration' || state.session.task.kind !== 'backed-up';
  return under && (page.kind === 'device' || page.kind === 'celebration') && isBackingUp(state.session);
}

function sessionKey({ task, status, compared, signing }: Session, page: AppState['page']): string {
  if (page.kind === 'choose-length') return `page:${page.kind}:${page.purpose}`;
  if (page.kind === 'settings') return `page:${page.kind}:${page.page}`;
  if (page.kind === 'quiz') return `page:${page.kind}:${page.step}:${page.answered ?? ''}`;
  if (page.kind === 'celebration') return `page:${page.kind}:${compared ?? ''}`;
  if (page.kind === 'sign-message') return `page:${page.kind}:${signing?.kind ?? ''}`;
  if (page.kind !== 'device') return `page:${page.kind}`;
  // The question about its ID is gone once it was answered.
  if (task.kind === 'backed-up') return `task:${task.kind}:${compared ?? ''}`;
  if (task.kind !== 'following' || status === undefined) return `task:${task.kind}`;
  return `stage:${status.stage}`;
}

/** A blip keeps the screen as it was. */
export function screenOf({ session: state, page }: AppState): string {
  if (page.kind === 'leave') return `page:${page.kind}`;
  switch (state.kind) {
    case 'idle':
      return `page:${page.kind}`;
    case 'connected':
      return sessionKey(state.session, page);
    case 'guided':
      return guidedScreen(state);
    case 'lost':
      return state.phase === 'blip' ? sessionKey(state.session, page) : 'lost';
    default:
      return state.kind;
  }
}

function connectionOf(state: SessionState): ConnectionBadge {
  switch (state.kind) {
    case 'connected':
    case 'unverified':
      return 'connected';
    case 'opening':
    case 'waiting':
      return 'connecting';
    case 'lost':
      return state.phase === 'blip' ? 'connecting' : 'lost';
    case 'guided':
      return guidedConnections[guidedView(state.family, state)];
    default:
      return 'none';
  }
}

const guidedConnections: Record<GuidedView, ConnectionBadge> = {
  guide: 'connected',
  quiet: 'connected',
  waiting: 'connecting',
  lost: 'lost',
};
