import { appInSpanish, pageInSpanish } from '../app.ts';
import { drawingsInSpanish } from '../drawings/drawings.ts';
import { refusalsInSpanish } from '../refusals.ts';
import type { FirstTexts } from '../../types/catalogue.ts';

export const firstInSpanish: FirstTexts = {
  app: appInSpanish,
  drawings: drawingsInSpanish,
  page: pageInSpanish,
  refusals: refusalsInSpanish,
};
