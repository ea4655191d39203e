/**
 * Security headers of every answer, in one pure table. Used by the development server, the preview, `npm start`,
 * and written into the built site for a host that reads a `_headers` file.
 */

import { workerFile } from '../offline/precache.ts';
import { defaultWirePort } from '../protocol/wire-socket.ts';
import { firstPaintSource } from './first-paint.ts';
import { noInlineSources, type InlineSources } from './inline-page.ts';

/** `development` differs only by what hot reloading needs. */
export type SiteMode = 'production' | 'development';

export interface HeaderOptions {
  /** The wire port of a `firmware-sim` process: the one address that the page may connect to. */
  readonly wirePort?: number | undefined;
  readonly mode?: SiteMode | undefined;
  /** What is inline in the simulator's page (`inlineSources`). Without it, nothing runs there. */
  readonly simulator?: InlineSources | undefined;
  /** Where a development server is, such as `http://127.0.0.1:5173`: the simulator's page loads its modules there. */
  readonly origin?: string | undefined;
}

export type HeaderTable = Readonly<Record<string, string>>;
/** What an answer is: the app, the sandboxed simulator's page, the service worker, or a file that the app may load. */
export type ResourceKind = 'page' | 'simulator' | 'service-worker' | 'asset';

export const simulatorPath = '/simulator.html';
export const workerPath = `/${workerFile}`;
/** Beside the page, since what it names is relative to it. */
export const manifestFile = 'manifest.webmanifest';
export const iconFolder = 'icons';

/** By path. A development server serves single modules, so there everything but a page is an asset. */
export function resourceKind(path: string, mode: SiteMode = 'production'): ResourceKind {
  if (path === simulatorPath) return 'simulator';
  if (path === workerPath) return 'service-worker';
  if (path === `/${manifestFile}` || /^\/(assets|icons)\//.test(path)) return 'asset';
  return mode === 'development' && path !== '/' && !path.endsWith('.html') ? 'asset' : 'page';
}

type Directives = readonly (readonly [name: string, ...values: string[]])[];

function policy(directives: Directives): string {
  return directives.map((directive) => directive.join(' ')).join('; ');
}

const denyAll: Directives = [
  ['default-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
];

function appDirectives(connect: readonly string[]): Directives {
  return [
    ...denyAll,
    ['script-src', "'self'", firstPaintSource],
    ['style-src', "'self'"],
    ['img-src', "'self'", 'data:'],
    ['connect-src', ...connect],
    ['frame-src', "'self'"],
    // The entropy check recomputes in a worker; its policy lets through that one script (`entropy-in-worker.ts`).
    // A service worker is one too, and may be of no other origin anyway; what is registered is let through by a policy of its own.
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'lit-html', 'hostblind-worker', 'hostblind-offline'],
  ];
}

/**
 * A frame that can run its script and draw, and nothing else: no network, no origin, no form, no frame. Its origin is
 * opaque, so `'self'` would match nothing in some browsers: what may run is named by its hash, the scripts of other languages too.
 */
function simulatorDirectives({ scripts, styles }: InlineSources): Directives {
  const named = (sources: readonly string[]): readonly string[] =>
    sources.length === 0 ? ["'none'"] : sources;
  return [
    ...denyAll,
    ['script-src', ...named(scripts)],
    ['style-src', ...named(styles)],
    // Its icon, which is empty.
    ['img-src', 'data:'],
    ['connect-src', "'none'"],
    ['require-trusted-types-for', "'script'"],
    // Lets a handed-over script into an element, where its hash decides whether it runs (`frame-scripts.ts`).
    ['trusted-types', 'hostblind-language'],
  ];
}

/** A development server hands out modules and styles as files. Without its origin, nothing runs. */
function simulatorSources({ mode, origin, simulator = noInlineSources }: HeaderOptions): InlineSources {
  if (mode !== 'development' || origin === undefined) return simulator;
  return { scripts: [origin], styles: [origin] };
}

export function contentSecurityPolicy(kind: ResourceKind, options: HeaderOptions = {}): string {
  const { wirePort = defaultWirePort, mode = 'production' } = options;
  if (kind === 'simulator')
    return policy([
      ...simulatorDirectives(simulatorSources(options)),
      ['sandbox', 'allow-scripts'],
      ['frame-ancestors', "'self'"],
    ]);
  // A file of its own, opened as a document, can do nothing, and a worker can compute. A development server hands out
  // modules one by one, so there a worker has to load the others.
  if (kind === 'asset')
    return policy([
      ['default-src', "'none'"],
      ...(mode === 'development' ? ([['script-src', "'self'"]] as const) : []),
      ['frame-ancestors', "'none'"],
    ]);
  // It fetches what it keeps, from where it came from itself: no other place is open to it.
  if (kind === 'service-worker')
    return policy([
      ['default-src', "'none'"],
      ['connect-src', "'self'"],
      ['frame-ancestors', "'none'"],
    ]);
  const wire = `ws://127.0.0.1:${wirePort}`;
  const connect = mode === 'development' ? [wire, "'self'"] : [wire];
  return policy([...appDirectives(connect), ['frame-ancestors', "'none'"]]);
}

/**
 * The second belt, for a host that sends no headers of ours: written into the built app. Browsers ignore
 * `frame-ancestors` there. Any loopback port, since a built page cannot know the one in use; the header beside it
 * names that one alone.
 */
export function metaContentSecurityPolicy(): string {
  return policy(appDirectives(['ws://127.0.0.1:*']));
}

/** The same belt for the simulator's page. `sandbox` is ignored there too; the frame's own attribute has it. */
export function simulatorMetaPolicy(sources: InlineSources): string {
  return policy(simulatorDirectives(sources));
}

const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  // The page needs no shared memory, and without it its clock is coarse: how long a device takes shows less.
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'window-management',
  'xr-spatial-tracking',
] as const;

function permissionsPolicy(kind: ResourceKind): string {
  const devices = kind === 'page' ? '(self)' : '()';
  const rules = [`hid=${devices}`, `usb=${devices}`, ...denied.map((feature) => `${feature}=()`)];
  return rules.join(', ');
}

/** The headers for a path such as `/` or `/assets/app.js`, without those that concern caching. */
export function securityHeaders(path: string, options: HeaderOptions = {}): HeaderTable {
  const kind = resourceKind(path, options.mode);
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(kind, options),
    'Permissions-Policy': permissionsPolicy(kind),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': kind === 'simulator' ? 'SAMEORIGIN' : 'DENY',
  };
  // Firefox counts a sandboxed frame as one of another origin: under the app's COEP it then needs this to be shown at
  // all. Who may frame it is said by `frame-ancestors`.
  if (kind === 'simulator') return { ...headers, 'Cross-Origin-Resource-Policy': 'cross-origin' };
  // Only a development server's modules are loaded by the simulator's opaque origin, to which they come from elsewhere.
  if (kind === 'asset' && options.mode === 'development')
    return { ...headers, 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };
  return headers;
}

/** Only hashed files may be kept: a page must never run yesterday's code. */
export function cacheHeader(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The kinds of answers there are, by a path of each, as a static host and the service worker have to know them. */
export const headerPaths = [
  '/',
  '/index.html',
  simulatorPath,
  workerPath,
  `/${manifestFile}`,
  `/${iconFolder}/*`,
  '/assets/*',
] as const;

/** For static hosts: one block of headers a path. There TLS is there, so it is made to stay. */
export function headersFile(options: HeaderOptions = {}): string {
  const blocks = headerPaths.map((path) => {
    const headers: HeaderTable = {
      ...securityHeaders(path, options),
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
      'Cache-Control': cacheHeader(path),
    };
    return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
