import { part } from './locale/language.ts';
import type { ErrorMessages } from './types/errors.ts';

export type { ErrorMessages } from './types/errors.ts';

export const errorMessages: ErrorMessages = part('errors');
