/**
 * What follows an interruption, to its end: the tab is gone and the person finishes on the device, an unfinished
 * backup is resumed or discarded, a wallet was wiped. The cells themselves are in `interrupt.ts`.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ways } from '../../fixtures/interruptions/steps.ts';
import { readInterruptions } from '../../fixtures/interruptions/table.ts';
import { enterPin, leaveStopped, tap, type Person } from '../../kit/drivers/person.ts';
import { knownAt } from '../../fixtures/interruptions/beginnings.ts';
import { launchBrowser, inApp } from '../support/app.ts';
import { untilKept } from '../support/kept-records.ts';
import {
  headingOfWallet,
  setInterruptionStage,
  type InterruptionStage,
} from '../support/interruption-stage.ts';

let browser: Browser;
let stage: InterruptionStage;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await setInterruptionStage(browser);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

const rows = readInterruptions();

async function leadTo(key: string): Promise<void> {
  const row = rows.find((candidate) => candidate.key === key);
  const [way] = ways[key] ?? [];
  if (row === undefined || way === undefined) throw new Error(`the table has no row ${key}`);
  await stage.leadTo(row, way);
}

async function power(action: 'off' | 'on'): Promise<void> {
  await stage.bench.power(action);
  await stage.page.clock.runFor(2_000);
}

async function unplugAndPlugIn(): Promise<void> {
  await power('off');
  await stage.seeHeading('The simulator has stopped');
  await power('on');
}

/** Wallet id and date on the page, and the date in what the browser keeps. */
async function seeRecord(): Promise<void> {
  await stage.page.clock.runFor(300);
  await inApp(stage.page).getByText('Wallet ID', { exact: true }).waitFor();
  const { wallets } = await untilKept(stage.page, (kept) => kept.wallets.length > 0);
  expect(wallets[0]?.backedUp).toMatch(/^\d{4}-\d\d-\d\dT/);
}

const headingsAfter: Readonly<Partial<Record<string, string>>> = {
  // A page that did not see the wallet go cannot know that its owner wiped it.
  wipe: 'The wallet on this device is gone',
  // Nothing was stored, and the device is as empty as before.
  identify: 'How many words?',
};

describe('the tab is closed at the first step, and the person goes on without it', () => {
  it.each(
    [...new Set(rows.filter(({ inBrowser }) => inBrowser).map(({ activity }) => activity))].filter(
      (activity) => activity !== 'none' && activity !== 'create',
    ),
  )('%s', async (activity) => {
    const first = rows.find((row) => row.activity === activity && row.inBrowser && row.stage !== 'discard');
    await leadTo(first?.key ?? '');
    await stage.page.close();
    await stage.goOnToTheEnd();
    const { wallet, activity: now } = await stage.status();
    const isEmpty = activity === 'wipe' || activity === 'identify';
    expect({ wallet, now }).toEqual({ wallet: isEmpty ? 'empty' : 'backed-up', now: 'none' });
    stage.useTab(await stage.openTab());
    await stage.seeHeading(headingsAfter[activity] ?? headingOfWallet);
  });
});

it('a new wallet can’t be checked without the page: the device gives up after 2 min', async () => {
  await leadTo('create consent nothing');
  await stage.page.close();
  await stage.goOnToTheEnd();
  expect(await stage.status()).toMatchObject({ activity: 'create', stage: 'entropy', wallet: 'empty' });
  await stage.bench.advance(130_000);
  expect(await stage.status()).toMatchObject({ activity: 'create', stage: 'stopped', wallet: 'empty' });
  await stage.person(leaveStopped());
  expect(await stage.status()).toMatchObject({ activity: 'none', wallet: 'empty', outcome: 'cancelled' });
  stage.useTab(await stage.openTab());
  await stage.seeHeading('How many words?');
});

describe('an unfinished backup', () => {
  it.each(['create words unfinished', 'create confirm unfinished', 'resume written unfinished'])(
    'left by an unplug at "%s" is resumed to its end, and recorded with its date',
    async (key) => {
      await leadTo(key);
      await unplugAndPlugIn();
      await stage.seeHeading('Not backed up');
      await inApp(stage.page)
        .getByText(/Nothing’s lost: the wallet is still there/)
        .waitFor();
      await stage.goOnToTheEnd();
      await stage.seeHeading(headingOfWallet);
      await seeRecord();
    },
  );

  it('left by a cancel is resumed too', async () => {
    await leadTo('create written unfinished');
    await stage.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await stage.leaveStopped();
    await stage.seeHeading('Not backed up');
    await stage.goOnToTheEnd();
    await stage.seeHeading(headingOfWallet);
    await seeRecord();
  });

  it('is discarded by a hold, and the page says what the paper is worth', async () => {
    await leadTo('resume discard unfinished');
    await stage.person(hold(1_600));
    await stage.seeHeading('Unfinished wallet deleted');
    expect(await stage.status()).toMatchObject({ wallet: 'empty', outcome: 'discarded' });
  });

  it('that is not held long enough stays', async () => {
    await leadTo('resume discard unfinished');
    await stage.person(hold(1_400));
    await unplugAndPlugIn();
    await stage.seeHeading('Not backed up');
    expect(await stage.status()).toMatchObject({ wallet: 'unfinished-backup' });
  });
});

describe('at the last press of a backup', () => {
  it('the page reloaded: that press still makes the record', async () => {
    await leadTo('create finish backed up');
    await stage.page.reload();
    await stage.seeHeading(headingOfWallet);
    expect(await inApp(stage.page).locator('main').getByRole('button').count()).toBe(0);
    await stage.person(tap('right'));
    await seeRecord();
  });

  it('unplugged and plugged in again: the PIN releases the id, and the record is made', async () => {
    await leadTo('create finish backed up');
    await unplugAndPlugIn();
    await stage.seeHeading('Enter your PIN');
    await stage.person(enterPin(knownAt('new').pin));
    await seeRecord();
  });
});

describe('three wrong PINs', () => {
  it('wipe, and the page says what that means', async () => {
    await leadTo('unlock wiped nothing');
    await stage.person(tap('right'));
    await stage.seeHeading('The device deleted its wallet');
    expect(await stage.status()).toMatchObject({ wallet: 'empty', outcome: 'wiped' });
  });

  it('are told by a page that was not there when they were entered', async () => {
    await leadTo('unlock wiped nothing');
    await stage.page.close();
    await stage.person(tap('right'));
    stage.useTab(await stage.openTab());
    await stage.seeHeading('The device deleted its wallet');
    await stage.page.getByRole('button', { name: 'Start again' }).click();
    await stage.seeHeading('How many words?');
  });
});

function* hold(milliseconds: number): Person<void> {
  yield { kind: 'hold', milliseconds };
}
