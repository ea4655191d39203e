import { appInPortuguese, pageInPortuguese } from '../app.ts';
import { drawingsInPortuguese } from '../drawings/drawings.ts';
import { refusalsInPortuguese } from '../refusals.ts';
import type { FirstTexts } from '../../types/catalogue.ts';

export const firstInPortuguese: FirstTexts = {
  app: appInPortuguese,
  drawings: drawingsInPortuguese,
  page: pageInPortuguese,
  refusals: refusalsInPortuguese,
};
