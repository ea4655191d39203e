/** Where the page must not run: under a worker that another project left at this address, and inside another page. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, listenOn } from '../../src/site/site-server.ts';
import { launchBrowser, seeHeading } from './support/app.ts';

const dist = resolve(import.meta.dirname, '../../dist');
let browser: Browser;
const servers: Server[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(end));
});
afterAll(async () => browser.close());

function end(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

async function serve(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(answer);
  servers.push(server);
  return { server, port: await listenOn(server, 0) };
}

const html =
  (text: string): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end(text);

describe('a service worker that another project left at this address', () => {
  it('is refused, removed and named; afterwards the app runs', async () => {
    const earlier = await serve((request, response) => {
      if (request.url !== '/sw.js') return html('<!doctype html>another project')(request, response);
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(
        "addEventListener('fetch', () => {}); addEventListener('activate', () => clients.claim());",
      );
    });
    const page = await (await browser.newContext()).newPage();
    const address = `http://127.0.0.1:${earlier.port}/`;
    await page.goto(address);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    await end(earlier.server);

    const site = await createSiteServer({ root: dist });
    servers.push(site);
    await listenOn(site, earlier.port);
    await page.goto(address);
    await seeHeading(page, 'Another program was in control of this page');
    expect(await page.locator('hb-app').count()).toBe(0);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Use the simulator' }).waitFor();
    await page.context().close();
  });
});

describe('inside another page', () => {
  const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

  it('on a host that sends no headers of ours, it refuses', async () => {
    const bare = await serve((request, response) => {
      const name = request.url === '/' ? 'index.html' : (request.url ?? '');
      try {
        const body = readFileSync(join(dist, name));
        response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'text/html' }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    const around = await serve(html(`<!doctype html><iframe src="http://127.0.0.1:${bare.port}/"></iframe>`));
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${around.port}/`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Open Hostblind in a tab of its own' }).waitFor();
    expect(await frame.locator('hb-app').count()).toBe(0);
    // By itself the same copy runs.
    await page.goto(`http://127.0.0.1:${bare.port}/`);
    await page.getByRole('button', { name: 'Use the simulator' }).waitFor();
    await page.context().close();
  });
});
