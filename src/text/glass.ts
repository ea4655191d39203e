import { glassInEnglish } from './en/glass.ts';
import { part } from './locale/language.ts';
import type { GlassMessages } from './types/glass.ts';

export type { GlassMessages } from './types/glass.ts';

export const glassText: GlassMessages = part('glass', glassInEnglish);
