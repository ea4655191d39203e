/** The language that everything is read in. Its parts are loaded as they are needed, and only its own. */
import type { Catalogue } from '../types/catalogue.ts';

interface Chosen {
  readonly locale: string;
  /** As far as it is loaded. */
  readonly catalogue: Partial<Catalogue>;
}

let chosen: Chosen = { locale: 'en-GB', catalogue: {} };
const listeners = new Set<() => void>();

/** The BCP 47 tag that dates, numbers and plurals follow. */
export function locale(): string {
  return chosen.locale;
}

/** `catalogue`: the parts that are loaded; `addTexts` adds the others. */
export function useLanguage(tag: string, catalogue: Partial<Catalogue>): void {
  chosen = { locale: tag, catalogue };
  for (const listener of listeners) listener();
}

/** Calls back when other texts are in use, or more of them. Returns what ends that. */
export function onTexts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** More parts of the language in use. */
export function addTexts(parts: Partial<Catalogue>): void {
  useLanguage(chosen.locale, { ...chosen.catalogue, ...parts });
}

/** Whether a part of the language in use has come. */
export function hasPart(name: keyof Catalogue): boolean {
  return chosen.catalogue[name] !== undefined;
}

/**
 * A part of the chosen language. Its entries are looked up at each use, so a choice made later holds too. `instead`: what
 * a program reads that chose no language; without it, a part that isn't loaded yet throws a `RangeError` when it is read.
 */
export function part<Name extends keyof Catalogue>(name: Name, instead?: Catalogue[Name]): Catalogue[Name] {
  const now = (): Catalogue[Name] => {
    const found = chosen.catalogue[name] ?? instead;
    if (found === undefined) throw new RangeError(`texts that are not loaded: ${name}`);
    return found;
  };
  return new Proxy(Object.create(null) as Catalogue[Name], {
    get: (_, key) => Reflect.get(now(), key) as unknown,
    has: (_, key) => Reflect.has(now(), key),
    ownKeys: () => Reflect.ownKeys(now()),
    getOwnPropertyDescriptor: (_, key) => ({
      enumerable: true,
      configurable: true,
      value: Reflect.get(now(), key) as unknown,
    }),
  });
}
