/**
 * Flows are generators that yield whenever they wait for the person. `finally` blocks erase and blank, however a
 * flow ends: by itself, stopped (the loop throws `stopRequest` into it) or by power loss (the loop returns it).
 */
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Button } from '../board.ts';

export type Input =
  | { readonly kind: 'press'; readonly button: Button; readonly at: number }
  | { readonly kind: 'release'; readonly button: Button; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number }
  /** A host asks for a ceremony; delivered only to a device that waits for one. */
  | { readonly kind: 'start'; readonly request: CeremonyRequest }
  /** The host took a step of the entropy check; delivered only at stage `entropy`. */
  | { readonly kind: 'candidate'; readonly step: 'mixed' | 'kept' };

export type Flow<Result> = Generator<undefined, Result, Input>;

/** Thrown into a ceremony when the host asks to stop. */
export const stopRequest = { kind: 'stop-request' } as const;
