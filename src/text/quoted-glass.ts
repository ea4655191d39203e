import { part } from './locale/language.ts';
import type { GlassMessages } from './types/glass.ts';

/** What the device says on its glass, in the reader's language: page and terminal say the same beside it. */
export const quotedGlass: GlassMessages = part('glass');
