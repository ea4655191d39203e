/** A new version of the app that waits in its worker, and the person's wish for it. */
import type { AskWorker, Worker } from './page.ts';

/** `none`: nothing waits. `other-pages`: it can't take over, since the app is open elsewhere too. */
export type UpdateState = 'none' | 'ready' | 'other-pages';

export interface UpdateOffer {
  readonly state: UpdateState;
  /** Has it take over, and loads the page again; or says what is in the way. */
  ask(): void;
  subscribe(listener: () => void): () => void;
}

/** What we use of `ServiceWorkerRegistration`, and of the worker that it is installing. */
export interface WorkerRegistration {
  readonly waiting: Worker | null;
  readonly installing: { addEventListener(type: 'statechange', listener: () => void): void } | null;
  addEventListener(type: 'updatefound', listener: () => void): void;
}

export interface UpdateBrowser {
  /** The page has a worker: what is installed now is newer. */
  readonly registration: WorkerRegistration;
  /** Calls once another worker is in control. */
  onTakenOver(listener: () => void): void;
  ask: AskWorker;
  reload(): void;
}

export function createUpdateOffer(): UpdateOffer & { follow(browser: UpdateBrowser): void } {
  const listeners = new Set<() => void>();
  let browser: UpdateBrowser | undefined;
  let state: UpdateState = 'none';
  let asked = false;
  const turn = (next: UpdateState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const look = (): void => turn(browser?.registration.waiting ? 'ready' : 'none');
  return {
    get state() {
      return state;
    },
    ask() {
      const waiting = browser?.registration.waiting;
      if (!browser || !waiting) return look();
      asked = true;
      void browser.ask(waiting, { kind: 'take-over' }).then((takesOver) => {
        asked = takesOver;
        if (!takesOver) turn('other-pages');
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(found) {
      browser = found;
      const { registration } = found;
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', look),
      );
      // This page is of the version before, and would miss what it loads later. Nobody else's wish loads it again.
      found.onTakenOver(() => {
        if (asked) found.reload();
      });
      look();
    },
  };
}
