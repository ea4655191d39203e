/**
 * Whether this page may run where it is. Inside another page, that page decides what a person sees of this one; behind
 * another program's service worker, that program decides what this page is made of. Pure but for what is handed in.
 */

export type RefusedPage = 'framed' | 'foreign-worker';

/** The part of `navigator.serviceWorker` that is needed. Absent where the browser has none, or forbids it. */
export interface Workers {
  readonly controller: { readonly scriptURL: string } | null;
  getRegistrations(): Promise<readonly WorkerRegistration[]>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
}

interface WorkerRegistration {
  readonly active: { readonly scriptURL: string } | null;
  readonly waiting: { readonly scriptURL: string } | null;
  readonly installing: { readonly scriptURL: string } | null;
  unregister(): Promise<boolean>;
}

export interface Surroundings {
  /** Another page is around this one. */
  readonly framed: boolean;
  readonly workers: Workers | undefined;
  /** Addresses of this app's own service workers. */
  readonly ownWorkers: readonly string[];
  /** Shows, in place of the page, why it doesn't run. */
  readonly refuse: (refusal: RefusedPage) => void;
}

/** Refuses and returns what was refused; `undefined` where the page may run. Stays on guard after that. */
export function guardPage({ framed, workers, ownWorkers, refuse }: Surroundings): RefusedPage | undefined {
  const isForeign = (worker: { readonly scriptURL: string } | null | undefined): boolean =>
    worker !== null && worker !== undefined && !ownWorkers.includes(worker.scriptURL);
  const check = (): RefusedPage | undefined => {
    const refusal = framed ? 'framed' : isForeign(workers?.controller) ? 'foreign-worker' : undefined;
    if (refusal !== undefined) refuse(refusal);
    return refusal;
  };
  // A worker can also take over a page that is already open.
  workers?.addEventListener('controllerchange', () => {
    check();
    void unregisterForeign(workers, isForeign);
  });
  // One that doesn't control this page yet would control the next.
  if (workers !== undefined) void unregisterForeign(workers, isForeign);
  return check();
}

async function unregisterForeign(
  workers: Workers,
  isForeign: (worker: { readonly scriptURL: string } | null) => boolean,
): Promise<void> {
  try {
    for (const registration of await workers.getRegistrations()) {
      const { active, waiting, installing } = registration;
      if ([active, waiting, installing].some(isForeign)) await registration.unregister();
    }
  } catch {
    // Where site data is blocked there are none.
  }
}
