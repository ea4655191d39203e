/**
 * The encrypted backup file, end to end: built app, real Chromium, real simulator process. The page keeps the file and
 * learns neither the phrase nor the code.
 */
import { phraseOfCode } from '../fixtures/data/phrase-of-code.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { openIndependently } from '../fixtures/data/independent-backup-file.ts';
import {
  agree,
  checkBackupFile,
  createWallet,
  enterWords,
  expectScreen,
  leaveStopped,
  makeBackupFile,
  restoreBackupFile,
  runPersonAsync,
  tap,
  wipe,
  type Person,
} from '../kit/drivers/person.ts';
import { readStorage } from '../kit/leak-scanner/page-script.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import vectors from '../../docs/vectors/backup-file.json' with { type: 'json' };
import { askForWallet, connectToProcess, inApp, seeHeading, seeHome } from './support/app.ts';
import { sceneForEachTest } from './support/scene.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { expectCleanBrowser, expectCleanPage, searcherFor } from './support/leaks.ts';
import { picture } from './support/picture.ts';
import { wrongCode } from '../fixtures/data/wrong-code.ts';

/** Eight digits each, so that they are not found by chance. */
const pin = '40286619';
const newPin = '83057264';
const count = 12;

const scene = sceneForEachTest();

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** Picks a file with these bytes in the browser's own chooser. */
async function choose(
  page: Page,
  name: string,
  bytes: Uint8Array,
  button = 'Choose the file',
): Promise<void> {
  const path = join(dirname(scene.stage.storageFile), name);
  writeFileSync(path, bytes);
  const chooser = page.waitForEvent('filechooser');
  await press(page, button);
  await (await chooser).setFiles(path);
}

async function backedUp(): Promise<string[]> {
  const { page, bench, appUrl } = scene.stage;
  await connectToProcess(page, appUrl);
  await askForWallet(page, count);
  await bench.waitForText('New wallet?');
  const paper = await runPersonAsync(createWallet(count, pin), benchFingers(bench));
  await seeHome(page);
  return paper;
}

async function toCopies(page: Page): Promise<void> {
  await press(page, 'Security & privacy');
  await press(page, /^Copies/);
  await seeHeading(page, 'Copies');
}

async function onDevice<Result>(question: string, person: Person<Result>): Promise<Result> {
  const { page, bench } = scene.stage;
  await bench.waitForText(question);
  await seeHeading(page, question);
  return runPersonAsync(person, benchFingers(bench));
}

describe('a file that the computer can keep and never read', () => {
  it('a backup file is made, checked and restored, and the page sees no word or code', async () => {
    const { page, bench } = scene.stage;
    const watch = await watchPage(page);
    const paper = await backedUp();
    const walletId = toHex((await bench.apdu(fromHex('C805000000'))).slice(0, 16));

    await toCopies(page);
    await inApp(page).getByText('There’s no button to copy the words').waitFor();
    expect(await page.getByRole('button', { name: /copy|clipboard/i }).count()).toBe(0);
    await picture(page, 'copies');
    await press(page, 'Make a backup file');
    const download = page.waitForEvent('download');
    const fingers = benchFingers(bench, () => watch.look());
    await bench.waitForText('Backup file?');
    const code = await runPersonAsync(makeBackupFile(pin), fingers);
    const saved = await download;
    await seeHeading(page, 'Backup file saved');
    await picture(page, 'backup-file-saved');
    expect(saved.suggestedFilename()).toBe(`hostblind-${walletId.slice(0, 8)}.hbbackup`);
    const file = new Uint8Array(readFileSync(await saved.path()));
    expect(toHex(file)).toBe(toHex((await bench.apdu(fromHex('C807000000'))).slice(0, 124)));
    const opened = openIndependently(file, code.join(' '));
    expect(opened.walletId).toBe(walletId);
    // Saved again, it is the same file.
    const second = page.waitForEvent('download');
    await press(page, 'Save it again');
    expect(toHex(new Uint8Array(readFileSync(await (await second).path())))).toBe(toHex(file));
    await watch.look();
    // Kept nowhere but as a download: not as text, in hexadecimal, in base 64, or as a list of numbers.
    // What came from the device is among the messages, and they are not kept.
    const stored = (await page.evaluate(readStorage))
      .filter(({ place }) => !place.startsWith('message '))
      .flatMap(({ text, bytes }) => [
        text,
        ...bytes.map((one) => Buffer.from(one, 'base64').toString('latin1')),
      ]);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.filter((text) => /HBBACKUP|48424241|SEJCQUNLVVA|72,66,66,65/.test(text))).toEqual([]);

    await press(page, 'Continue');
    await toCopies(page);
    await press(page, 'Check a backup file');
    await choose(page, 'good.hbbackup', file);
    await inApp(page).getByText('good.hbbackup').waitFor();
    await press(page, 'Check on the device');
    await onDevice('Check file?', checkBackupFile(pin, code, 'The file is good'));
    await seeHeading(page, 'The backup file is good');

    await press(page, 'Continue');
    await toCopies(page);
    await press(page, 'Check a backup file');
    await choose(page, 'good.hbbackup', file);
    await press(page, 'Check on the device');
    await onDevice('Check file?', checkBackupFile(pin, wrongCode, 'Wrong code'));
    await seeHeading(page, 'Wrong backup code');
    await picture(page, 'backup-code-wrong');

    await press(page, 'Continue');
    await press(page, 'Security & privacy');
    await press(page, /Wipe device/);
    await press(page, 'Wipe on the device');
    await onDevice(
      'Wipe device?',
      (function* wipeAll() {
        yield* agree('Wipe device?');
        yield* wipe();
      })(),
    );
    await seeHeading(page, 'Your device is empty');
    await press(page, 'Continue');

    await press(page, 'Restore from a backup file');
    await seeHeading(page, 'Restore from a backup file');
    await choose(page, 'good.hbbackup', file);
    await press(page, 'Restore on the device');
    await onDevice(
      'Restore file?',
      (function* wrong() {
        yield* agree('Restore file?');
        yield* enterWords(wrongCode, 'halving', 'Code word');
        yield* expectScreen('Wrong code');
        yield* tap('right');
      })(),
    );
    await seeHeading(page, 'Wrong backup code');
    await inApp(page).getByText('Your device is still empty.').waitFor();
    await press(page, 'Start again');
    await press(page, 'Restore from a backup file');
    await choose(page, 'good.hbbackup', file);
    await press(page, 'Restore on the device');
    await onDevice('Restore file?', restoreBackupFile(newPin, code));
    await seeHeading(page, 'Restored');
    await inApp(page).getByText('This browser knows this wallet: its ID is the same as before.').waitFor();
    const id = (await page.locator('hb-backed-up .id').innerText()).replaceAll(/\s/g, '');
    expect(id).toBe(walletId);
    await watch.look();

    for (const secret of [paper, code]) {
      const searcher = searcherFor(phraseOfCode(secret), [pin, newPin]);
      await expectCleanPage(watch, searcher);
      await expectCleanBrowser(scene.browser, searcher);
    }
  });

  it('a cut, damaged, newer or foreign file is named before the device sees it', async () => {
    const { page, bench } = scene.stage;
    const whole = fromHex(vectors.files[0]?.file ?? '');
    await connectToProcess(page, scene.stage.appUrl);
    await press(page, 'Restore from a backup file');
    await seeHeading(page, 'Restore from a backup file');
    for (const [name, bytes, title] of [
      ['cut.hbbackup', whole.slice(0, 80), 'The file is incomplete'],
      ['damaged.hbbackup', whole.with(100, 1), 'The file is damaged'],
      ['newer.hbbackup', whole.with(8, 9), 'The file is from a newer version'],
      ['photo.hbbackup', new Uint8Array(9000), 'This isn’t a backup file'],
    ] as const) {
      await choose(page, name, bytes);
      await page.locator('hb-choose-file [role=alert]').getByText(title).waitFor();
      expect(await page.getByRole('button', { name: 'Restore on the device' }).count()).toBe(0);
    }
    await picture(page, 'backup-file-refused');
    const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
    expect(status).toMatchObject({ ceremony: 0, activity: 'none' });
    // A host that sends it anyway gets 6A80, and the device shows nothing.
    const cut = await bench.apdu(Uint8Array.of(0xc8, 0x29, 0, 0, 80, ...whole.slice(0, 80)));
    expect(toHex(cut)).toBe('6a80');
    await choose(page, 'whole.hbbackup', whole);
    await inApp(page).getByText('whole.hbbackup').waitFor();
    expect(await page.locator('hb-choose-file [role=alert]').count()).toBe(0);
  });

  it('of another wallet is told by the page, and by the device', async () => {
    const { page } = scene.stage;
    await backedUp();
    await toCopies(page);
    await press(page, 'Check a backup file');
    await choose(page, 'other.hbbackup', fromHex(vectors.files[4]?.file ?? ''));
    await inApp(page).getByText('This file names another wallet').waitFor();
    await press(page, 'Check on the device');
    await onDevice('Check file?', checkBackupFile(pin, [], 'Other wallet'));
    await seeHeading(page, 'This file belongs to another wallet');
  });

  it('is not made when the person stops before the last press', async () => {
    const { page, bench } = scene.stage;
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await backedUp();
    await toCopies(page);
    await press(page, 'Make a backup file');
    await bench.waitForText('Backup file?');
    await seeHeading(page, 'Backup file?');
    await press(page, 'Cancel');
    await onDevice('Stopped', leaveStopped());
    await seeHeading(page, 'Cancelled');
    await inApp(page).getByText('No file was made').waitFor();
    expect(toHex(await bench.apdu(fromHex('C807000000')))).toBe('6986');
    expect(downloads).toBe(0);
  });
});
