/**
 * "This page works offline": the built app, loaded once in real Chromium, without its server and without a network; what its
 * service worker keeps, what it answers with, and how one version follows another.
 */
import { cpSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import type { Browser, BrowserContext, Page, Request, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/site/headers.ts';
import { createWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { drawIcon, iconFile, iconSizes } from '../gallery/draw-icon.ts';
import { inApp, launchBrowser, seeHeading, seeHome, startSite, type Site } from './support/app.ts';
import { frameFingers } from './support/frame-fingers.ts';
import {
  filesToKeep,
  otherVersion,
  seeItWorksOffline,
  startStaticHost,
  type StaticHost,
} from './support/offline-site.ts';
import { useSimulator } from './support/way-in.ts';

/** For what a browser does in its own time. */
const patience = { timeout: 30_000 };

let browser: Browser;
const open: { close(): void | Promise<void> }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => browser.close());

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  open.push(context);
  return context;
}

async function newSite(root?: string, port?: number): Promise<Site> {
  const site = await startSite(undefined, { root, port });
  open.push(site);
  return site;
}

async function newHost(...options: Parameters<typeof startStaticHost>): Promise<StaticHost> {
  const host = await startStaticHost(...options);
  open.push(host);
  return host;
}

/** Loads the app once, waits until it says that it works offline, and takes server and network away. */
async function loadThenUnplug(): Promise<{ page: Page; context: BrowserContext; url: string }> {
  const [context, site] = await Promise.all([newContext(), newSite()]);
  const page = await context.newPage();
  await page.goto(site.url);
  await seeItWorksOffline(page);
  site.close();
  await context.setOffline(true);
  return { page, context, url: site.url };
}

async function openSimulator(page: Page): Promise<void> {
  await useSimulator(page);
  await seeHeading(page, 'How many words?');
}

/**
 * A new version comes with the first visit after all tabs were closed. The browser needs a moment for that: on a busy computer, a
 * visit that comes right after still gets the version before.
 */
async function visitUntil(
  context: BrowserContext,
  url: string,
  isNew: (page: Page) => Promise<boolean>,
): Promise<Page> {
  for (let visit = 1; visit <= 10; visit += 1) {
    const page = await context.newPage();
    await page.goto(url);
    await seeItWorksOffline(page);
    if (await isNew(page)) return page;
    await page.close();
  }
  throw new Error('ten visits, and the new version waits');
}

/** Paths of all that the page's caches hold. */
async function keptFiles(page: Page): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(opened.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url);
  });
  return urls.map((url) => new URL(url).pathname.slice(1)).toSorted();
}

/** A browser looks for a new version once a page is loaded, some time after that. */
async function untilOneWaits(page: Page): Promise<void> {
  await expect
    .poll(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state),
      patience,
    )
    .toBe('installed');
}

describe('without server and network', () => {
  it('leads from a reload to "Backed up" on the simulator, and sends nothing', async () => {
    const { page, context } = await loadThenUnplug();
    const answers: Response[] = [];
    const failures: Request[] = [];
    const complaints: string[] = [];
    context.on('response', (response) => answers.push(response));
    context.on('requestfailed', (request) => failures.push(request));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await seeItWorksOffline(page);
    await openSimulator(page);
    await page.getByRole('radio', { name: '12 words' }).check({ force: true });
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Speak secret words').focus();
    await page.keyboard.press('Space');
    await frame.getByRole('button', { name: "I'm wearing headphones" }).focus();
    await page.keyboard.press('Enter');
    await frame.locator('#left').focus();
    const paper = await runPersonAsync(createWallet(12, '1357'), frameFingers(page, frame));
    expect(paper).toHaveLength(12);
    await seeHome(page);
    // What comes later than the first view: among it, the entropy check's worker and the pages after the backup.
    const names = answers.map((response) => new URL(response.url()).pathname);
    for (const name of ['/', '/simulator.html']) expect(names).toContain(name);
    expect(names.some((name) => /entropy-worker/.test(name))).toBe(true);
    expect(answers.filter((response) => !response.fromServiceWorker()).map((one) => one.url())).toEqual([]);
    // The browser itself asks whether there is a new worker; that is all, and it is no fault.
    expect(
      failures
        .map((request) => new URL(request.url()).pathname)
        .filter((path) => path !== '/hostblind-offline.js'),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('gives the simulator an origin and a process of its own, out of the page’s reach', async () => {
    const { page } = await loadThenUnplug();
    await page.reload();
    await openSimulator(page);
    const found = page.frames().find((frame) => frame.url().endsWith('/simulator.html'));
    const inside = await found?.evaluate(async () => {
      const attempt = async (work: () => unknown): Promise<string> => {
        try {
          return `worked: ${String(await work())}`;
        } catch (error) {
          return error instanceof Error ? error.name : 'other error';
        }
      };
      return {
        origin: self.origin,
        parent: await attempt(() => parent.document.title),
        storage: await attempt(() => localStorage.length),
        caches: await attempt(() => caches.keys()),
        workers: await attempt(() => navigator.serviceWorker.getRegistrations()),
        network: await attempt(() => fetch('/assets/')),
        popup: window.open('about:blank') === null,
        top: await attempt(() => {
          (top ?? window).location.href = 'about:blank';
        }),
      };
    });
    expect(inside).toEqual({
      origin: 'null',
      parent: 'SecurityError',
      storage: 'SecurityError',
      caches: 'SecurityError',
      workers: 'SecurityError',
      network: 'TypeError',
      popup: true,
      top: 'SecurityError',
    });
    const fromOutside = await page.evaluate(() => {
      const frame = document.querySelector('hb-app')?.shadowRoot?.querySelector('iframe');
      try {
        return [frame?.contentDocument, frame?.contentWindow?.document.title];
      } catch (error) {
        return error instanceof DOMException ? error.name : 'other error';
      }
    });
    expect(fromOutside).toBe('SecurityError');
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    expect(
      targetInfos.filter(({ type }) => type === 'iframe').map(({ url }) => new URL(url).pathname),
    ).toEqual(['/simulator.html']);
    await session.detach();
  });

  it.each(['', 'index.html?process=4321', 'simulator.html', 'manifest.webmanifest'])(
    'answers with the very headers that came with it: /%s',
    async (path) => {
      const { context, url } = await loadThenUnplug();
      // Beside the unplugged one, the same site as it answers itself.
      const online = await newSite();
      const server = await fetch(`${online.url}${path}`);
      const page = await context.newPage();
      const answer = await page.goto(`${url}${path}`);
      expect(answer?.fromServiceWorker()).toBe(true);
      const headers = (await answer?.allHeaders()) ?? {};
      for (const name of Object.keys(securityHeaders('/')))
        expect([name, headers[name.toLowerCase()]]).toEqual([name, server.headers.get(name)]);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );
});

describe('the service worker', () => {
  it('keeps what was built, as it was sent, in one cache, and leaves the rest alone', async () => {
    const host = await newHost('/wallet/');
    const page = await (await newContext()).newPage();
    await page.goto(host.url);
    await page.evaluate(async () => (await caches.open('of another')).put('/x', new Response('x')));
    await seeItWorksOffline(page);
    expect((await page.evaluate(async () => caches.keys())).toSorted()).toEqual([
      expect.stringMatching(/^hostblind-offline http:\/\/127\.0\.0\.1:\d+\/wallet\/ [0-9a-f]{16}$/),
      'of another',
    ]);
    host.asked();
    host.fail();
    await page.reload();
    await seeItWorksOffline(page);
    await openSimulator(page);
    // Whether there is a new version is the browser's own question.
    expect(host.asked().filter((name) => name !== 'hostblind-offline.js')).toEqual([]);
  });

  it('makes the page promise nothing on a host that sends no policy with the simulator', async () => {
    const host = await newHost('/', { headers: false });
    const page = await (await newContext()).newPage();
    await page.goto(host.url);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await openSimulator(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
      `${host.url}hostblind-offline.js`,
    );
    expect(await inApp(page).locator('footer').textContent()).not.toMatch(/offline/i);
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts');
    await page.reload();
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    expect(await inApp(page).locator('footer').textContent()).not.toMatch(/offline/i);
  });

  it('keeps every file before the page says that it works offline', async () => {
    const host = await newHost('/');
    const release = host.hold('icons/icon-512.png');
    const page = await (await newContext()).newPage();
    await page.goto(host.url);
    const others = filesToKeep().filter((name) => name !== 'icons/icon-512.png');
    expect(others).toEqual(expect.arrayContaining(['', 'manifest.webmanifest', 'simulator.html']));
    const asked = new Set<string>();
    const askedByNow = (): string[] => {
      for (const name of host.asked()) asked.add(name);
      return [...asked];
    };
    await expect.poll(askedByNow, patience).toEqual(expect.arrayContaining(filesToKeep()));
    // All or nothing: what they hold is compared when all are there.
    expect(await keptFiles(page)).toEqual([]);
    expect(await inApp(page).locator('footer').textContent()).not.toMatch(/offline/i);
    release();
    await seeItWorksOffline(page);
    expect(await keptFiles(page)).toEqual(filesToKeep());
  });

  it('doesn’t stay when a file isn’t what was built, and the page promises nothing', async () => {
    const other = await otherVersion('Another');
    open.push(other);
    // The page is of another version than its worker says, as when half of a site was replaced.
    cpSync(new URL('../../dist/hostblind-offline.js', import.meta.url), `${other.root}/hostblind-offline.js`);
    const mixed = await newSite(other.root);
    const context = await newContext();
    const page = await context.newPage();
    const tried = context.waitForEvent('serviceworker');
    await page.goto(mixed.url);
    await tried;
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    // No worker stays that could not keep everything.
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
        patience,
      )
      .toBe(0);
    expect(await page.evaluate(async () => caches.keys())).toEqual([]);
    expect(await inApp(page).locator('footer').textContent()).not.toMatch(/offline/i);
  });
});

describe('a new version', () => {
  it('waits while a tab has the app open, and comes with the next visit after that', async () => {
    const first = await newSite();
    const port = Number(new URL(first.url).port);
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(first.url);
    await seeItWorksOffline(page);
    const firstTitle = await page.title();
    const cachesOf = (): Promise<string[]> => page.evaluate(async () => caches.keys());
    const [firstCache] = await cachesOf();
    first.close();

    const version = await otherVersion('The second version');
    open.push(version);
    const second = await newSite(version.root, port);
    await page.reload();
    expect(await page.title()).toBe(firstTitle);
    await untilOneWaits(page);

    await openSimulator(page);
    const tab = await context.newPage();
    await tab.goto(second.url);
    await seeItWorksOffline(tab);
    expect(await tab.title()).toBe(firstTitle);
    // The wallet that is being made in the first tab has noticed nothing.
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    await page.close();
    await tab.reload();
    expect(await tab.title()).toBe(firstTitle);
    await tab.close();

    const next = await visitUntil(
      context,
      second.url,
      async (visit) => (await visit.title()) === 'The second version',
    );
    const left = (): Promise<string[]> => next.evaluate(async () => caches.keys());
    await expect.poll(left).toHaveLength(1);
    expect(await left()).not.toContain(firstCache);
    // And it works offline as the first one did.
    second.close();
    await context.setOffline(true);
    await next.reload();
    expect(await next.title()).toBe('The second version');
    await openSimulator(next);
  });

  it('takes over at once in the only tab, when the person asks for it', async () => {
    const first = await newSite();
    const port = Number(new URL(first.url).port);
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(first.url);
    await seeItWorksOffline(page);
    first.close();
    const version = await otherVersion('The second version');
    open.push(version);
    const second = await newSite(version.root, port);
    const tab = await context.newPage();
    await tab.goto(second.url);
    await untilOneWaits(tab);
    const use = inApp(page).getByRole('button', { name: 'Use it now' });
    await use.click();
    await inApp(page).getByText('open in another tab').waitFor();
    await tab.close();

    // Not offered while the simulator in the page holds anything.
    await openSimulator(page);
    await use.waitFor();
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    await use.waitFor({ state: 'detached' });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();

    await use.click();
    await expect.poll(() => page.title(), patience).toBe('The second version');
    await seeItWorksOffline(page);
    await use.waitFor({ state: 'detached' });
    // All of it is of the new version, without a server too.
    second.close();
    await context.setOffline(true);
    await openSimulator(page);
  });

  it('is also what is served with other headers: the page may then reach another port', async () => {
    const first = await newSite();
    const port = Number(new URL(first.url).port);
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(first.url);
    await seeItWorksOffline(page);
    first.close();
    const second = await startSite(4321, { port });
    open.push(second);
    await page.reload();
    await untilOneWaits(page);
    await page.close();
    await visitUntil(context, first.url, async (visit) => {
      const answer = await visit.reload();
      const policy = answer?.headers()['content-security-policy'];
      return policy?.includes('connect-src ws://127.0.0.1:4321;') ?? false;
    });
  });
});

describe('installing the app', () => {
  it('has a manifest and icons that Chromium takes, in the colours of the page', async () => {
    const site = await newSite();
    const page = await (await newContext()).newPage();
    await page.goto(site.url);
    const session = await page.context().newCDPSession(page);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    expect(manifest.url).toBe(`${site.url}manifest.webmanifest`);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A context of a test is a private window, where nothing is installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
      [],
    );
    const {
      start_url: start,
      scope,
      display,
      icons,
      background_color: background,
    } = JSON.parse(manifest.data ?? '{}') as Record<string, unknown>;
    expect({ start, scope, display }).toEqual({ start: './', scope: './', display: 'standalone' });
    const light = await page.locator('meta[name="theme-color"][media*="light"]').getAttribute('content');
    expect(background).toBe(light);
    for (const { src, sizes, type } of icons as { src: string; sizes: string; type: string }[]) {
      const answer = await fetch(`${site.url}${src}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      if (type !== 'image/png') continue;
      const { width, height } = decode(new Uint8Array(await answer.arrayBuffer()));
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  it.each(iconSizes)('has an icon of %i pixels that is the drawing of icon.svg', async (size) => {
    const drawn = decode(await drawIcon(browser, size));
    const kept = decode(readFileSync(iconFile(size)));
    expect([kept.width, kept.height, kept.channels]).toEqual([size, size, drawn.channels]);
    // Another version of Chromium may smooth an edge otherwise.
    const between = Array.from(kept.data, (value, at) => Math.abs(value - (drawn.data[at] ?? 0)));
    const furthest = between.reduce((most, distance) => Math.max(most, distance), 0);
    expect(furthest).toBeLessThan(48);
    expect(new Set(kept.data).size).toBeGreaterThan(4);
  });
});
