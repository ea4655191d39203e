import { part } from './locale/language.ts';
import type { Explanations } from './types/explanations.ts';

export type { Explanations } from './types/explanations.ts';

export const explanations: Explanations = part('explanations');
