/**
 * The languages of the frame beside English. The page around it hands each over as a script, since the frame can load nothing. What may
 * run is for the browser to say: the frame's policy names each script by its hash (`src/site/frame-scripts.ts`), and no other runs.
 */
import type { LanguageMessage } from '../../../src/protocol/frame-messages.ts';
import { locale, useLanguage } from '../../../src/text/locale/language.ts';
import type { GlassLanguages } from '../../core/board.ts';
import { addAccents } from '../../core/glass/font/font.ts';
import { taughtEvent, type TaughtLanguage } from './languages/taught.ts';
import { fillPage } from './page-texts.ts';

/** Trusted Types, as far as they are used here; TypeScript's library has none. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScript(text: string): string },
  ): { createScript(text: string): string };
}

export interface PageLanguages extends GlassLanguages {
  /** Puts the page's own texts into that language, and lets the glass speak it; for one that isn't taught, all stays as it is. */
  learn(language: LanguageMessage): void;
}

declare global {
  interface WindowEventMap {
    [taughtEvent]: CustomEvent<TaughtLanguage>;
  }
}

/** Fills the page in English. */
export function createPageLanguages(page: Document): PageLanguages {
  const taught = new Map<string, TaughtLanguage>();
  const english = locale();
  // The policy's name stands in the page's headers (`src/site/headers.ts`).
  const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
    'hostblind-language',
    { createScript: (text) => text },
  );
  addEventListener(taughtEvent, ({ detail }) => {
    addAccents(detail.accents);
    taught.set(detail.tag, detail);
  });
  const run = (text: string): void => {
    const script = page.createElement('script');
    script.text = policy?.createScript(text) ?? text;
    page.head.append(script);
    script.remove();
  };
  fillPage(page, english);
  return {
    get tags() {
      return [...taught.keys()];
    },
    text: (tag) => taught.get(tag)?.glass,
    learn({ tag, script }) {
      if (script !== undefined && !taught.has(tag)) run(script);
      const language = taught.get(tag);
      if (script !== undefined && language === undefined) return;
      // Dates and counts of a taught language follow its own script.
      useLanguage(english, language === undefined ? {} : { simulatorFrame: language.frame });
      fillPage(page, language === undefined ? english : tag);
    },
  };
}
