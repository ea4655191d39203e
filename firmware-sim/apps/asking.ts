/** What the glass says around an app's questions, in each language. Another language is a line here. */
import { askingInEnglish } from '../../src/text/en/apps/asking.ts';
import { askingInFrench } from '../../src/text/fr/apps/asking.ts';
import { askingInGerman } from '../../src/text/de/apps/asking.ts';
import { askingInPortuguese } from '../../src/text/pt/apps/asking.ts';
import { askingInSpanish } from '../../src/text/es/apps/asking.ts';
import type { AskingMessages } from '../../src/text/types/apps/asking.ts';

const catalogues: ReadonlyMap<string, AskingMessages> = new Map([
  ['de', askingInGerman],
  ['es', askingInSpanish],
  ['fr', askingInFrench],
  ['pt', askingInPortuguese],
]);

export function askingIn(language: string): AskingMessages {
  return catalogues.get(language) ?? askingInEnglish;
}
