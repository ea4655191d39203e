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
  /** The addresses that the worker controls begin with this one. */
  readonly scope: string;
  readonly active: { readonly scriptURL: string } | null;
  readonly waiting: { readonly scriptURL: string } | null;
  readonly installing: { readonly scriptURL: string } | null;
  unregister(): Promise<boolean>;
}

export interface OwnWorker {
  readonly scriptURL: string;
  readonly scope: string;
}

export interface Surroundings {
  /** Another page is around this one. */
  readonly framed: boolean;
  readonly workers: Workers | undefined;
  /** This app's own service worker. Its script is what the site sends at this address, whatever it was before: `docs/threat-model.md`. */
  readonly ownWorker: OwnWorker | undefined;
  /** Shows, in place of the page, why it doesn't run. */
  readonly refuse: (refusal: RefusedPage) => void;
}

/** Refuses and returns what was refused; `undefined` where the page may run. Stays on guard after that. */
export function guardPage({ framed, workers, ownWorker, refuse }: Surroundings): RefusedPage | undefined {
  const isForeign = (worker: { readonly scriptURL: string } | null | undefined): boolean =>
    worker !== null && worker !== undefined && worker.scriptURL !== ownWorker?.scriptURL;
  const isForeignRegistration = ({ active, waiting, installing, scope }: WorkerRegistration): boolean =>
    [active, waiting, installing].some(isForeign) || scope !== ownWorker?.scope;
  const check = (): RefusedPage | undefined => {
    const refusal = framed ? 'framed' : isForeign(workers?.controller) ? 'foreign-worker' : undefined;
    if (refusal !== undefined) refuse(refusal);
    return refusal;
  };
  // A worker can also take over a page that is already open.
  workers?.addEventListener('controllerchange', () => {
    check();
    void unregister(workers, isForeignRegistration);
  });
  // One that doesn't control this page yet would control the next.
  if (workers !== undefined) void unregister(workers, isForeignRegistration);
  return check();
}

async function unregister(
  workers: Workers,
  isForeign: (registration: WorkerRegistration) => boolean,
): Promise<void> {
  try {
    for (const registration of await workers.getRegistrations()) {
      if (isForeign(registration)) await registration.unregister();
    }
  } catch {
    // Where site data is blocked there are none.
  }
}
