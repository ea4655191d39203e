/** What a newcomer does after `npm start`, with the keyboard alone: the simulator in the page, from first screen to "Backed up". */
import type { Browser, Page } from 'playwright-core';
import { agreeToIntroduction } from './support/way-in.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { createWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { launchBrowser, seeHeading, seeHome, startSite, type Site } from './support/app.ts';
import { frameFingers } from './support/frame-fingers.ts';
import { expectCleanPage, searcherFor } from './support/leaks.ts';
import { picture } from './support/picture.ts';

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

/** The text of what has the focus in the page, shadow roots looked through. */
function focusedText(): string {
  let element = document.activeElement;
  for (let inner = element; inner !== null; inner = inner.shadowRoot?.activeElement ?? null) element = inner;
  return element?.textContent?.trim().replaceAll(/\s+/g, ' ') ?? '';
}

/** Tab by tab to the button that begins with `name`, then Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(focusedText)).startsWith(name)) return page.keyboard.press('Enter');
  }
  throw new Error(`twenty tabs did not lead to "${name}"`);
}

describe('a newcomer with a keyboard', () => {
  it('creates 12 words on the page’s simulator, while the page never holds a word', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const watch = await watchPage(page);
    await page.goto(site.url);
    await seeHeading(page, /no computer ever sees/);
    await picture(page, 'welcome');
    await pressByKeyboard(page, 'Try it with the simulator');
    await seeHeading(page, 'Before you start');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await pressByKeyboard(page, 'Continue');
    await seeHeading(page, 'How many words?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: '12 words' }).isChecked()).toBe(true);
    await pressByKeyboard(page, 'Create on the device');
    await seeHeading(page, 'New wallet?');

    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Speak secret words').focus();
    await page.keyboard.press('Space');
    await frame.getByRole('button', { name: "I'm wearing headphones" }).focus();
    await page.keyboard.press('Enter');
    await frame.locator('#left').focus();
    let looks = 0;
    let atTheHold = false;
    const fingers = frameFingers(page, frame);
    const paper = await runPersonAsync(createWallet(12, '13579'), async (action) => {
      looks += 1;
      if (looks % 5 === 0) await watch.look();
      if (action.kind === 'hold' && !atTheHold) {
        atTheHold = true;
        await seeHeading(page, 'Hold to reveal');
        await picture(page, 'hold');
      }
      return fingers(action);
    });
    await seeHome(page);
    await picture(page, 'backed-up');
    expect(paper).toHaveLength(12);
    // The words are in the frame's own process, by design: the app's document and heap are looked at, not all memory.
    await expectCleanPage(watch, searcherFor(paper), [
      'dom',
      'accessibility',
      'storage',
      'network',
      'message',
    ]);
    await page.close();
  });

  it('in a hurry skips no page unread, and is asked before a reload ends the device', async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Try it with the simulator' }).dblclick();
    await seeHeading(page, 'Before you start');
    await page.getByRole('button', { name: 'Continue' }).dblclick();
    await page.getByText('Tick the box above first.').waitFor();
    await seeHeading(page, 'Before you start');
    await agreeToIntroduction(page);
    await page.getByRole('button', { name: 'Create on the device' }).click();
    await seeHeading(page, 'New wallet?');
    const asked = page.waitForEvent('dialog');
    // It never comes to its end: the person stays.
    const reload = page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await seeHeading(page, 'New wallet?');
    await page.close();
    await reload;
  });
});
