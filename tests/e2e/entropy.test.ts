/**
 * The entropy check, end to end: built app, real Chromium with its worker and its policy, real simulator process or the
 * one in the page. Proven, cancelled, unplugged; and each device that cheats, with the words that the app has for it.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MaliciousName } from '../../firmware-sim/malicious/names.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import type { TrustedDevice } from '../../src/ceremony/trust-store.ts';
import { createBenchClient } from '../support/bench-client.ts';
import { createWallet, enterPin, runPersonAsync } from '../support/person.ts';
import { startSimulator, type SimulatorProcess } from '../support/simulator-process.ts';
import {
  askForWallet,
  connectToProcess,
  launchBrowser,
  seeHeading,
  setStage,
  type Stage,
  inApp,
} from './support/app.ts';
import { benchFingers } from './support/bench-fingers.ts';

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
  await there.bench.waitForText('New wallet?');
  await there.bench.press('right');
}

const see = (page: Page, text: string | RegExp): Promise<void> =>
  inApp(page).getByText(text).first().waitFor();
const kept = (page: Page): Promise<TrustedDevice[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('hostblind.devices') ?? '[]') as TrustedDevice[]);

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
      await see(page, 'Checked: this computer had 5 candidates opened, and all was right.');
      noted = true;
    });
    await runPersonAsync(createWallet(12, '4711'), fingers);
    expect(noted).toBe(true);
    await seeHeading(page, 'Backed up');
    await see(page, /had 5 candidates opened, a number that it drew from 1 to 8 .* at most 1 in 8\./);
    const walletId = toHex((await bench.apdu(fromHex('C805000000'))).slice(0, 16));
    const [device] = await kept(page);
    expect(device).toMatchObject({
      simulator: true,
      pinned: { walletId, backedUp: true, proof: { kind: 'entropy-check', opened: 5, range: 8 } },
    });
    expect(complaints).toEqual([]);

    await bench.power('cycle');
    await seeHeading(page, 'Enter your PIN');
    await runPersonAsync(enterPin('4711'), benchFingers(bench));
    await seeHeading(page, 'Backed up');
    await see(page, /at most 1 in 8\./);
    await page.reload();
    await see(page, /had 5 candidates opened/);
  });

  it('opens up to 64 for whoever asks, with dice on the device if they like', async () => {
    const { page, bench } = await connected({ candidates: 20 });
    await inApp(page).getByText('Advanced: how the words are drawn').click();
    await page.getByRole('radio', { name: /1 to 64/ }).check({ force: true });
    await page.getByRole('radio', { name: /Dice on the device/ }).check({ force: true });
    await askForWallet(page, 12);
    await bench.waitForText(/You roll dice/);
    await bench.press('right');
    await seeHeading(page, 'Roll the dice');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await seeHeading(page, 'Cancelled');
    await page.getByRole('button', { name: 'Start again' }).click();
    await inApp(page).getByText('Advanced: how the words are drawn').click();
    await page.getByRole('radio', { name: /1 to 64/ }).check({ force: true });
    await agreed({ ...(stage as Stage) });
    await bench.waitForText('Choose a PIN');
    await see(page, 'Checked: this computer had 20 candidates opened, and all was right.');
  });

  it('in the page is proven too', async () => {
    stage = await setStage(browser);
    const { page, site } = stage;
    await open(page, 2);
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Use the simulator' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'I understand' }).click();
    await seeHeading(page, 'How many words?');
    await askForWallet(page, 12);
    await seeHeading(page, 'New wallet?');
    await page.frameLocator('iframe').locator('#left').focus();
    await page.keyboard.press('ArrowRight');
    await seeHeading(page, 'Choose a PIN');
    await see(page, 'Checked: this computer had 2 candidates opened, and all was right.');
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
    await see(stage.page, 'Checked 2 candidates: all right so far.');
    return stage;
  }

  async function noWallet({ page, bench }: Stage): Promise<void> {
    await seeHeading(page, 'The check did not finish');
    await see(page, /No wallet was created/);
    await bench.waitForText('Hostblind');
    expect((await kept(page))[0]?.pinned).toBeUndefined();
    await page.getByRole('button', { name: 'Start again' }).click();
    await seeHeading(page, 'How many words?');
  }

  it('cancelled in the app', async () => {
    const there = await middle();
    await there.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await see(there.page, /was asked to stop while its randomness was being checked/);
    await noWallet(there);
  });

  it('stopped on the device', async () => {
    const there = await middle();
    await there.bench.press('left');
    await see(there.page, /You stopped on the device while its randomness/);
    await noWallet(there);
  });

  it('unplugged and plugged in again', async () => {
    const there = await middle();
    await there.bench.power('off');
    await see(there.page, 'Not connected');
    await there.bench.power('on');
    await see(there.page, /was not connected any more while its randomness/);
    await noWallet(there);
  });

  it('reloaded: half a check cannot be gone on with, and the page says so', async () => {
    const { page, bench } = await middle();
    await page.reload();
    await see(page, /A check that was begun before cannot be gone on with/);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await seeHeading(page, 'Cancelled');
    await bench.waitForText('Hostblind');
  });

  it('a worker that cannot be loaded', async () => {
    stage = await setStage(browser);
    const { page, appUrl } = stage;
    await page.route('**/entropy-worker-*.js', (route) => route.abort());
    await connectToProcess(page, appUrl);
    await agreed(stage);
    await see(page, /This page could not compute the check/);
    await noWallet(stage);
  });
});

const doNotUse = 'Do not use this device';
/** What is seen once the person has agreed to a new wallet. */
const atTheCheck: readonly [MaliciousName, RegExp][] = [
  ['wrong-commitment', /had promised its random part .* and then showed another/],
  ['reused-commitment', /used the same values twice/],
  ['reused-part', /used the same values twice/],
  ['missing-commitment', /agreed to the check of its randomness and then refused/],
  ['host-entropy-ignored', /does not come from the randomness of the device and this computer together/],
  ['endless-candidates', /agreed to the check of its randomness and then refused/],
  ['candidates-over-cap', /gave an answer that no honest device gives/],
];

describe('S6: a device that cheats in the check', () => {
  it.each(atTheCheck)('%s', async (name, words) => {
    const there = await connected({ flags: ['--malicious', name] });
    await agreed(there);
    await seeHeading(there.page, doNotUse);
    await see(there.page, words);
    await see(there.page, /Nothing was put on it yet/);
    await see(there.page, 'Simulator · not for real money');
    // Nobody is offered to go on all the same, and the device was told to stop.
    expect(await there.page.getByRole('button').allInnerTexts()).toEqual(['Choose another device']);
    await there.bench.waitForText('Hostblind');
  });

  it('cheat-once: opened often enough, it is always caught', async () => {
    const there = await connected({ flags: ['--malicious', 'cheat-once'], candidates: 9 });
    await inApp(there.page).getByText('Advanced: how the words are drawn').click();
    await there.page.getByRole('radio', { name: /1 to 16/ }).check({ force: true });
    await agreed(there);
    await seeHeading(there.page, doNotUse);
    await see(there.page, /does not come from the randomness of the device and this computer together/);
  });

  it('gives-up: no alarm, but the page counts, and a wallet of it is proven by so much less', async () => {
    const there = await connected({ flags: ['--malicious', 'gives-up'], candidates: 9 });
    const { page, bench } = there;
    const agree = async (): Promise<void> => {
      await inApp(page).getByText('Advanced: how the words are drawn').click();
      await page.getByRole('radio', { name: /1 to 16/ }).check({ force: true });
      await agreed(there);
    };
    // Nine opened are all that it may have cheated in: it gives up each time.
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await agree();
      await seeHeading(page, 'The check did not finish');
      await see(page, 'You stopped on the device while its randomness was being checked.');
      await see(
        page,
        attempt === 1
          ? /If you did not do this, and it happens again, do not use this device/
          : new RegExp(`^${attempt} checks in a row with this device have led to no wallet now\\.`),
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
    await seeHeading(page, 'Backed up');
    await see(
      page,
      /one candidate opened, a number that it drew from 1 to 8 .* 3 checks in a row with this device had led to no wallet.* at most 5 in 16\./,
    );
    expect((await kept(page))[0]).toMatchObject({
      unfinishedChecks: [],
      pinned: { backedUp: true, proof: { opened: 1, range: 8, unfinishedBefore: [16, 16, 16] } },
    });
  });

  it.each<[MaliciousName, RegExp]>([
    ['lying-status', /went on without the check/],
    ['jumping-status', /went on without the check/],
  ])('%s: a status that skips the check', async (name, words) => {
    const { page } = await connected({ flags: ['--malicious', name] });
    await askForWallet(page, 12);
    await seeHeading(page, doNotUse);
    await see(page, words);
  });

  it('nonsense-status: not understood, and said so', async () => {
    const { page } = await connected({ flags: ['--malicious', 'nonsense-status'] });
    await askForWallet(page, 12);
    await seeHeading(page, 'This did not work');
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
    await see(page, /The wallet that you have backed up is not the one that was checked/);
    await see(page, /move the money to a wallet that was made on another device/);
  });

  it('wallet-swapped-at-reconnect: this browser knows better, and can be told otherwise', async () => {
    const { page, bench } = await backedUp('wallet-swapped-at-reconnect');
    await seeHeading(page, 'Backed up');
    await bench.power('cycle');
    await seeHeading(page, 'Enter your PIN');
    await runPersonAsync(enterPin('4711'), benchFingers(bench));
    await seeHeading(page, 'This is not the wallet of before');
    await see(page, /comes back with another wallet/);
    await page.getByRole('button', { name: 'I set it up anew myself: forget the old wallet' }).click();
    await seeHeading(page, 'Choose your device');
    expect((await kept(page))[0]?.pinned).toBeUndefined();
  });

  it('wallet-swapped-and-denied cannot be caught here: docs/verifiable-entropy.md says what shows it', async () => {
    const { page } = await backedUp('wallet-swapped-and-denied');
    await seeHeading(page, 'Backed up');
  });
});

describe('a device that is not what it was', () => {
  it.each<[MaliciousName]>([['false-attestation'], ['false-device-id']])('%s', async (name) => {
    const { page } = await connected({ flags: ['--malicious', name] });
    await seeHeading(page, doNotUse);
    await see(page, /could not prove what it is/);
  });

  it('downgraded-capabilities: at a first meeting the page says what it could not check', async () => {
    const there = await connected({ flags: ['--malicious', 'downgraded-capabilities'] });
    await askForWallet(there.page, 12);
    await there.bench.waitForText('New wallet?');
    await runPersonAsync(createWallet(12, '4711'), benchFingers(there.bench));
    await seeHeading(there.page, 'Backed up');
    await see(there.page, /cannot show how it draws its randomness/);
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
    await see(page, /could be checked before, and now it says that it cannot/);
  });

  it.each<[string, Partial<TrustedDevice>, RegExp]>([
    ['another key', { publicKey: `04${'ab'.repeat(64)}` }, /it has another key/],
  ])('a device that comes back with %s is an alarm', async (_, change, words) => {
    const { page } = await connected();
    await seeHeading(page, 'How many words?');
    await page.evaluate((changed) => {
      const [device] = JSON.parse(localStorage.getItem('hostblind.devices') ?? '[]') as object[];
      localStorage.setItem('hostblind.devices', JSON.stringify([{ ...device, ...changed }]));
    }, change);
    await page.reload();
    await seeHeading(page, doNotUse);
    await see(page, words);
  });
});
