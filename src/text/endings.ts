import { part } from './locale/language.ts';
import type { EndingsMessages } from './types/endings.ts';

export type { EndingsMessages } from './types/endings.ts';

export const endings: EndingsMessages = part('endings');
