/**
 * The pages before a device, as one pure function. It needs nothing of what leads a device, so that a browser shows these pages
 * before the code for that is there.
 */
import type { SessionEvent } from '../../session/events.ts';
import type { Intent } from '../../elements/shared/page-events.ts';
import { turnAside } from './aside.ts';
import { goTo } from './go.ts';
import { isFirstPage, type AppEffect, type AppEvent, type AppState, type Page } from './pages.ts';

/** Of the effects of these pages, none is about a device. */
export type FirstEffect = Extract<AppEffect, { kind: 'keep-introduced' }>;

export interface FirstStep {
  readonly state: AppState;
  readonly effects: readonly FirstEffect[];
  /** The session is to answer it. */
  readonly pass: SessionEvent | undefined;
}

export function stepOnFirstPages(state: AppState, event: AppEvent): FirstStep {
  const { page } = state;
  const stay: FirstStep = { state, effects: [], pass: undefined };
  const turned = turnAside(state, event);
  if (turned !== undefined) return { ...stay, state: turned };
  const show = (next: Page): FirstStep => ({ ...stay, state: { ...state, page: next } });
  const pass = (passed: SessionEvent): FirstStep => ({ ...stay, pass: passed });
  if (event.kind === 'go') return { ...stay, state: goTo(state, event.page) };
  if (event.kind === 'open-records' && isFirstPage(page)) return show({ kind: 'records', from: page });
  switch (page.kind) {
    case 'welcome':
      if (event.kind === 'resume') return pass(event);
      if (event.kind !== 'begin') return stay;
      return onBegin({ ...state, frameEnded: undefined }, event.intent);
    case 'introduction':
      if (event.kind === 'back') return show({ kind: 'welcome' });
      return event.kind === 'next'
        ? begin({ ...state, intent: page.intent, introduced: true }, [{ kind: 'keep-introduced' }])
        : stay;
    case 'choose':
      if (event.kind === 'back') return show({ kind: 'welcome' });
      if (event.kind === 'choose') return pass(event);
      // A person who has not tried anything yet is not taken anywhere.
      return event.kind === 'plugged-in' && page.problem !== undefined ? pass(event) : stay;
    case 'records':
      if (event.kind === 'back') return show(page.from);
      return event.kind === 'forget-device' || event.kind === 'erase-records' ? pass(event) : stay;
    case 'loading':
      return event.kind === 'back' ? show(page.from) : stay;
    default:
      return stay;
  }
}

function onBegin(state: AppState, intent: Intent): FirstStep {
  if (state.introduced === true) return begin({ ...state, intent }, []);
  const page = { kind: 'introduction', intent } as const;
  return { state: { ...state, page }, effects: [], pass: undefined };
}

/** The simulator is on the page: nothing is to be chosen. */
function begin(state: AppState, effects: readonly FirstEffect[]): FirstStep {
  if (state.intent === 'try') return { state, effects, pass: { kind: 'choose', link: 'simulator-frame' } };
  return { state: { ...state, page: { kind: 'choose', problem: undefined } }, effects, pass: undefined };
}
