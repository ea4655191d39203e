import type { CeremonyEvent } from '../../src/ceremony/events.ts';
import type { CeremonyState } from '../../src/ceremony/state.ts';
import type { AppCeremony } from '../../src/ui/hb-app.ts';

export interface FakeCeremony extends AppCeremony {
  readonly requests: CeremonyEvent[];
  readonly listeners: number;
  show(state: CeremonyState): void;
}

/** Shows the states that a test gives it, and notes what the page asks for. */
export function fakeCeremony(initial: CeremonyState): FakeCeremony {
  let state = initial;
  const listeners = new Set<() => void>();
  const requests: CeremonyEvent[] = [];
  return {
    get state() {
      return state;
    },
    get listeners() {
      return listeners.size;
    },
    requests,
    dispatch: (event) => void requests.push(event),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
