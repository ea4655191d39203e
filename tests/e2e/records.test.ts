/**
 * What the app keeps on the computer: every ceremony, each device and its wallet, and nothing of the words; that it
 * can be saved and erased; and the warning about a device that comes back with another wallet.
 */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createHidDevice, type HidDevice } from '../../firmware-sim/ports/usbip/hid-device.ts';
import {
  agree,
  createWallet,
  enterPin,
  enterWords,
  expectScreen,
  choosePin,
  runPerson,
  runPersonAsync,
  tap,
  wipe,
  type Person,
  agreeToName,
  leaveStopped,
} from '../kit/drivers/person.ts';
import { createTestDevice, seededRandom, type TestDevice } from '../fixtures/devices/test-device.ts';
import {
  askForWallet,
  inApp,
  launchBrowser,
  seeHeading,
  seeHome,
  startSite,
  type Site,
} from './support/app.ts';
import { hidFingers } from './support/hid-fingers.ts';
import { openHidTab, readOnToTheChoice } from './support/hid-page.ts';
import { everythingStored, untilKept } from './support/kept-records.ts';
import { walletOn } from '../../src/records/book.ts';
import { readStorage } from '../kit/leak-scanner/page-script.ts';
import { watchPage } from '../kit/leak-scanner/page-watch.ts';
import { expectCleanPage, searcherFor } from './support/leaks.ts';

const pin = '4028';
const count = 12;

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let device: TestDevice;
let usb: HidDevice;
let errors: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  errors = [];
  device = createTestDevice();
  usb = createHidDevice({ exchange: (command) => device.exchange(command) });
  context = await browser.newContext();
  page = await openTab();
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

const openTab = (): Promise<Page> => openHidTab({ context, site, errors, usb: () => usb });
const choose = (tab = page): Promise<void> => tab.getByRole('button', { name: /USB device/ }).click();
const person = <Result>(script: Person<Result>): Result => runPerson(script, device.fingers);
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();

async function createOn(tab = page): Promise<string[]> {
  await choose(tab);
  await askForWallet(tab, count);
  await seeHeading(tab, 'New wallet?');
  const fingers = hidFingers(
    () => device,
    () => tab,
  );
  const paper = await runPersonAsync(createWallet(count, pin), fingers);
  await seeHome(tab);
  return paper;
}

/** The words come from elsewhere: nothing proves how they were drawn. */
async function restoreOn(): Promise<void> {
  const elsewhere = createTestDevice({ random: seededRandom({ all: 'elsewhere' }) });
  elsewhere.startCreate(count);
  const paper = elsewhere.person(createWallet(count, pin));
  await choose();
  await askToRestore();
  person(restore(paper));
  // This browser has never seen that wallet: only the person can tell whether it is the right one.
  await seeHeading(page, 'Restored');
  await press('It’s the same');
  await inApp(page).getByText('Your wallet is back on the device.').waitFor();
}

async function askToRestore(): Promise<void> {
  await press('Restore from my words');
  await page.getByRole('radio', { name: `${count} words` }).check({ force: true });
  await press('Restore on the device');
  await seeHeading(page, 'Restore?');
}

async function settings(): Promise<void> {
  await seeHome(page);
  await press('Security & privacy');
  await seeHeading(page, 'Security & privacy');
}

async function toSettings(): Promise<void> {
  await press('Continue');
  await seeHome(page);
  await settings();
}

function* check(paper: readonly string[]): Person<void> {
  yield* agree('Check backup?');
  yield* enterPin(pin);
  yield* enterWords(paper, 'halving');
  yield* expectScreen('They match');
  yield* tap('right');
}

function* restore(paper: readonly string[]): Person<void> {
  yield* agree('Restore?');
  yield* enterWords(paper, 'halving');
  yield* choosePin(pin);
  yield* expectScreen('Restored');
  yield* tap('right');
}

function* wipeAll(): Person<void> {
  yield* agree('Wipe device?');
  yield* wipe();
}

/** Somebody, elsewhere, with the device in their hands. */
function changeElsewhere(script: Person<unknown>, request: Parameters<TestDevice['start']>[0]): void {
  device.start(request);
  person(script);
}

describe('the records', () => {
  it('records list every ceremony, export without secrets, and erase completely', async () => {
    const watch = await watchPage(page);
    // It watches from the next load on.
    await page.reload();
    await readOnToTheChoice(page);
    const paper = await createOn();
    const { wallets } = await untilKept(page, (kept) => kept.wallets.length === 1);
    const walletId = wallets[0]?.walletId;

    await settings();
    await press(/Check my backup/);
    await seeHeading(page, 'Check backup?');
    person(check(paper));
    await seeHeading(page, 'Your words match');
    await toSettings();
    await press(/Change PIN/);
    await seeHeading(page, 'Change PIN?');
    await press('Cancel');
    await seeHeading(page, 'Stopped');
    person(leaveStopped());
    await seeHeading(page, 'Cancelled');
    await toSettings();
    await press(/Rename device/);
    await page.getByRole('radio', { name: 'Travel' }).check({ force: true });
    await press('Rename on the device');
    await seeHeading(page, 'Rename?');
    person(agreeToName(pin));
    await seeHeading(page, 'Your device has a new name');
    await toSettings();
    await press(/Wipe device/);
    await press('Wipe on the device');
    await seeHeading(page, 'Wipe device?');
    person(wipeAll());
    await seeHeading(page, 'Your device is empty');
    await press('Continue');
    await askToRestore();
    person(restore(paper));
    await seeHeading(page, 'Restored');
    await inApp(page).getByText('This browser knows this wallet').waitFor();

    const kept = await untilKept(page, ({ ceremonies }) =>
      ceremonies.some(({ what, walletId: told }) => what === 'restore' && told !== undefined),
    );
    const [first, ...others] = kept.ceremonies.toSorted((one, other) => one.number - other.number);
    expect([first, ...others].map((record) => [record?.what, record?.result, record?.walletId])).toEqual([
      ['create', 'completed', walletId],
      ['check', 'match', walletId],
      ['change-pin', 'cancelled', walletId],
      ['rename', 'completed', walletId],
      ['wipe', 'completed', walletId],
      ['restore', 'completed', walletId],
    ]);
    expect(kept.devices).toMatchObject([
      // A wipe takes the name along.
      { name: '', simulator: true, state: 'backed-up', wallet: { walletId }, id: first?.device.id },
    ]);
    // The words of the paper brought the wallet back: that is a check, later than the one before.
    expect(kept.wallets).toHaveLength(1);
    const checkEnded = kept.ceremonies.find(({ what }) => what === 'check')?.ended ?? '';
    expect((kept.wallets[0]?.checked ?? '') > checkEnded).toBe(true);

    await settings();
    await press(/Records and reminders/);
    await seeHeading(page, 'Records and reminders');
    await inApp(page).getByText('Words match').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Save list as a file')]);
    expect(file.suggestedFilename()).toBe('hostblind-records.json');
    const text = readFileSync(await file.path(), 'utf8');
    const content = JSON.parse(text) as Record<string, unknown>;
    expect(content).toMatchObject({ format: 'hostblind-records', version: 1 });
    expect(content['ceremonies']).toHaveLength(6);
    const [dates] = await Promise.all([page.waitForEvent('download'), press('Save calendar file')]);
    expect(dates.suggestedFilename()).toBe('reminders.ics');
    const calendar = readFileSync(await dates.path(), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT\r\n/g)).toHaveLength(3);
    expect(calendar).not.toContain(walletId);

    watch.note('storage', 'the saved records', text);
    watch.note('storage', 'the calendar file', calendar);
    await expectCleanPage(watch, searcherFor(paper), ['dom', 'accessibility', 'storage', 'network']);
    const storage = await page.evaluate(readStorage);
    expect(storage.some(({ text: stored }) => stored.includes('restore'))).toBe(true);

    await press('Erase everything');
    await press('Erase now');
    await inApp(page).getByText('Everything this browser kept is erased.').waitFor();
    expect(await everythingStored(page)).toEqual([]);
    await page.goto(site.url);
    await seeHeading(page, /A recovery phrase/);
    expect(await everythingStored(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /device: |Records/ }).count()).toBe(0);
  });

  it('hold a ceremony whose end nobody saw, once the device is back', async () => {
    await choose();
    await askForWallet(page, count);
    await seeHeading(page, 'New wallet?');
    await untilKept(page, ({ ceremonies }) => ceremonies.some(({ result }) => result === 'under-way'));
    await page.close();
    device = device.replug();
    page = await openTab();
    await choose();
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    const { ceremonies } = await untilKept(page, (kept) =>
      kept.ceremonies.every(({ result }) => result !== 'under-way'),
    );
    expect(ceremonies).toMatchObject([{ what: 'create', result: 'interrupted' }]);
  });

  it('of earlier versions move in', async () => {
    const walletId = '3f9a0c52b7e14d68a1c07be95d2f4486';
    await page.evaluate((id) => {
      const date = '2026-01-02T03:04:05.678Z';
      localStorage.setItem(
        'hostblind.backups',
        JSON.stringify([{ walletId: id, date, model: 'nanox', simulator: true }]),
      );
      localStorage.setItem('hostblind.checks', JSON.stringify([{ walletId: id, checkedAt: date }]));
      const pinned = { walletId: id, backedUp: true };
      const trusted = { deviceId: 'ab'.repeat(16), publicKey: `04${'5a'.repeat(64)}`, simulator: false };
      localStorage.setItem(
        'hostblind.devices',
        JSON.stringify([{ ...trusted, capabilities: ['attest'], pinned, unfinishedChecks: [8] }]),
      );
    }, walletId);
    await page.goto(site.url);
    await inApp(page).getByText('3f9a 0c52 …').waitFor();
    const { wallets, devices } = await untilKept(page, (kept) => kept.wallets.length === 1);
    expect(wallets).toMatchObject([{ walletId, product: '', checked: '2026-01-02T03:04:05.678Z' }]);
    expect(devices).toMatchObject([
      { id: 'ab'.repeat(16), publicKey: `04${'5a'.repeat(64)}`, unfinishedChecks: [8] },
    ]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['hostblind.introduced']);
  });

  it('storage of a newer version is left alone: the page works and says so', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('hostblind', 99);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
          request.onerror = () => reject(request.error ?? new Error('not opened'));
        }),
    );
    await page.reload();
    await readOnToTheChoice(page);
    await createOn();
    await settings();
    await press(/Records and reminders/);
    await inApp(page).getByText('A newer version of this app wrote this list').waitFor();
    await inApp(page).getByText('New wallet', { exact: true }).waitFor();
    expect((await page.evaluate(() => indexedDB.databases()))[0]?.version).toBe(99);
  });
});

describe('two devices', () => {
  it('are told apart, each with its wallet, and one can be forgotten', async () => {
    await createOn();
    await untilKept(page, ({ devices }) => devices.some(({ state }) => state === 'backed-up'));
    const first = device;
    await page.evaluate(() => window.unplugDevice());
    await seeHeading(page, 'Your device isn’t connected');
    device = createTestDevice({ random: seededRandom({ all: 'another' }) });
    await page.evaluate(() => window.plugDeviceIn(0x5000));
    await inApp(page).getByText('This is a different device.').waitFor();
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    const { devices } = await untilKept(page, (kept) => kept.devices.length === 2);
    expect(new Set(devices.map(({ id }) => id)).size).toBe(2);
    expect(devices.map(({ state }) => state ?? '').toSorted()).toEqual(['backed-up', 'empty']);

    await page.goto(site.url);
    await press('2 devices: 1 to check');
    await seeHeading(page, 'Records and reminders');
    expect(await inApp(page).getByText('Last connected').count()).toBe(2);
    await page
      .getByRole('button', { name: /^Forget/ })
      .first()
      .click();
    await untilKept(page, (kept) => kept.devices.length === 1);
    await press('Back');
    await seeHeading(page, /A recovery phrase/);
    expect(first.exchange(Uint8Array.of(0xb0, 1, 0, 0, 0)).length).toBeGreaterThan(2);
  });
});

describe('a known device', () => {
  /** The tab is closed, something happens to the device, and it is connected again in the same browser. */
  async function comeBack(meanwhile: () => void): Promise<void> {
    await untilKept(page, ({ devices }) => devices.some((each) => walletOn(each) !== undefined));
    await page.close();
    device = device.replug();
    meanwhile();
    page = await openTab();
    await choose();
  }

  const shown = async (): Promise<string> =>
    (await page.locator('hb-home .id, hb-backed-up .id').innerText()).replaceAll(/\s+/g, ' ').trim();

  function setUpAnewElsewhere(): void {
    person(enterPin(pin));
    changeElsewhere(wipeAll(), { kind: 'wipe' });
    changeElsewhere(createWallet(count, pin), { kind: 'create', wordCount: count });
  }

  it('another wallet on a proven device is an alarm, until the user says it was reset', async () => {
    await createOn();
    const before = await shown();
    await comeBack(setUpAnewElsewhere);
    await seeHeading(page, 'This device now holds a different wallet');
    await press('I reset this device. Forget its old wallet');
    await seeHeading(page, 'Choose your device');
    await choose();
    await seeHome(page);
    const after = await shown();
    expect(after).not.toBe(before);
    const told = after.replaceAll(' ', '');
    await untilKept(page, ({ devices }) => devices.some((each) => walletOn(each) === told));
    await comeBack(() => person(enterPin(pin)));
    await seeHome(page);
  });

  it('another wallet stops the ceremony; going on is the user’s choice, asked once', async () => {
    await restoreOn();
    const before = await shown();
    await comeBack(setUpAnewElsewhere);
    await seeHeading(page, 'The wallet on this device has changed');
    const facts = (await page.locator('hb-notice dd').allInnerTexts()).map((text) => text.trim());
    expect(facts[0]).toBe(before);
    expect(facts[1]).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    expect(facts[1]).not.toBe(before);
    await inApp(page).getByText('If you don’t know of anything like that, stop').waitFor();
    await press('Stop');
    await choose();
    await seeHeading(page, 'The wallet on this device has changed');
    await press('I know why: continue');
    await seeHome(page);
    expect(await shown()).toBe(facts[1]);
    await comeBack(() => person(enterPin(pin)));
    await seeHome(page);
  });

  it('whose wallet was wiped elsewhere is stopped too, and goes on as an empty one', async () => {
    await createOn();
    await comeBack(() => {
      person(enterPin(pin));
      changeElsewhere(wipeAll(), { kind: 'wipe' });
    });
    await seeHeading(page, 'The wallet on this device is gone');
    await inApp(page).getByText('None: this device is empty').waitFor();
    await press('I know why: continue');
    await page.getByRole('button', { name: 'Create on the device' }).waitFor();
    const { devices } = await untilKept(page, (kept) =>
      kept.devices.every((each) => walletOn(each) === undefined),
    );
    expect(devices).toMatchObject([{ state: 'empty' }]);
  });
});
