/**
 * The service worker, with its browser handed in: keeps the whole site, whole, and answers with it. It asks no other origin, keeps
 * nothing else and touches no cache but its own. It takes no other version's place while a page of that is open: the browser lets
 * it wait until the last one is closed, or a person asks for it in the only one.
 */
import {
  cacheName,
  fileFor,
  isolates,
  staleCaches,
  type Asked,
  type PageMessage,
  type Precache,
} from './precache.ts';

/** What we use of the worker's global scope. */
export interface WorkerScope {
  /** The folder of the app, as an address that ends in `/`. */
  readonly scope: string;
  readonly caches: Pick<CacheStorage, 'open' | 'has' | 'delete' | 'keys' | 'match'>;
  fetch(asked: string | Request, options?: RequestInit): Promise<Response>;
  readonly clients: {
    claim(): Promise<void>;
    /** Of the whole origin, other apps' pages too. */
    matchAll(options: ClientQueryOptions): Promise<readonly { readonly url: string }[]>;
  };
  /** SHA-256. */
  digest(bytes: BufferSource): Promise<ArrayBuffer>;
  skipWaiting(): Promise<void>;
}

/** TypeScript's library has it for workers only. */
interface ClientQueryOptions {
  readonly type: 'window';
  readonly includeUncontrolled: boolean;
}

type Fetched = readonly [path: string, response: Response];

export interface OfflineWorker {
  /** Rejects when a file isn't what was built, or can't be kept. Then the version before stays. */
  install(): Promise<void>;
  activate(): Promise<void>;
  /** `undefined` for what is left to the network. */
  answer(request: Asked & Request): Promise<Response> | undefined;
  /** The answer to a page. */
  receive(message: PageMessage): Promise<boolean>;
}

export function createWorker(browser: WorkerScope, precache: Precache): OfflineWorker {
  const { scope, caches, clients } = browser;
  const name = cacheName(scope, precache);
  const { files } = precache;

  /** With the headers that came with it. Past the browser's own cache, whose headers may be older than the server's. */
  const get = async (path: string): Promise<Fetched> => {
    const response = await browser.fetch(scope + path, { cache: 'reload', redirect: 'error' });
    if (!response.ok) throw new TypeError(`${path} is not there`);
    return [path, response];
  };

  /** As `Precache.content` says it. */
  const contentOf = async (fetched: readonly Fetched[]): Promise<string> => {
    const hashes = await Promise.all(
      fetched.map(async ([, response]) => browser.digest(await response.clone().arrayBuffer())),
    );
    const whole = await new Blob(hashes).arrayBuffer();
    return btoa(String.fromCharCode(...new Uint8Array(await browser.digest(whole))));
  };

  const kept = (path: string): Promise<Response | undefined> =>
    // The server compresses as a browser asks; what is kept is unpacked.
    caches.match(scope + path, { cacheName: name, ignoreVary: true });

  const isComplete = async (): Promise<boolean> => {
    if (!(await caches.has(name))) return false;
    const found = (await (await caches.open(name)).keys()).map(({ url }) => url);
    return files.every((path) => found.includes(scope + path));
  };

  /** A page of another version would miss what it loads later. */
  const works = async (script: string): Promise<boolean> =>
    script.startsWith(scope) &&
    files.includes(script.slice(scope.length)) &&
    (await isComplete()) &&
    isolates((await kept(precache.simulator))?.headers.get('Content-Security-Policy') ?? null);

  /** With two pages open, the other one would miss what it loads later. */
  const takeOver = async (): Promise<boolean> => {
    const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.filter(({ url }) => url.startsWith(scope)).length > 1) return false;
    await browser.skipWaiting();
    return true;
  };

  return {
    async install() {
      // The same version may be in use already, when what a server sends went back to it.
      const inUse = await caches.has(name);
      try {
        const fetched = await Promise.all(files.map(get));
        if ((await contentOf(fetched)) !== precache.content) throw new TypeError('this site is not as built');
        const cache = await caches.open(name);
        await Promise.all(fetched.map(([path, response]) => cache.put(scope + path, response)));
      } catch (error) {
        if (!inUse) await caches.delete(name);
        throw error;
      }
    },
    async activate() {
      const stale = staleCaches(await caches.keys(), scope, precache);
      await Promise.all(stale.map((one) => caches.delete(one)));
      await clients.claim();
    },
    answer(request) {
      const path = fileFor(request, scope, precache);
      // A browser that is short of room may have dropped it.
      return path === undefined
        ? undefined
        : kept(path).then((response) => response ?? browser.fetch(request));
    },
    receive: (message) => (message.kind === 'works' ? works(message.script) : takeOver()),
  };
}
