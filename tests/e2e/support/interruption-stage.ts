/**
 * One browser and one simulator process for all cells of `docs/interruptions.md`. A cell begins with an image in the
 * simulator's file and ends with whatever it left; a page that still stands at the step is used for the next cell too.
 */
import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { responseData } from '../../../src/protocol/apdu/apdu.ts';
import { encodeCeremonyRequest } from '../../../src/protocol/commands/ceremonies.ts';
import type { CeremonyKind } from '../../../src/protocol/ceremonies.ts';
import { decodeStatus, encodeStatusRequest } from '../../../src/protocol/commands/status.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { glassText } from '../../../src/text/glass.ts';
import type { BenchClient } from '../../kit/clients/bench-client.ts';
import { writeStorageImage } from '../../fixtures/data/storage-file.ts';
import { images, knownAt, ownFile } from '../../fixtures/interruptions/beginnings.ts';
import { goOnToTheEnd, type Known } from '../../fixtures/interruptions/go-on.ts';
import { ceremonyOf } from '../../fixtures/interruptions/steps.ts';
import { keyOf, type Row } from '../../fixtures/interruptions/table.ts';
import type { Beginning, Way } from '../../fixtures/interruptions/ways.ts';
import {
  enterPin,
  leaveStopped,
  runPersonAsync,
  type Person,
  type SeenLine,
} from '../../kit/drivers/person.ts';
import { benchFingers } from '../../kit/clients/bench-fingers.ts';
import { askForWallet, inApp, setStage, type Stage } from './app.ts';

const asked = { position: 0, total: 0, wordCount: 12 } as const;

/** The milliseconds after which a page that asks four times a second has asked again. */
const nextQuestion = 300;

/** Of a wallet that is backed up: the page that celebrates it, or the home of its device. */
export const headingOfWallet = /^(Backed up|Hostblind Simulator|“.+”)$/;

export interface InterruptionStage {
  readonly bench: BenchClient;
  readonly page: Page;
  /** Leads device and page to a step, unless they stand there. */
  leadTo(row: Row, way: Way): Promise<void>;
  status(): Promise<PublicState>;
  /** What the page's heading is at the step where the device is. */
  stepHeading(): Promise<string | RegExp>;
  /** Lets the page ask once more, and waits for its heading. */
  seeHeading(title: string | RegExp, page?: Page): Promise<void>;
  person<Result>(does: Person<Result>): Promise<Result>;
  /** After the page's Cancel: reads on both that the computer stopped this, and presses OK on the device. */
  leaveStopped(): Promise<void>;
  goOnToTheEnd(): Promise<void>;
  /** Another tab at the app's address, which goes to the device without asking. */
  openTab(): Promise<Page>;
  /** The tab that the next cells use. */
  useTab(page: Page): void;
  /** What the page has said to a screen reader as an alarm. */
  alarms(): Promise<string>;
  close(): Promise<void>;
}

const press = async (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

async function fromSettings(page: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of ['Security & privacy', ...names]) await press(page, name);
}

async function fromCopies(page: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  await fromSettings(page, /^Copies/, ...names);
}

/** Picks the backup file in the browser's own chooser, and gives it to the device. */
async function giveFile(page: Page, ask: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Choose the file');
  const file = {
    name: 'wallet.hbbackup',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(ownFile),
  };
  await (await chooser).setFiles(file);
  await press(page, ask);
}

/** How a person asks for each ceremony on the page; the compiler asks for that of a new one. */
const askOnPage: Readonly<Record<CeremonyKind, (page: Page) => Promise<void>>> = {
  create: async (page) => askForWallet(page, 12),
  async restore(page) {
    await press(page, 'Restore from my words');
    await page.getByRole('radio', { name: '12 words' }).check({ force: true });
    await press(page, 'Restore on the device');
  },
  async reveal(page) {
    await fromSettings(page, /Show recovery phrase on device/, 'Get started', 'No one', 'Continue');
    await press(page, 'I share nothing and hang up');
    await press(page, 'Continue');
    await press(page, 'Show on the device');
  },
  check: async (page) => fromSettings(page, /Check my backup/),
  'change-pin': async (page) => fromSettings(page, /Change PIN/),
  async rename(page) {
    await fromSettings(page, /Rename device/);
    await page.getByRole('radio', { name: 'Desk' }).check({ force: true });
    await press(page, 'Rename on the device');
  },
  language: async (page) => fromSettings(page, /Language/),
  'seed-qr': async (page) => fromCopies(page, 'Show on the device'),
  addresses: async (page) => press(page, 'Show its addresses'),
  async identify(page) {
    await press(page, 'Which wallet is this paper?');
    await page.getByRole('radio', { name: '12 words' }).check({ force: true });
    await press(page, 'Enter the words on the device');
  },
  'backup-file': async (page) => fromCopies(page, 'Make a backup file'),
  async 'check-file'(page) {
    await fromCopies(page, 'Check a backup file');
    await giveFile(page, 'Check on the device');
  },
  async 'restore-file'(page) {
    await press(page, 'Restore from a backup file');
    await giveFile(page, 'Restore on the device');
  },
  wipe: async (page) => fromSettings(page, /Wipe device/, 'Wipe on the device'),
};

const headingOfBeginning: Readonly<Record<Beginning, string>> = {
  new: 'How many words?',
  unfinished: 'Not backed up',
  locked: 'Enter your PIN',
  unlocked: 'Enter your PIN',
};

/** So that the device is new to the page: a known one with another wallet would be warned of. */
async function forgetEverything(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      // Blocked is as good: it is deleted as soon as the page is reloaded.
      await new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = () => resolve();
      });
    }
  });
}

export async function setInterruptionStage(browser: Browser): Promise<InterruptionStage> {
  const stage: Stage = await setStage(browser);
  const { bench, context } = stage;
  // Its time flows as ever; a test can let some of it pass at once, or ten minutes as a computer does that slept.
  await context.clock.install();
  await stage.page.close();
  let { page } = stage;
  let known: Known = knownAt('new');
  /** The step at which device and page stand, with the status that tells it. */
  let standing:
    { readonly key: string; readonly by: string | undefined; readonly status: PublicState } | undefined;

  const status = async (): Promise<PublicState> =>
    decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
  /** The screen of a device changes by the person's own presses alone here, so that one look after each is enough. */
  const person = async <Result>(script: Person<Result>): Promise<Result> => {
    const fingers = benchFingers(bench);
    let seen: readonly SeenLine[] | undefined;
    return runPersonAsync(script, async (action) => {
      // Without a page there is no host to wait for.
      const does = action.kind === 'watch' && page.isClosed() ? ({ kind: 'look' } as const) : action;
      if (does !== action || action.kind !== 'look' || seen === undefined) seen = await fingers(does);
      return seen;
    });
  };
  const seeHeading = async (title: string | RegExp, on = page): Promise<void> => {
    await on.clock.runFor(nextQuestion);
    await on.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
  const stepHeading = async (): Promise<string | RegExp> => {
    const now = await status();
    if (now.activity === 'none') return now.wallet === 'empty' ? 'How many words?' : headingOfWallet;
    return glassText.stage(now.stage, { ...now, wordCount: 12 }).title;
  };
  const openTab = async (): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(`${stage.appUrl}#process`);
    return tab;
  };

  async function stands(row: Row, way: Way): Promise<boolean> {
    if (standing?.key !== row.key || standing.by !== way.by || page.isClosed()) return false;
    return JSON.stringify(await status()) === JSON.stringify(standing.status);
  }

  /** A device with that in its storage, just switched on, and a page that remembers nothing connected to it. */
  async function begin(from: Beginning): Promise<void> {
    await bench.power('off');
    writeStorageImage(stage.storageFile, images[from]);
    await bench.power('on');
    if (page.isClosed()) {
      page = await openTab();
    } else {
      await forgetEverything(page);
      await page.reload();
    }
    known = knownAt(from);
    await seeHeading(headingOfBeginning[from]);
    if (from !== 'unlocked') return;
    await person(enterPin(known.pin));
    await seeHeading(headingOfWallet);
  }

  return {
    bench,
    get page() {
      return page;
    },
    async leadTo(row, way) {
      if (await stands(row, way)) return;
      standing = undefined;
      const ceremony = ceremonyOf(row.activity);
      const from = way.from ?? ceremony.from;
      await begin(from);
      if (ceremony.request !== undefined) {
        // What the page does not offer in this state, another host may have asked for.
        if (from === ceremony.from) await askOnPage[ceremony.request.kind](page);
        else await bench.apdu(encodeCeremonyRequest(ceremony.request));
        await bench.waitForText(glassText.stage('consent', { ...asked, activity: row.activity }).title);
      }
      await person(way.lead(known));
      await seeHeading(await stepHeading());
      const now = await status();
      expect(keyOf(now.activity, now.stage, now.wallet)).toBe(row.key);
      standing = { key: row.key, by: way.by, status: now };
    },
    status,
    stepHeading,
    seeHeading,
    person,
    async leaveStopped() {
      await bench.waitForText('Stopped');
      await seeHeading('Stopped');
      await inApp(page).getByText('Press OK on the device.').first().waitFor();
      await person(leaveStopped());
    },
    goOnToTheEnd: async () => person(goOnToTheEnd(known)),
    openTab,
    useTab(tab) {
      page = tab;
    },
    alarms: async () => page.locator('#alert').innerText(),
    close: async () => stage.close(),
  };
}
