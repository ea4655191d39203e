/** H12 in the built app: its text nodes are replaced after every press, and the page still shows where the device is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { glassText } from '../../src/text/glass.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { createWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { swapTextNodes } from '../fixtures/screens/translator.ts';
import {
  askForWallet,
  connectToProcess,
  launchBrowser,
  seeHeading,
  seeHome,
  setStage,
  type Stage,
} from './support/app.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await setStage(browser);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

it('a page that is translated at every step follows the device to "Backed up"', async () => {
  const { page, bench, appUrl } = stage;
  const translate = (): Promise<void> => page.evaluate(`(${String(swapTextNodes)})(document.body)`);
  await connectToProcess(page, appUrl);
  await askForWallet(page, 12);
  await bench.waitForText('New wallet?');
  await translate();
  let followed = 0;
  const fingers = benchFingers(bench, async () => {
    const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
    if (status.activity === 'none') return;
    await seeHeading(page, glassText.stage(status.stage, { ...status, wordCount: 12 }).title);
    followed += 1;
    await translate();
  });
  await runPersonAsync(createWallet(12, '4711'), fingers);
  await seeHome(page);
  await page.locator('hb-home .id').waitFor();
  expect(followed).toBeGreaterThan(50);
  await stage.simulator.stop();
  await page.getByText('Not connected').first().waitFor();
});
