/**
 * The whole job on a phone, as far as a desktop Chromium in mobile emulation can show it: 360 and 320 pixels, fingers
 * alone, over WebUSB (Chrome on Android has no WebHID) and with the simulator in the page.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser, BrowserContext, CDPSession, FrameLocator, Locator, Page } from 'playwright-core';
import { createUsbDevice } from '../../firmware-sim/ports/usbip/usb-device.ts';
import { usbIdentity } from '../../firmware-sim/ports/usbip/usb-options.ts';
import {
  agree,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  runPerson,
  runPersonAsync,
  tap,
  type Person,
  type SlowFingers,
} from '../kit/drivers/person.ts';
import { createTestDevice } from '../fixtures/devices/test-device.ts';
import { launchBrowser, seeHeading, startSite, type Site, inApp } from './support/app.ts';
import { frameFingers, pressTaken } from './support/frame-fingers.ts';
import { hidFingers } from './support/hid-fingers.ts';
import { untilKept } from './support/kept-records.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { expectCleanPage, expectNoChance, searcherFor } from './support/leaks.ts';
import { installUsb } from './support/usb-page.ts';

const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 7a) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36';
const pin = '4028';

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(() => {
  errors = [];
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

async function openPhone(width: number, height = 740): Promise<void> {
  context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    userAgent: android,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

/** Nothing may be wider than the phone: a page that can be pushed sideways hides what it says. */
async function expectNoSideways(): Promise<void> {
  const [wide, narrow] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect(wide).toBe(narrow);
}

async function touch(name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).tap();
}

/**
 * Until the next page is there: a tap that follows another one on the same spot within half a second is a double tap, and
 * skips no page.
 */
async function touchUntil(name: string, title: string | RegExp): Promise<void> {
  const next = page.getByRole('heading', { level: 1, name: title });
  await expect
    .poll(async () => {
      if (await next.isVisible()) return true;
      await touch(name);
      return next.isVisible();
    })
    .toBe(true);
}

/** Any page but the introduction. */
const elsewhere = /^(?!Before you start)/;

async function see(title: string | RegExp): Promise<void> {
  await seeHeading(page, title);
  await expectNoSideways();
}

async function askForTwelve(): Promise<void> {
  await inApp(page).getByText('12 words', { exact: true }).tap();
  await expectNoSideways();
  await touch('Create on the device');
}

function* check(paper: readonly string[]): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(pin);
  yield* enterWords(paper, 'halving');
  yield* expectScreen('They match');
  yield* tap('right');
}

/** The middle of a button on the glass of the frame, in the page's own pixels. */
async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('the button is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What to do and what to do it with are in view together: the instruction above the docked device, the device whole. */
async function expectDocked(frame: FrameLocator): Promise<string> {
  const guide = await page.evaluate(() => {
    const inApp = document.querySelector('hb-app')?.shadowRoot;
    const view = inApp?.querySelector('[data-view]')?.shadowRoot;
    const boxOf = (element: Element | null | undefined): { top: number; bottom: number } => {
      const { top = NaN, bottom = NaN } = element?.getBoundingClientRect() ?? {};
      return { top, bottom };
    };
    const title = view?.querySelector('h1');
    return {
      title: title?.textContent ?? '',
      strip: boxOf(inApp?.querySelector('hb-header')?.shadowRoot?.querySelector('.simulator')).bottom,
      texts: [title, ...(view?.querySelectorAll('.lead') ?? [])].map(boxOf),
      dock: boxOf(inApp?.querySelector('aside')),
      height: innerHeight,
      width: innerWidth,
    };
  });
  const { title, strip, texts, dock, height, width } = guide;
  for (const { top, bottom } of texts) {
    expect(top, title).toBeGreaterThanOrEqual(strip);
    expect(bottom, title).toBeLessThanOrEqual(dock.top);
  }
  expect(dock.bottom, title).toBe(height);
  for (const part of await frame.locator('#screen, #left, #both, #right').all()) {
    const box = await part.boundingBox();
    if (box === null) throw new Error(`nothing to press at ${title}`);
    expect(box.y, title).toBeGreaterThanOrEqual(dock.top);
    expect(box.y + box.height, title).toBeLessThanOrEqual(height);
    expect(box.x, title).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, title).toBeLessThanOrEqual(width);
  }
  await expectNoSideways();
  return title;
}

type Finger = (type: 'touchStart' | 'touchEnd', points: { x: number; y: number }[]) => Promise<void>;

const settling = { timeout: 10_000, interval: 50 };

/** In pictures of the page: far more than a hold takes. */
const picturesForHold = 300;

/** Chromium drops a touch into a frame that was moved just then: a person puts the finger down once more. */
async function touchUntilHeld(frame: FrameLocator, finger: Finger): Promise<void> {
  for (let touches = 0; touches < 4; touches += 1) {
    const touch = async (): Promise<void> => finger('touchStart', [await middleOf(frame.locator('#right'))]);
    const isHeld = await pressTaken(frame, touch, picturesForHold);
    await finger('touchEnd', []);
    if (isHeld) return;
  }
  throw new Error('the device takes no hold');
}

/** Presses by touch alone; a hold is a finger that stays until the glass shows something else. */
function touchingFingers(cdp: CDPSession, frame: FrameLocator, seen: Set<string>): SlowFingers {
  const looking = frameFingers(page, frame);
  const finger: Finger = async (type, points) => {
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  };
  return async (action) => {
    // Measured at each step, and not at each of a step's presses.
    const title = await page.locator('hb-on-device h1').textContent();
    // A page that is new is laid out within a few pictures.
    if (title !== null && !seen.has(title)) seen.add(await vi.waitFor(() => expectDocked(frame), settling));
    if (action.kind === 'tap') await pressTaken(frame, () => frame.locator(`#${action.gesture}`).tap());
    if (action.kind === 'wait') await page.waitForTimeout(action.milliseconds);
    if (action.kind === 'hold') await touchUntilHeld(frame, finger);
    return looking(action.kind === 'watch' ? action : { kind: 'look' });
  };
}

describe('a phone', () => {
  it.each([360, 320])('does the whole job over WebUSB, by touch, %i pixels wide', async (width) => {
    const device = createTestDevice();
    const usb = createUsbDevice(usbIdentity(), { exchange: (command) => device.exchange(command) });
    await openPhone(width);
    await installUsb(page, usb);
    const watch = await watchPage(page);
    await page.goto(site.url);
    await see(/A recovery phrase/);
    await touch('Create a new wallet');
    await see('Before you start');
    await page.getByText('I understand that no one').tap();
    await touchUntil('Continue', elsewhere);
    await see('Choose your device');
    await touch(/USB device/);
    await see('How many words?');
    await askForTwelve();
    await see('New wallet?');
    const fingers = hidFingers(
      () => device,
      () => page,
    );
    const paper = await runPersonAsync(createWallet(12, pin), fingers);
    await see('Backed up');
    await touch('Done');
    await touch('Security & privacy');
    await see('Security & privacy');
    await touch(/Check my backup/);
    await see('Check backup?');
    runPerson(check(paper), device.fingers);
    await see('Your words match');
    await touch('Continue');
    await touch('Security & privacy');
    await touch(/Records and reminders/);
    await see('Records and reminders');
    const { ceremonies } = await untilKept(page, (kept) =>
      kept.ceremonies.some(({ result }) => result === 'match'),
    );
    expect(ceremonies.map(({ what }) => what).toSorted()).toEqual(['check', 'create']);
    const [dates] = await Promise.all([page.waitForEvent('download'), touch('Save calendar file')]);
    expect(dates.suggestedFilename()).toBe('reminders.ics');
    await touch('Erase everything');
    await expectNoSideways();
    await touch('Keep it');
    await expectCleanPage(watch, searcherFor(paper), ['dom', 'accessibility', 'storage', 'network']);
  });

  /** By touch: what a finger needs no hint for is not there, and the switches stand behind "Options". */
  async function speakWords(frame: FrameLocator): Promise<void> {
    // Chromium drops clicks into a frame that watches whether it is seen, for half a second after the frame was moved.
    const tapUntil = async (target: Locator, fits: () => Promise<boolean>): Promise<void> => {
      await expect
        .poll(async () => {
          if (await fits()) return true;
          await target.tap({ timeout: 500 }).catch(() => undefined);
          return fits();
        })
        .toBe(true);
    };
    const options = frame.getByRole('button', { name: 'Options' });
    const speech = frame.getByLabel('Speak secret words');
    const headphones = frame.getByRole('button', { name: "I'm wearing headphones" });
    expect(await speech.isVisible()).toBe(false);
    await tapUntil(options, () => speech.isVisible());
    expect(await frame.getByText('Keys:').isVisible()).toBe(false);
    await tapUntil(speech, () => headphones.isVisible());
    await tapUntil(headphones, async () => !(await headphones.isVisible()));
    await tapUntil(options, async () => !(await speech.isVisible()));
  }

  it.each([
    [360, 740],
    [320, 568],
  ])('has device and instruction in view at every step, by touch, %i x %i', async (width, height) => {
    await openPhone(width, height);
    const watch = await watchPage(page);
    await page.goto(site.url);
    await touch('Try it with the simulator');
    await page.getByText('I understand that no one').tap();
    await touchUntil('Continue', elsewhere);
    await see('How many words?');
    await askForTwelve();
    await see('New wallet?');
    const frame = page.frameLocator('iframe');
    await speakWords(frame);
    const cdp = await context.newCDPSession(page);
    const seen = new Set<string>();
    const paper = await runPersonAsync(createWallet(12, pin), touchingFingers(cdp, frame, seen));
    await see('Backed up');
    expect(seen.size).toBeGreaterThan(6);
    // The end is a page, and not a scroll.
    const done = await page.getByRole('button', { name: 'Done' }).boundingBox();
    expect((done?.y ?? Infinity) + (done?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1700);
    const buttons = frame.locator('#left, #both, #right');
    for (const button of await buttons.all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await expectCleanPage(watch, searcherFor(paper), ['dom', 'accessibility', 'storage', 'network']);
    expectNoChance(watch);
    // The device in the page is gone with it, so that it is not among the person's devices.
    const kept = await untilKept(page, ({ ceremonies }) => ceremonies[0]?.result === 'completed');
    expect(kept.devices).toEqual([]);
    expect(kept.ceremonies).toMatchObject([{ what: 'create', device: { simulator: true } }]);
  });

  it('has the device beside the instruction when it lies on its side', async () => {
    await openPhone(740, 360);
    await page.goto(site.url);
    await touch('Try it with the simulator');
    await page.getByText('I understand that no one').tap();
    await touchUntil('Continue', elsewhere);
    await see('How many words?');
    await askForTwelve();
    await see('New wallet?');
    for (const part of await page.frameLocator('iframe').locator('#screen, #left, #both, #right').all()) {
      const box = await part.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(360);
    }
  });
});
