/** A language of a device's glass: two lower-case ASCII letters, as BCP 47 has them (ISO 639-1). */

/** Every device speaks it. */
export const englishTag = 'en';

export const languageTagLength = 2;

export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2}$/.test(text);
}
