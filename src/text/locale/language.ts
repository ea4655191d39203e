/**
 * The language that everything is read in. English comes with each part; another language is loaded whole, and chosen
 * before the first view.
 */
import type { Catalogue } from '../types/catalogue.ts';

const english = { locale: 'en-GB', catalogue: undefined };

let chosen: { readonly locale: string; readonly catalogue: Catalogue | undefined } = english;

/** The BCP 47 tag that dates, numbers and plurals follow. */
export function locale(): string {
  return chosen.locale;
}

/** `catalogue`: every part in the chosen language; `undefined` is English. */
export function useLanguage(tag: string, catalogue: Catalogue | undefined): void {
  chosen = { locale: tag, catalogue };
}

/** A part of the chosen language. Its entries are looked up at each use, so a choice made later holds too. */
export function part<Name extends keyof Catalogue>(name: Name, inEnglish: Catalogue[Name]): Catalogue[Name] {
  const entry = (key: PropertyKey): unknown => Reflect.get(chosen.catalogue?.[name] ?? inEnglish, key);
  return Object.defineProperties(
    { ...inEnglish },
    Object.fromEntries(
      Object.keys(inEnglish).map((key) => [key, { enumerable: true, get: () => entry(key) }]),
    ),
  );
}
