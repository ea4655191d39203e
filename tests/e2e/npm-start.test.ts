/** `npm start` as a process, after its build: what it serves, how it ends, and what it says when it can't begin. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/site/headers.ts';
import { inlineSources } from '../../src/site/inline-page.ts';
import { loopback, sitePort } from '../../src/site/ports.ts';
import { listenOn } from '../../src/site/site-server.ts';

const root = resolve(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  /** Resolves with the address once it is printed, and rejects if the process ends before. */
  readonly address: Promise<string>;
  readonly ended: Promise<{ code: number | null; output: string; errors: string }>;
}

/** What stands behind the build in the `start` script. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Run {
  const [build, serve = ''] = (scripts['start'] ?? '').split(' && ');
  expect(build).toBe('npm run --silent build');
  const [command, ...own] = serve.split(' ');
  expect(command).toBe('node');
  const child = spawn(process.execPath, [...own, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [output, errors] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((done) => {
    child.once('close', (code) => {
      running.delete(child);
      done({ code, output, errors });
    });
  });
  const address = new Promise<string>((found, missed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, url] = /at (http:\S+) \(/.exec(output) ?? [];
      if (url !== undefined) found(url);
    });
    void ended.then(() => missed(new Error(`ended before it said where it is: ${errors}`)));
  });
  address.catch(() => {});
  return { child, address, ended };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** By `node:http`, which leaves a body as it was sent. */
function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((found, missed) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        found({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', missed)
      .end();
  });
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('npm start', () => {
  it('serves the built page with its policy, compressed, until Ctrl-C', async () => {
    const { child, address, ended } = start(['--port', '0']);
    const url = await address;
    const built = readFileSync(resolve(root, 'dist/index.html'));
    const simulator = inlineSources(readFileSync(resolve(root, 'dist/simulator.html'), 'utf8'));
    const plain = await get(url);
    expect(plain.status).toBe(200);
    expect(sha256(plain.body)).toBe(sha256(built));
    for (const path of ['/', '/simulator.html', '/nothing'])
      expect((await get(new URL(path, url).href)).headers).toMatchObject(
        Object.fromEntries(
          Object.entries(securityHeaders(path, { simulator })).map(([name, value]) => [
            name.toLowerCase(),
            value,
          ]),
        ),
      );
    for (const [coding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await get(url, { 'Accept-Encoding': coding });
      expect(packed.headers['content-encoding']).toBe(coding);
      expect(packed.headers['content-security-policy']).toBe(plain.headers['content-security-policy']);
      expect(packed.body.length).toBeLessThan(built.length);
      expect(sha256(unpack(packed.body))).toBe(sha256(built));
    }
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0, errors: '' });
  });

  it('sends the app and its simulator in at most 110 KiB', async () => {
    const { child, address, ended } = start([], { PORT: '0' });
    const url = await address;
    const page = (await get(url)).body.toString();
    const parts = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name = '']) => name);
    expect(parts.length).toBeGreaterThan(1);
    let total = 0;
    for (const name of ['', ...parts, 'simulator.html'])
      total += (await get(`${url}${name}`, { 'Accept-Encoding': 'gzip, deflate, br' })).body.length;
    expect(total).toBeLessThan(110 * 1024);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('lets the page reach the wire port it is told, and says so in the address', async () => {
    const { child, address, ended } = start(['--port', '0', '--wire-port', '4321']);
    const url = await address;
    expect(url).toMatch(/\/\?process=4321$/);
    expect((await get(url)).headers['content-security-policy']).toContain('connect-src ws://127.0.0.1:4321');
    child.kill('SIGINT');
    await ended;
  });

  it('takes no other port than it was told, and says what to do', async () => {
    const other = createServer();
    const port = await listenOn(other, 0);
    const { code, output, errors } = await start(['--port', String(port)]).ended;
    other.close();
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain(`port ${port} is taken`);
    expect(errors).toContain('npm start -- --port');
  });

  it.each([
    [['--port', 'x'], {}, '--port must be a port number'],
    [['--port', '65536'], {}, '--port must be a port number from 0 to 65535'],
    [[], { PORT: '-1' }, 'PORT must be a port number'],
    [['--wire-port', '1.5'], {}, '--wire-port must be a port number'],
    [['--prot', '1'], {}, "Unknown option '--prot'"],
  ])('refuses %j %j', async (args, env, sentence) => {
    const { code, output, errors } = await start(args, env).ended;
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain(sentence);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
  });

  it('has a port that no common tool takes by default', () => {
    expect(loopback).toBe('127.0.0.1');
    for (const common of [
      80, 1234, 3000, 3001, 4000, 4173, 4200, 5000, 5173, 5500, 8000, 8080, 8081, 8888, 9000,
    ])
      expect(sitePort).not.toBe(common);
    // Not among those that systems hand out by themselves either.
    expect(sitePort).toBeGreaterThan(1024);
    expect(sitePort).toBeLessThan(32_768);
  });
});
