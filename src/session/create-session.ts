/** A device session in motion: what the app, its elements and the terminal program work with. */
import { createEffects, type SessionParts } from './effects.ts';
import type { SessionEvent } from './events.ts';
import { createMachine, type Machine } from './machine.ts';
import { reduce } from './reduce.ts';
import { initialState, type SessionState } from './state.ts';

export interface SessionMachine extends Machine<SessionState, SessionEvent> {
  /** Settles once every device that was let go of is: for a program that ends. */
  closed(): Promise<void>;
}

export function createSession(parts: SessionParts): SessionMachine {
  const effects = createEffects(parts, {
    state: () => machine.state,
    dispatch: (event) => machine.dispatch(event),
  });
  const machine = createMachine({ initial: initialState, reduce, run: effects.run });
  return {
    get state() {
      return machine.state;
    },
    dispatch: (event) => machine.dispatch(event),
    subscribe: (listener) => machine.subscribe(listener),
    closed: () => effects.closed(),
  };
}
