/**
 * The life of a phrase after its backup, end to end: built app, real Chromium, real simulator process, one device
 * from its first wallet to the day it is restored. The page never holds a word.
 */
import { describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { glassText } from '../../src/text/glass.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import {
  agree,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  readWord,
  reveal,
  runPersonAsync,
  tap,
  wipe,
  type Person,
} from '../kit/drivers/person.ts';
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { leaveStoppedAtBench } from './support/presses.ts';
import { untilKept } from './support/kept-records.ts';
import { expectCleanBrowser, expectCleanPage, searcherFor, whenTheLastWordShows } from './support/leaks.ts';
import { picture } from './support/picture.ts';

/** Eight digits each, so that they are not found by chance. */
const pin = '40286619';
const newPin = '83057264';
const count = 12;

const scene = sceneForEachTest();

function* lookAtEveryWord(): Person<string[]> {
  yield* agree('Show words?');
  yield* enterPin(pin);
  yield* reveal();
  const seen: string[] = [];
  for (let position = 1; position <= count; position += 1) {
    seen.push(yield* readWord(position));
    yield* tap('right');
  }
  yield* expectScreen('All seen?');
  yield* tap('right');
  return seen;
}

function* check(paper: readonly string[], title: string): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(pin);
  yield* enterWords(paper, 'halving');
  yield* expectScreen(title);
  yield* tap('right');
}

function* changePin(): Person<void> {
  yield* agree('Change PIN?');
  yield* enterPin(pin);
  yield* choosePin(newPin);
}

function* rename(): Person<void> {
  const lines = yield* expectScreen('Rename?');
  if (!lines.join(' ').includes('Travel'))
    throw new Error('the device does not show the name that was chosen');
  yield* tap('right');
  yield* enterPin(newPin);
}

function* wipeAll(): Person<void> {
  yield* agree('Wipe device?');
  yield* wipe();
}

function* restore(paper: readonly string[]): Person<void> {
  yield* agree('Restore?');
  yield* enterWords(paper, 'letters');
  yield* choosePin(newPin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** From the end of a ceremony, by the wallet, to the settings. */
async function toSettings(page: Page): Promise<void> {
  await press(page, 'Continue');
  await seeHome(page);
  await press(page, 'Security & privacy');
  await seeHeading(page, 'Security & privacy');
}

describe('the life of a phrase', () => {
  // Eight ceremonies, each with its scans: longer than the others on a busy machine.
  it(
    'a wallet goes from creation to restore, and the page never holds a word',
    { timeout: 600_000 },
    async () => {
      const { page, bench, appUrl } = scene.stage;
      const watch = await watchPage(page);
      await connectToProcess(page, appUrl);
      await askForWallet(page, count);
      await bench.waitForText('New wallet?');
      const paper = await runPersonAsync(createWallet(count, pin), benchFingers(bench));
      await seeHome(page);
      const searcher = searcherFor(paper, [pin, newPin]);
      const walletId = (await page.locator('hb-home .id').innerText()).replaceAll(/\s/g, '');
      expect(walletId).toBe(toHex((await bench.apdu(fromHex('C805000000'))).slice(0, 16)));
      await inApp(page)
        .getByText(/^Backed up on /)
        .first()
        .waitFor();

      const backupState = (text: string): Locator => page.locator('hb-header .backup', { hasText: text });
      /** In which ceremonies the memory was searched while the last word was on the glass. */
      const scanned: string[] = [];
      /** The person works on the device; the page's heading is the device's own sentence at every step. */
      const onDevice = async <Result>(question: string, person: Person<Result>): Promise<Result> => {
        await bench.waitForText(question);
        let followed = '';
        const scanMemory = whenTheLastWordShows(bench, count, async () => {
          scanned.push(question);
          await expectCleanBrowser(scene.browser, searcher);
        });
        const fingers = benchFingers(bench, async () => {
          await scanMemory();
          const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
          const facts = { ...status, wordCount: status.wordCount === 0 ? count : status.wordCount };
          const { title } = glassText.stage(status.stage, facts);
          if (status.activity === 'none' || title === followed) return;
          followed = title;
          await seeHeading(page, title);
          await watch.look();
        });
        const result = await runPersonAsync(person, fingers);
        await expectCleanPage(watch, searcher);
        await expectCleanBrowser(scene.browser, searcher);
        return result;
      };

      // Show again: two questions, one of them answered wrongly at first.
      await press(page, 'Security & privacy');
      await seeHeading(page, 'Security & privacy');
      await picture(page, 'settings');
      await press(page, /Show recovery phrase on device/);
      await press(page, 'Get started');
      await seeHeading(page, /Who can get your wallet back/);
      await picture(page, 'quiz');
      await press(page, 'The maker of the device or this app');
      await seeHeading(page, 'Not quite');
      await press(page, 'Answer again');
      await press(page, 'No one');
      await press(page, 'Continue');
      await seeHeading(page, /Someone from support/);
      await press(page, 'I share nothing and hang up');
      await press(page, 'Continue');
      await seeHeading(page, 'Now look at your device');
      expect((await bench.screen()).lines.map(({ text }) => text)).not.toContain('Show words?');
      await press(page, 'Show on the device');
      const seen = await onDevice('Show words?', lookAtEveryWord());
      expect(seen.join(' ') === paper.join(' ')).toBe(true);
      await seeHeading(page, 'You’ve seen your words');

      await toSettings(page);
      await press(page, /Check my backup/);
      await onDevice('Check backup?', check(paper, 'They match'));
      await seeHeading(page, 'Your words match');
      await inApp(page)
        .getByText(/^Last checked on /)
        .waitFor();
      await picture(page, 'check-match');
      const { wallets } = await untilKept(page, (kept) => kept.wallets[0]?.checked !== undefined);
      expect(wallets).toMatchObject([{ walletId, checked: expect.any(String) as string }]);
      await press(page, 'Continue');
      await inApp(page)
        .getByText(/^Backed up, checked on /)
        .waitFor();

      await press(page, 'Security & privacy');
      await press(page, /Check my backup/);
      await onDevice('Check backup?', check(paper.with(4, paper[4] === 'zoo' ? 'zone' : 'zoo'), 'No match'));
      await seeHeading(page, 'Your words don’t match');
      const unfit = await untilKept(page, (kept) =>
        kept.ceremonies.some(({ result }) => result === 'no-match'),
      );
      // H12: the failed check stays, on every page, until one matches.
      expect(unfit.wallets).toMatchObject([{ ...wallets[0], doubted: expect.any(String) as string }]);
      await backupState('Check failed').waitFor();
      await press(page, 'Continue');
      await inApp(page).getByText('Your paper doesn’t match').waitFor();
      await picture(page, 'doubtful');
      await page.reload();
      await inApp(page).getByText('Your paper doesn’t match').waitFor();
      await press(page, 'Check again');
      await onDevice('Check backup?', check(paper, 'They match'));
      await seeHeading(page, 'Your words match');
      await backupState('Backed up').waitFor();

      await toSettings(page);
      await press(page, /Change PIN/);
      await onDevice('Change PIN?', changePin());
      await seeHeading(page, 'PIN changed');

      await toSettings(page);
      await inApp(page).getByText('It has no name yet.').waitFor();
      await press(page, /Rename device/);
      await page.getByRole('radio', { name: 'Travel' }).check({ force: true });
      await press(page, 'Rename on the device');
      await onDevice('Rename?', rename());
      await seeHeading(page, 'Your device has a new name');

      await toSettings(page);
      await inApp(page).getByText('It’s called “Travel”.').waitFor();
      await press(page, /Wipe device/);
      await seeHeading(page, 'Wipe this device?');
      await press(page, 'Wipe on the device');
      await onDevice('Wipe device?', wipeAll());
      await seeHeading(page, 'Your device is empty');
      await press(page, 'Continue');

      await press(page, 'Restore from my words');
      await seeHeading(page, 'How many words are on your paper?');
      await page.getByRole('radio', { name: `${count} words` }).check({ force: true });
      await press(page, 'Restore on the device');
      await onDevice('Restore?', restore(paper));
      await seeHeading(page, 'Restored');
      await inApp(page).getByText('This browser knows this wallet: its ID is the same as before.').waitFor();
      const restored = (await page.locator('hb-backed-up .id').innerText()).replaceAll(/\s/g, '');
      expect(restored).toBe(walletId);

      expect(scanned).toEqual(['Show words?', ...Array<string>(3).fill('Check backup?'), 'Restore?']);
    },
  );

  it('stays where it was when the person says no, or cancels on the page, and leads on', async () => {
    const { page, bench, appUrl } = scene.stage;
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(count, pin), benchFingers(bench));
    await seeHome(page);
    await press(page, 'Security & privacy');
    await press(page, /Wipe device/);
    await press(page, 'Wipe on the device');
    await bench.waitForText('Wipe device?');
    await runPersonAsync(tap('left'), benchFingers(bench));
    await seeHeading(page, 'You declined on the device');
    await inApp(page).getByText('The wallet is still on the device.').waitFor();

    await toSettings(page);
    await press(page, /Change PIN/);
    await bench.waitForText('Change PIN?');
    await seeHeading(page, 'Change PIN?');
    await press(page, 'Cancel');
    await leaveStoppedAtBench(bench);
    await seeHeading(page, 'Cancelled');
    await toSettings(page);
    const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
    expect(status).toMatchObject({ wallet: 'backed-up', activity: 'none', outcome: 'cancelled' });
  });
});
