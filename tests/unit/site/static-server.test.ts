import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../../src/site/headers.ts';
import { createStaticServer, listenNear, loopback } from '../../../src/site/static-server.ts';

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hostblind-site-'));
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>app');
  writeFileSync(join(root, 'simulator.html'), '<!doctype html>simulator');
  writeFileSync(join(root, 'assets/app.js'), 'export {};');
  writeFileSync(join(root, '_headers'), 'for the host');
  writeFileSync(join(root, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  server = await createStaticServer({ root, wirePort: 4321 });
  port = await listenNear(server, 0);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** By `node:http`, which sends the path as it is: `fetch` would tidy it up before it reaches the server. */
function get(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { method = 'GET', host = `${loopback}:${port}` } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ host: loopback, port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('createStaticServer', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>app'],
    ['/index.html?process=4321', 'text/html; charset=utf-8', '<!doctype html>app'],
    ['/simulator.html', 'text/html; charset=utf-8', '<!doctype html>simulator'],
    ['/assets/app.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('serves %s as %s', async (path, type, content) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(body).toBe(content);
  });

  it.each(['/', '/simulator.html', '/assets/app.js', '/nowhere'])(
    'sends every security header with %s',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(securityHeaders(path, { wirePort: 4321 })))
        expect(headers[name.toLowerCase()]).toBe(value);
    },
  );

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/.hidden',
    '/_headers',
  ])('has no page at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toBe('There is no such page.\n');
  });

  it('answers HEAD without a body, and no other method', async () => {
    expect(await get('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    const refused = await get('/', { method: 'POST' });
    expect(refused.status).toBe(405);
    expect(refused.headers.allow).toBe('GET, HEAD');
  });

  it('answers to local names only, so that no other site can borrow it', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
    expect((await get('/', { host: `localhost:${port}` })).status).toBe(200);
  });
});

describe('listenNear', () => {
  it('takes the next free port when the first is taken', async () => {
    const taken = createServer();
    const first = await listenNear(taken, 0);
    const second = createServer();
    const found = await listenNear(second, first);
    expect(found).toBeGreaterThan(first);
    taken.close();
    second.close();
  });

  it('gives up after as many attempts as it is told', async () => {
    const taken = createServer();
    const used = await listenNear(taken, 0);
    await expect(listenNear(createServer(), used, 0)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    taken.close();
  });
});
