/** The page's side of its service worker: has it installed, and asks what it holds. */
import type { StartTimer } from '../transport/timer.ts';
import { workerFile, type PageMessage } from './precache.ts';
import type { WorkerRegistration } from './update.ts';

/** Milliseconds for the worker to answer; the page has begun. */
export const answerTimeout = 10_000;

export type Worker = Pick<ServiceWorker, 'postMessage'>;

/** False also where no answer comes. */
export type AskWorker = (worker: Worker, message: PageMessage) => Promise<boolean>;

/** What we use of `navigator.serviceWorker`. */
export interface WorkerContainer {
  readonly controller: Worker | null;
  register(address: string): Promise<unknown>;
  getRegistration(): Promise<WorkerRegistration | undefined>;
  addEventListener(type: 'controllerchange', listener: () => void): void;
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

export function askWorker(
  worker: Worker,
  message: PageMessage,
  { after }: Pick<OfflinePage, 'after'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const settle = (answer: boolean): void => {
      stopTimer();
      port1.close();
      resolve(answer);
    };
    const stopTimer = after(answerTimeout, () => settle(false));
    port1.onmessage = ({ data }: MessageEvent<unknown>) => settle(data === true);
    worker.postMessage(message, [port2]);
  });
}

/** Whether all that the page may load comes from its worker. */
export async function worksOffline(page: OfflinePage): Promise<boolean> {
  const { controller } = page.workers;
  return controller !== null && askWorker(controller, { kind: 'works', script: page.script }, page);
}

/** Settles when a worker is in control. Where one is already, the browser itself looks for a newer one. */
export async function installWorker({ workers }: OfflinePage): Promise<void> {
  if (workers.controller !== null) return;
  const controlled = new Promise<void>((resolve) => {
    workers.addEventListener('controllerchange', resolve);
  });
  const address = `./${workerFile}`;
  await workers.register(policy?.createScriptURL(address) ?? address);
  await controlled;
}
