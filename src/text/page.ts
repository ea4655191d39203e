import { part } from './locale/language.ts';
import type { PageMessages } from './types/app.ts';

export const pageText: PageMessages = part('page');
