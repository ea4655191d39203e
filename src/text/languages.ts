/** The languages there are. A new one is a folder beside `en/` with every part in it, and a line here. */
import type { Catalogue } from './types/catalogue.ts';
import { useLanguage } from './locale/language.ts';

export interface Language {
  /** BCP 47, without a region: `de`. */
  readonly tag: string;
  /** Where to read dates when the reader names no region: `de-DE`. */
  readonly locale: string;
  /** Every part; `undefined` for English, which comes with the code. */
  readonly load: (() => Promise<Catalogue>) | undefined;
}

export const languages: readonly Language[] = [{ tag: 'en', locale: 'en-GB', load: undefined }];

/** What a system's environment asks for, the dearest first. POSIX writes `de_CH.UTF-8` where BCP 47 writes `de-CH`. */
export function systemLanguages(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return ['LC_ALL', 'LC_MESSAGES', 'LANG'].flatMap((name) => {
    const [tag = ''] = (environment[name] ?? '').split('.');
    return tag === '' ? [] : [tag.replace('_', '-')];
  });
}

/** The tag as `Intl` writes it; `undefined` for what is none, such as the C of a bare Linux. */
function readTag(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/**
 * Takes the first of the reader's languages (BCP 47, the dearest first) that there is, and English otherwise. Settles
 * when its texts are there; `undefined` when they are already.
 */
export function chooseLanguage(
  wanted: readonly string[],
  offered: readonly Language[] = languages,
): Promise<void> | undefined {
  for (const tag of wanted.map(readTag)) {
    const language = offered.find((each) => each.tag === tag?.language);
    if (tag === undefined || language === undefined) continue;
    const locale = tag.region === undefined ? language.locale : tag.toString();
    if (language.load === undefined) {
      useLanguage(locale, undefined);
      return undefined;
    }
    return language.load().then((catalogue) => useLanguage(locale, catalogue));
  }
  useLanguage('en-GB', undefined);
  return undefined;
}
