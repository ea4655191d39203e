import { part } from './locale/language.ts';
import type { RecordsMessages } from './types/records.ts';

export type { RecordsMessages } from './types/records.ts';

export const recordsMessages: RecordsMessages = part('records');
