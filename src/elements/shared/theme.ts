/** The colours of the page: as the system has them, or as the person wants them here. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function isTheme(text: string | undefined): text is Theme {
  return themes.some((theme) => theme === text);
}

/** The person chose one. */
export class ThemeEvent extends Event {
  static readonly type = 'theme-chosen';

  readonly theme: Theme;

  constructor(theme: Theme) {
    super(ThemeEvent.type, { bubbles: true, composed: true });
    this.theme = theme;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'theme-chosen': ThemeEvent;
  }
}
