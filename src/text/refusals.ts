import { refusalsInEnglish } from './en/refusals.ts';
import { part } from './locale/language.ts';
import type { RefusalMessages } from './types/refusals.ts';

/** There before any language is: what is refused may be what keeps one from loading. */
export const refusals: RefusalMessages = part('refusals', refusalsInEnglish);
