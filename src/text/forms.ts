import { part } from './locale/language.ts';
import type { FormsMessages } from './types/forms.ts';

export type { FormKind, FormsMessages } from './types/forms.ts';

export const formsMessages: FormsMessages = part('forms');
