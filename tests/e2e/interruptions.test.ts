/**
 * Unplug, reload, second tab, cancel and kill -9 at each step of create: what the device holds afterwards, what the
 * app says, and how both go on. On the process simulator, with its storage in a file.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { responseData } from '../../src/protocol/apdu.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState, Stage as DeviceStage } from '../../src/protocol/public-state.ts';
import { createBenchClient } from '../support/bench-client.ts';
import {
  agreeToNewWallet,
  backUp,
  choosePin,
  confirmWord,
  enterPin,
  expectScreen,
  reveal,
  runPersonAsync,
  tap,
  typePin,
  writeWordsDown,
  type Person,
} from '../support/person.ts';
import { startSimulator } from '../support/simulator-process.ts';
import {
  askForWallet,
  connectToProcess,
  launchBrowser,
  seeHeading,
  setStage,
  type Stage,
} from './support/app.ts';
import { benchFingers } from './support/bench-fingers.ts';
import { untilKept } from './support/kept-records.ts';

const pin = '2580';

/** How a person comes to each step of create, and what the app's heading is there. */
const steps: readonly {
  readonly step: DeviceStage;
  readonly heading: string | RegExp;
  readonly way: () => Person<unknown>;
}[] = [
  { step: 'consent', heading: 'New wallet?', way: () => expectScreen('New wallet?') },
  { step: 'choose-pin', heading: 'Choose a PIN', way: agreeToNewWallet },
  {
    step: 'repeat-pin',
    heading: 'Repeat the PIN',
    *way() {
      yield* agreeToNewWallet();
      yield* expectScreen('Choose a PIN');
      yield* typePin(pin);
    },
  },
  { step: 'warning', heading: 'Pen and paper', way: untilTheWarning },
  {
    step: 'hold',
    heading: 'Hold to reveal',
    *way() {
      yield* untilTheWarning();
      yield* tap('right');
    },
  },
  {
    step: 'words',
    heading: 'Word 5 of 12',
    *way() {
      yield* untilTheWords();
      for (let words = 1; words < 5; words += 1) yield* tap('right');
    },
  },
  {
    step: 'written',
    heading: 'All written?',
    *way() {
      yield* untilTheWords();
      yield* writeWordsDown(12);
    },
  },
  {
    step: 'confirm',
    heading: 'Confirm words',
    *way() {
      yield* untilTheWords();
      const paper = yield* writeWordsDown(12);
      yield* tap('right');
      yield* confirmWord(1, paper);
    },
  },
];

const beforeThePin: ReadonlySet<DeviceStage> = new Set(['consent', 'choose-pin', 'repeat-pin']);

function* untilTheWarning(): Person<void> {
  yield* agreeToNewWallet();
  yield* choosePin(pin);
}

function* untilTheWords(): Person<void> {
  yield* untilTheWarning();
  yield* reveal();
}

function* resume(): Person<void> {
  yield* expectScreen('Not backed up');
  yield* tap('right');
  yield* enterPin(pin);
  yield* backUp(12);
}

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  stage = await setStage(browser);
  await connectToProcess(stage.page, stage.appUrl);
  await askForWallet(stage.page, 12);
  await stage.bench.waitForText('New wallet?');
});
afterEach(async () => {
  await stage.close();
});

const person = async <Result>(does: Person<Result>): Promise<Result> =>
  runPersonAsync(does, benchFingers(stage.bench));

async function deviceStatus(): Promise<PublicState> {
  return decodeStatus(responseData(await stage.bench.apdu(encodeStatusRequest())));
}

/** The device is empty and the app offers to begin; or the backup is unfinished and both lead back into it. */
async function expectDefined(step: DeviceStage): Promise<void> {
  if (beforeThePin.has(step)) {
    expect(await deviceStatus()).toMatchObject({ wallet: 'empty', stage: 'idle', activity: 'none' });
    return;
  }
  expect(await deviceStatus()).toMatchObject({
    wallet: 'unfinished-backup',
    stage: 'unfinished',
    locked: true,
  });
  await seeHeading(stage.page, 'Not backed up');
  await person(resume());
  await seeHeading(stage.page, 'Backed up');
  expect(await deviceStatus()).toMatchObject({ wallet: 'backed-up', locked: false });
}

describe.each(steps)('at $step', ({ step, heading, way }) => {
  beforeEach(async () => {
    await person(way());
    await seeHeading(stage.page, heading);
  });

  it('unplugged and plugged in again', async () => {
    await stage.bench.power('off');
    await stage.page.getByText('Not connected').first().waitFor();
    await stage.bench.power('on');
    await stage.page.getByText('Not connected').first().waitFor({ state: 'hidden' });
    if (beforeThePin.has(step)) await seeHeading(stage.page, 'How many words?');
    await expectDefined(step);
  });

  it('the page reloaded: the device does not notice, and the app finds its way back', async () => {
    await stage.page.reload();
    await seeHeading(stage.page, heading);
    expect((await deviceStatus()).stage).toBe(step);
  });

  it('a second tab waits, and goes on when the first is closed', async () => {
    const second = await stage.context.newPage();
    await second.goto(`${stage.appUrl}#process`);
    await seeHeading(second, 'The device is in use elsewhere');
    expect((await deviceStatus()).stage).toBe(step);
    await stage.page.close();
    await seeHeading(second, heading);
    expect((await deviceStatus()).stage).toBe(step);
  });

  it('cancelled in the app', async () => {
    await stage.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await stage.bench.waitForText(beforeThePin.has(step) ? 'Hostblind' : 'Not backed up');
    if (beforeThePin.has(step)) await seeHeading(stage.page, 'Cancelled');
    await expectDefined(step);
  });

  it('the tab closed: the device goes on without it', async () => {
    await stage.page.close();
    expect((await deviceStatus()).stage).toBe(step);
    const again = await stage.context.newPage();
    await again.goto(`${stage.appUrl}#process`);
    await seeHeading(again, heading);
  });

  it('the simulator killed and started again on the same storage', async () => {
    await stage.simulator.kill('SIGKILL');
    await stage.page.getByText('Not connected').first().waitFor();
    const again = await startSimulator({ storage: stage.storageFile });
    try {
      const bench = createBenchClient(again.benchUrl);
      const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
      expect(status).toMatchObject(
        beforeThePin.has(step)
          ? { wallet: 'empty', stage: 'idle' }
          : { wallet: 'unfinished-backup', stage: 'unfinished', locked: true },
      );
    } finally {
      await again.stop();
    }
  });
});

describe('at finish', () => {
  beforeEach(async () => {
    await person(
      (function* untilTheLastPress() {
        yield* untilTheWords();
        const paper = yield* writeWordsDown(12);
        yield* tap('right');
        for (let position = 1; position <= 12; position += 1) yield* confirmWord(position, paper);
      })(),
    );
    await seeHeading(stage.page, 'Backed up');
    expect(await deviceStatus()).toMatchObject({ stage: 'finish', wallet: 'backed-up' });
  });

  const seeRecord = async (): Promise<void> => {
    await stage.page.getByText('Wallet id', { exact: true }).waitFor();
    await stage.page.getByText(String(new Date().getFullYear())).first().waitFor();
    const { wallets } = await untilKept(stage.page, (kept) => kept.wallets.length > 0);
    expect(wallets[0]?.backedUp).toMatch(/^\d{4}-\d\d-\d\dT/);
  };

  it('the page reloaded: the last press still makes the record, with its date', async () => {
    await stage.page.reload();
    await seeHeading(stage.page, 'Backed up');
    await person(tap('right'));
    await seeRecord();
  });

  it('unplugged and plugged in again: the wallet is backed up, and the PIN releases its id', async () => {
    await stage.bench.power('off');
    await stage.page.getByText('Not connected').first().waitFor();
    await stage.bench.power('on');
    await seeHeading(stage.page, 'Enter your PIN');
    expect(await deviceStatus()).toMatchObject({ wallet: 'backed-up', locked: true });
    await person(enterPin(pin));
    await seeRecord();
  });

  it('offers nothing but the last press on the device', async () => {
    expect(await stage.page.getByRole('button').count()).toBe(0);
  });
});

describe('at the questions of an unfinished backup', () => {
  beforeEach(async () => {
    await person(untilTheWords());
    await stage.bench.power('cycle');
    await seeHeading(stage.page, 'Not backed up');
  });

  it('resuming can be interrupted at the PIN, and asked again', async () => {
    await person(tap('right'));
    await seeHeading(stage.page, 'Enter your PIN');
    await stage.page.reload();
    await seeHeading(stage.page, 'Enter your PIN');
    await stage.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expectDefined('words');
  });

  it('discarding needs the hold; let go, unplugged or reloaded, the wallet is still there', async () => {
    await person(tap('left'));
    await seeHeading(stage.page, 'Discard wallet?');
    await stage.page.reload();
    await seeHeading(stage.page, 'Discard wallet?');
    await stage.bench.power('cycle');
    await seeHeading(stage.page, 'Not backed up');
    await person(
      (function* discard() {
        yield* tap('left');
        yield { kind: 'hold', milliseconds: 1600 };
      })(),
    );
    await seeHeading(stage.page, /deleted/);
    expect(await deviceStatus()).toMatchObject({ wallet: 'empty', outcome: 'discarded' });
  });

  it('three wrong PINs wipe, and the page says what that means', async () => {
    await person(
      (function* wrong() {
        yield* tap('right');
        for (let tries = 0; tries < 3; tries += 1) {
          yield* enterPin('0000');
          yield* tap('right');
        }
      })(),
    );
    await seeHeading(stage.page, 'The device deleted its wallet');
    expect(await deviceStatus()).toMatchObject({ wallet: 'empty', outcome: 'wiped' });
  });
});
