/**
 * The addresses on the glass, end to end: of a wallet on a real simulator process, and of words on a paper in the simulator on the page.
 * The page learns that they were shown, and none of them.
 */
import { mnemonicToSeedSync } from '@scure/bip39';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { addressPaths } from '../../src/protocol/address-paths.ts';
import { endingsInEnglish } from '../../src/text/en/endings.ts';
import { explanationsInEnglish } from '../../src/text/en/explanations.ts';
import { settingsInEnglish } from '../../src/text/en/settings.ts';
import { frameInEnglish } from '../../src/text/en/simulator/frame.ts';
import { ethereumAddressOf } from '../fixtures/data/independent-addresses.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import {
  agree,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  readAddresses,
  runPersonAsync,
  tap,
} from '../kit/drivers/person.ts';
import {
  askForWallet,
  connectToProcess,
  launchBrowser,
  seeHeading,
  seeHome,
  startSite,
  withoutServiceWorker,
  type Site,
} from './support/app.ts';
import { pressTaken } from './support/frame-fingers.ts';
import { expectCleanPage, searcherFor } from './support/leaks.ts';
import { sceneForEachTest } from './support/scene.ts';
import { useSimulator } from './support/way-in.ts';

/** Eight digits, so that they are not found by chance. */
const pin = '40286619';

const { addresses: showAddresses } = settingsInEnglish.home;
const { offer, ask } = settingsInEnglish.identify;
const shown = endingsInEnglish.ended('addresses', 'completed').title;

describe('the addresses of a wallet', () => {
  const scene = sceneForEachTest();

  it('are shown after its backup and after a check, and none of them reaches the page', async () => {
    const { page, bench, appUrl } = scene.stage;
    const fingers = benchFingers(bench);
    const received: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => received.push(Buffer.from(payload).toString('hex'))),
    );
    const watch = await watchPage(page);
    await connectToProcess(page, appUrl);
    await askForWallet(page, 12);
    await bench.waitForText('New wallet?');
    const paper = await runPersonAsync(createWallet(12, pin), fingers);

    // The page that celebrates the backup leads on to them.
    await page.getByRole('button', { name: showAddresses }).click();
    await bench.waitForText('Addresses?');
    await runPersonAsync(agree('Addresses?'), fingers);
    await runPersonAsync(enterPin(pin), fingers);
    await seeHeading(page, 'Addresses');
    await page.getByText(explanationsInEnglish.compare.title).waitFor();
    await page.getByText(addressPaths.bitcoin).waitFor();
    await runPersonAsync(tap('right'), fingers);
    const [, ...rows] = await runPersonAsync(expectScreen('Ethereum, account 1'), fingers);
    const ethereum = ethereumAddressOf(mnemonicToSeedSync(paper.join(' ')), addressPaths.ethereum);
    expect(rows.join('').replaceAll(' ', '')).toContain(ethereum);
    await watch.look();
    await runPersonAsync(tap('left'), fingers);
    const { bitcoin } = await runPersonAsync(readAddresses(), fingers);
    await seeHeading(page, shown);
    await page.getByRole('button', { name: 'Continue' }).click();
    await seeHome(page);

    await page.getByRole('button', { name: /Check my backup/ }).click();
    await bench.waitForText('Check backup?');
    await runPersonAsync(agree('Check backup?'), fingers);
    await runPersonAsync(enterPin(pin), fingers);
    await runPersonAsync(enterWords(paper, 'halving'), fingers);
    await runPersonAsync(expectScreen('They match'), fingers);
    await runPersonAsync(tap('right'), fingers);
    await seeHeading(page, 'Your words match');
    await page.getByRole('button', { name: showAddresses }).click();
    await bench.waitForText('Addresses?');
    await runPersonAsync(tap('left'), fingers);
    await seeHeading(page, 'You declined on the device');

    const all = `${await page.content()} ${await page.locator('hb-app').innerText()}`;
    for (const address of [ethereum, bitcoin]) {
      expect(all.toLowerCase()).not.toContain(address.slice(2, 10).toLowerCase());
      expect(received.join(' ')).not.toContain(Buffer.from(address.slice(4, 12)).toString('hex'));
    }
    expect(received.join(' ')).not.toContain(ethereum.slice(2, 14).toLowerCase());
    expect(received.length).toBeGreaterThan(20);
    await expectCleanPage(watch, searcherFor(paper, [pin]));
  });
});

describe('a paper, on the simulator in the page', () => {
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
    context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...withoutServiceWorker });
    page = await context.newPage();
    frame = page.frameLocator('iframe');
  });
  afterEach(() => context.close());

  const glassSays = (text: string | RegExp): Promise<void> =>
    frame.locator('#screen-text').filter({ hasText: text }).waitFor({ state: 'attached' });
  const press = (label: string): Promise<void> =>
    frame.getByRole('button', { name: `${frameInEnglish.rightButton} ${label}` }).click();

  it('is told by its addresses, and the device is as empty as before', async () => {
    await page.goto(site.url);
    await useSimulator(page);
    await page.getByRole('button', { name: offer }).click();
    await page.getByRole('radio', { name: '12 words' }).check({ force: true });
    await page.getByRole('button', { name: ask }).click();
    await glassSays('Enter 12 words');
    await press('Yes');
    await glassSays('Entry method');
    await press('Halving');
    await glassSays('Word 1 of 12');
    // Eleven times the first word of the list, and then the fourth: 11 presses a word.
    for (let presses = 0; presses < 12 * 11; presses += 1) {
      const key = presses < 12 * 11 - 2 ? 'ArrowLeft' : 'ArrowRight';
      await pressTaken(frame, () => page.keyboard.press(key));
    }
    await glassSays('Addresses');
    await press('Next');
    await glassSays('0x 9858 EfFD 232B');
    await glassSays('EC34 EcaE da94');
    await press('Next');
    await glassSays('bc1q cr8t e4kr 609g');
    await press('Done');
    await seeHeading(page, shown);
    await page.getByRole('button', { name: 'Continue' }).click();
    await seeHeading(page, 'How many words?');
    expect(await page.content()).not.toMatch(/9858|cr8t/);
  });

  it('is not asked for where the code for it doesn’t load, and all else goes on', async () => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await context.route(/\/assets\/keys-[^/]*\.js$/, (route) => route.abort());
    await page.goto(site.url);
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    await page.getByRole('button', { name: 'Restore from my words' }).waitFor();
    expect(await page.getByRole('button', { name: offer }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
