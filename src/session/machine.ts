/** Anything that is a state, a reducer and effects as data, set in motion. It decides nothing. */

export interface Machine<State, Event> {
  readonly state: State;
  /** Call it inside the click that caused it: a browser shows its device list only then. */
  dispatch(event: Event): void;
  /** Calls `listener` after each change; returns a function that takes it back. */
  subscribe(listener: () => void): () => void;
}

export interface MachineParts<State, Event, Effect> {
  readonly initial: State;
  readonly reduce: (state: State, event: Event) => readonly [State, readonly Effect[]];
  /** Runs one effect; what comes of it is another event. */
  readonly run: (effect: Effect) => void;
}

export function createMachine<State, Event, Effect>({
  initial,
  reduce,
  run,
}: MachineParts<State, Event, Effect>): Machine<State, Event> {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      const [next, effects] = reduce(state, event);
      const changed = next !== state;
      state = next;
      // First the listeners, then the effects: opening the simulator's frame needs the frame to be on its way.
      if (changed) for (const listener of listeners) listener();
      for (const effect of effects) run(effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
