/** The script of the service worker: the browser's events, handed to `worker.ts`. The build puts `precache` before it. */
import { isPageMessage, type Precache } from './precache.ts';
import { createWorker, type WorkerScope } from './worker.ts';

declare const precache: Precache;

/** TypeScript's library has the global scope of a page or of a worker, not both. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Receiving extends Lasting {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface ServiceWorkerScope extends Omit<WorkerScope, 'scope' | 'digest'> {
  readonly crypto: Crypto;
  readonly registration: { readonly scope: string };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Receiving) => void): void;
}

const self = globalThis as unknown as ServiceWorkerScope;
const worker = createWorker(
  {
    scope: self.registration.scope,
    caches: self.caches,
    clients: self.clients,
    fetch: (asked, options) => self.fetch(asked, options),
    digest: (bytes) => self.crypto.subtle.digest('SHA-256', bytes),
    skipWaiting: () => self.skipWaiting(),
  },
  precache,
);

self.addEventListener('install', (event) => event.waitUntil(worker.install()));
self.addEventListener('activate', (event) => event.waitUntil(worker.activate()));
self.addEventListener('fetch', (event) => {
  const answer = worker.answer(event.request);
  if (answer !== undefined) event.respondWith(answer);
});
self.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (!isPageMessage(data)) return;
  event.waitUntil(worker.receive(data).then((answer) => ports[0]?.postMessage(answer)));
});
