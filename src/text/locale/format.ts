/** Dates, ids and counts as a person reads them, in the chosen language. */
import { locale } from './language.ts';

/** "24 November 2026" in British English, in the person's own time zone. `iso`: an ISO 8601 time. */
export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(iso));
}

/** "24 Nov 2026, 10:00" in British English, in the person's own time zone. `iso`: an ISO 8601 time. */
export function formatTime(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** "German" in English, "Deutsch" in German. `tag`: BCP 47. */
export function formatLanguage(tag: string): string {
  return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? tag;
}

/** Groups of four, as the device shows an id. */
export function groupDigits(hexadecimal: string): string {
  return hexadecimal.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** "nanox, nanosp or flex" in British English: one of them is to be chosen. */
export function formatChoice(choices: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(choices);
}

/** What a count calls for in the chosen language. English has `one` and `other`; others have more. */
export function plural(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string {
  return forms[new Intl.PluralRules(locale()).select(count)] ?? forms.other;
}
