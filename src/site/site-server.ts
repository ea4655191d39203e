/** The built site on loopback: GET and HEAD, listed files only, each with its headers, compressed where the build did. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { cacheHeader, securityHeaders, type HeaderOptions, simulatorPath, workerPath } from './headers.ts';
import { inlineSources } from './inline-page.ts';
import { readWorker } from './offline-worker.ts';
import { loopback } from './ports.ts';

export interface SiteServerOptions {
  /** The folder with the built site. What is in it when the server is made is what is served. */
  readonly root: string;
  readonly wirePort?: number | undefined;
}

/**
 * The names that a build gives to its files. Everything else has no page: other spellings of a path, what begins with a
 * dot or an underscore (that is for the host), and the compressed files by their own names.
 */
const fileName = /^\/(?:[A-Za-z0-9][\w.-]*\/)*[A-Za-z0-9][\w.-]*$/;
const compressed = /\.(?:br|gz)$/;

function requestPath(url: string): string | undefined {
  const [path = ''] = url.split('?');
  if (path === '/') return '/index.html';
  return fileName.test(path) && !compressed.test(path) ? path : undefined;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** A page of another name could otherwise be pointed at this server (DNS rebinding). */
function isLocalName(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

async function simulatorSources(root: string) {
  try {
    return inlineSources(await readFile(join(root, simulatorPath), 'utf8'));
  } catch {
    return undefined;
  }
}

/** In a folder without one there is none to serve. */
async function workerFor(root: string, options: HeaderOptions): Promise<string | undefined> {
  try {
    return await readWorker(root, options);
  } catch {
    return undefined;
  }
}

/** Not yet listening. Throws when the folder cannot be read. */
export async function createSiteServer({ root, wirePort }: SiteServerOptions): Promise<Server> {
  const simulator = await simulatorSources(root);
  const worker = await workerFor(root, { wirePort, simulator });
  // Without extensions to try: a page has one address, whose headers are its own.
  const serve = sirv(root, { etag: true, brotli: true, gzip: true, extensions: [] });
  return createServer((request, response) => {
    const path = requestPath(request.url ?? '/');
    const headers = securityHeaders(path === '/index.html' ? '/' : (path ?? '/'), { wirePort, simulator });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isLocalName(request.headers.host)) return refuse(response, 421, 'Open this page as 127.0.0.1.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD are answered here.');
    }
    const missing = (): void => {
      response.removeHeader('Cache-Control');
      refuse(response, 404, 'There is no such page.');
    };
    if (path === undefined) return missing();
    response.setHeader('Cache-Control', cacheHeader(path));
    if (path === workerPath && worker !== undefined) {
      response.setHeader('Content-Type', 'text/javascript');
      return response.end(request.method === 'HEAD' ? undefined : worker);
    }
    request.url = path;
    serve(request, response, missing);
  });
}

/** Listens on loopback at `port` alone; 0 means any. Returns the port. Rejects when it is taken. */
export function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
