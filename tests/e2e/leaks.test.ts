/**
 * An unfinished backup that is resumed, end to end, with the leak scanner in front of the app. The other ceremonies
 * are scanned where they are led: `create.test.ts`, `newcomer.test.ts`, `life.test.ts`, `ledger.test.ts`.
 */
import { describe, expect, it } from 'vitest';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  createWallet,
  enterPin,
  expectScreen,
  reveal,
  runPersonAsync,
  tap,
  writeWordsDown,
  type Person,
} from '../kit/drivers/person.ts';
import { askForWallet, connectToProcess, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { leaveStoppedAtBench } from './support/presses.ts';
import {
  expectCleanBrowser,
  expectCleanPage,
  expectNoChance,
  searcherFor,
  whenTheLastWordShows,
} from './support/leaks.ts';

const pin = '40286619';
const count = 12;

const scene = sceneForEachTest();

function* untilAllAreWritten(): Person<string[]> {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
  yield* reveal();
  return yield* writeWordsDown(count);
}

function* resume(): Person<string[]> {
  yield* expectScreen('Not backed up');
  yield* tap('right');
  yield* enterPin(pin);
  return yield* backUp(count);
}

describe('a backup that is cancelled and resumed', () => {
  it('leaves no word in the page, its heap, or the memory of the browser', async () => {
    const { page, bench, appUrl } = scene.stage;
    const watch = await watchPage(page);
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    const paper = await runPersonAsync(untilAllAreWritten(), benchFingers(bench));
    const searcher = searcherFor(paper, [pin]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await leaveStoppedAtBench(bench);
    await bench.waitForText('Not backed up');
    await expectCleanPage(watch, searcher);

    let scans = 0;
    const scan = whenTheLastWordShows(bench, count, async () => {
      scans += 1;
      await expectCleanBrowser(scene.browser, searcher);
    });
    expect(await runPersonAsync(resume(), benchFingers(bench, scan))).toEqual(paper);
    expect(scans).toBe(1);
    await seeHome(page);
    await expectCleanPage(watch, searcher);
    await expectCleanBrowser(scene.browser, searcher);
  });
});

describe('a page that leaks nothing', () => {
  it('has no word of the list that a scan could take for a leak by chance', async () => {
    const { page, bench, appUrl } = scene.stage;
    const watch = await watchPage(page);
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    const look = (): Promise<void> => watch.look();
    await look();
    await runPersonAsync(createWallet(count, pin), benchFingers(bench, look));
    await seeHome(page);
    for (const name of ['Copies', 'Records and reminders']) {
      await page.getByRole('button', { name: 'Security & privacy' }).click();
      await look();
      await page.getByRole('button', { name }).click();
      await seeHeading(page, name);
      await look();
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      await page.getByRole('button', { name: 'Back', exact: true }).click();
    }
    expectNoChance(watch);
  });
});
