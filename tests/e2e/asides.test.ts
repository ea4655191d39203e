/** Preferences, and help and about: over every page, kept, before the first paint, offline, and in the browser's history. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inApp,
  launchBrowser,
  seeHeading,
  startSite,
  withoutServiceWorker,
  type Site,
} from './support/app.ts';
import { seeItWorksOffline } from './support/offline-site.ts';
import { useSimulator } from './support/way-in.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** The browser's own scheme, which nothing emulates: a frame then follows the page around it. */
async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ colorScheme: null, ...options });
  const page = await context.newPage();
  await page.goto(site.url);
  return page;
}

const openPreferences = (page: Page) => page.getByRole('button', { name: 'Preferences' }).click();
const openHelp = (page: Page) => page.getByRole('button', { name: 'Help and about' }).last().click();
const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const light = 'rgb(245, 246, 243)';
const dark = 'rgb(14, 19, 18)';

describe('preferences', () => {
  it('change the colors of page, bar and simulator at once, and are kept', async () => {
    const page = await openPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    await openPreferences(page);
    await seeHeading(page, 'Preferences');
    for (const [name, ground] of [
      ['Light', light],
      ['Dark', dark],
    ] as const) {
      await page.getByRole('radio', { name }).check();
      expect(await groundOf(page)).toBe(ground);
      const bars = page.locator('meta[name="theme-color"]');
      expect(await bars.evaluateAll((all) => all.map((one) => (one as HTMLMetaElement).media))).toEqual(
        name === 'Light' ? ['all', 'print'] : ['print', 'all'],
      );
    }
    await page.getByRole('button', { name: 'Back' }).last().click();
    await seeHeading(page, 'How many words?');
    const frame = page.frames().find((one) => one.url().endsWith('/simulator.html'));
    const isDark = () => frame?.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(true);
    await page.reload();
    expect(await groundOf(page)).toBe(dark);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are on the page before a script of the app has run', async () => {
    const page = await openPage(withoutServiceWorker);
    await openPreferences(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload();
    expect(await page.locator('hb-app').evaluate((app) => app.shadowRoot === null)).toBe(true);
    expect(await groundOf(page)).toBe(dark);
    await page.context().close();
  });

  it('go with everything that the browser keeps', async () => {
    const page = await openPage();
    await openPreferences(page);
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await page.evaluate(() => localStorage.getItem('hostblind.theme'))).toBe('dark');
    await page.evaluate(() => document.querySelector('hb-app')?.ceremony?.dispatch({ kind: 'open-records' }));
    await page.getByRole('button', { name: 'Back' }).last().click();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Erase now' }).click();
    await expect.poll(() => page.evaluate(() => localStorage.getItem('hostblind.theme'))).toBe(null);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
    await page.context().close();
  });
});

describe('help and about', () => {
  it('opens over a ceremony, and leads back to it as the browser’s Back does', async () => {
    const page = await openPage();
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    await openHelp(page);
    await seeHeading(page, 'Help and about');
    await page.goBack();
    await seeHeading(page, 'New wallet?');
    await page.goForward();
    await seeHeading(page, 'Help and about');
    await page.getByRole('button', { name: 'Back' }).last().click();
    await seeHeading(page, 'New wallet?');
    await page.context().close();
  });

  it('says which version this is, and shows the licence of everything in it', async () => {
    const page = await openPage();
    await openHelp(page);
    await inApp(page).getByText('App 0.1.0 · Protocol 3').waitFor();
    await inApp(page).getByText('Third-party software').click();
    const help = inApp(page).locator('hb-help');
    for (const name of ['lit 3', '@noble/hashes 2', '@scure/bip39 2', 'idb 8', 'galmuri 2'])
      expect(await help.getByText(name).count()).toBe(1);
    await page.context().close();
  });

  it('is there without a network', async () => {
    const own = await startSite();
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(own.url);
    await seeItWorksOffline(page);
    own.close();
    await context.setOffline(true);
    await page.reload();
    await openHelp(page);
    await seeHeading(page, 'Help and about');
    await context.close();
  });
});

describe('the first page', () => {
  it('loads nothing that leads a device before somebody is there', async () => {
    const context = await browser.newContext(withoutServiceWorker);
    const page = await context.newPage();
    const names: string[] = [];
    page.on('response', (response) => names.push(new URL(response.url()).pathname));
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    const loads = (): boolean => names.some((name) => name.includes('device-part'));
    expect(loads()).toBe(false);
    await page.mouse.move(10, 10);
    await expect.poll(loads).toBe(true);
    await context.close();
  });

  it('comes back from the browser’s own cache, as it was', async () => {
    // A page that a tool watches isn't kept: the browser is asked for its reasons instead.
    const page = await openPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.enable');
    const reasons: string[] = [];
    session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
      for (const { reason, type } of notRestoredExplanations)
        if (type === 'PageSupportNeeded') reasons.push(reason);
    });
    await page.waitForLoadState('networkidle');
    await page.goto('about:blank');
    await page.goBack();
    await page.getByRole('button', { name: 'Try it with the simulator' }).waitFor();
    expect(reasons.filter((reason) => !/Debugger|DevTools/i.test(reason))).toEqual([]);
    await page.context().close();
  });
});
