/** A forgotten PIN, end to end: what a forgotten password is elsewhere, without typing the phrase into a computer. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  runPersonAsync,
  tap,
  type Person,
} from '../kit/drivers/person.ts';
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';

const count = 12;

const scene = sceneForEachTest();

function* forgetThePin(): Person<void> {
  for (const [wrong, next] of [
    ['1111', 'Wrong PIN'],
    ['2222', 'Wrong PIN'],
    ['3333', 'Wiped'],
  ] as const) {
    yield* enterPin(wrong);
    yield* expectScreen(next);
    yield* tap('right');
  }
}

function* restore(paper: readonly string[]): Person<void> {
  yield* agree('Restore?');
  yield* enterWords(paper, 'halving');
  yield* choosePin('7531');
  yield* expectScreen('Restored');
  yield* tap('right');
}

describe('a forgotten PIN', () => {
  it('a forgotten PIN is explained, ends in a wipe, and the paper restores the wallet', async () => {
    const { page, bench, appUrl } = scene.stage;
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    const paper = await runPersonAsync(createWallet(count, '402866'), benchFingers(bench));
    await seeHome(page);
    const shownId = async (): Promise<string> => page.locator('hb-home .id, hb-backed-up .id').innerText();
    const walletId = await shownId();

    await bench.power('cycle');
    await seeHeading(page, 'Enter your PIN');
    await inApp(page).getByText('Forgot your PIN?').click();
    await inApp(page)
      .getByText(/restore the wallet on the empty device/)
      .waitFor();

    await runPersonAsync(forgetThePin(), benchFingers(bench));
    await seeHeading(page, 'The device deleted its wallet');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Restore from my words' }).click();
    await page.getByRole('radio', { name: `${count} words` }).check({ force: true });
    await page.getByRole('button', { name: 'Restore on the device' }).click();
    await bench.waitForText('Restore?');
    await runPersonAsync(restore(paper), benchFingers(bench));
    await seeHeading(page, 'Restored');
    expect(await shownId()).toBe(walletId);
  });
});
