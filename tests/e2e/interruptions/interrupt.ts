/**
 * `docs/interruptions.md` in a real browser: the built app beside a real simulator process, at every step of the ceremonies
 * that a file beside this one names, interrupted in each of six ways. What the page says then, and that it leads on from there.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ways } from '../../fixtures/interruptions/steps.ts';
import {
  readInterruptions,
  type Cell,
  type Interruption,
  type Result,
  type Row,
} from '../../fixtures/interruptions/table.ts';
import type { Activity } from '../../../src/protocol/public-state.ts';
import { launchBrowser, inApp } from '../support/app.ts';
import {
  headingOfWallet,
  setInterruptionStage,
  type InterruptionStage,
} from '../support/interruption-stage.ts';

let stage: InterruptionStage;

const nextMinute = 60_000;
const tenMinutes = 600_000;

/** The page's heading once the device is left with that. Who was restoring is led back to it. */
function headingAfter(result: Exclude<Result, 'goes on'>, { activity }: Row): string | RegExp {
  switch (result) {
    case 'nothing':
      return activity === 'restore' ? 'How many words are on your paper?' : 'How many words?';
    case 'unfinished':
      return 'Not backed up';
    case 'locked':
      return 'Enter your PIN';
    case 'unlocked':
      return headingOfWallet;
  }
}

/** A ceremony was cut short by the power: not a device at rest or asking by itself, nor one at its last press. */
function isCutShort({ activity, stage: step }: Row): boolean {
  if (step === 'wiped') return true;
  // There the wallet is stored; the file of a backup file is not released before that press.
  if (step === 'finish') return activity === 'backup-file';
  return activity !== 'none' && activity !== 'unlock' && step !== 'unfinished';
}

const cancelButton = () => stage.page.getByRole('button', { name: 'Cancel', exact: true });

const run: Readonly<Record<Interruption, (cell: Cell, row: Row) => Promise<void>>> = {
  async reload() {
    const heading = await stage.stepHeading();
    await stage.page.reload();
    await stage.seeHeading(heading);
  },

  async 'second tab'() {
    const heading = await stage.stepHeading();
    const second = await stage.openTab();
    await stage.seeHeading('Your device is in use elsewhere', second);
    await stage.seeHeading(heading);
    await stage.page.close();
    stage.useTab(second);
    await second.clock.runFor(2_000);
    await stage.seeHeading(heading);
  },

  async 'close tab'() {
    const heading = await stage.stepHeading();
    await stage.page.close();
    await stage.bench.advance(nextMinute);
    stage.useTab(await stage.openTab());
    await stage.seeHeading(heading);
  },

  async cancel({ result, page }, row) {
    if (page === 'no button' || result === 'goes on') {
      expect(await cancelButton().count()).toBe(0);
      return;
    }
    await cancelButton().click();
    await stage.leaveStopped();
    if (result === 'unfinished') {
      await stage.seeHeading(headingAfter(result, row));
      await inApp(stage.page)
        .getByText('Cancelled. The backup of this wallet still isn’t finished.')
        .waitFor();
    } else {
      await stage.seeHeading('Cancelled');
      await stage.page.getByRole('button', { name: /^(Continue|Start again)$/ }).click();
      await stage.seeHeading(headingAfter(result, row));
    }
  },

  // A device with apps has locked itself meanwhile, or does once its ceremony ends: last of those that leave it where it stood.
  async 'ten minutes'({ result }, row) {
    const heading = result === 'goes on' ? await stage.stepHeading() : headingAfter(result, row);
    await stage.page.clock.fastForward(tenMinutes);
    await stage.bench.advance(tenMinutes);
    await stage.seeHeading(heading);
    expect(await stage.alarms()).toBe('');
  },

  async unplug({ result }, row) {
    await stage.bench.power('off');
    await stage.page.clock.runFor(1_600);
    await stage.seeHeading('The simulator has stopped');
    await stage.bench.power('on');
    await stage.page.clock.runFor(2_000);
    if (result !== 'goes on') await stage.seeHeading(headingAfter(result, row));
    const note = stage.page.locator('p.cut-short');
    if (isCutShort(row)) await note.waitFor();
    else expect(await note.count()).toBe(0);
  },
};

/** In the order in which a page and a device that stand at a step can be used again. */
const order = Object.keys(run);

/** Where there are two ways to a step the page sees no difference: one of them is enough. */
const steps = readInterruptions()
  .filter(({ inBrowser }) => inBrowser)
  .flatMap((row) => (ways[row.key] ?? []).slice(0, 1).map((way) => ({ row, way, step: row.key })));

/** The ceremonies, by the file that has them: several files, so that they run side by side. */
const shares = {
  'new-wallet': ['create', 'unlock', 'none'],
  'old-wallet': ['resume', 'reveal'],
  restored: ['restore', 'restore-file', 'identify', 'check', 'check-file'],
  settings: ['change-pin', 'wipe', 'rename', 'backup-file', 'seed-qr', 'addresses'],
} as const satisfies Readonly<Record<string, readonly Activity[]>>;

const shared: readonly Activity[] = Object.values(shares).flat();
for (const { row, step } of steps) {
  if (!shared.includes(row.activity)) throw new Error(`No file beside this one has the step "${step}".`);
}

/** The table is of any device; the simulator that is a program has apps, and locks itself where nobody presses anything. */
function withApps(cell: Cell, { activity, holds }: Row): Cell {
  const locks = cell.interruption === 'ten minutes' && activity === 'none' && holds === 'backed-up';
  return locks ? { ...cell, result: 'locked' } : cell;
}

export function interruptEach(share: keyof typeof shares): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    stage = await setInterruptionStage(browser);
  });
  afterAll(async () => {
    await stage.close();
    await browser.close();
  });

  const activities: readonly Activity[] = shares[share];
  describe.each(steps.filter(({ row }) => activities.includes(row.activity)))('at $step', ({ row, way }) => {
    const cells = row.cells
      .map((cell) => withApps(cell, row))
      .toSorted((one, other) => order.indexOf(one.interruption) - order.indexOf(other.interruption));

    it.each(cells)('$interruption: $result', async (cell) => {
      await stage.leadTo(row, way);
      const before = await stage.status();
      await run[cell.interruption](cell, row);
      if (cell.result === 'goes on') expect(await stage.status()).toEqual(before);
    });
  });
}
