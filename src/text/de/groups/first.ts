import { appInGerman, pageInGerman } from '../app.ts';
import { drawingsInGerman } from '../drawings/drawings.ts';
import { refusalsInGerman } from '../refusals.ts';
import type { FirstTexts } from '../../types/catalogue.ts';

export const firstInGerman: FirstTexts = {
  app: appInGerman,
  drawings: drawingsInGerman,
  page: pageInGerman,
  refusals: refusalsInGerman,
};
