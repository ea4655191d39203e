/**
 * A stock Ledger's own set-up, followed end to end: built app, real Chromium, the simulated Ledger in its own process.
 * The page leads through new words and through a restore, and through whatever comes in between.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAfter, usualDerivation } from '../../firmware-sim/vendors/ledger/ledger-persona.ts';
import { personaModels } from '../../firmware-sim/vendors/ledger/persona-model.ts';
import { ledgerModelTitles } from '../../src/protocol/ledger/models.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import {
  agreeToSafety,
  beginSetUp,
  chooseOption,
  choosePersonaPin,
  confirmPersonaWord,
  confirmPersonaWords,
  enterPersonaWord,
  enterPersonaWords,
  lookOf,
  unlockPersona,
  welcomePages,
  writePersonaWords,
} from '../kit/drivers/ledger-person.ts';
import { runPersonAsync, tap, type Person } from '../kit/drivers/person.ts';
import { connectToProcess, launchBrowser, seeHeading, setStage, type Stage, inApp } from './support/app.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { expectCleanPage, searcherFor } from './support/leaks.ts';
import { picture } from './support/picture.ts';

const pin = '2580';
const paper12 = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
const paper18 = [
  ...'legal winner thank year wave sausage worth useful legal winner'.split(' '),
  ...'thank year wave sausage worth useful legal will'.split(' '),
];
const paper24 = [
  ...'legal winner thank year wave sausage worth useful legal winner thank year'.split(' '),
  ...'wave sausage worth useful legal winner thank year wave sausage worth title'.split(' '),
];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
interface Scene extends Stage {
  readonly person: <Result>(does: Person<Result>) => Promise<Result>;
  readonly connect: () => Promise<void>;
  /** The keys are derived: the device answers again. */
  readonly deriveKeys: () => Promise<void>;
}

/** Each test has a device, a site and a browser profile of its own, so that they can wait at the same time. */
async function withLedger(flags: readonly string[], does: (scene: Scene) => Promise<void>): Promise<void> {
  const stage = await setStage(browser, ['--persona=ledger', ...flags]);
  try {
    await stage.page.emulateMedia({ reducedMotion: 'reduce' });
    await does({
      ...stage,
      person: async (person) => runPersonAsync(person, benchFingers(stage.bench)),
      connect: async () => connectToProcess(stage.page, stage.appUrl),
      deriveKeys: async () => stage.bench.advance(usualDerivation + 200),
    });
  } finally {
    await stage.close();
  }
}

/** The step that the stepper marks, by its name. */
async function step(page: Page): Promise<string> {
  return (await page.locator('hb-stepper li[aria-current="step"]').innerText()).trim();
}

const papers: Record<(typeof personaModels)[number], readonly string[]> = {
  nanox: paper24,
  nanosp: paper12,
  stax: paper18,
  flex: paper12,
};

const quietIsNormal = 'works for up to two minutes without answering. That’s normal.';
const begunAnew = 'Setup is starting over, with new words.';

describe.concurrent.each(personaModels)('%s', (model) => {
  it.each([12, 18, 24])(
    'new, with %i words, followed to ready; the page never holds a word',
    async (count) => {
      await withLedger([`--model=${model}`], async ({ page, person, connect, deriveKeys }) => {
        const watch = await watchPage(page);
        await connect();
        await seeHeading(page, 'Start on the device');
        expect(await step(page)).toBe('Prepare');
        await inApp(page).getByText(ledgerModelTitles[model]).waitFor();
        await person(beginSetUp(lookOf(model), { way: 'new', count, pin }));
        await seeHeading(page, `Word 1 of ${count}`);
        expect(await step(page)).toBe('Write');

        const paper = await person(writePersonaWords(count));
        await seeHeading(page, `Word ${count} of ${count}`);
        await picture(page, `ledger-${model}-${count}`);
        await person(tap('right'));
        await seeHeading(page, `Confirm word 1 of ${count}`);
        expect(await step(page)).toBe('Confirm');
        await watch.look();
        for (let position = 1; position < count; position += 1)
          await person(confirmPersonaWord(position, paper));
        await seeHeading(page, `Confirm word ${count} of ${count}`);
        await inApp(page).getByText(quietIsNormal).waitFor();
        await person(confirmPersonaWord(count, paper));
        await seeHeading(page, 'The device is working');
        expect(await step(page)).toBe('Confirm');
        await watch.look();
        await deriveKeys();
        await seeHeading(page, 'Read its safety advice');
        await person(agreeToSafety());

        await seeHeading(page, 'Your Ledger is ready');
        await inApp(page).getByText(`${count} words, the device reports`).waitFor();
        await inApp(page).getByText('Compare your paper with the device').waitFor();
        await expectCleanPage(watch, searcherFor(paper));
        // It claims no more than the flags say: nothing is kept as the backup of a wallet.
        expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['hostblind.introduced']);
      });
    },
  );

  it('a restore, followed to ready; the page never holds a word', async () => {
    const paper = papers[model];
    const count = paper.length;
    await withLedger([`--model=${model}`], async ({ page, person, connect, deriveKeys }) => {
      const watch = await watchPage(page);
      await connect();
      await seeHeading(page, 'Start on the device');
      await person(beginSetUp(lookOf(model), { way: 'restore', count, pin }));
      await seeHeading(page, `Enter word 1 of ${count}`);
      expect(await step(page)).toBe('Enter words');
      await person(enterPersonaWords(paper.slice(0, -1)));
      await seeHeading(page, `Enter word ${count} of ${count}`);
      await inApp(page).getByText(quietIsNormal).waitFor();
      await person(enterPersonaWord(count, paper.at(-1) ?? ''));
      await seeHeading(page, 'The device is working');
      expect(await step(page)).toBe('Check');
      await deriveKeys();
      await person(agreeToSafety());
      await seeHeading(page, 'Your Ledger is restored');
      await expectCleanPage(watch, searcherFor(paper));
    });
  });

  it('through unplug, reboot, lost host and lock, to ready', async () => {
    await withLedger([`--model=${model}`], async (scene) => {
      const { page, bench, person, connect, deriveKeys } = scene;
      await connect();
      await person(beginSetUp(lookOf(model), { way: 'new', count: 12, pin }));
      for (let words = 1; words < 5; words += 1) await person(tap('right'));
      await seeHeading(page, 'Word 5 of 12');

      // Unplugged: three failures in a row, and only then is it lost. Waiting is offered, and is calm.
      await bench.power('off');
      await seeHeading(page, 'The device isn’t answering');
      await page.getByText('Not connected').first().waitFor();
      await page.getByRole('button', { name: 'Keep waiting' }).click();
      await seeHeading(page, 'Word 5 of 12');
      await page.getByText('We’ll keep waiting.').first().waitFor();

      // Plugged in again it starts over, and the page says what that may mean for the paper.
      await bench.power('on');
      await seeHeading(page, 'Start on the device');
      await page.getByText(begunAnew).first().waitFor();
      expect(await step(page)).toBe('Prepare');
      await person(beginSetUp(lookOf(model), { way: 'new', count: 12, pin }));
      await seeHeading(page, 'Word 1 of 12');
      expect(await page.locator('hb-ledger-guide').getByText(begunAnew).count()).toBe(0);

      // The host is lost: reloaded, then closed altogether. The device does not notice.
      for (let words = 1; words < 7; words += 1) await person(tap('right'));
      await page.reload();
      await seeHeading(page, 'Word 7 of 12');
      await page.close();
      for (let words = 7; words < 9; words += 1) await person(tap('right'));
      const again = await scene.context.newPage();
      await again.goto(`${scene.appUrl}#process`);
      await seeHeading(again, 'Word 9 of 12');

      // Locked in the middle: a state to wait in, and it goes on where it was.
      await bench.advance(lockAfter);
      await seeHeading(again, 'Unlock your Ledger');
      await person(unlockPersona(pin));
      await seeHeading(again, 'Word 9 of 12');

      for (let words = 1; words < 9; words += 1) await person(tap('left'));
      const paper = await person(writePersonaWords(12));
      await person(tap('right'));
      for (let position = 1; position < 12; position += 1) await person(confirmPersonaWord(position, paper));
      await seeHeading(again, 'Confirm word 12 of 12');
      await person(confirmPersonaWord(12, paper));
      await seeHeading(again, 'The device is working');
      await deriveKeys();
      await person(agreeToSafety());
      await seeHeading(again, 'Your Ledger is ready');

      // A device with a wallet says "welcome" after a restart; the page goes by the onboarded bit.
      await bench.power('cycle');
      await seeHeading(again, 'Unlock your Ledger');
      await person(unlockPersona(pin));
      await seeHeading(again, 'Your Ledger is ready');
      await again.reload();
      await seeHeading(again, 'This Ledger is already set up');
    });
  });
});

describe.concurrent('what a stock Ledger may be in', () => {
  it('an app, its menu, locked: the page says so, offers to close the app, and goes on', async () => {
    await withLedger(['--model=nanosp'], async ({ page, bench, person, connect, deriveKeys }) => {
      await person(beginSetUp('buttons', { way: 'new', count: 12, pin }));
      const paper = await person(writePersonaWords(12));
      await person(confirmPersonaWords(paper));
      await deriveKeys();
      await person(agreeToSafety());
      await person(chooseOption('Your Ledger', 'Open Bitcoin'));
      await connect();
      await seeHeading(page, 'An app is open on your Ledger');
      await page.getByText('The device calls it “Bitcoin”.').first().waitFor();
      await page.getByRole('button', { name: 'Close it on the device' }).click();
      await bench.waitForText('Your Ledger');
      await seeHeading(page, 'This Ledger is already set up');
      await person(chooseOption('Your Ledger', 'Open the menu'));
      await seeHeading(page, 'The device’s menu is open');
      await person(tap('left'));
      await seeHeading(page, 'This Ledger is already set up');
      await person(chooseOption('Your Ledger', 'Lock'));
      await seeHeading(page, 'Unlock your Ledger');
    });
  });

  it.each([
    ['--mode=bootloader', 'The device is in its bootloader'],
    ['--mode=updater', 'An update is being installed'],
    ['--mode=recovery', 'The device is in recovery mode'],
    ['--firmware=2.1.0', 'Its firmware is too old to follow'],
  ])('started with %s', async (flag, heading) => {
    await withLedger(['--model=nanox', flag], async ({ page, connect }) => {
      await connect();
      await seeHeading(page, heading);
      await page.getByRole('button', { name: 'Choose another device' }).click();
      await seeHeading(page, 'Choose your device');
    });
  });

  it('going back on the device: the page follows, and does not take it for a restart', async () => {
    await withLedger(['--model=nanox'], async ({ page, person, connect }) => {
      await connect();
      await seeHeading(page, 'Start on the device');
      await person(welcomePages());
      await seeHeading(page, 'New, or restore?');
      await person(chooseOption('Set up', 'Go back'));
      await seeHeading(page, 'Start on the device');
      expect(await page.getByText(begunAnew).count()).toBe(0);
      await person(tap('right'));
      await person(chooseOption('Set up', 'Set up as new'));
      await person(chooseOption('Word count', '12 words'));
      await seeHeading(page, 'Choose a PIN');
      expect(await step(page)).toBe('PIN');
      await person(choosePersonaPin(pin));
      await seeHeading(page, 'Word 1 of 12');
      for (const gesture of ['right', 'right', 'left'] as const) await person(tap(gesture));
      await seeHeading(page, 'Word 2 of 12');
    });
  });
});
