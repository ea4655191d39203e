/** Where the page must not run: under a worker that another project left at this address, and inside another page. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { extname, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../src/text/app.ts';
import { createSiteServer, listenOn } from '../../src/site/site-server.ts';
import { launchBrowser, seeHeading } from './support/app.ts';
import { seeItWorksOffline } from './support/offline-site.ts';

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

function scopesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  );
}

const html =
  (text: string): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html' }).end(text);

/** Another project's address at which it registers a worker; then it ends, and the app is served there. */
async function leaveWorker(
  name: string,
  script: string,
  scope?: string,
): Promise<{ page: Page; address: string }> {
  const earlier = await serve((request, response) => {
    if (request.url !== `/${name}`) return html('<!doctype html>another project')(request, response);
    response.writeHead(200, { 'Content-Type': 'text/javascript' });
    response.end(script);
  });
  const page = await (await browser.newContext()).newPage();
  const address = `http://127.0.0.1:${earlier.port}/`;
  await page.goto(address);
  await page.evaluate(
    async ([worker, at]) => {
      const registration = await navigator.serviceWorker.register(
        `/${worker}`,
        at === '' ? {} : { scope: at },
      );
      const { installing } = registration;
      if (installing === null) return;
      await new Promise<void>((active) => {
        installing.addEventListener('statechange', () => {
          if (installing.state === 'activated') active();
        });
      });
    },
    [name, scope ?? ''] as const,
  );
  await end(earlier.server);
  const site = await createSiteServer({ root: dist });
  servers.push(site);
  await listenOn(site, earlier.port);
  return { page, address };
}

const claims = "addEventListener('fetch', () => {}); addEventListener('activate', () => clients.claim());";

describe('a service worker that another project left at this address', () => {
  it('is refused, removed and named; afterwards the app runs', async () => {
    const { page, address } = await leaveWorker('sw.js', claims);
    await page.goto(address);
    await seeHeading(page, 'Another program was in control of this page');
    expect(await page.locator('hb-app').count()).toBe(0);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    // From then on it has a worker of its own, and runs under that one.
    await seeItWorksOffline(page);
    await page.reload();
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    await page.context().close();
  });

  it('is removed where it would answer for the simulator’s page alone', async () => {
    const { page, address } = await leaveWorker('sw.js', claims, '/simulator.html');
    await page.goto(address);
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    await seeItWorksOffline(page);
    await expect.poll(() => scopesOf(page)).toEqual([address]);
    await page.context().close();
  });

  it('under our worker’s own name is replaced by ours once all tabs are closed', async () => {
    const { page, address } = await leaveWorker('hostblind-offline.js', claims);
    await page.goto(address);
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    // It answers to nobody, so nothing is said of offline.
    expect(await page.locator('hb-app footer').textContent()).not.toMatch(/offline/i);
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state),
        { timeout: 30_000 },
      )
      .toBe('installed');
    const context = page.context();
    await page.close();
    await expect
      .poll(
        async () => {
          const visit = await context.newPage();
          await visit.goto(address);
          await visit.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
          const isOurs = await visit
            .getByText(messages.footerOffline)
            .waitFor({ timeout: 5000 })
            .then(
              () => true,
              () => false,
            );
          const kept = await visit.evaluate(() => caches.keys());
          await visit.close();
          return isOurs ? kept : [];
        },
        { timeout: 60_000 },
      )
      .toEqual([expect.stringMatching(/^hostblind-offline /)]);
    await context.close();
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
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    await page.context().close();
  });
});
