import { refusalsInEnglish } from './en/refusals.ts';
import { part } from './locale/language.ts';
import type { RefusalMessages } from './types/refusals.ts';

export const refusals: RefusalMessages = part('refusals', refusalsInEnglish);
