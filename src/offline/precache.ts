/** What the build hands to the service worker, and what the page knows of it: pure, for all three. */

/** Beside the page. A name of its own: under a common one, another project's worker would pass for ours. */
export const workerFile = 'hostblind-offline.js';

export interface Precache {
  /** A hash of all that is kept, of its headers and of the worker itself. */
  readonly version: string;
  /** Paths below the app's folder, in their order. The page itself is `''`. */
  readonly files: readonly string[];
  /** What they hold, in one hash: SHA-256 of their SHA-256s in that order, in base64. One for each would be half of the script. */
  readonly content: string;
  /** Which of the files is the simulator's page. */
  readonly simulator: string;
}

/** What the page asks the worker, answered with a boolean by the port that comes with it. */
export type PageMessage =
  /** Does the page whose script this is work without a network? */
  | { readonly kind: 'works'; readonly script: string }
  /** Take the place of the version before, and say whether you do. */
  | { readonly kind: 'take-over' };

export function isPageMessage(data: unknown): data is PageMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  const { kind, script } = data as { readonly kind: unknown; readonly script?: unknown };
  return kind === 'take-over' || (kind === 'works' && typeof script === 'string');
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}

/** The kept file that a request is answered with; `undefined` for what is left to the network. `scope` ends in `/`. */
export function fileFor(
  { method, url, mode }: Asked,
  scope: string,
  { files }: Pick<Precache, 'files'>,
): string | undefined {
  if (method !== 'GET' || !url.startsWith(scope)) return undefined;
  const [path = '', search] = (url.slice(scope.length).split('#')[0] ?? '').split('?');
  const file = path === 'index.html' ? '' : path;
  // Only the page's address carries anything: a simulator's port.
  if (search !== undefined && !(file === '' && mode === 'navigate')) return undefined;
  return files.includes(file) ? file : undefined;
}

const cachesOf = (scope: string): string => `hostblind-offline ${scope} `;

export function cacheName(scope: string, { version }: Pick<Precache, 'version'>): string {
  return `${cachesOf(scope)}${version}`;
}

/** Of the origin's caches, those of this app's other versions. Another app's, or a copy's in another folder, is never among them. */
export function staleCaches(
  names: readonly string[],
  scope: string,
  precache: Pick<Precache, 'version'>,
): string[] {
  const current = cacheName(scope, precache);
  return names.filter((name) => name.startsWith(cachesOf(scope)) && name !== current);
}

/**
 * Whether a content security policy, by itself, gives its document an origin of its own. `policy` is a header's value: any one of
 * several policies is enough, and in each the first directive of a name counts.
 */
export function isolates(policy: string | null): boolean {
  return (policy ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.split(';').map((directive) => directive.trim().split(/\s+/)))
    .some((directives) => {
      const sandbox = directives.find(([name]) => name === 'sandbox');
      return sandbox !== undefined && !sandbox.includes('allow-same-origin');
    });
}
