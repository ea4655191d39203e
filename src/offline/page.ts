/** The page's side of its service worker: has it installed, asks what it holds, and takes up a new version. */
import type { StartTimer } from '../transport/timer.ts';
import { workerFile, type PageMessage } from './precache.ts';

/** Milliseconds that a page waits, before it begins, for a new version to answer; one that was asleep is started first. */
export const aloneTimeout = 2000;
/** Milliseconds for the worker to say whether the page works offline; the page has begun. */
export const worksTimeout = 10_000;
/** Milliseconds for a new version to be in control once the page has asked it to be. */
export const takeOverTimeout = 3000;

type Worker = Pick<ServiceWorker, 'postMessage'>;

/** What we use of `navigator.serviceWorker`. */
export interface WorkerContainer {
  readonly controller: Worker | null;
  getRegistration(): Promise<{ readonly waiting: Worker | null } | undefined>;
  register(address: string): Promise<unknown>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
  removeEventListener(type: 'controllerchange', listener: () => void): void;
}

export interface OfflinePage {
  readonly workers: WorkerContainer;
  /** The address of the page's own script: which version of the app this is. */
  readonly script: string;
  readonly after: StartTimer;
}

/** Trusted Types, as far as they are used here; not every browser has them, and TypeScript's library does not. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The policy's name stands in the page's headers (`src/site/headers.ts`); it lets through this one script. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'hostblind-offline',
  {
    createScriptURL(address) {
      if (address !== `./${workerFile}`) throw new TypeError('only the worker of this app may be registered');
      return address;
    },
  },
);

function ask(
  worker: Worker,
  message: PageMessage,
  { after }: OfflinePage,
  timeout: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const settle = (answer: boolean): void => {
      stopTimer();
      port1.close();
      resolve(answer);
    };
    const stopTimer = after(timeout, () => settle(false));
    port1.onmessage = ({ data }: MessageEvent<unknown>) => settle(data === true);
    worker.postMessage(message, [port2]);
  });
}

/** Whether all that the page may load comes from its worker. */
export async function worksOffline(page: OfflinePage): Promise<boolean> {
  const { controller } = page.workers;
  return controller !== null && ask(controller, { kind: 'works', script: page.script }, page, worksTimeout);
}

/** Whether another worker is in control within the time. */
function controllerChanges(workers: WorkerContainer, after: StartTimer): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (changed: boolean): void => {
      stopTimer();
      workers.removeEventListener('controllerchange', onChange);
      resolve(changed);
    };
    const onChange = (): void => settle(true);
    const stopTimer = after(takeOverTimeout, () => settle(false));
    workers.addEventListener('controllerchange', onChange);
  });
}

/**
 * For a page under its worker, before it begins. A version that waits is taken up when no other page of the app is open: then the page
 * loads again, and this never settles.
 */
export async function settleVersion(page: OfflinePage, reload: () => void): Promise<void> {
  const { workers, after } = page;
  const waiting = (await workers.getRegistration())?.waiting;
  if (waiting === null || waiting === undefined) return;
  if (!(await ask(waiting, { kind: 'alone' }, page, aloneTimeout))) return;
  const changed = controllerChanges(workers, after);
  const message: PageMessage = { kind: 'take-over' };
  waiting.postMessage(message);
  if (!(await changed)) return;
  reload();
  await new Promise(() => {});
}

/** For a page without a worker, after it has begun. Settles when one is in control. */
export async function installWorker({ workers }: OfflinePage): Promise<void> {
  const controlled = new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', resolve);
  });
  const address = `./${workerFile}`;
  await workers.register(policy?.createScriptURL(address) ?? address);
  if (workers.controller === null) await controlled;
}
