/**
 * The app in two halves: its first pages, which are there at once, and what leads a device, whose code comes after them. Until it has
 * come, what is asked of a device waits for it.
 */
import type { Machine } from '../../session/machine.ts';
import { stepOnFirstPages } from '../pages/first-pages.ts';
import type { AppEvent, AppState } from '../pages/pages.ts';

export type App = Machine<AppState, AppEvent>;

export interface StartParts {
  readonly initial: AppState;
  /** Loads the whole app, which goes on from the state that it's given. May be called again after it failed. */
  readonly load: () => Promise<(initial: AppState) => App>;
  readonly keepIntroduced: () => void;
}

export interface StartedApp extends App {
  /** Loads the rest before anybody asks for it. Whether that fails is told only to those who wait for it. */
  prepare(): void;
}

export function startApp({ initial, load, keepIntroduced }: StartParts): StartedApp {
  const listeners = new Set<() => void>();
  let state = initial;
  let whole: App | undefined;
  let loading = false;
  /** As the person did it: passed on as it was, on a page that isn't its own any more, it would mean nothing. */
  let waiting: AppEvent | undefined;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function show(next: AppState): void {
    if (next === state) return;
    state = next;
    tell();
  }

  /** The page on which something was asked for, wherever the person waits now. */
  const asked = (): AppState => (state.page.kind === 'loading' ? { ...state, page: state.page.from } : state);

  function arrive(create: (initial: AppState) => App): void {
    whole = create(asked());
    whole.subscribe(tell);
    const event = waiting;
    waiting = undefined;
    if (event !== undefined) whole.dispatch(event);
    else tell();
  }

  function prepare(): void {
    if (loading || whole !== undefined) return;
    loading = true;
    load().then(arrive, () => {
      loading = false;
      if (waiting !== undefined)
        show({ ...state, page: { kind: 'loading', from: asked().page, failed: true } });
    });
  }

  function wait(from: AppState, event: AppEvent): void {
    waiting = event;
    show({ ...from, page: { kind: 'loading', from: from.page, failed: false } });
    prepare();
  }

  return {
    get state() {
      return whole?.state ?? state;
    },
    prepare,
    dispatch(event) {
      if (whole !== undefined) {
        whole.dispatch(event);
        return;
      }
      if (state.page.kind === 'loading' && event.kind === 'next' && waiting !== undefined) {
        wait(asked(), waiting);
        return;
      }
      const { state: next, effects, pass } = stepOnFirstPages(state, event);
      if (effects.length > 0) keepIntroduced();
      if (pass !== undefined) {
        wait(state, event);
        return;
      }
      // Gone back: nobody waits any more.
      if (next.page.kind !== 'loading') waiting = undefined;
      show(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
