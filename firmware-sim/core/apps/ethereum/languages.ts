/** What this app says, in the languages that the glass is read in. */
import { ethereumInGerman } from '../../../../src/text/de/apps/ethereum.ts';
import { typedDataInGerman } from '../../../../src/text/de/apps/typed-data.ts';
import { ethereumInEnglish } from '../../../../src/text/en/apps/ethereum.ts';
import { typedDataInEnglish } from '../../../../src/text/en/apps/typed-data.ts';
import { ethereumInSpanish } from '../../../../src/text/es/apps/ethereum.ts';
import { typedDataInSpanish } from '../../../../src/text/es/apps/typed-data.ts';
import { ethereumInFrench } from '../../../../src/text/fr/apps/ethereum.ts';
import { typedDataInFrench } from '../../../../src/text/fr/apps/typed-data.ts';
import { ethereumInPortuguese } from '../../../../src/text/pt/apps/ethereum.ts';
import { typedDataInPortuguese } from '../../../../src/text/pt/apps/typed-data.ts';
import type { EthereumMessages } from '../../../../src/text/types/apps/ethereum.ts';
import type { TypedDataText } from '../../../../src/text/types/apps/typed-data.ts';

const texts: ReadonlyMap<string, EthereumMessages> = new Map([
  ['de', ethereumInGerman],
  ['es', ethereumInSpanish],
  ['fr', ethereumInFrench],
  ['pt', ethereumInPortuguese],
]);

/** English for a language that the app doesn't speak. */
export function ethereumTexts(language: string): EthereumMessages {
  return texts.get(language) ?? ethereumInEnglish;
}

const typedData: ReadonlyMap<string, TypedDataText> = new Map([
  ['de', typedDataInGerman],
  ['es', typedDataInSpanish],
  ['fr', typedDataInFrench],
  ['pt', typedDataInPortuguese],
]);

/** The same of typed data. */
export function typedDataTexts(language: string): TypedDataText {
  return typedData.get(language) ?? typedDataInEnglish;
}
