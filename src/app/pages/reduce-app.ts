/**
 * The app as one total function: a page over a device session. What is about a page is answered here, what is about the
 * device by the session's own reducer, and then the page follows where the session has gone.
 */
import type { SessionEvent } from '../../session/events.ts';
import { pass } from './follow-session.ts';
import { isFirstPage, type AppEvent, type AppState, type Page, type ReducedApp } from './pages.ts';
import { reduceDevicePages } from './reduce-device-pages.ts';

export function reduceApp(state: AppState, event: AppEvent): ReducedApp {
  return state.session.kind === 'idle' ? reduceFirst(state, event) : reduceOver(state, event);
}

/** While no device is in use. */
function reduceFirst(state: AppState, event: AppEvent): ReducedApp {
  const { page } = state;
  const show = (next: Page): ReducedApp => [{ ...state, page: next }, []];
  if (event.kind === 'open-records' && isFirstPage(page)) return show({ kind: 'records', from: page });
  switch (page.kind) {
    case 'welcome':
      if (event.kind === 'begin') return show({ kind: 'privacy', intended: event.link });
      return event.kind === 'resume' ? pass(state, event) : [state, []];
    case 'privacy':
      if (event.kind === 'next') return show({ kind: 'terms', intended: page.intended });
      return event.kind === 'back' ? show({ kind: 'welcome' }) : [state, []];
    case 'terms':
      if (event.kind === 'back') return show({ kind: 'privacy', intended: page.intended });
      if (event.kind !== 'next') return [state, []];
      return page.intended === undefined
        ? show({ kind: 'choose', problem: undefined })
        : pass(state, { kind: 'choose', link: page.intended });
    case 'choose':
      if (event.kind === 'back') return show({ kind: 'terms', intended: undefined });
      if (event.kind === 'choose') return pass(state, event);
      // A person who has not tried anything yet is not taken anywhere.
      return event.kind === 'plugged-in' && page.problem !== undefined ? pass(state, event) : [state, []];
    case 'records':
      if (event.kind === 'back') return show(page.from);
      return event.kind === 'forget-device' || event.kind === 'erase-records'
        ? pass(state, event)
        : [state, []];
    default:
      return [state, []];
  }
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
  'open-records': true,
  answer: true,
  'quiz-drawn': true,
} as const satisfies Record<Exclude<AppEvent, SessionEvent>['kind'], true>;

function isPageEvent(event: AppEvent): event is Exclude<AppEvent, SessionEvent> {
  return Object.hasOwn(pageEvents, event.kind);
}
