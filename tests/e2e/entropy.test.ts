/**
 * The entropy check, end to end: built app, real Chromium with its worker and its policy, real simulator process or the
 * one in the page. Proven, cancelled, unplugged; and each device that cheats, with the words that the app has for it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MaliciousName } from '../../firmware-sim/malicious/names.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import type { DeviceRecord } from '../../src/records/book.ts';
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { createWallet, enterPin, runPersonAsync } from '../kit/drivers/person.ts';
import { startSimulator, type SimulatorProcess } from '../kit/clients/simulator-process.ts';
import {
  askForWallet,
  connectToProcess,
  inApp,
  launchBrowser,
  seeHeading,
  seeHome,
  setStage,
  withoutServiceWorker,
  type Stage,
} from './support/app.ts';
import { keptRecords, untilKept } from './support/kept-records.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { agreeAtBench, leaveStoppedAtBench } from './support/presses.ts';
import { useSimulator } from './support/way-in.ts';

let browser: Browser;
let stage: Stage | undefined;
let restarted: SimulatorProcess | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
afterEach(async () => {
  await restarted?.stop();
  await stage?.close();
  [stage, restarted] = [undefined, undefined];
});

/** What the page draws by a single byte is how many candidates it opens; all else stays random. */
function drawAlways(count: number): void {
  // Not in the simulator's frame: a device with half a random source is another test.
  if (window !== window.top) return;
  const draw = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (array) => {
    if (!(array instanceof Uint8Array) || array.length !== 1) return draw(array);
    array[0] = count - 1;
    return array;
  };
}

async function open(page: Page, candidates: number): Promise<void> {
  await page.addInitScript(drawAlways, candidates);
}

/** The worker gets so many candidates and never sees the next: the check stands still in its middle. */
async function stallAfter(page: Page, candidates: number): Promise<void> {
  await page.addInitScript((count) => {
    let posted = 0;
    const post = Reflect.get(Worker.prototype, 'postMessage') as (message: unknown) => void;
    Worker.prototype.postMessage = function counted(this: Worker, message: unknown) {
      if (posted < count) Reflect.apply(post, this, [message]);
      posted += 1;
    };
  }, candidates);
}

interface SetUp {
  readonly flags?: readonly string[];
  readonly candidates?: number;
}

async function connected({ flags = [], candidates = 3 }: SetUp = {}): Promise<Stage> {
  stage = await setStage(browser, flags);
  await open(stage.page, candidates);
  await connectToProcess(stage.page, stage.appUrl);
  return stage;
}

/** The device has been asked, and the person has agreed. */
async function agreed(there: Stage): Promise<void> {
  await askForWallet(there.page, 12);
  await agreeAtBench(there.bench);
}

const see = (page: Page, text: string | RegExp): Promise<void> =>
  inApp(page).getByText(text).first().waitFor();
/** Behind "Details", on the home of the device. */
async function seeDetail(page: Page, text: string | RegExp): Promise<void> {
  await seeHome(page);
  if (!(await inApp(page).getByText(text).first().isVisible())) await page.locator('hb-home summary').click();
  await see(page, text);
}
const kept = async (page: Page): Promise<readonly DeviceRecord[]> => (await keptRecords(page)).devices;

/** Somebody, or the device's twin, is another one than this browser has kept. */
const tamper = (page: Page, change: Partial<DeviceRecord>): Promise<void> =>
  page.evaluate(async (changed) => {
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const database = await settled(indexedDB.open('hostblind'));
    const store = database.transaction('devices', 'readwrite').objectStore('devices');
    const [key] = await settled(store.getAllKeys());
    const [device] = (await settled(store.getAll())) as object[];
    if (key === undefined) throw new Error('no device is kept');
    await settled(store.put({ ...device, ...changed }, key));
    database.close();
  }, change);

describe('an honest device', () => {
  it('is proven; the page says so in plain words, pins the wallet and knows it again', async () => {
    const { page, bench } = await connected({ candidates: 5 });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await askForWallet(page, 12);
    await bench.waitForText('New wallet?');
    let noted = false;
    const fingers = benchFingers(bench, async () => {
      if (noted || (await bench.screen()).lines[0]?.text !== 'Choose a PIN') return;
      await see(page, 'Randomness checked: this computer opened 5 candidates and found nothing wrong.');
      noted = true;
    });
    await runPersonAsync(createWallet(12, '4711'), fingers);
    expect(noted).toBe(true);
    await seeHome(page);
    await seeDetail(
      page,
      /had 5 candidates opened, a number it drew in secret from 1 to 8, .* at most a 1-in-8 chance/,
    );
    const walletId = toHex((await bench.apdu(fromHex('C805000000'))).slice(0, 16));
    const { devices } = await untilKept(page, (all) => all.devices[0]?.wallet?.backedUp === true);
    expect(devices[0]).toMatchObject({
      simulator: true,
      wallet: { walletId, backedUp: true, proof: { kind: 'entropy-check', opened: 5, range: 8 } },
    });
    expect(complaints).toEqual([]);

    await bench.power('cycle');
    await seeHeading(page, 'Enter your PIN');
    await runPersonAsync(enterPin('4711'), benchFingers(bench));
    await seeHome(page);
    await seeDetail(page, /at most a 1-in-8 chance/);
    await page.reload();
    await seeDetail(page, /had 5 candidates opened/);
  });

  it('opens up to 64 candidates on request, with optional dice on the device', async () => {
    const { page, bench } = await connected({ candidates: 20 });
    await inApp(page).getByText('Advanced: how your words are made').click();
    await page.getByRole('radio', { name: /1 to 64/ }).check({ force: true });
    await page.getByRole('radio', { name: /Dice on the device/ }).check({ force: true });
    await askForWallet(page, 12);
    await agreeAtBench(bench, /You roll dice/);
    await seeHeading(page, 'Roll the dice');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await leaveStoppedAtBench(bench);
    await seeHeading(page, 'Cancelled');
    await page.getByRole('button', { name: 'Start again' }).click();
    await inApp(page).getByText('Advanced: how your words are made').click();
    await page.getByRole('radio', { name: /1 to 64/ }).check({ force: true });
    await agreed({ ...(stage as Stage) });
    await bench.waitForText('Choose a PIN');
    await see(page, 'Randomness checked: this computer opened 20 candidates and found nothing wrong.');
  });

  it('in the page is proven too', async () => {
    stage = await setStage(browser);
    const { page, site } = stage;
    await open(page, 2);
    await page.goto(site.url);
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    await page.frameLocator('iframe').getByRole('button', { name: 'Right button: Yes' }).waitFor();
    await page.frameLocator('iframe').locator('#left').focus();
    await page.keyboard.press('ArrowRight');
    await seeHeading(page, 'Choose a PIN');
    await see(page, 'Randomness checked: this computer opened 2 candidates and found nothing wrong.');
    // It is another one after each reload: nothing is to be remembered of it.
    expect(await kept(page)).toEqual([]);
  });
});

describe('S17: in the middle of the check', () => {
  async function middle(): Promise<Stage> {
    stage = await setStage(browser);
    await open(stage.page, 4);
    await stallAfter(stage.page, 2);
    await connectToProcess(stage.page, stage.appUrl);
    await agreed(stage);
    await see(stage.page, 'Checked 2 candidates: all good so far.');
    return stage;
  }

  async function noWallet({ page, bench }: Stage): Promise<void> {
    await seeHeading(page, 'The check didn’t finish');
    await see(page, /No wallet was created/);
    await bench.waitForText('Hostblind');
    expect((await kept(page))[0]?.wallet).toBeUndefined();
    await page.getByRole('button', { name: 'Start again' }).click();
    await seeHeading(page, 'How many words?');
  }

  it('cancelled in the app', async () => {
    const there = await middle();
    await there.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await leaveStoppedAtBench(there.bench);
    await see(there.page, /was asked to stop during the randomness check/);
    await noWallet(there);
  });

  it('stopped on the device', async () => {
    const there = await middle();
    await there.bench.press('left');
    await see(there.page, /You stopped on the device during the randomness check/);
    await noWallet(there);
  });

  it('unplugged and plugged in again', async () => {
    const there = await middle();
    await there.bench.power('off');
    await see(there.page, 'Not connected');
    await there.bench.power('on');
    await see(there.page, /was disconnected during the randomness check/);
    await noWallet(there);
  });

  it('half a check can’t be resumed after a reload, and the page says so', async () => {
    const { page, bench } = await middle();
    await page.reload();
    await see(page, /This check started earlier and can’t be resumed/);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await leaveStoppedAtBench(bench);
    await seeHeading(page, 'Cancelled');
    await bench.waitForText('Hostblind');
  });

  it('a worker that cannot be loaded', async () => {
    stage = await setStage(browser, [], withoutServiceWorker);
    const { page, appUrl } = stage;
    await page.route('**/entropy-worker-*.js', (route) => route.abort());
    await connectToProcess(page, appUrl);
    await agreed(stage);
    await leaveStoppedAtBench(stage.bench);
    await see(page, /This page couldn’t compute the check/);
    await noWallet(stage);
  });
});

const doNotUse = 'Do not use this device';
/** What is seen once the person has agreed to a new wallet. */
const atTheCheck: readonly [MaliciousName, RegExp][] = [
  ['wrong-commitment', /committed to its random part .*, then showed a different one/],
  ['reused-commitment', /used the same values twice/],
  ['reused-part', /used the same values twice/],
  ['missing-commitment', /agreed to the randomness check, then refused to continue/],
  ['host-entropy-ignored', /doesn’t come from the device’s and this computer’s randomness together/],
  ['endless-candidates', /agreed to the randomness check, then refused to continue/],
  ['candidates-over-cap', /gave an answer no honest device gives/],
];

describe('S6: a device that cheats in the check', () => {
  it.each(atTheCheck)('%s', async (name, words) => {
    const there = await connected({ flags: ['--malicious', name] });
    await agreed(there);
    await seeHeading(there.page, doNotUse);
    await see(there.page, words);
    await see(there.page, /Nothing’s on it yet/);
    await see(there.page, 'Simulator · not for real money');
    // The page offers no way to continue anyway, and asked the device to stop.
    const buttons = inApp(there.page).getByRole('main').getByRole('button');
    expect(await buttons.allInnerTexts()).toEqual(['Choose another device', 'Help and about']);
    await leaveStoppedAtBench(there.bench);
    await there.bench.waitForText('Hostblind');
  });

  it('cheat-once: opened often enough, it is always caught', async () => {
    const there = await connected({ flags: ['--malicious', 'cheat-once'], candidates: 9 });
    await inApp(there.page).getByText('Advanced: how your words are made').click();
    await there.page.getByRole('radio', { name: /1 to 16/ }).check({ force: true });
    await agreed(there);
    await seeHeading(there.page, doNotUse);
    await see(there.page, /doesn’t come from the device’s and this computer’s randomness together/);
  });

  it('gives-up: no alarm, but the page counts it, and the wallet’s proof is weaker', async () => {
    const there = await connected({ flags: ['--malicious', 'gives-up'], candidates: 9 });
    const { page, bench } = there;
    const agree = async (): Promise<void> => {
      await inApp(page).getByText('Advanced: how your words are made').click();
      await page.getByRole('radio', { name: /1 to 16/ }).check({ force: true });
      await agreed(there);
    };
    // Nine opened are all that it may have cheated in: it gives up each time.
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await agree();
      await seeHeading(page, 'The check didn’t finish');
      await see(page, 'You stopped on the device during the randomness check.');
      await see(
        page,
        attempt === 1
          ? /If you didn’t do this and it happens again, don’t use this device/
          : new RegExp(`^${attempt} checks in a row with this device never finished\\.`),
      );
      expect((await kept(page))[0]?.unfinishedChecks).toEqual(Array.from({ length: attempt }, () => 16));
      // The count is this browser's, and not this page's.
      if (attempt === 2) await page.reload();
      else await page.getByRole('button', { name: 'Start again' }).click();
      await seeHeading(page, 'How many words?');
    }
    // It never cheats in the first one, so with that one opened it has a wallet to give out, an honest one or not.
    await page.evaluate(drawAlways, 1);
    await askForWallet(page, 12);
    await bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, '4711'), benchFingers(bench));
    await seeHome(page);
    await seeDetail(
      page,
      /one candidate opened, a number it drew in secret from 1 to 8, .* 3 earlier checks in a row with this device never finished\. .* a 5-in-16 chance/,
    );
    const { devices } = await untilKept(page, (all) => all.devices[0]?.unfinishedChecks.length === 0);
    expect(devices[0]).toMatchObject({
      unfinishedChecks: [],
      wallet: { backedUp: true, proof: { opened: 1, range: 8, unfinishedBefore: [16, 16, 16] } },
    });
  });

  it.each<[MaliciousName, RegExp]>([
    ['lying-status', /skipped the randomness check you’d agreed to/],
    ['jumping-status', /skipped the randomness check you’d agreed to/],
  ])('%s: a status that skips the check', async (name, words) => {
    const { page } = await connected({ flags: ['--malicious', name] });
    await askForWallet(page, 12);
    await seeHeading(page, doNotUse);
    await see(page, words);
  });

  it('nonsense-status: not understood, and said so', async () => {
    const { page } = await connected({ flags: ['--malicious', 'nonsense-status'] });
    await askForWallet(page, 12);
    await seeHeading(page, 'That didn’t work');
  });
});

describe('S6: a device that cheats after the check', () => {
  async function backedUp(name: MaliciousName): Promise<Stage> {
    const there = await connected({ flags: ['--malicious', name] });
    await askForWallet(there.page, 12);
    await there.bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, '4711'), benchFingers(there.bench));
    return there;
  }

  it('wallet-swapped-after-keep', async () => {
    const { page } = await backedUp('wallet-swapped-after-keep');
    await seeHeading(page, doNotUse);
    await see(page, /The wallet you backed up isn’t the one that was checked/);
    await see(page, /move it to a wallet made on another device/);
  });

  it('wallet-swapped-at-reconnect: the browser notices, and the user can overrule it', async () => {
    const { page, bench } = await backedUp('wallet-swapped-at-reconnect');
    // The device's last step has the same heading, and the wallet is told after it.
    await untilKept(page, (all) => all.devices[0]?.wallet?.backedUp === true);
    await bench.power('cycle');
    await seeHeading(page, 'Enter your PIN');
    await runPersonAsync(enterPin('4711'), benchFingers(bench));
    await seeHeading(page, 'This device now holds a different wallet');
    await see(page, /came back with a different wallet/);
    await page.getByRole('button', { name: 'I reset this device. Forget its old wallet' }).click();
    await seeHeading(page, 'Choose your device');
    expect((await kept(page))[0]?.wallet).toBeUndefined();
  });

  it('wallet-swapped-and-denied can’t be caught here: see docs/verifiable-entropy.md', async () => {
    const { page } = await backedUp('wallet-swapped-and-denied');
    await seeHome(page);
  });
});

describe('a device that is not what it was', () => {
  it.each<[MaliciousName]>([['false-attestation'], ['false-device-id']])('%s', async (name) => {
    const { page } = await connected({ flags: ['--malicious', name] });
    await seeHeading(page, doNotUse);
    await see(page, /couldn’t prove what it is/);
  });

  it('downgraded-capabilities: at a first meeting the page says what it didn’t check', async () => {
    const there = await connected({ flags: ['--malicious', 'downgraded-capabilities'] });
    await askForWallet(there.page, 12);
    await there.bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, '4711'), benchFingers(there.bench));
    await seeHome(there.page);
    await see(there.page, /can’t show how it draws its randomness/);
  });

  it('downgraded-capabilities: a device that could be checked before is an alarm', async () => {
    const { page, simulator, storageFile } = await connected();
    await seeHeading(page, 'How many words?');
    const wirePort = new URL(simulator.wireUrl).port;
    await simulator.stop();
    await see(page, 'Not connected');
    const flags = ['--malicious', 'downgraded-capabilities', '--wire-port', wirePort];
    restarted = await startSimulator({ storage: storageFile, flags });
    await createBenchClient(restarted.benchUrl).pause();
    await seeHeading(page, doNotUse);
    await see(page, /could be checked before, and now it says it can’t/);
  });

  it.each<[string, Partial<DeviceRecord>, RegExp]>([
    ['another key', { publicKey: `04${'ab'.repeat(64)}` }, /but its key is different/],
  ])('a device that comes back with %s is an alarm', async (_, change, words) => {
    const { page } = await connected();
    await seeHeading(page, 'How many words?');
    await tamper(page, change);
    await page.reload();
    await seeHeading(page, doNotUse);
    await see(page, words);
  });
});
