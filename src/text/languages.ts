/**
 * The languages there are, and how a program comes to one. A new one is a folder beside `en/`, an entry here, and one in
 * `program-languages.ts` for what no page says.
 */
import { addTexts, locale, useLanguage } from './locale/language.ts';
import type { Catalogue, FirstTexts, RestTexts, SimulatorTexts, TerminalTexts } from './types/catalogue.ts';

export interface Language {
  /** BCP 47, without a region: `de`. */
  readonly tag: string;
  /** Where to read dates when the reader names no region: `de-DE`. */
  readonly locale: string;
  /** As its own speakers call it. */
  readonly name: string;
  readonly load: Pick<Loaders, 'first' | 'rest'> & Partial<Loaders>;
}

export interface Loaders {
  readonly first: () => Promise<FirstTexts>;
  readonly rest: () => Promise<RestTexts>;
  readonly terminal: () => Promise<TerminalTexts>;
  readonly simulator: () => Promise<SimulatorTexts>;
}

/** What is loaded together: the first pages of the app, its others, and what only a program says. */
export type TextGroup = keyof Loaders;

const english: Language = {
  tag: 'en',
  locale: 'en-GB',
  name: 'English',
  load: {
    first: async () => (await import('./en/groups/first.ts')).firstInEnglish,
    rest: async () => (await import('./en/groups/rest.ts')).restInEnglish,
  },
};

const german: Language = {
  tag: 'de',
  locale: 'de-DE',
  name: 'Deutsch',
  load: {
    first: async () => (await import('./de/groups/first.ts')).firstInGerman,
    rest: async () => (await import('./de/groups/rest.ts')).restInGerman,
  },
};

const french: Language = {
  tag: 'fr',
  locale: 'fr-FR',
  name: 'Français',
  load: {
    first: async () => (await import('./fr/groups/first.ts')).firstInFrench,
    rest: async () => (await import('./fr/groups/rest.ts')).restInFrench,
  },
};

const spanish: Language = {
  tag: 'es',
  locale: 'es-ES',
  name: 'Español',
  load: {
    first: async () => (await import('./es/groups/first.ts')).firstInSpanish,
    rest: async () => (await import('./es/groups/rest.ts')).restInSpanish,
  },
};

const portuguese: Language = {
  tag: 'pt',
  locale: 'pt-BR',
  name: 'Português',
  load: {
    first: async () => (await import('./pt/groups/first.ts')).firstInPortuguese,
    rest: async () => (await import('./pt/groups/rest.ts')).restInPortuguese,
  },
};

export const languages: readonly Language[] = [english, german, french, spanish, portuguese];

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

interface Choice {
  readonly language: Language;
  /** The reader's, with their region. */
  readonly locale: string;
}

/** The first of the reader's languages (BCP 47, the dearest first) that there is, and English otherwise. */
export function languageFor(wanted: readonly string[], offered: readonly Language[] = languages): Choice {
  for (const tag of wanted.map(readTag)) {
    const language = offered.find((each) => each.tag === tag?.language);
    if (tag === undefined || language === undefined) continue;
    return { language, locale: tag.region === undefined ? language.locale : tag.toString() };
  }
  const otherwise = offered.find(({ tag }) => tag === english.tag) ?? english;
  return { language: otherwise, locale: otherwise.locale };
}

/** Counts the choices: what an earlier one loads is dropped when a later one was made meanwhile. */
let choices = 0;
const groupsInUse = new Set<TextGroup>();
let inUse: Language = english;

async function textsOf({ load }: Language, groups: Iterable<TextGroup>): Promise<Partial<Catalogue>> {
  const parts = await Promise.all(
    Array.from(groups, (group) => load[group]).map(async (loader) => ({ ...(await loader?.()) })),
  );
  return Object.assign({}, ...parts) as Partial<Catalogue>;
}

/**
 * Takes the language for a reader, with these groups of its texts and all that had been loaded of the one before. Rejects when
 * they can't be loaded; then everything stays as it was.
 */
export async function chooseLanguage(
  wanted: readonly string[],
  groups: readonly TextGroup[],
  offered: readonly Language[] = languages,
): Promise<void> {
  const choice = languageFor(wanted, offered);
  const all = new Set([...groupsInUse, ...groups]);
  const turn = (choices += 1);
  const texts = await textsOf(choice.language, all);
  if (turn !== choices) return;
  inUse = choice.language;
  for (const group of all) groupsInUse.add(group);
  useLanguage(choice.locale, texts);
}

/** More texts of the language in use. Rejects when they can't be loaded; the next call tries again. */
export async function loadTexts(group: TextGroup): Promise<void> {
  if (groupsInUse.has(group)) return;
  const language = inUse;
  const texts = await language.load[group]?.();
  // Changed meanwhile: the new one's are wanted.
  if (language !== inUse) return loadTexts(group);
  groupsInUse.add(group);
  addTexts(texts ?? {});
}

/** The tag of the language in use: `de`. */
export function languageInUse(): string {
  return new Intl.Locale(locale()).language;
}
