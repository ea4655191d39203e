/** The languages of the frame beside English. The page around it hands each over as a script. */
import type { LanguageMessage } from '../../../src/protocol/frame-messages.ts';
import { locale, useLanguage } from '../../../src/text/locale/language.ts';
import type { GlassLanguages } from '../../core/board.ts';
import { addAccents } from '../../core/glass/font/font.ts';
import { taughtEvent, type TaughtLanguage } from './languages/taught.ts';
import { fillPage } from './page-texts.ts';

export interface PageLanguages extends GlassLanguages {
  /** Puts the page's own texts into that language, and lets the glass speak it; for one that isn't taught, all stays as it is. */
  learn(language: LanguageMessage): void;
}

declare global {
  interface WindowEventMap {
    [taughtEvent]: CustomEvent<TaughtLanguage>;
  }
}

/** Fills the page in English. `run`: as `createScriptRunner` makes it. */
export function createPageLanguages(page: Document, run: (text: string) => void): PageLanguages {
  const taught = new Map<string, TaughtLanguage>();
  const english = locale();
  addEventListener(taughtEvent, ({ detail }) => {
    addAccents(detail.accents);
    taught.set(detail.tag, detail);
  });
  fillPage(page, english);
  return {
    get tags() {
      return [...taught.keys()];
    },
    text: (tag) => taught.get(tag)?.glass,
    learn({ tag, script }) {
      if (script !== undefined) run(script);
      const language = taught.get(tag);
      if (script !== undefined && language === undefined) return;
      // Dates and counts of a taught language follow its own script.
      useLanguage(english, language === undefined ? {} : { simulatorFrame: language.frame });
      fillPage(page, language === undefined ? english : tag);
    },
  };
}
