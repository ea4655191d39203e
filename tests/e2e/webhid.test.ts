/**
 * The built app with a WebHID device: Ledger's own transport, loaded as the built site loads it (own chunk, `Buffer`
 * first, strict policy), over a `navigator.hid` whose device is the real firmware behind the device-side framing.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createHidDevice, type HidDevice } from '../../firmware-sim/ports/usbip/hid-device.ts';
import { createWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';
import { askForWallet, launchBrowser, seeHeading, seeHome, startSite, type Site } from './support/app.ts';
import { hidFingers } from './support/hid-fingers.ts';
import { openHidTab } from './support/hid-page.ts';

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let usb: HidDevice;
let device: TestDevice;
let errors: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  device = createTestDevice();
  errors = [];
  usb = createHidDevice({ exchange: (command) => device.exchange(command) });
  context = await browser.newContext();
  page = await openHidTab({ context, site, errors, usb: () => usb });
});
afterEach(() => context.close());

const choose = (tab = page): Promise<void> => tab.getByRole('button', { name: /USB device/ }).click();

describe('a WebHID device', () => {
  it('a whole ceremony runs over Ledger’s transport without a console error', async () => {
    await choose();
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    const fingers = hidFingers(
      () => device,
      () => page,
    );
    await runPersonAsync(createWallet(12, '4028'), fingers);
    await seeHome(page);
    expect(errors).toEqual([]);
  });

  it('a list closed without a choice is quiet, and can be opened again', async () => {
    await page.evaluate(() => {
      window.chooseDevice = false;
    });
    await choose();
    await page.getByRole('button', { name: /USB device/ }).waitFor();
    await page.evaluate(() => {
      window.chooseDevice = true;
    });
    await choose();
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('reconnects after an unplug, even under another product ID of the same model', async () => {
    await choose();
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    await page.evaluate(() => {
      window.unplugDevice();
    });
    // Its power goes with the cable, before there was anything to lose.
    device = device.replug();
    await page.evaluate(() => {
      window.plugDeviceIn(0x5011);
    });
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('a device belongs to one tab; a second tab waits, and takes over when it closes', async () => {
    await choose();
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    const second = await openHidTab({ context, site, errors, usb: () => usb });
    await choose(second);
    await second
      .getByText(/other tab/i)
      .first()
      .waitFor();
    await page.close();
    await second.getByRole('button', { name: 'Create on the device' }).waitFor();
    expect(errors).toEqual([]);
  });
});
