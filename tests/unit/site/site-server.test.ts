import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFiles } from '../../../src/site/compress.ts';
import { securityHeaders } from '../../../src/site/headers.ts';
import { loopback } from '../../../src/site/ports.ts';
import { createSiteServer, listenOn } from '../../../src/site/site-server.ts';

const big = 'export const words = 24;\n'.repeat(200);
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
  writeFileSync(join(root, 'assets/big.js'), big);
  writeFileSync(join(root, 'hostblind-offline.js'), 'const precache={"version":"0a1b"};\n');
  await compressFiles([join(root, 'assets/big.js'), join(root, 'assets/app.js'), join(root, 'index.html')]);
  writeFileSync(join(root, '_headers'), 'for the host');
  writeFileSync(join(root, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  server = await createSiteServer({ root, wirePort: 4321 });
  port = await listenOn(server, 0);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly 'accept-encoding'?: string;
  readonly 'if-none-match'?: string;
  readonly range?: string;
}

/** By `node:http`, which sends the path as it is: `fetch` would tidy it up before it reaches the server. */
function get(path: string, options: Asked = {}): Promise<Answer> {
  const { method = 'GET', host = `${loopback}:${port}`, ...headers } = options;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: loopback, port, path, method, headers: { host, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode, headers: response.headers, bytes, body: bytes.toString() });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('createSiteServer', () => {
  it.each([
    ['/', 'text/html;charset=utf-8', '<!doctype html>app'],
    ['/index.html?process=4321', 'text/html;charset=utf-8', '<!doctype html>app'],
    ['/simulator.html', 'text/html;charset=utf-8', '<!doctype html>simulator'],
    ['/assets/app.js', 'text/javascript', 'export {};'],
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

  it('serves the service worker under a version that its own headers are part of', async () => {
    const { status, headers, body } = await get('/hostblind-offline.js?1');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/javascript',
      'no-cache',
    ]);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    );
    expect(body).toMatch(/^const precache=\{"version":"0a1b-[0-9a-f]{16}"\};\n$/);
    const head = await get('/hostblind-offline.js', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00',
    '/%',
    '//etc/passwd',
    '/index.html/',
    '/index',
    '/simulator',
    '/%69ndex.html',
    '/assets/big.js.br',
    '/assets/big.js.gz',
    '/%5fheaders',
    'http://127.0.0.1/index.html',
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

describe('compressed', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)(
    '%s is compressed for any client that accepts it, with the same headers',
    async (coding, unpack) => {
      const { status, headers, bytes } = await get('/assets/big.js', { 'accept-encoding': coding });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([200, coding, 'Accept-Encoding']);
      expect(headers['content-type']).toBe('text/javascript');
      expect(bytes.length).toBeLessThan(big.length / 10);
      expect(unpack(bytes).toString()).toBe(big);
      for (const [name, value] of Object.entries(securityHeaders('/assets/big.js')))
        expect(headers[name.toLowerCase()]).toBe(value);
    },
  );

  it('is sent to nobody who does not ask for it, and is no file that would grow', async () => {
    expect((await get('/assets/big.js')).headers['content-encoding']).toBeUndefined();
    const small = await get('/assets/app.js', { 'accept-encoding': 'gzip, br' });
    expect([small.body, small.headers['content-encoding']]).toEqual(['export {};', undefined]);
  });
});

describe('what a browser asks for again', () => {
  it('is not sent twice while it is the same', async () => {
    const first = await get('/');
    const { etag } = first.headers;
    const again = await get('/', { 'if-none-match': etag ?? 'none' });
    expect([again.status, again.body]).toEqual([304, '']);
    expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
    expect((await get('/', { 'if-none-match': 'W/"another"' })).status).toBe(200);
  });

  it('is kept as long as its name is of its content, and otherwise asked for', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/big.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/assets/none.js')).headers['cache-control']).toBeUndefined();
  });

  it('comes in part on request', async () => {
    const part = await get('/assets/big.js', { range: 'bytes=7-11' });
    expect([part.status, part.body]).toEqual([206, 'const']);
    expect(part.headers['content-range']).toBe(`bytes 7-11/${big.length}`);
    const beyond = await get('/assets/big.js', { range: `bytes=${big.length}-` });
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${big.length}`]);
  });
});

describe('listenOn', () => {
  it('takes the port that it is told, and no other when that is taken', async () => {
    const taken = createServer();
    const first = await listenOn(taken, 0);
    const second = createServer();
    await expect(listenOn(second, first)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(second.listening).toBe(false);
    taken.close();
  });
});
