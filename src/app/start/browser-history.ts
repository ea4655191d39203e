/**
 * The browser's Back and Forward, as moves between the app's pages. Each page that a person can go back to is an entry; what a device is
 * in the middle of is none, and a page that no longer fits is passed over.
 */
import type { Aside } from '../../elements/shared/page-events.ts';
import type { Machine } from '../../session/machine.ts';
import type { AppEvent, AppState, Page } from '../pages/pages.ts';

export interface BrowserHistory {
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>;
  /** Calls `listener` whenever the browser has moved to another entry. */
  readonly onMove: (listener: () => void) => void;
}

interface Entry {
  readonly index: number;
  readonly page: Page;
  readonly aside?: Aside | undefined;
}

/** `undefined` for a state that Back doesn't lead to: a ceremony, a notice, a question. */
function pageOf({ session, page }: AppState): Page | undefined {
  if (page.kind === 'loading' || page.kind === 'leave' || page.kind === 'celebration') return undefined;
  if (page.kind === 'quiz') return undefined;
  if (session.kind === 'idle') return page;
  if (session.kind !== 'connected') return undefined;
  const { task } = session.session;
  if (page.kind === 'device') return task.kind === 'backed-up' ? page : undefined;
  return page;
}

/** Bytes of a chosen file are no part of it: they are chosen again. */
function plain(page: Page): Page {
  return page.kind === 'choose-file' || page.kind === 'settings' ? { ...page, file: undefined } : page;
}

function keyOf(page: Page): string {
  switch (page.kind) {
    case 'settings':
      return `${page.kind}:${page.page}`;
    case 'choose-length':
      return `${page.kind}:${page.purpose}`;
    default:
      return page.kind;
  }
}

function entryOf(state: unknown): Entry | undefined {
  const entry = (state as { hostblind?: Entry } | null)?.hostblind;
  return typeof entry?.index === 'number' && typeof entry.page?.kind === 'string' ? entry : undefined;
}

export function followHistory(
  app: Pick<Machine<AppState, AppEvent>, 'state' | 'subscribe' | 'dispatch'>,
  { history, onMove }: BrowserHistory,
): void {
  const start = plain(pageOf(app.state) ?? { kind: 'welcome' });
  let at: Entry = { index: 0, page: start };
  let moving = false;
  let closing = false;
  // What was before a reload is another visit's.
  history.replaceState({ hostblind: at }, '');

  /** What is behind a page aside is no entry while it's there, and the page's own way back is the browser's. */
  function followAside(aside: Aside | undefined): boolean {
    if (aside === at.aside) return aside !== undefined;
    if (aside === undefined) {
      closing = true;
      history.go(-1);
    } else if (at.aside === undefined) {
      at = { index: at.index + 1, page: at.page, aside };
      history.pushState({ hostblind: at }, '');
    } else {
      at = { ...at, aside };
      history.replaceState({ hostblind: at }, '');
    }
    return true;
  }

  function follow(): void {
    if (closing || followAside(app.state.aside)) return;
    const page = pageOf(app.state);
    if (page === undefined || keyOf(page) === keyOf(at.page)) return;
    at = { index: at.index + 1, page: plain(page) };
    history.pushState({ hostblind: at }, '');
  }

  app.subscribe(() => {
    if (!moving) follow();
  });

  onMove(() => {
    closing = false;
    const target = entryOf(history.state);
    if (target === undefined) return;
    const from = at;
    const direction = Math.sign(target.index - from.index);
    const before = app.state;
    at = target;
    moving = true;
    const { aside } = target;
    app.dispatch(aside === undefined ? { kind: 'close-aside' } : { kind: 'open-aside', aside });
    const isBeside = aside !== undefined || from.aside !== undefined;
    const stays = isBeside && keyOf(target.page) === keyOf(from.page);
    if (!stays) app.dispatch({ kind: 'go', page: target.page });
    moving = false;
    if (stays) {
      // It may have gone on behind.
      follow();
      return;
    }
    const shown = pageOf(before);
    const isThere = shown !== undefined && keyOf(shown) === keyOf(target.page);
    if (app.state === before && !isThere && direction !== 0) history.go(direction);
  });
}
