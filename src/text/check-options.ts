import { part } from './locale/language.ts';
import type { CheckOptionsMessages } from './types/check-options.ts';

export type { CheckOptionsMessages } from './types/check-options.ts';

export const checkOptionsMessages: CheckOptionsMessages = part('checkOptions');
