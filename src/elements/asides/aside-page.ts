/** A page over whatever the app shows. Its code comes when it's opened. */
import { html, type TemplateResult } from 'lit';
import type { Aside } from '../shared/page-events.ts';
import type { OfferedLanguage } from '../shared/reading-language.ts';
import type { Theme } from '../shared/theme.ts';
import { messages } from '../../text/app.ts';

/** Without the network there may be no page to show, and the text in its place says so. */
export async function loadAside(texts: () => Promise<unknown>): Promise<void> {
  try {
    await texts();
    await import('./all-asides.ts');
  } catch {
    // The element stays undefined, and shows what stands between its tags.
  }
}

/** The languages of the page, and which was chosen. */
export interface LanguageChoice {
  readonly offered: readonly OfferedLanguage[];
  /** `undefined`: as the browser asks. */
  readonly chosen: string | undefined;
  readonly failed: boolean;
}

export interface AsideParts {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly close: () => void;
}

export function asidePage(aside: Aside, { theme, language, close }: AsideParts): TemplateResult {
  const early = html`<p>${messages.asideLoading}</p>
    <button class="button" @click=${close}>${messages.back}</button>`;
  return html`<main class="aside">
    ${
      aside === 'help'
        ? html`<hb-help data-view>${early}</hb-help>`
        : html`<hb-preferences
            data-view
            .theme=${theme}
            .languages=${language.offered}
            .language=${language.chosen}
            ?languageFailed=${language.failed}
            >${early}</hb-preferences
          >`
    }
  </main>`;
}
