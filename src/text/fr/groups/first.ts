import { appInFrench, pageInFrench } from '../app.ts';
import { drawingsInFrench } from '../drawings/drawings.ts';
import { refusalsInFrench } from '../refusals.ts';
import type { FirstTexts } from '../../types/catalogue.ts';

export const firstInFrench: FirstTexts = {
  app: appInFrench,
  drawings: drawingsInFrench,
  page: pageInFrench,
  refusals: refusalsInFrench,
};
