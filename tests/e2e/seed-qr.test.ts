/**
 * A SeedQR end to end: asked for in the built app, shown by a real simulator process, read from the pixels of its
 * screen as a person would copy them. The page learns that squares are shown, and nothing of them.
 */
import { describe, expect, it } from 'vitest';
import { decode } from 'fast-png';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { mnemonicToEntropy } from '@scure/bip39';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { seedQrBlocks, seedQrSize, type SeedQrFormat } from '../../src/protocol/files/seed-qr.ts';
import {
  agree,
  createWallet,
  enterPin,
  expectScreen,
  revealSeedQr,
  runPersonAsync,
  tap,
} from '../kit/drivers/person.ts';
import {
  decodeSquares,
  readBlock,
  readWholeCode,
  stitch,
  type Pixel,
  type Squares,
} from '../kit/drivers/square-reader.ts';
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { expectCleanBrowser, expectCleanPage, searcherFor } from './support/leaks.ts';
import { picture } from './support/picture.ts';

/** Eight digits, so that they are not found by chance. */
const pin = '40286619';
const count = 12;

const scene = sceneForEachTest();

/** The device's screen as a camera would see it. */
async function eyes(): Promise<Pixel> {
  const { width, data, channels } = decode(await scene.stage.bench.screenshot());
  return (x, y) => (data[(y * width + x) * channels] ?? 0) > 127;
}

/** Reads the whole code, then every block on its own; ends at "All copied?". */
async function copyByHand(format: SeedQrFormat): Promise<{ whole: Squares; grid: Squares }> {
  const fingers = benchFingers(scene.stage.bench);
  const size = seedQrSize(format, count);
  const whole = readWholeCode(await eyes(), size);
  const blocks: Squares[] = [];
  for (const [index, { name }] of seedQrBlocks(size).entries()) {
    await runPersonAsync(tap('right'), fingers);
    await runPersonAsync(expectScreen(name), fingers);
    blocks.push(readBlock(await eyes(), size, index));
  }
  await runPersonAsync(tap('right'), fingers);
  await runPersonAsync(expectScreen('All copied?'), fingers);
  return { whole, grid: stitch(size, blocks) };
}

describe('a SeedQR', () => {
  it('is copied from the device in both formats, and none of it reaches the page', async () => {
    const { page, bench, appUrl } = scene.stage;
    const watch = await watchPage(page);
    const fingers = benchFingers(bench);
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    const paper = await runPersonAsync(createWallet(count, pin), fingers);
    await seeHome(page);

    const digits = paper.map((word) => String(wordlist.indexOf(word)).padStart(4, '0')).join('');
    for (const format of ['standard', 'compact'] as const) {
      await page.getByRole('button', { name: 'Security & privacy' }).click();
      await page.getByRole('button', { name: 'Copies' }).click();
      await seeHeading(page, 'Copies');
      await page.getByRole('button', { name: 'Show on the device' }).click();
      await bench.waitForText('Show SeedQR?');
      await runPersonAsync(agree('Show SeedQR?'), fingers);
      await runPersonAsync(enterPin(pin), fingers);
      await seeHeading(page, 'By hand only');
      await runPersonAsync(revealSeedQr(format), fingers);
      await seeHeading(page, 'SeedQR');
      await picture(page, `seed-qr-${format}`);
      await watch.look();

      const { whole, grid } = await copyByHand(format);
      expect(grid).toEqual(whole);
      const { text, bytes } = decodeSquares(grid);
      if (format === 'standard') expect(text).toBe(digits);
      else expect(bytes).toEqual(mnemonicToEntropy(paper.join(' '), wordlist));

      await seeHeading(page, 'All copied?');
      await watch.look();
      await runPersonAsync(tap('right'), fingers);
      await seeHeading(page, 'You’ve copied your SeedQR');
      await page.getByRole('button', { name: 'Continue' }).click();
      await seeHome(page);
      await watch.look();
    }

    const searcher = searcherFor(paper, [pin]);
    await expectCleanPage(watch, searcher);
    await expectCleanBrowser(scene.browser, searcher);
  });

  it('prints a grid of the wallet on the device, with its id or without', async () => {
    const { page, bench, appUrl } = scene.stage;
    await connectToProcess(page, appUrl);
    await askForWallet(page, count);
    await bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(count, pin), benchFingers(bench));
    await seeHome(page);
    const walletId = (await page.locator('hb-home .id').innerText()).replaceAll(/\s/g, '');
    await page.getByRole('button', { name: 'Security & privacy' }).click();
    await page.getByRole('button', { name: 'Copies' }).click();
    await page.getByRole('button', { name: 'Print a blank grid' }).click();
    await seeHeading(page, 'Print a blank form');
    const onSheet = async (): Promise<string> =>
      (await page.locator('.sheet .value').first().innerText()).replaceAll(/\s/g, '');
    expect(await onSheet()).toBe(walletId);
    await inApp(page).getByText('Hostblind Simulator').first().waitFor();
    await page.getByRole('radio', { name: 'Leave it blank' }).check({ force: true });
    expect(await onSheet()).toBe('');
    // The ceremony's page is still there behind it, and so is the device.
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await seeHeading(page, 'Copies');
  });
});
