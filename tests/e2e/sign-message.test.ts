/**
 * "Sign a message", end to end: written on the page, read and held on a real simulator process, and verified by another library. And
 * every way in which it doesn't come to a signature, with the message still there; a device that cheats is an alarm.
 */
import { readFile } from 'node:fs/promises';
import { verifyMessage } from 'ethers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../src/text/app.ts';
import { proofInEnglish } from '../../src/text/en/proof.ts';
import { recordsInEnglish } from '../../src/text/en/records.ts';
import { settingsInEnglish } from '../../src/text/en/settings.ts';
import { signingInEnglish as text } from '../../src/text/en/signing.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { createWallet, enterPin, runPersonAsync } from '../kit/drivers/person.ts';
import { answerApp, readAndSign } from '../kit/drivers/signing-person.ts';
import {
  askForWallet,
  connectToProcess,
  inApp,
  launchBrowser,
  seeHeading,
  seeHome,
  setStage,
  type Stage,
} from './support/app.ts';

const pin = '40286619';
const message = 'I own this address.\nGrüße, number 4711';
const { home } = settingsInEnglish;

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
});
afterEach(async () => {
  await stage.close();
});

/** A wallet that is backed up, and the page on which a message is written. */
async function start(flags: readonly string[] = []): Promise<Stage> {
  stage = await setStage(browser, flags);
  const { page, bench, appUrl } = stage;
  await connectToProcess(page, appUrl);
  await askForWallet(page, 12);
  await bench.waitForText('New wallet?');
  await runPersonAsync(createWallet(12, pin), benchFingers(bench));
  await seeHome(page);
  await page.getByRole('button', { name: home.sign }).click();
  await seeHeading(page, text.title);
  return stage;
}

const field = (page: Page) => page.getByRole('textbox', { name: text.message });

async function ask(page: Page): Promise<void> {
  await page.getByRole('button', { name: text.ask }).click();
  await seeHeading(page, text.running.title);
}

/** Once it has agreed, the device asks for nothing but the message. */
async function askAgain(there: Stage): Promise<void> {
  await ask(there.page);
  await seeMessageOnGlass(there);
}

async function seeMessageOnGlass({ page, bench }: Stage): Promise<void> {
  await inApp(page).getByText(text.steps.reading).waitFor();
  await bench.waitForText('Message');
}

/** Sends the message, and says yes to the question whether the page may see addresses. */
async function askAndConsent({ page, bench }: Stage): Promise<void> {
  await field(page).fill(message);
  await ask(page);
  await inApp(page).getByText(text.steps.consent).waitFor();
  await bench.waitForText('All addresses?');
  await runPersonAsync(answerApp('yes'), benchFingers(bench));
  await seeMessageOnGlass(stage);
}

async function readValue(page: Page, id: 'address' | 'signature' | 'on-glass'): Promise<string> {
  return (await page.locator(`hb-sign-message #${id}`).textContent()) ?? '';
}

/** What the message is once it is back, as it was sent. */
async function seeMessageKept(page: Page): Promise<void> {
  await seeHeading(page, text.failed.title);
  expect(await field(page).inputValue()).toBe(message);
}

describe('a message', () => {
  it('is signed, verifies elsewhere, and the next one is not asked for addresses', async () => {
    const { page, bench } = await start();
    const fingers = benchFingers(bench);
    await askAndConsent(stage);
    const shown = (await runPersonAsync(readAndSign(), fingers)).flat();
    // The page writes it as the glass does.
    const onGlass = 'I own this address.\\n Gr\\u{fc}\\u{df}e, number 4711';
    expect(shown.join(' ').replaceAll(/\s+/g, '')).toContain(onGlass.replaceAll(/\s+/g, ''));
    await seeHeading(page, text.signed.title);
    const address = await readValue(page, 'address');
    const signature = await readValue(page, 'signature');
    expect(verifyMessage(message, signature)).toBe(address);
    await inApp(page).getByText(text.signed.checked).waitFor();

    await page.getByRole('button', { name: text.signed.select }).last().click();
    expect(await page.evaluate(() => String(getSelection()))).toBe(signature);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: text.signed.save }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(JSON.parse(file)).toEqual({ message, address, signature });

    await page.getByRole('button', { name: text.signed.another }).click();
    await seeHeading(page, text.title);
    expect(await field(page).inputValue()).toBe('');
    await field(page).fill('Another');
    await askAgain(stage);
    await runPersonAsync(readAndSign(), fingers);
    await seeHeading(page, text.signed.title);
    expect(verifyMessage('Another', await readValue(page, 'signature'))).toBe(address);

    await page.getByRole('button', { name: text.signed.done }).click();
    await seeHome(page);
    expect(page.url()).not.toContain('own');
    const stored = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const stores = await Promise.all(
        names.map(
          (name) =>
            new Promise<unknown[]>((resolve, reject) => {
              const open = indexedDB.open(name);
              open.onerror = () => reject(new Error(name));
              open.onsuccess = () => {
                const all: unknown[] = [];
                const found = [...open.result.objectStoreNames];
                if (found.length === 0) resolve(all);
                const transaction = open.result.transaction(found);
                for (const store of found) {
                  const request = transaction.objectStore(store).getAll();
                  request.onsuccess = () => all.push(request.result);
                }
                transaction.oncomplete = () => resolve(all);
              };
            }),
        ),
      );
      return JSON.stringify([
        stores,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        history.state,
      ]);
    });
    expect(stored).toContain('walletId');
    for (const part of ['own this address', 'Another', signature.slice(2, 40)])
      expect(stored).not.toContain(part);
    // None of it is a ceremony of the page's.
    await page.getByRole('button', { name: home.records }).click();
    const { what, results } = recordsInEnglish.ceremonies;
    await inApp(page).getByText(what.create, { exact: true }).waitFor();
    expect(await inApp(page).getByText(results.completed).count()).toBe(1);
  });

  it('is kept when the person says no, and signed at the second try', async () => {
    const { page, bench } = await start();
    const fingers = benchFingers(bench);
    await askAndConsent(stage);
    await runPersonAsync(readAndSign('no'), fingers);
    await seeMessageKept(page);
    await inApp(page)
      .getByText(text.failed.failures.declined?.[0] ?? '')
      .waitFor();
    await askAgain(stage);
    await runPersonAsync(readAndSign(), fingers);
    await seeHeading(page, text.signed.title);
    expect(verifyMessage(message, await readValue(page, 'signature'))).toBe(await readValue(page, 'address'));
  });

  it('is kept when the cable comes out, behind the PIN', async () => {
    const { page, bench } = await start();
    const fingers = benchFingers(bench);
    await askAndConsent(stage);
    await bench.power('off');
    await seeHeading(page, messages.lost.simulator.title);
    await bench.power('on');
    await seeHeading(page, 'Enter your PIN');
    await runPersonAsync(enterPin(pin), fingers);
    await seeMessageKept(page);
    await inApp(page)
      .getByText(text.failed.failures.disconnected?.[0] ?? '')
      .waitFor();
    await askAndConsent(stage);
    await runPersonAsync(readAndSign(), fingers);
    await seeHeading(page, text.signed.title);
  });

  it('stays a question on the device when the page is closed, and signs nothing for it', async () => {
    const { page, bench } = await start();
    await askAndConsent(stage);
    await page.reload();
    await seeHeading(page, messages.waiting.busy.title);
    await runPersonAsync(readAndSign('no'), benchFingers(bench));
    await seeHome(page);
  });

  it('H3: with a recovery phrase in it never leaves the page', async () => {
    const { page, bench } = await start();
    await field(page).fill(
      'abandon ability able about above absent absorb abstract absurd abuse access accident',
    );
    await inApp(page).getByText(text.looksLikeWords.title).waitFor();
    await page.getByRole('button', { name: text.ask }).click({ force: true });
    await seeHeading(page, text.title);
    await bench.waitForText('Backed up');
  });
});

describe('H8: a device that leaves this computer’s number out', () => {
  it('is an alarm, and its signature is shown nowhere', async () => {
    const { page, bench } = await start(['--malicious', 'ignored-commitment']);
    await askAndConsent(stage);
    await runPersonAsync(readAndSign(), benchFingers(bench));
    const { title, body } = proofInEnglish.alarmText('number-ignored');
    await seeHeading(page, title);
    for (const paragraph of body) await inApp(page).getByText(paragraph).waitFor();
    expect(
      await inApp(page)
        .getByText(/0x[0-9a-f]{20}/)
        .count(),
    ).toBe(0);
  });
});
