/** What a person reads about an error: what happened, and what to do now. */
import type { ErrorCode } from '../../protocol/errors.ts';

/** `todo` is empty where there is nothing to do. */
export type ErrorMessages = Readonly<Record<ErrorCode, { readonly when: string; readonly todo: string }>>;
