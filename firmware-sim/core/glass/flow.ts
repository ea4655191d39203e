/**
 * Flows are generators that yield whenever they wait for the person. `finally` blocks erase and blank, however a
 * flow ends: by itself, stopped (the loop throws `stopRequest` into it) or by power loss (the loop returns it).
 */
import type { CeremonyRequest } from '../../../src/protocol/ceremonies.ts';
import type { Button } from '../board.ts';
import type { AppQuestion } from '../device-state.ts';

export type Input =
  | { readonly kind: 'press'; readonly button: Button; readonly at: number }
  | { readonly kind: 'release'; readonly button: Button; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number }
  /** A host asks for a ceremony; delivered only to a device that waits for one. */
  | { readonly kind: 'start'; readonly request: CeremonyRequest }
  /** A command of the open app waits for the person; delivered as above. */
  | { readonly kind: 'ask'; readonly question: AppQuestion }
  /** A host has opened or closed an app, or the device has locked itself: what is at rest is drawn again. */
  | { readonly kind: 'moved' }
  /** The host took a step of the entropy check; delivered only at stage `entropy`. */
  | { readonly kind: 'candidate'; readonly step: 'mixed' | 'kept' };

export type Flow<Result> = Generator<undefined, Result, Input>;

/** What reaches a device at rest, and no screen. */
export type HostInput = Extract<Input, { kind: 'start' | 'ask' | 'moved' }>;

function isHostInput(input: Input): input is HostInput {
  return input.kind === 'start' || input.kind === 'ask' || input.kind === 'moved';
}

/** What a device at rest shows, until the person is through with it or somebody asks something. */
export function* unlessAsked<Result>(resting: Flow<Result>): Flow<Result | HostInput> {
  let step = resting.next();
  while (step.done !== true) {
    const input = yield;
    if (isHostInput(input)) return input;
    step = resting.next(input);
  }
  return step.value;
}

/** Thrown into a ceremony when the host asks to stop. */
export const stopRequest = { kind: 'stop-request' } as const;
