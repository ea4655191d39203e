/** A small static file server for the built site: loopback, GET and HEAD, listed files only. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { cacheHeader, securityHeaders } from './headers.ts';

export const loopback = '127.0.0.1';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface StaticServerOptions {
  /** The folder with the built site. */
  readonly root: string;
  readonly wirePort?: number | undefined;
}

/**
 * Every file of the folder by the path that serves it. A request is looked up here and never becomes a file name,
 * so no path can lead outside. Names that begin with a dot or an underscore are for the host, not for visitors.
 */
async function listFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || /^[._]/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, file).split(sep).join('/')}`, file);
  }
  return files;
}

function requestPath(request: IncomingMessage): string | undefined {
  try {
    const { pathname } = new URL(request.url ?? '/', `http://${loopback}`);
    const path = decodeURIComponent(pathname);
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** A page of another name could otherwise be pointed at this server (DNS rebinding). */
function isLocalName(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

/** Not yet listening. Throws when the folder cannot be read. */
export async function createStaticServer({ root, wirePort }: StaticServerOptions): Promise<Server> {
  const files = await listFiles(root);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = requestPath(request);
    const headers = securityHeaders(path === '/index.html' ? '/' : (path ?? '/'), { wirePort });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isLocalName(request.headers.host)) return refuse(response, 421, 'Open this page as 127.0.0.1.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(response, 405, 'Only GET and HEAD are answered here.');
    }
    const file = path === undefined ? undefined : files.get(path);
    if (path === undefined || file === undefined) return refuse(response, 404, 'There is no such page.');
    const { size } = await stat(file);
    response.writeHead(200, {
      'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'Content-Length': size,
      'Cache-Control': cacheHeader(path),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    // A file that shrinks or vanishes while it is sent ends the connection, which a browser notices.
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 404, 'There is no such page.');
    });
  });
}

/** Listens on loopback at `port` or, when it is taken, at the next free one; 0 means any. Returns the port. */
export async function listenNear(server: Server, port: number, attempts = 20): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    try {
      return await listen(server, candidate);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || candidate - port >= attempts) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
