/**
 * The page as browsers with classic scrollbars show it, which headless ones hide: narrow windows, large zoom and large
 * text, where the simulator's frame gets little room. And what stays in its place while code arrives.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserLaunchOptions } from '../chromium.mjs';
import { seeHeading, startSite, withoutServiceWorker, type Site } from './support/app.ts';
import { picture } from './support/picture.ts';
import { useSimulator } from './support/way-in.ts';

const launchOptions = { ...browserLaunchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] };

const profiles: string[] = [];
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  site.close();
  // All at the end: a browser that was closed may still be writing.
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

interface Room {
  readonly width: number;
  readonly height: number;
  /** Device pixels to one of CSS: a window of 1280 at 400 % zoom is 320 wide at 4. */
  readonly scale?: number;
  /** Pixels of the reader's own text size. */
  readonly text?: number;
  readonly dark?: boolean;
}

async function openAt(
  { width, height, scale = 1, text, dark = false }: Room,
  more: BrowserContextOptions = {},
): Promise<Page> {
  const options = {
    ...more,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? ('dark' as const) : ('light' as const),
  };
  const context = text === undefined ? await browser.newContext(options) : await withText(text, options);
  const page = await context.newPage();
  await page.goto(site.url);
  return page;
}

/** The reader's own text size is a setting of a profile; it reaches a frame in another process too. */
async function withText(pixels: number, options: BrowserContextOptions): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'hostblind-text-'));
  mkdirSync(join(profile, 'Default'));
  const settings = { webkit: { webprefs: { default_font_size: pixels } } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, ...options });
  profiles.push(profile);
  return context;
}

async function openSimulator(page: Page): Promise<void> {
  await useSimulator(page);
  await seeHeading(page, 'How many words?');
}

/** Runs in the page, or in the frame. */
function measure(): { scrollbar: number; sideways: number; outside: string[] } {
  const root = document.documentElement;
  const outside = [...document.querySelectorAll('canvas, .device, button, label, .mark')].filter(
    (element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < 0 || right > root.clientWidth + 0.5);
    },
  );
  const overflowing = [...document.querySelectorAll('.buttons button')].filter((button) => {
    const text = button.querySelector('.label')?.getBoundingClientRect();
    return text !== undefined && text.width > button.clientWidth;
  });
  outside.push(...overflowing);
  return {
    scrollbar: innerWidth - root.clientWidth,
    sideways: root.scrollWidth - root.clientWidth,
    outside: outside.map((element) => element.id || element.className || element.localName),
  };
}

const rooms: [string, Room][] = [
  ['360 pixels', { width: 360, height: 640 }],
  ['320 pixels', { width: 320, height: 640 }],
  ['320 pixels, dark', { width: 320, height: 640, dark: true }],
  ['1280 pixels at 400 % zoom', { width: 320, height: 256, scale: 4 }],
  ['320 pixels with text of 24', { width: 320, height: 640, text: 24 }],
  ['1280 pixels', { width: 1280, height: 900 }],
  ['1280 pixels, dark', { width: 1280, height: 900, dark: true }],
  ['1280 pixels with text of 24', { width: 1280, height: 900, text: 24 }],
];

describe('the simulator on the page, beside classic scrollbars', () => {
  it.each(rooms)('%s: no part of it is cut off, and nothing scrolls sideways', async (name, room) => {
    const page = await openAt(room);
    await openSimulator(page);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    // From the page: a frame that is out of sight draws nothing, and waits for it.
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await picture(page, `layout ${name}`.replaceAll(/[^\w]+/g, '-'));

    const around = await page.evaluate(measure);
    // Headless browsers hide scrollbars, and then this would test nothing.
    expect(around.scrollbar, 'a scrollbar that takes room').toBeGreaterThan(10);
    expect(around.sideways).toBe(0);
    const inside = await frame?.evaluate(measure);
    const text = await frame?.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(text).toBe(`${room.text ?? 16}px`);
    expect(inside).toMatchObject({ sideways: 0, outside: [] });
    // In a wide window, whatever the text size, the whole of it is seen at once.
    if (room.width > 1000) expect(inside?.scrollbar).toBe(0);
    await page.context().close();
  });
});

describe('while code arrives', () => {
  it('no button on "How many words?" moves', async () => {
    const page = await openAt({ width: 1280, height: 900 }, withoutServiceWorker);
    let deliver = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route('**/hb-check-options-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await openSimulator(page);
    const create = page.getByRole('button', { name: 'Create on the device' });
    const before = await create.boundingBox();
    deliver();
    await page.locator('hb-check-options summary').waitFor();
    expect(await create.boundingBox()).toEqual(before);
    await page.context().close();
  });
});
