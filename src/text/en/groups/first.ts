import { appInEnglish, pageInEnglish } from '../app.ts';
import { drawingsInEnglish } from '../drawings/drawings.ts';
import { refusalsInEnglish } from '../refusals.ts';
import type { FirstTexts } from '../../types/catalogue.ts';

export const firstInEnglish: FirstTexts = {
  app: appInEnglish,
  drawings: drawingsInEnglish,
  page: pageInEnglish,
  refusals: refusalsInEnglish,
};
