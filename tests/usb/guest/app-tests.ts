/** The built app in Chromium, over a device that the kernel knows. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { askForWallet, seeHeading, seeHome } from '../../e2e/support/app.ts';
import { allowedSite, askingSite, typeKeys } from './browser.ts';
import type { PluggedDevice } from './plugged-device.ts';
import { useDevice } from '../../e2e/support/way-in.ts';

async function inNewTab(
  browser: Browser,
  failurePicture: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 640 },
    // Motion costs an emulated processor dearly.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  try {
    await use(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    await page.screenshot({ path: failurePicture }).catch(() => undefined);
    throw faults.length === 0 ? error : new Error(`the page said: ${faults.join(' | ')}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** No page, attribute or storage may hold what is on the paper, but for words of our own sentences. */
async function expectNoWords(page: Page, paper: readonly string[]): Promise<void> {
  const html = await page.evaluate(() => {
    const texts: string[] = [
      JSON.stringify([localStorage, sessionStorage].map((store) => Object.entries(store))),
    ];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        texts.push(...Array.from(element.attributes, ({ value }) => value));
        for (const node of element.childNodes)
          if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue ?? '');
        if (element.shadowRoot !== null) visit(element.shadowRoot);
      }
    };
    visit(document);
    return texts.join(' ').toLowerCase();
  });
  const said = new Set(html.match(/[a-z]+/g));
  const common = paper.filter((word) => said.has(word));
  assert.ok(common.length <= 3, `${common.length} words of the phrase are in the page`);
}

/** 24 words over WebHID, permission by policy; the cable is pulled in the middle of the words and put back. */
export async function appOverWebHid(browser: Browser, device: PluggedDevice, share: string): Promise<void> {
  await inNewTab(browser, join(share, 'failed-webhid.png'), async (page) => {
    await page.goto(`${allowedSite}#usb`);
    await askForWallet(page, 24);
    await seeHeading(page, 'New wallet?');
    const begun = await device.person('begin and write six words');
    await seeHeading(page, 'Word 7 of 24');
    // Drawing a picture takes seconds on an emulated processor.
    if (process.env['SCREENSHOTS'] === '1') {
      await page.screenshot({ path: join(share, 'app-over-webhid.png') });
    }

    await device.cut();
    await seeHeading(page, 'Your device isn’t connected');
    await device.restore();
    await seeHeading(page, 'Not backed up');
    await device.person('resume');
    await seeHeading(page, 'Pen and paper');
    const paper = await device.person('write 24');
    await seeHeading(page, 'All written?');
    await device.person('confirm and finish', paper);
    await seeHome(page);
    await page.getByText('Wallet ID').first().waitFor();
    assert.deepEqual(paper.slice(0, 6), begun);
    await expectNoWords(page, paper);
  });
}

/** A browser that has WebUSB and no WebHID, as Chrome on Android. */
export async function appOverWebUsb(browser: Browser, device: PluggedDevice, share: string): Promise<void> {
  await inNewTab(browser, join(share, 'failed-webusb.png'), async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'hid', { value: undefined });
    });
    await page.goto(`${allowedSite}#webusb`);
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    const paper = await device.person('create 12');
    await seeHome(page);
    await page.getByText('Wallet ID').first().waitFor();
    await expectNoWords(page, paper);
  });
}

/** Nothing is allowed here: the person picks the device in the browser's own list, by keyboard. */
export async function appThroughChooser(
  browser: Browser,
  device: PluggedDevice,
  { share, onChooser }: { share: string; onChooser: () => void },
): Promise<void> {
  await inNewTab(browser, join(share, 'failed-chooser.png'), async (page) => {
    await page.goto(askingSite);
    await useDevice(page);
    await page.getByRole('button', { name: /USB device/ }).click();
    await seeHeading(page, 'Pick it from the browser’s list');
    const connected = page.getByRole('button', { name: 'Create on the device' }).waitFor();
    let done = false;
    const settled = connected.then(
      () => {
        done = true;
      },
      () => {
        done = true;
      },
    );
    // The list fills as devices are found: until one is picked, the keys do nothing.
    for (let tries = 0; tries < 12 && !done; tries += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 2000);
      });
      if (done) break;
      onChooser();
      await typeKeys('Tab', 'Down', 'Return');
    }
    await settled;
    await connected;
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    await device.person('create 12');
    await seeHome(page);
  });
}
