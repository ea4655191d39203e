/** The language that the person chose for the page, kept, and put on the page around the app too. */
import { chooseLanguage, languageInUse, languages } from '../../text/languages.ts';
import { pageText } from '../../text/page.ts';
import type { OfferedLanguage } from '../../elements/shared/reading-language.ts';
import type { Preferences } from './preferences.ts';

export interface LanguageSwitch {
  readonly offered: readonly OfferedLanguage[];
  /** `undefined`: whichever the browser asks for. */
  readonly chosen: string | undefined;
  /** The last choice didn't load; the page stays as it was. */
  readonly failed: boolean;
  /** For the first pages. Rejects when nothing loads. */
  begin(): Promise<void>;
  choose(tag: string | undefined): Promise<void>;
  /** Back to the browser's, as with nothing kept. */
  forget(): Promise<void>;
  subscribe(listener: () => void): () => void;
}

export interface LanguageParts {
  readonly preferences: Pick<Preferences, 'get' | 'set' | 'remove'>;
  readonly page: Pick<Document, 'documentElement' | 'title'>;
  /** What the browser asks for, the dearest first. */
  readonly asked: () => readonly string[];
}

export function languageSwitch({ preferences, page, asked }: LanguageParts): LanguageSwitch {
  const listeners = new Set<() => void>();
  /** As the page came, in the language that it is written in. */
  const written = { lang: page.documentElement.lang, title: page.title };
  let chosen = preferences.get('language');
  let failed = false;
  let last = 0;

  const take = async (tag: string | undefined): Promise<void> => {
    await chooseLanguage(tag === undefined ? asked() : [tag, ...asked()], ['first']);
    page.documentElement.lang = languageInUse();
    page.title = languageInUse() === written.lang ? written.title : pageText.title;
  };

  async function choose(tag: string | undefined): Promise<void> {
    const turn = (last += 1);
    const before = chosen;
    chosen = tag;
    failed = false;
    try {
      await take(tag);
      if (tag === undefined) preferences.remove('language');
      else preferences.set('language', tag);
    } catch {
      // A later choice says how it ended itself.
      if (turn !== last) return;
      chosen = before;
      failed = true;
    }
    for (const listener of listeners) listener();
  }

  return {
    offered: languages,
    get chosen() {
      return chosen;
    },
    get failed() {
      return failed;
    },
    begin: () => take(chosen),
    choose,
    forget: () => choose(undefined),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
