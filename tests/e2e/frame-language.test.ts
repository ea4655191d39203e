/** The simulator on the page in the page's language: what stands around its glass at once, and the glass when its device is asked. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';
import { appInGerman } from '../../src/text/de/app.ts';
import { glassInGerman } from '../../src/text/de/glass.ts';
import { settingsInGerman } from '../../src/text/de/settings.ts';
import { frameInGerman } from '../../src/text/de/simulator/frame.ts';
import { glassInEnglish } from '../../src/text/en/glass.ts';
import { frameInEnglish } from '../../src/text/en/simulator/frame.ts';
import { frameInFrench } from '../../src/text/fr/simulator/frame.ts';
import { launchBrowser, startSite, withoutServiceWorker, type Site } from './support/app.ts';

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let frame: FrameLocator;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  context = await browser.newContext({
    locale: 'de-DE',
    viewport: { width: 1280, height: 1000 },
    ...withoutServiceWorker,
  });
  page = await context.newPage();
  frame = page.frameLocator('iframe');
});
afterEach(() => context.close());

async function connect(): Promise<void> {
  await page.goto(site.url);
  await page.getByRole('button', { name: appInGerman.welcome.choices.try.title }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await frame.locator('#screen-text').filter({ hasText: 'Start in the app' }).waitFor({ state: 'attached' });
}

const glassSays = (text: string): Promise<void> =>
  frame.locator('#screen-text').filter({ hasText: text }).waitFor({ state: 'attached' });

/** Also behind the preferences, where the frame isn't seen. */
const markSays = (text: string): Promise<void> =>
  frame.locator('.mark').filter({ hasText: text }).waitFor({ state: 'attached' });

function frameItself(): Frame {
  const found = page.frames().find((candidate) => candidate.url().endsWith('/simulator.html'));
  if (found === undefined) throw new Error('no simulator frame in the page');
  return found;
}

describe('on a German page', () => {
  it('the device speaks German, once it is asked and the person agrees twice', async () => {
    await connect();
    await markSays(frameInGerman.mark);
    await page.getByRole('button', { name: settingsInGerman.deviceLanguage.ask }).click();
    await glassSays(glassInEnglish.language.leave(glassInGerman.language.name));
    await frame.getByRole('button', { name: `${frameInGerman.rightButton} Yes` }).click();
    await glassSays(glassInGerman.language.take);
    await frame.getByRole('button', { name: `${frameInGerman.rightButton} Ja` }).click();
    await glassSays('Starte in der App.');
    await expect
      .poll(() => page.getByRole('button', { name: settingsInGerman.deviceLanguage.ask }).count())
      .toBe(0);
  });

  it('follows the page to another language, which its device then offers too', async () => {
    await connect();
    await markSays(frameInGerman.mark);
    await page.getByRole('button', { name: appInGerman.asides.preferences }).click();
    await page.getByRole('radio', { name: 'Français' }).check({ force: true });
    await markSays(frameInFrench.mark);
    expect(await frameItself().evaluate(() => document.documentElement.lang)).toBe('fr');
    await page.getByRole('radio', { name: 'English' }).check({ force: true });
    await markSays(frameInEnglish.mark);
    await page.getByRole('radio', { name: 'Français' }).check({ force: true });
    await markSays(frameInFrench.mark);
    await page.goBack();
    await page.locator('hb-language-offer').waitFor();
  });

  it('stays English in peace where its language doesn’t load', async () => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await context.route(/\/assets\/de-[^/]*\.js$/, (route) => route.abort());
    await connect();
    await markSays(frameInEnglish.mark);
    expect(await page.locator('hb-language-offer').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('a page that hands over something else', () => {
  it('runs none of it, whatever it calls itself', async () => {
    await page.goto(site.url);
    await page.evaluate(
      () =>
        new Promise<void>((connected) => {
          const element = document.createElement('iframe');
          element.setAttribute('sandbox', 'allow-scripts');
          addEventListener('message', (event) => {
            if (event.source !== element.contentWindow) return;
            const { port1, port2 } = new MessageChannel();
            element.contentWindow?.postMessage({ kind: 'hostblind-simulator-wire' }, '*', [port2]);
            window.wirePort = port1;
            connected();
          });
          element.src = './simulator.html';
          document.body.replaceChildren(element);
        }),
    );
    const inside = frameItself();
    await inside.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        document.documentElement.dataset['refused'] = effectiveDirective;
      });
    });
    await page.evaluate(() => {
      const script = 'document.documentElement.dataset.ran = "yes"';
      window.wirePort.postMessage({ kind: 'hostblind-simulator-language', tag: 'de', script });
      window.wirePort.postMessage({ kind: 'hostblind-simulator-part', script });
    });
    await expect
      .poll(() => inside.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset))))
      .toEqual({ refused: 'script-src-elem' });
    expect(await inside.evaluate(() => document.documentElement.lang)).toBe('en-GB');
    expect(await inside.locator('.mark').textContent()).toBe(frameInEnglish.mark);
  });
});
