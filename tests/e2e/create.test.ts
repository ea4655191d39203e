/** The main job, end to end: built app, real Chromium, real simulator process. The host never sees a word. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { responseData } from '../../src/protocol/apdu.ts';
import { fromHex, toHex } from '../../src/protocol/bytes.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { stageSentences } from '../../src/protocol/sentences.ts';
import { formatWalletId } from '../../src/protocol/wallet-id.ts';
import { createWallet, runPersonAsync } from '../support/person.ts';
import {
  askForWallet,
  connectToProcess,
  launchBrowser,
  seeHeading,
  setStage,
  type Stage,
} from './support/app.ts';
import { benchFingers } from './support/bench-fingers.ts';
import { leaks, watchForLeaks } from './support/leak-watch.ts';
import { picture } from './support/picture.ts';

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
});
afterEach(async () => {
  await stage.close();
});

describe('create a wallet', () => {
  it.each([12, 24])(
    'of %i words, backed up and confirmed on the device; the page never holds a word',
    async (count) => {
      const { page, bench, appUrl } = stage;
      const watch = await watchForLeaks(page);
      await connectToProcess(page, appUrl);
      await askForWallet(page, count);
      await bench.waitForText('New wallet?');

      // The page follows every step and every word that is shown: the device's own sentence is its heading.
      const followed: string[] = [];
      const fingers = benchFingers(bench, async () => {
        const status = decodeStatus(responseData(await bench.apdu(encodeStatusRequest())));
        const { title } = stageSentences(status.stage, status);
        // The check is over before anybody could read its heading.
        const led = status.activity === 'create' && status.stage !== 'entropy';
        if (led && followed.at(-1) !== title) {
          followed.push(title);
          await seeHeading(page, title);
          if (title === 'Word 5 of 24') await picture(page, 'words');
        }
        await watch.look();
      });
      const paper = await runPersonAsync(createWallet(count, '402866'), fingers);

      await seeHeading(page, 'Backed up');
      await watch.look();
      expect(leaks(watch.seen, paper)).toEqual([]);
      // The watch did see what it is there to see.
      for (const where of ['dom', 'storage', 'wire', 'request']) {
        expect(watch.seen.some((entry) => entry.where === where)).toBe(true);
      }
      expect(followed).toEqual([
        'Choose a PIN',
        'Repeat the PIN',
        'Pen and paper',
        'Hold to reveal',
        ...paper.map((_, index) => `Word ${index + 1} of ${count}`),
        'All written?',
        'Confirm words',
        'Backed up',
      ]);

      const response = await bench.apdu(fromHex('C805000000'));
      const walletId = formatWalletId(response.slice(0, 16));
      await page.getByText(walletId).waitFor();
      await page.getByText(String(new Date().getFullYear())).first().waitFor();
      const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
      expect(stored).toContain(toHex(response.slice(0, 16)));
    },
  );

  it('would notice each kind of leak', async () => {
    const { page, bench, appUrl } = stage;
    const watch = await watchForLeaks(page);
    await connectToProcess(page, appUrl);
    await askForWallet(page, 12);
    await bench.waitForText('New wallet?');
    const paper = await runPersonAsync(createWallet(12, '1234'), benchFingers(bench));
    await watch.look();
    expect(leaks(watch.seen, paper)).toEqual([]);

    const phrase = paper.join(' ');
    await page.evaluate((text) => {
      document.body.dataset['leak'] = text;
    }, phrase);
    await watch.look();
    expect(leaks(watch.seen, paper)).toContainEqual(expect.stringMatching(/^dom: words 1 and 2/));

    await page.evaluate(async (text) => {
      const open = indexedDB.open('leak', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('store').put(text, 1);
      await new Promise((resolve) => (open.onsuccess = resolve));
      open.result.close();
      await (await caches.open('leak')).put('/leak', new Response(text));
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(text);
      document.body.append(host);
      localStorage.setItem('leak', text);
      // eslint-disable-next-line no-console
      console.log(text);
      new MessageChannel().port1.postMessage({ text });
      new BroadcastChannel('leak').postMessage(text.split(' ').toReversed().join(' '));
    }, phrase);
    await page.evaluate(
      ({ text, wire }) => {
        new Image().src = `/${encodeURIComponent(text)}.png`;
        const socket = new WebSocket(wire, 'hostblind-wire.v1');
        return new Promise<void>((resolve) => {
          socket.onopen = () => socket.send(text);
          socket.onclose = () => resolve();
        });
      },
      { text: phrase, wire: stage.simulator.wireUrl },
    );
    await watch.look();
    const places = new Set(leaks(watch.seen, paper).map((leak) => leak.split(':')[0]));
    for (const where of ['dom', 'storage', 'console', 'messages', 'request', 'wire'])
      expect([...places]).toContain(where);
  });
});
