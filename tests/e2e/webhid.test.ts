/**
 * The built app with a WebHID device: Ledger's own transport, loaded as the built site loads it (own chunk, `Buffer`
 * first, strict policy), over a `navigator.hid` whose device is the real firmware behind the device-side framing.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createHidDevice, type HidDevice } from '../../firmware-sim/usb/hid-device.ts';
import { createWallet, runPerson } from '../support/person.ts';
import { createTestDevice, type TestDevice } from '../support/test-device.ts';
import { askForWallet, launchBrowser, seeHeading, startSite, type Site } from './support/app.ts';

declare global {
  interface Window {
    hidReceive(report: number[]): Promise<number[][]>;
    unplugDevice(): void;
    plugDeviceIn(productId: number): void;
    chooseDevice: boolean;
  }
}

/** Runs in the page before its scripts: WebHID with one device, as Chromium shows it. */
function installFakeHid(): void {
  class FakeDevice extends EventTarget {
    opened = false;
    vendorId = 0x2c97;
    productId: number;
    productName = 'Simulated device';
    collections = [{ usagePage: 0xffa0, usage: 1 }];
    constructor(productId: number) {
      super();
      this.productId = productId;
    }
    open(): Promise<void> {
      if (this.opened) return Promise.reject(new DOMException('already open', 'InvalidStateError'));
      this.opened = true;
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.opened = false;
      return Promise.resolve();
    }
    async sendReport(_reportId: number, data: Uint8Array): Promise<void> {
      if (!this.opened) throw new DOMException('Failed to write the report.', 'NetworkError');
      for (const answer of await window.hidReceive([...data])) {
        const event = Object.assign(new Event('inputreport'), {
          data: new DataView(Uint8Array.from(answer).buffer),
        });
        if (this.opened) this.dispatchEvent(event);
      }
    }
  }
  let device: FakeDevice | undefined = new FakeDevice(0x5000);
  const devices = (): FakeDevice[] => (device === undefined ? [] : [device]);
  const hid = Object.assign(new EventTarget(), {
    getDevices: () => Promise.resolve(devices()),
    requestDevice: () => Promise.resolve(window.chooseDevice ? devices() : []),
  });
  const tell = (type: string, which: FakeDevice): void => {
    hid.dispatchEvent(Object.assign(new Event(type), { device: which }));
  };
  Object.defineProperty(navigator, 'hid', { value: hid });
  window.chooseDevice = true;
  window.unplugDevice = () => {
    const gone = device;
    if (gone === undefined) return;
    device = undefined;
    gone.opened = false;
    tell('disconnect', gone);
  };
  window.plugDeviceIn = (productId) => {
    device = new FakeDevice(productId);
    tell('connect', device);
  };
}

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
/** A tab in which the person has read the two screens and is about to choose a device. */
async function openTab(usb: HidDevice): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await tab.exposeFunction('hidReceive', (report: number[]) =>
    usb.receive(Uint8Array.from(report)).map((answer) => [...answer]),
  );
  await tab.addInitScript(installFakeHid);
  await tab.goto(site.url);
  await tab.getByRole('button', { name: 'Use my device' }).click();
  await tab.getByRole('button', { name: 'Continue' }).click();
  await tab.getByRole('button', { name: 'I understand' }).click();
  return tab;
}

beforeEach(async () => {
  device = createTestDevice();
  errors = [];
  usb = createHidDevice({ exchange: (command) => device.exchange(command) });
  context = await browser.newContext();
  page = await openTab(usb);
});
afterEach(() => context.close());

const choose = (tab = page): Promise<void> => tab.getByRole('button', { name: /USB device/ }).click();

describe('a WebHID device', () => {
  it('is driven through a whole ceremony by Ledger’s transport, without an error on the console', async () => {
    await choose();
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    runPerson(createWallet(12, '4028'), device.fingers);
    await seeHeading(page, 'Backed up');
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

  it('unplugged in the middle comes back by itself, under another product id of the same model', async () => {
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

  it('belongs to one tab: the second one is told, and takes over when the first is closed', async () => {
    await choose();
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    const second = await openTab(usb);
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
