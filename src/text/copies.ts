import { part } from './locale/language.ts';
import type { CopiesMessages } from './types/copies.ts';

export type { CopiesMessages } from './types/copies.ts';

export const copiesMessages: CopiesMessages = part('copies');
