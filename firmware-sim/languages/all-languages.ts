/**
 * What the glass of a simulator can be read in beside English. Another language is a folder in `src/text`, and a line here.
 */
import { glassInGerman } from '../../src/text/de/glass.ts';
import { glassInSpanish } from '../../src/text/es/glass.ts';
import { glassInFrench } from '../../src/text/fr/glass.ts';
import { glassInPortuguese } from '../../src/text/pt/glass.ts';
import type { GlassMessages } from '../../src/text/types/glass.ts';
import type { GlassLanguages } from '../core/board.ts';
import { accents } from '../core/glass/font/accents.generated.ts';
import { addAccents } from '../core/glass/font/font.ts';

addAccents(accents);

const catalogues: ReadonlyMap<string, GlassMessages> = new Map([
  ['de', glassInGerman],
  ['es', glassInSpanish],
  ['fr', glassInFrench],
  ['pt', glassInPortuguese],
]);

export const allLanguages: GlassLanguages = {
  tags: [...catalogues.keys()],
  text: (tag) => catalogues.get(tag),
};
