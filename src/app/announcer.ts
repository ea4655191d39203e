/**
 * The page's one polite live region and its alert. Both are in `index.html` from the start, outside every shadow
 * root, because screen readers miss regions that appear together with their text.
 */
import type { Machine } from '../session/machine.ts';
import type { AppState } from './pages/pages.ts';
import { viewOf } from './view.ts';

/** Milliseconds. A debounce: paging through words announces only the last one. */
export const announcementDelayMs = 400;

export interface AnnouncerParts {
  readonly polite: Element;
  readonly alert: Element;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/** Speaks the app's changes; returns a function that ends it. */
export function announce(
  source: Pick<Machine<AppState, never>, 'state' | 'subscribe'>,
  { polite, alert, after }: AnnouncerParts,
): () => void {
  let takeBack: (() => void) | undefined;
  let last = '';
  const say = (): void => {
    const { urgency, text } = viewOf(source.state).announcement ?? { urgency: 'polite', text: '' };
    if (text === last) return;
    last = text;
    takeBack?.();
    takeBack = undefined;
    if (urgency === 'alert') {
      polite.textContent = '';
      alert.textContent = text;
      return;
    }
    alert.textContent = '';
    takeBack = after(announcementDelayMs, () => {
      polite.textContent = text;
    });
  };
  const unsubscribe = source.subscribe(say);
  return () => {
    takeBack?.();
    unsubscribe();
  };
}
