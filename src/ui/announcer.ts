/**
 * The page's one polite live region and its alert. Both are in `index.html` from the start, outside every shadow
 * root, because screen readers miss regions that appear together with their text.
 */
import type { CeremonySource } from './ceremony-controller.ts';
import { announcementFor } from './announcements.ts';

/** Milliseconds: while somebody leafs through words, only the one they stop at is said. */
export const announcementDelay = 400;

export interface AnnouncerParts {
  readonly polite: Element;
  readonly alert: Element;
  /** Calls `then` once after that many milliseconds; returns a function that takes it back. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}

/** Speaks the ceremony's changes; returns a function that ends it. */
export function announce(source: CeremonySource, { polite, alert, after }: AnnouncerParts): () => void {
  let takeBack: (() => void) | undefined;
  let last = '';
  const say = (): void => {
    const { urgency, text } = announcementFor(source.state) ?? { urgency: 'polite', text: '' };
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
    takeBack = after(announcementDelay, () => {
      polite.textContent = text;
    });
  };
  const unsubscribe = source.subscribe(say);
  return () => {
    takeBack?.();
    unsubscribe();
  };
}
