/** The simulator's page as it is built, and every server's word about it: they must name what really stands in it. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFile, securityHeaders } from '../../../src/site/headers.ts';
import { buildFrameScripts } from '../../../src/site/frame-scripts.ts';
import { inlineSources } from '../../../src/site/inline-page.ts';
import { buildSimulatorPage } from '../../../src/site/simulator-page.ts';
import { loopback } from '../../../src/site/ports.ts';
import { createSiteServer, listenOn } from '../../../src/site/site-server.ts';
import { securityHeadersPlugin } from '../../../src/site/vite-plugin.ts';

const source = resolve(import.meta.dirname, '../../../src/app');

let page: string;
/** How a policy names the scripts of other languages, which the page is handed. */
let handed: readonly string[];
let folder: string;

beforeAll(async () => {
  page = await buildSimulatorPage(source);
  handed = Object.values(await buildFrameScripts(source)).map(hashOf);
  folder = mkdtempSync(join(tmpdir(), 'hostblind-page-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/simulator.html'), page);
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html>app');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What stands between two tags, and how a policy names it. Cut out by hand, not by the code under test. */
function hashBetween(opening: string, closing: string): string {
  const begin = page.indexOf(opening) + opening.length;
  const text = page.slice(begin, page.indexOf(closing, begin));
  expect(text.length).toBeGreaterThan(1000);
  return hashOf(text);
}

/** In a document of opaque origin, names of places match nothing in some browsers: each must be a hash. */
function expectOurPolicy(policy: string | null | undefined): void {
  expect(policy?.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      ['script-src', hashBetween('<script type="module">', '</script>'), ...handed].join(' '),
      `style-src ${hashBetween('<style>', '</style>')}`,
      "connect-src 'none'",
      'trusted-types hostblind-language',
    ]),
  );
  expect(policy).not.toMatch(/'self'(?!$)|unsafe|http|\*/);
}

describe('the built page', () => {
  it('is one file: it loads nothing, and its own policy names what stands in it', () => {
    expect(page).not.toMatch(/<(script|link|img|iframe)[^>]*(src|href)="(?!data:)/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expectOurPolicy(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]);
  });

  it('is handed four languages, keys and apps, word for word in the app', async () => {
    const scripts = await buildFrameScripts(source);
    expect(Object.keys(scripts)).toEqual(['de', 'es', 'fr', 'pt', 'keys', 'ethereum', 'bitcoin']);
    expect(new Set(handed).size).toBe(7);
    expect(scripts.de).toContain('Gerät');
    expect(page).not.toContain('Gerät');
  });

  it('is described by the static host’s file', () => {
    const [, block = ''] = headersFile({ simulator: inlineSources(page) }).split('\n/simulator.html\n');
    const [own = ''] = block.split('\n\n');
    expectOurPolicy(/Content-Security-Policy: (.*)/.exec(own)?.[1]);
    expect(own).toContain('sandbox allow-scripts');
    expect(own).toContain('Cross-Origin-Resource-Policy: cross-origin');
  });
});

describe('a page that is no single file', () => {
  it('is not built: it says what there is too little or too much of', async () => {
    const root = join(folder, 'without-style');
    mkdirSync(root);
    writeFileSync(join(root, 'simulator.js'), 'console.log(1);');
    writeFileSync(
      join(root, 'simulator.html'),
      '<!doctype html><meta charset="utf-8"><script type="module" src="./simulator.js"></script>',
    );
    await expect(buildSimulatorPage(root)).rejects.toThrow('built 0 files of kind style, not one');
  });
});

/**
 * Over a connection of its own. A server that starts right after another may get its port, and `fetch` would still use the
 * connection to the one before.
 */
async function fetchAnew(url: string): Promise<Response> {
  return fetch(url, { headers: { connection: 'close' } });
}

async function expectServed(url: string): Promise<void> {
  const response = await fetchAnew(`${url}simulator.html`);
  expect(await response.text()).toBe(page);
  expectOurPolicy(response.headers.get('content-security-policy'));
  const expected = securityHeaders('/simulator.html', { simulator: inlineSources(page) });
  expect(Object.fromEntries(response.headers)).toMatchObject(
    Object.fromEntries(Object.entries(expected).map(([name, value]) => [name.toLowerCase(), value])),
  );
}

describe('each server of the built page', () => {
  it('npm start’s names what stands in it', async () => {
    const server = await createSiteServer({ root: join(folder, 'dist') });
    await expectServed(`http://${loopback}:${await listenOn(server, 0)}/`);
    server.close();
    server.closeAllConnections();
  });

  it('Vite’s preview names what stands in it', async () => {
    const server: PreviewServer = await preview({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [securityHeadersPlugin()],
      preview: { port: 0 },
    });
    await expectServed(server.resolvedUrls?.local[0] ?? '');
    await server.close();
  });

  it('without a built page nothing may run there', () => {
    const policy = securityHeaders('/simulator.html')['Content-Security-Policy'];
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("style-src 'none'");
  });
});

describe('the development server', () => {
  it('names itself in place of hashes, and lets the frame load single modules', async () => {
    const server = await createServer({
      configFile: false,
      root: source,
      logLevel: 'silent',
      plugins: [securityHeadersPlugin()],
      server: { port: 0, hmr: false, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    await server.listen();
    const url = server.resolvedUrls?.local[0] ?? '';
    const origin = new URL(url).origin;
    const response = await fetchAnew(`${url}simulator.html`);
    expect(response.headers.get('content-security-policy')).toContain(
      `script-src ${origin}; style-src ${origin};`,
    );
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(await response.text()).not.toContain('@vite/client');
    const app = await fetchAnew(`${url}index.html`);
    const expected = securityHeaders('/index.html', { mode: 'development', origin });
    for (const [name, value] of Object.entries(expected)) expect(app.headers.get(name)).toBe(value);
    // A policy in the page could not be loosened for hot reloading.
    expect(await app.text()).not.toContain('http-equiv="Content-Security-Policy"');
    const { headers } = await fetchAnew(`${url}simulator.ts`);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    await server.close();
  });
});
