/**
 * The app as one total function: a page over a device session. What is about a page is answered here, what is about the
 * device by the session's own reducer, and then the page follows where the session has gone.
 */
import type { SessionEvent } from '../../session/events.ts';
import type { SessionState } from '../../session/state.ts';
import { turnAside, withoutAsideInAlarm } from './aside.ts';
import { stepOnFirstPages } from './first-pages.ts';
import { pageAgain, pass } from './follow-session.ts';
import { goTo } from './go.ts';
import type { AppEvent, AppState, FirstPage, Page, ReducedApp } from './pages.ts';
import { reduceDevicePages } from './reduce-device-pages.ts';

export function reduceApp(state: AppState, event: AppEvent): ReducedApp {
  const turned = turnAside(state, event);
  if (turned !== undefined) return [turned, []];
  const [next, effects] = reducePages(state, event);
  return [withoutAsideInAlarm(state, next), effects];
}

function reducePages(state: AppState, event: AppEvent): ReducedApp {
  if (event.kind === 'go') return reduceGoing(state, goTo(state, event.page));
  if (state.page.kind === 'leave') {
    const left = reduceLeaving(state, state.page, event);
    if (left !== undefined) return left;
  }
  return state.session.kind === 'idle' ? reduceFirst(state, event) : reduceOver(state, event);
}

/** `undefined` for what the device does meanwhile: the question stays. */
function reduceLeaving(
  state: AppState,
  page: Extract<Page, { kind: 'leave' }>,
  event: AppEvent,
): ReducedApp | undefined {
  if (event.kind === 'back') return pageAgain(state);
  return event.kind === 'leave' ? leaveFor(state, page.to) : undefined;
}

function leaveFor(state: AppState, to: FirstPage): ReducedApp {
  const [left, effects] = pass(state, { kind: 'choose-another' });
  return [{ ...left, page: to }, effects];
}

const asksBefore: ReadonlySet<SessionState['kind']> = new Set(['connected', 'lost', 'guided']);

/** A device that is only being opened, or refused, is left without a question. */
function reduceGoing(before: AppState, state: AppState): ReducedApp {
  const { session, page } = state;
  if (page.kind === 'leave') return asksBefore.has(session.kind) ? [state, []] : leaveFor(state, page.to);
  // As with the page's own way back: what was written or signed there is gone with it.
  const leaves = before.page.kind === 'sign-message' && page.kind !== 'sign-message';
  return leaves ? pass(state, { kind: 'end-signing' }) : [state, []];
}

/** While no device is in use. */
function reduceFirst(before: AppState, event: AppEvent): ReducedApp {
  const { state, effects, pass: passed } = stepOnFirstPages(before, event);
  if (passed === undefined) return [state, effects];
  const [next, more] = pass(state, passed);
  return [next, [...effects, ...more]];
}

/** While one is. */
function reduceOver(state: AppState, event: AppEvent): ReducedApp {
  const { session } = state;
  if (session.kind === 'connected') {
    const turned = reduceDevicePages(state, session.session, event);
    if (turned !== undefined) return turned;
  }
  const opening = session.kind === 'opening' || session.kind === 'waiting';
  if (event.kind === 'back') return opening ? pass(state, { kind: 'choose-another' }) : [state, []];
  return isPageEvent(event) ? [state, []] : pass(state, event);
}

const pageEvents = {
  begin: true,
  next: true,
  back: true,
  leave: true,
  go: true,
  'set-length': true,
  'show-all-lengths': true,
  'set-options': true,
  'set-purpose': true,
  ask: true,
  'open-settings': true,
  'open-page': true,
  'choose-name': true,
  'open-restore-file': true,
  'choose-file': true,
  'open-quiz': true,
  'open-signing': true,
  'open-records': true,
  'open-aside': true,
  'close-aside': true,
  answer: true,
  'quiz-drawn': true,
} as const satisfies Record<Exclude<AppEvent, SessionEvent>['kind'], true>;

function isPageEvent(event: AppEvent): event is Exclude<AppEvent, SessionEvent> {
  return Object.hasOwn(pageEvents, event.kind);
}
