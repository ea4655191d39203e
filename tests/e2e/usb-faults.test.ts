/**
 * What can go wrong with a device on a cable, in the built app over Ledger's own transport: each has a state of its own,
 * with a sentence that tells the person what to do, and continues once its cause is gone.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createHidDevice, type HidDevice } from '../../firmware-sim/ports/usbip/hid-device.ts';
import { encodeResponse } from '../../src/protocol/apdu/apdu.ts';
import { hostblindClass } from '../../src/protocol/apdu/instructions.ts';
import { statusWords } from '../../src/protocol/apdu/status-words.ts';
import { udevRules } from '../../src/transport/udev-rules.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  createWallet,
  enterPin,
  readWord,
  reveal,
  runPersonAsync,
  tap,
  type Person,
} from '../kit/drivers/person.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';
import {
  askForWallet,
  inApp,
  launchBrowser,
  seeHeading,
  seeHome,
  startSite,
  type Site,
} from './support/app.ts';
import { hidFingers } from './support/hid-fingers.ts';
import { openHidTab } from './support/hid-page.ts';

const pin = '4028';
const linux =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let device: TestDevice;
let usb: HidDevice;
let errors: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function open(userAgent: string): Promise<void> {
  context = await browser.newContext({ userAgent });
  page = await openHidTab({ context, site, errors, usb: () => usb });
}

beforeEach(() => {
  errors = [];
  device = createTestDevice();
  usb = createHidDevice({ exchange: (command) => device.exchange(command) });
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const choose = (): Promise<void> => page.getByRole('button', { name: /USB device/ }).click();
const ready = (): Promise<void> => page.getByRole('button', { name: 'Create on the device' }).waitFor();
const fingers = hidFingers(
  () => device,
  () => page,
);
const person = <Result>(script: Person<Result>): Promise<Result> => runPersonAsync(script, fingers);

/** The cable goes, and the device's power with it; then both come back, as another device object of the browser. */
async function replug(productId = 0x5000): Promise<void> {
  await page.evaluate(() => window.unplugDevice());
  device = device.replug();
  await page.evaluate((id) => window.plugDeviceIn(id), productId);
}

describe('opening', () => {
  it('without permission on Linux the app shows the udev rules, and resumes on plug-in', async () => {
    await open(linux);
    await page.evaluate(() => {
      window.hidFaults = { openError: 'NotAllowedError' };
    });
    await choose();
    await inApp(page).getByText('Couldn’t open the device').waitFor();
    for (const rule of udevRules) await inApp(page).getByText(rule).waitFor();
    await page.evaluate(() => {
      window.hidFaults = {};
    });
    await replug();
    await ready();
  });

  it('waits while another program holds the device, and continues once it is free', async () => {
    await open(mac);
    await page.evaluate(() => {
      window.hidFaults = { openError: 'NotAllowedError' };
    });
    await choose();
    await seeHeading(page, 'Your device is in use elsewhere');
    await page.evaluate(() => {
      window.hidFaults = {};
    });
    await ready();
  });

  it('closes and reopens a device that a hung connection in this page still holds', async () => {
    await open(linux);
    await page.evaluate(async () => {
      const [leftOpen] = await navigator.hid.getDevices();
      await leftOpen?.open();
    });
    await choose();
    await ready();
  });

  it('the list closed without a choice: nothing is said, and it can be opened again', async () => {
    await open(linux);
    await page.evaluate(() => {
      window.chooseDevice = false;
    });
    await choose();
    await page.getByRole('button', { name: /USB device/ }).waitFor();
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
    await page.evaluate(() => {
      window.chooseDevice = true;
    });
    await choose();
    await ready();
  });

  it('a device that never answers gets advice after 5 s, and a replug is enough', async () => {
    await open(linux);
    await page.evaluate(() => {
      window.hidFaults = { silent: true };
    });
    await choose();
    await seeHeading(page, 'That didn’t work');
    await inApp(page).getByText('Unplug it, wait a moment, then plug it back in.', { exact: true }).waitFor();
    await page.evaluate(() => {
      window.hidFaults = {};
    });
    await replug();
    await ready();
  });

  it('asks for the PIN on a locked device, and continues once it is unlocked', async () => {
    let locked = true;
    usb = createHidDevice({
      exchange: (command) =>
        locked && command[0] === hostblindClass
          ? encodeResponse(statusWords.locked)
          : device.exchange(command),
    });
    await open(linux);
    await choose();
    await seeHeading(page, 'The device is locked');
    locked = false;
    await ready();
  });
});

describe('in the middle of a ceremony', () => {
  async function begin(): Promise<void> {
    await choose();
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
  }

  function* firstWords(): Person<void> {
    yield* agreeToNewWallet();
    yield* choosePin(pin);
    yield* reveal();
    yield* readWord(1);
    yield* tap('right');
  }

  function* resume(): Person<void> {
    yield* tap('right');
    yield* enterPin(pin);
    yield* backUp(12);
  }

  it('unplugged during an exchange: the app says nothing is lost, and reconnects', async () => {
    await open(linux);
    await begin();
    await person(firstWords());
    await seeHeading(page, 'Word 2 of 12');
    await page.evaluate(() => {
      window.hidFaults = { unplugAtReport: true };
    });
    await seeHeading(page, 'Your device isn’t connected');
    await inApp(page).getByText('Nothing’s lost').first().waitFor();
    device = device.replug();
    // Other product id: another of its USB interfaces is on, as after another app was opened.
    await page.evaluate(() => window.plugDeviceIn(0x5011));
    await seeHeading(page, 'Not backed up');
    await person(resume());
    await seeHome(page);
  });

  it('stops to answer: the same, and it goes on when the device answers again', async () => {
    await open(linux);
    await begin();
    await page.evaluate(() => {
      window.hidFaults = { silent: true };
    });
    await seeHeading(page, 'Your device isn’t connected');
    await page.evaluate(() => {
      window.hidFaults = {};
    });
    await seeHeading(page, 'New wallet?');
  });

  it('another program talks to the device at the same time: neither notices', async () => {
    await open(linux);
    await page.evaluate(() => {
      window.hidFaults = { foreign: true };
    });
    await begin();
    await person(createWallet(12, pin));
    await seeHome(page);
  });

  it('the page is reloaded: it is back where the device is, without asking', async () => {
    await open(linux);
    await begin();
    await person(firstWords());
    await seeHeading(page, 'Word 2 of 12');
    await page.reload();
    await seeHeading(page, 'Word 2 of 12');
    await person(tap('right'));
    await seeHeading(page, 'Word 3 of 12');
  });

  it('locked after a power cut: the app waits for the PIN on the device', async () => {
    await open(linux);
    await begin();
    await person(createWallet(12, pin));
    await seeHome(page);
    await replug();
    await seeHeading(page, 'Enter your PIN');
    await person(enterPin(pin));
    await seeHome(page);
  });
});
