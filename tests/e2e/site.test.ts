/** The site as `npm start` serves it: headers on every answer, and an app that runs under them without a complaint. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFile, metaContentSecurityPolicy } from '../../src/site/headers.ts';
import { inlineSources } from '../../src/site/inline-page.ts';
import { readyTimeout } from '../../src/transport/simulator/simulator-frame.ts';
import {
  inApp,
  launchBrowser,
  seeHeading,
  startSite,
  withoutServiceWorker,
  type Site,
} from './support/app.ts';
import { useDevice, useSimulator } from './support/way-in.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Opens the app and collects everything that a console would show. */
async function openApp(
  prepare?: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await prepare?.(page);
  await page.goto(site.url);
  return { page, complaints };
}

describe('the site', () => {
  it('sends the security headers with every answer, a 404 too', async () => {
    const page = await (await fetch(site.url)).text();
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    for (const path of ['', 'simulator.html', 'hostblind-offline.js', script, 'nothing-here']) {
      const { headers } = await fetch(`${site.url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*(?!\/)/);
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    const { headers } = await fetch(site.url);
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(headers.get('content-security-policy')).toContain('connect-src ws://127.0.0.1:9997');
    expect(headers.get('permissions-policy')).toContain('hid=(self), usb=(self)');
  });

  it('is built with its policy inside, before anything that it is about', () => {
    const built = (name: string): string =>
      readFileSync(resolve(import.meta.dirname, '../../dist', name), 'utf8');
    const page = built('index.html');
    const metas = [...page.matchAll(/<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/g)];
    expect(metas.map(([, policy]) => policy?.replaceAll('&#39;', "'"))).toEqual([
      metaContentSecurityPolicy(),
    ]);
    expect(page.slice(0, metas[0]?.index)).not.toMatch(/<(script|link|style|img)/);
    expect(built('_headers')).toBe(headersFile({ simulator: inlineSources(built('simulator.html')) }));
  });

  it('says the same about the simulator’s page to a static host as it sends itself', async () => {
    const file = readFileSync(resolve(import.meta.dirname, '../../dist/_headers'), 'utf8');
    const [, block = ''] = /\n\/simulator\.html\n([^]*?)\n\n/.exec(file) ?? [];
    const { headers } = await fetch(`${site.url}simulator.html`);
    for (const name of ['Content-Security-Policy', 'Cross-Origin-Resource-Policy'])
      expect(block).toContain(`  ${name}: ${headers.get(name)}\n`);
    expect(headers.get('content-security-policy')).toMatch(
      // The frame's own script, and what may be handed to it: one for each language, the keys, and one for each app.
      /script-src( 'sha256-[^']{44}'){8}; style-src 'sha256-/,
    );
  });

  it('runs the simulator under these headers without a complaint in the console', async () => {
    const { page, complaints } = await openApp();
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('gives the page a coarse clock, no shared memory and no opener', async () => {
    const { page } = await openApp();
    const seen = await page.evaluate(() => {
      const steps = new Set<number>();
      for (let round = 0; round < 20_000; round += 1) steps.add(performance.now());
      const moments = [...steps].toSorted((one, two) => one - two);
      const between = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
      return {
        isolated: crossOriginIsolated,
        shared: 'SharedArrayBuffer' in globalThis,
        opener: opener === null,
        // Microseconds; 5 in an isolated page.
        finest: Math.round(Math.min(...between) * 1000),
      };
    });
    expect(seen).toMatchObject({ isolated: false, shared: false, opener: true });
    expect(seen.finest).toBeGreaterThanOrEqual(99);
    await page.context().close();
  });

  it('enforces Trusted Types and refuses inline script, eval and other addresses', async () => {
    const { page } = await openApp();
    const refused = await page.evaluate(async () => {
      const attempt = async (act: () => unknown): Promise<boolean> => {
        try {
          await act();
          return false;
        } catch {
          return true;
        }
      };
      const evaluate = Reflect.get(globalThis, 'eval') as (text: string) => unknown;
      // Later, since what a debugger evaluates right now is let through.
      const later = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(evaluate('1'));
            } catch (error) {
              reject(error as Error);
            }
          });
        });
      return {
        innerHtml: await attempt(() => (document.body.innerHTML = '<b>x</b>')),
        eval: await attempt(later),
        network: await attempt(() => fetch('http://127.0.0.1:1/')),
        sameOrigin: await attempt(() => fetch('/')),
      };
    });
    expect(refused).toEqual({ innerHtml: true, eval: true, network: true, sameOrigin: true });
    await page.context().close();
  });

  it('without WebHID and WebUSB it says what to do and offers the simulator', async () => {
    const { page } = await openApp(async (opened) => {
      await opened.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'hid');
        Reflect.deleteProperty(Navigator.prototype, 'usb');
      });
    });
    await useDevice(page);
    await page
      .getByText(/Open this page in Chrome, Edge or another Chromium browser/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Simulator on this page/ }).click();
    await seeHeading(page, 'How many words?');
    await page.context().close();
  });

  async function openDeviceList(page: Page): Promise<void> {
    await useDevice(page);
    await page.getByRole('button', { name: /USB device/ }).click();
  }

  it('a device list closed without a choice is quiet', async () => {
    const { page, complaints } = await openApp(async (opened) => {
      await opened.clock.install();
      await opened.addInitScript(() => {
        navigator.hid.requestDevice = () =>
          new Promise((resolve) => {
            addEventListener('close-list', () => {
              resolve([]);
            });
          });
      });
    });
    await openDeviceList(page);
    await seeHeading(page, 'Pick it from the browser’s list');
    await page.clock.runFor(1000);
    await page.evaluate(() => dispatchEvent(new Event('close-list')));
    await seeHeading(page, 'Choose your device');
    await page.getByRole('button', { name: /USB device/ }).waitFor();
    expect(await page.getByRole('alert').allTextContents()).toEqual(['']);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a device list that a policy closes at once gets a message with the likely cause', async () => {
    const { page } = await openApp(async (opened) => {
      await opened.addInitScript(() => {
        navigator.hid.requestDevice = () => Promise.resolve([]);
      });
    });
    await openDeviceList(page);
    await inApp(page).getByRole('heading', { name: 'The browser showed no list of devices' }).waitFor();
    await page.context().close();
  });

  it('a simulator that doesn’t start says what to try, and never mentions a cable', async () => {
    const { page } = await openApp(async (opened) => {
      await opened.clock.install();
      await opened.route('**/simulator.html', (route) => route.abort());
    }, withoutServiceWorker);
    await useSimulator(page);
    await seeHeading(page, 'Starting the simulator');
    await page.clock.runFor(readyTimeout);
    const note = inApp(page).getByRole('alert');
    await note.getByText('The simulator on this page didn’t start').waitFor();
    expect(await note.textContent()).toMatch(/another browser/);
    expect(await note.textContent()).not.toMatch(/plug|cable/i);

    // Chosen again, it is loaded again.
    await page.unroute('**/simulator.html');
    await page.getByRole('button', { name: /Simulator on this page/ }).click();
    await seeHeading(page, 'How many words?');
    await page.context().close();
  });
});
