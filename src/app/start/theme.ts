/**
 * The colours that the person chose, on the page and around it. Before the first paint a script in the page's head does the same
 * (`src/site/first-paint.ts`).
 */
import { isTheme, type Theme } from '../../elements/shared/theme.ts';
import type { Preferences } from './preferences.ts';

export interface ThemeSwitch {
  readonly theme: Theme;
  choose(theme: Theme): void;
  /** Back to the system's, as with nothing kept. */
  forget(): void;
  subscribe(listener: () => void): () => void;
}

/** What of the page has to follow. A browser colours its own bar by `theme-color`, one element for light and one for dark. */
function paint({ documentElement, head }: Document, theme: Theme): void {
  if (theme === 'system') delete documentElement.dataset['theme'];
  else documentElement.dataset['theme'] = theme;
  head
    .querySelector('meta[name="color-scheme"]')
    ?.setAttribute('content', (theme === 'system' ? ['light', 'dark'] : [theme]).join(' '));
  for (const bar of head.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = bar.dataset['scheme'] ?? '';
    bar.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'print';
  }
}

export function themeSwitch(preferences: Pick<Preferences, 'get' | 'set'>, page: Document): ThemeSwitch {
  const listeners = new Set<() => void>();
  const kept = preferences.get('theme');
  let theme: Theme = isTheme(kept) ? kept : 'system';
  paint(page, theme);
  const turn = (next: Theme): void => {
    theme = next;
    paint(page, theme);
    for (const listener of listeners) listener();
  };
  return {
    get theme() {
      return theme;
    },
    choose(next) {
      preferences.set('theme', next);
      turn(next);
    },
    forget: () => turn('system'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
