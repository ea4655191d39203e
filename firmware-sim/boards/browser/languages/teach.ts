/** A script of its own, a language each: the frame's page takes it from the page around it, and this hands its texts to the board. */
import { useLanguage } from '../../../../src/text/locale/language.ts';
import { accents } from '../../../core/glass/font/accents.generated.ts';
import { taughtEvent, type TaughtLanguage } from './taught.ts';

/** Heard before the call returns. `locale`: the BCP 47 tag that its counts and dates follow. */
export function teachFrame(language: Omit<TaughtLanguage, 'accents'>, locale: string): void {
  // The script has a choice of its own: the English of the frame counts as it did.
  useLanguage(locale, {});
  const detail: TaughtLanguage = { ...language, accents };
  dispatchEvent(new CustomEvent(taughtEvent, { detail }));
}
