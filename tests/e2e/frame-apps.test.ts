/**
 * The apps of the simulator in the page, in a real browser and under the site's real headers: handed over as scripts, opened by the
 * person, and asked over the port, where an answer comes when the person has given it.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { mnemonicToSeedSync } from '@scure/bip39';
import { verifyMessage } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeInfo, encodeInfoRequest } from '../../src/protocol/commands/info.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { settingsInEnglish } from '../../src/text/en/settings.ts';
import { signingInEnglish } from '../../src/text/en/signing.ts';
import { ethereumAddressOf } from '../fixtures/data/independent-addresses.ts';
import {
  createWallet,
  enterPin,
  expectScreen,
  runPersonAsync,
  tap,
  type SlowFingers,
} from '../kit/drivers/person.ts';
import { answerApp, attend } from '../kit/drivers/signing-person.ts';
import {
  launchBrowser,
  seeHeading,
  seeHome,
  startSite,
  withoutServiceWorker,
  type Site,
} from './support/app.ts';
import { frameFingers } from './support/frame-fingers.ts';
import { useSimulator } from './support/way-in.ts';

declare global {
  interface Window {
    port: MessagePort;
    /** All that the frame has answered, in order. */
    answers: number[][];
  }
}

const assets = readdirSync(resolve(import.meta.dirname, '../../dist/assets'));
const pin = '40286619';
const path = "m/44'/60'/0'/0/0";
const pathBytes = '058000002c8000003c800000000000000000000000';
const message = 'Hello';
const signHello = `e00800001e${pathBytes}0000000548656c6c6f`;

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** The text of a script, as the app loads it. */
async function scriptOf(page: Page, name: string): Promise<string> {
  const file = assets.find((each) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(each)) ?? 'none';
  return page.evaluate(`import('/assets/${file}').then((loaded) => loaded.default)`);
}

/** Mounts the frame as the app does, and hands it a port and the scripts. */
async function mountFrame(page: Page, scripts: readonly string[]): Promise<FrameLocator> {
  await page.evaluate(
    (parts) =>
      new Promise<void>((connected) => {
        const element = document.createElement('iframe');
        element.setAttribute('sandbox', 'allow-scripts');
        element.title = 'Simulated device';
        element.width = '360';
        element.height = '560';
        addEventListener('message', ({ source }) => {
          if (source !== element.contentWindow) return;
          const { port1, port2 } = new MessageChannel();
          window.port = port1;
          window.answers = [];
          port1.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) =>
            window.answers.push([...data]),
          );
          port1.start();
          element.contentWindow?.postMessage({ kind: 'hostblind-simulator-wire' }, '*', [port2]);
          port1.postMessage({ kind: 'hostblind-simulator-part', scripts: parts });
          connected();
        });
        element.src = './simulator.html';
        document.body.replaceChildren(element);
      }),
    scripts,
  );
  return page.frameLocator('iframe');
}

/** Sends a command; gives what takes its answer. */
async function send(page: Page, command: string): Promise<() => Promise<string>> {
  const place = await page.evaluate(
    (bytes) => {
      window.port.postMessage(Uint8Array.from(bytes));
      return window.answers.length;
    },
    [...fromHex(command)],
  );
  return async () => {
    await page.waitForFunction((at) => window.answers.length > at, place);
    const answer = await page.evaluate((at) => window.answers[at] ?? [], place);
    return toHex(Uint8Array.from(answer));
  };
}

const say = async (page: Page, command: string): Promise<string> => (await send(page, command))();

async function capabilities(page: Page): Promise<readonly string[]> {
  const answer = fromHex(await say(page, toHex(encodeInfoRequest())));
  return decodeInfo(responseData(answer)).capabilities;
}

async function isLocked(page: Page): Promise<boolean> {
  return decodeStatus(responseData(fromHex(await say(page, toHex(encodeStatusRequest()))))).locked;
}

async function speakSecrets(page: Page, frame: FrameLocator): Promise<void> {
  await frame.getByLabel('Speak secret words').focus();
  await page.keyboard.press('Space');
  await frame.getByRole('button', { name: "I'm wearing headphones" }).focus();
  await page.keyboard.press('Enter');
  await frame.locator('#left').focus();
}

const glassSays = (frame: FrameLocator, text: string): Promise<void> =>
  frame.locator('#screen-text').filter({ hasText: text }).waitFor({ state: 'attached' });

/** Reads all that is to be signed, and holds the button. */
async function readMessage(frame: FrameLocator, fingers: SlowFingers): Promise<void> {
  await runPersonAsync(attend(), fingers);
  for (const screen of [`Next. ${message}`, path, 'Hold the right button']) {
    await runPersonAsync(tap('right'), fingers);
    await glassSays(frame, screen);
  }
  await fingers({ kind: 'hold', milliseconds: 1600 });
}

describe('the simulator in the page, with apps', () => {
  it('signs what the person has read, answers when they did, and locks itself', async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 600 } });
    await page.clock.install();
    await page.goto(site.url);
    const scripts = await Promise.all(['keys', 'ethereum', 'bitcoin'].map((name) => scriptOf(page, name)));
    const frame = await mountFrame(page, scripts);
    const fingers = frameFingers(page, frame);
    expect(await capabilities(page)).toEqual(
      expect.arrayContaining(['addresses', 'apps', 'protected-signatures']),
    );
    await speakSecrets(page, frame);
    expect(await say(page, toHex(encodeCreateRequest({ wordCount: 12 })))).toBe('9000');
    const paper = await runPersonAsync(createWallet(12, pin), fingers);

    await runPersonAsync(expectScreen('Backed up'), fingers);
    await runPersonAsync(tap('right'), fingers);
    await runPersonAsync(expectScreen('Ethereum'), fingers);
    await runPersonAsync(tap('left'), fingers);
    await runPersonAsync(expectScreen('Bitcoin'), fingers);
    await runPersonAsync(tap('left'), fingers);
    await runPersonAsync(tap('right'), fingers);
    await runPersonAsync(tap('right'), fingers);
    await glassSays(frame, 'Close');
    expect(await say(page, 'b001000000')).toBe('0108457468657265756d06312e31342e3001009000');

    const answers = await page.evaluate(() => window.answers.length);
    const answer = await send(page, signHello);
    await glassSays(frame, 'Message');
    expect(await page.evaluate((before) => window.answers.length === before, answers)).toBe(true);
    await readMessage(frame, fingers);
    const signed = await answer();
    expect(signed).toMatch(/9000$/);
    const [v, rs] = [signed.slice(0, 2), signed.slice(2, 130)];
    const address = ethereumAddressOf(mnemonicToSeedSync(paper.join(' ')), path);
    expect(verifyMessage(message, `0x${rs}${v}`)).toBe(address);

    const refused = await send(page, `e002000015${pathBytes}`);
    await glassSays(frame, 'All addresses?');
    expect(await say(page, `e002000015${pathBytes}`)).toBe('6601');
    await runPersonAsync(answerApp('no'), fingers);
    expect(await refused()).toBe('6601');
    await page.waitForFunction(() => window.answers.at(-1)?.[0] === 0x69);

    // A question that nobody answers ends with the device's own lock, five minutes after the last press.
    const unanswered = await send(page, signHello);
    await glassSays(frame, 'Message');
    await page.clock.fastForward('05:01');
    await glassSays(frame, 'PIN');
    expect(await unanswered()).toBe('6985');
    expect(await isLocked(page)).toBe(true);
    await runPersonAsync(enterPin(pin), fingers);
    await runPersonAsync(expectScreen('Backed up'), fingers);
    await page.close();
  });

  it('has none where a script is another than the policy names', async () => {
    const page = await browser.newPage({ viewport: { width: 400, height: 600 } });
    await page.goto(site.url);
    const [keys = '', ethereum = ''] = await Promise.all(
      ['keys', 'ethereum'].map((name) => scriptOf(page, name)),
    );
    await mountFrame(page, [keys, `${ethereum} `]);
    const known = await capabilities(page);
    expect(known).toContain('addresses');
    expect(known).not.toContain('apps');
    await page.close();
  });
});

describe('the app', () => {
  it('hands them over by itself, and has a message signed on the glass there', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(site.url);
    await useSimulator(page);
    await page.getByRole('radio', { name: '12 words' }).check({ force: true });
    await page.getByRole('button', { name: 'Create on the device' }).click();
    const frame = page.frameLocator('iframe');
    await glassSays(frame, 'New wallet?');
    await speakSecrets(page, frame);
    const fingers = frameFingers(page, frame);
    const paper = await runPersonAsync(createWallet(12, '1357'), fingers);
    await seeHome(page);
    // The page moves the frame, and takes the focus: no press counts until the person is back and sees the glass.
    await expect
      .poll(async () => {
        await frame.locator('#left').focus();
        await runPersonAsync(tap('right'), fingers);
        return frame.locator('#screen-text').textContent();
      })
      .toContain('Open Ethereum');
    await runPersonAsync(tap('left'), fingers);
    await runPersonAsync(expectScreen('Bitcoin'), fingers);
    await runPersonAsync(tap('left'), fingers);

    await page.getByRole('button', { name: settingsInEnglish.home.sign }).click();
    await page.getByRole('textbox', { name: signingInEnglish.message }).fill(message);
    await page.getByRole('button', { name: signingInEnglish.ask }).click();
    await glassSays(frame, 'All addresses?');
    await frame.locator('#left').focus();
    await runPersonAsync(answerApp('yes'), fingers);
    await glassSays(frame, 'Only this screen');
    await readMessage(frame, fingers);
    await seeHeading(page, signingInEnglish.signed.title);
    const shown = async (id: string): Promise<string> =>
      (await page.locator(`hb-sign-message #${id}`).textContent()) ?? '';
    const address = ethereumAddressOf(mnemonicToSeedSync(paper.join(' ')), path);
    expect(await shown('address')).toBe(address);
    expect(verifyMessage(message, await shown('signature'))).toBe(address);
    await page.close();
  });

  it('goes without one whose script doesn’t load', async () => {
    const context = await browser.newContext(withoutServiceWorker);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message: fault }) => faults.push(fault));
    const missing: string[] = [];
    await context.route(/\/assets\/(ethereum|bitcoin)-[^/]*\.js$/, (route) => {
      missing.push(route.request().url());
      return route.abort();
    });
    await page.goto(site.url);
    await useSimulator(page);
    await seeHeading(page, 'How many words?');
    expect([missing.length, faults]).toEqual([2, []]);
    await context.close();
  });
});
