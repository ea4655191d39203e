/** What this app says, in the languages that the glass is read in. */
import { bitcoinInGerman } from '../../../../src/text/de/apps/bitcoin.ts';
import { bitcoinInEnglish } from '../../../../src/text/en/apps/bitcoin.ts';
import { bitcoinInSpanish } from '../../../../src/text/es/apps/bitcoin.ts';
import { bitcoinInFrench } from '../../../../src/text/fr/apps/bitcoin.ts';
import { bitcoinInPortuguese } from '../../../../src/text/pt/apps/bitcoin.ts';
import type { BitcoinMessages } from '../../../../src/text/types/apps/bitcoin.ts';

const texts: ReadonlyMap<string, BitcoinMessages> = new Map([
  ['de', bitcoinInGerman],
  ['es', bitcoinInSpanish],
  ['fr', bitcoinInFrench],
  ['pt', bitcoinInPortuguese],
]);

/** English for a language that the app doesn't speak. */
export function bitcoinTexts(language: string): BitcoinMessages {
  return texts.get(language) ?? bitcoinInEnglish;
}
