import { part } from './locale/language.ts';
import type { Messages } from './types/app.ts';

export type { NoticeText, Messages } from './types/app.ts';

export const messages: Messages = part('app');
