/** The device window in a real browser: what a person does with it, and that no other page can do the same. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import type { Stage } from '../../src/protocol/public-state.ts';
import { browserLaunchOptions } from '../chromium.mjs';
import { createBenchClient, type BenchClient } from '../kit/clients/bench-client.ts';
import { agreeToNewWallet, choosePin, reveal, runPersonAsync } from '../kit/drivers/person.ts';
import { startSimulator, type SimulatorProcess } from '../kit/clients/simulator-process.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';

const axe = readFileSync(resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let simulator: SimulatorProcess;
let bench: BenchClient;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await chromium.launch(browserLaunchOptions);
});
afterAll(async () => browser.close());
beforeEach(async () => {
  simulator = await startSimulator({ deviceWindow: true });
  bench = createBenchClient(simulator.benchUrl);
  page = await browser.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
  await simulator.stop();
});

async function openWindow(): Promise<void> {
  await page.goto(simulator.windowUrl);
  await page.locator('canvas[data-sequence]').waitFor();
}

/** Speech of secret words is agreed to, as a person does. */
async function speakWords(): Promise<void> {
  await page.getByLabel(/Speak secret words/).click();
  await page.getByRole('button', { name: "I'm wearing headphones" }).click();
}

/** Waits until the window has told its screen reader line about `text`: the picture is then painted too. */
async function sees(text: string): Promise<void> {
  await page.locator('#screen-text', { hasText: text }).waitFor({ state: 'attached' });
}

async function stage(): Promise<Stage> {
  return decodeStatus(responseData(await bench.apdu(encodeStatusRequest()))).stage;
}

/** Polls the device: presses of the window arrive on a connection of their own. */
async function reaches(wanted: Stage): Promise<void> {
  await expect.poll(stage, { timeout: 10_000, interval: 20 }).toBe(wanted);
}

async function askForWallet(): Promise<void> {
  await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
  await sees('New wallet?');
  // No press counts before the buttons have their names (H2).
  await sees('Yes');
}

describe('the device window', () => {
  it('paints what is on the glass, pixel by pixel', async () => {
    await openWindow();
    await askForWallet();
    const painted = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
      return Array.from({ length: 128 * 64 }, (_, pixel) =>
        (image?.data[pixel * 4] ?? 0) > 128 ? 1 : 0,
      ).join('');
    });
    const { decode } = await import('fast-png');
    const shot = decode(await bench.screenshot()).data;
    const wanted = Array.from({ length: 128 * 64 }, (_, pixel) => (shot[pixel * 3] === 255 ? 1 : 0)).join('');
    expect(painted).toBe(wanted);
    expect(painted).toContain('1');
    expect(complaints).toEqual([]);
  });

  it('is driven by buttons, by keys, and by both at once', async () => {
    await openWindow();
    await askForWallet();
    await page.getByRole('button', { name: 'Left' }).click();
    await reaches('idle');
    await askForWallet();
    await page.keyboard.press('ArrowRight');
    await reaches('choose-pin');
    // Both: the first digit of the PIN is entered, and a dot stands for it.
    await page.keyboard.press('ArrowDown');
    await sees('1 digit entered');
    expect(complaints).toEqual([]);
  });

  it.each(['pointer', 'key', 'latch'] as const)('holds to reveal by %s', async (way) => {
    await openWindow();
    await askForWallet();
    await page.keyboard.press('ArrowRight');
    await reaches('choose-pin');
    await bench.pause();
    await runPersonAsync(choosePin('1234'), benchFingers(bench));
    await bench.press('right');
    await sees('Hold to reveal');
    const before = (await bench.screen()).sequence;
    const right = page.getByRole('button', { name: 'Right' });
    const isDown = (): Promise<boolean> =>
      page.locator('#device').evaluate((element) => element.classList.contains('right-down'));
    if (way === 'pointer') {
      await right.hover();
      await page.mouse.down();
    } else if (way === 'key') {
      await page.keyboard.down('ArrowRight');
    } else {
      await page.getByLabel(/Hold for me/).check();
      await right.click();
    }
    await expect.poll(isDown).toBe(true);
    await bench.screenAfter(before);
    await bench.advance(1400);
    expect(await stage()).toBe('hold');
    await bench.advance(150);
    expect(await stage()).toBe('words');
    if (way === 'pointer') await page.mouse.up();
    else if (way === 'key') await page.keyboard.up('ArrowRight');
    else await right.click();
    await expect.poll(isDown).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('lets go of a button that the mouse is dragged off, and takes the next press', async () => {
    await openWindow();
    await askForWallet();
    const classes = (): Promise<string | null> => page.locator('#device').getAttribute('class');
    await page.getByRole('button', { name: 'Left' }).hover();
    await page.mouse.down();
    await expect.poll(classes).toContain('left-down');
    await page.mouse.move(2, 2);
    await expect.poll(classes).not.toContain('left-down');
    await page.mouse.up();
    await reaches('idle');
    await askForWallet();
    await page.keyboard.press('ArrowRight');
    await reaches('choose-pin');
  });

  it('names what its buttons do now', async () => {
    await openWindow();
    await askForWallet();
    await page.getByRole('button', { name: 'Left button: No' }).waitFor();
    await page.getByRole('button', { name: 'Right button: Yes' }).waitFor();
    await page.getByRole('button', { name: 'Both buttons: Both' }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'is accessible in %s, and says that it is a simulator',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await openWindow();
      await page.getByText('Simulator: test words only').waitFor();
      // Past the page's own policy, which rightly lets no foreign script in.
      const report = await page.evaluate(
        `${axe}; axe.run(document).then(({ violations }) => violations.map(({ id }) => id))`,
      );
      expect(report).toEqual([]);
    },
  );
});

describe('a window whose simulator ends', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostblind-window-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A device with a storage file, on a port of its own, at a word. */
  async function atAWord(storage: string | undefined): Promise<string> {
    await simulator.stop();
    simulator = await startSimulator({ deviceWindow: true, ...(storage === undefined ? {} : { storage }) });
    bench = createBenchClient(simulator.benchUrl);
    await openWindow();
    await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
    await bench.pause();
    await runPersonAsync(
      (function* untilTheWords() {
        yield* agreeToNewWallet();
        yield* choosePin('1234');
        yield* reveal();
      })(),
      benchFingers(bench),
    );
    await speakWords();
    await sees('Word 1 of 12');
    return new URL(simulator.benchUrl).port;
  }

  const isBlack = (): Promise<boolean> =>
    page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return data.every((value, at) => (at % 4 === 3 ? value === 255 : value === 0));
    });

  it('goes black at once, shows no more words, and resumes when the device restarts', async () => {
    const storage = join(folder, 'device.bin');
    const port = await atAWord(storage);
    expect(await isBlack()).toBe(false);
    await simulator.kill('SIGKILL');
    await page.getByText('The simulator has stopped. Start it again, and this window reconnects.').waitFor();
    expect(await isBlack()).toBe(true);
    expect(await page.locator('#screen-text').textContent()).toBe('');
    simulator = await startSimulator({ deviceWindow: true, storage, flags: [`--api-port=${port}`] });
    await sees('Not backed up');
    expect(await isBlack()).toBe(false);
    expect(await page.locator('#state').textContent()).toBe('');
  });

  it('stays black beside another device on the same port, and says where to look', async () => {
    const port = await atAWord(undefined);
    await simulator.kill('SIGKILL');
    simulator = await startSimulator({ deviceWindow: true, flags: [`--api-port=${port}`] });
    await page.getByText('This simulator has a new window. Open the address it printed.').waitFor();
    expect(await isBlack()).toBe(true);
  });
});

describe('a page that another server left open on the same port', () => {
  it('reads nothing and presses nothing, by fetch or by a service worker', async () => {
    const script = `self.addEventListener('install', () => self.skipWaiting());
      self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      self.addEventListener('message', async (event) => {
        const reply = await fetch('/screen').then((one) => one.text(), () => 'refused');
        event.source.postMessage(reply);
      });`;
    const former = createServer((request, response) => {
      response.setHeader('Content-Type', request.url === '/worker.js' ? 'text/javascript' : 'text/html');
      response.end(request.url === '/worker.js' ? script : '<!doctype html><title>Former</title>');
    }).listen(0, '127.0.0.1');
    await once(former, 'listening');
    const { port } = former.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    former.closeAllConnections();
    former.close();
    await once(former, 'close');
    await simulator.stop();
    simulator = await startSimulator({ deviceWindow: true, flags: [`--api-port=${port}`] });
    bench = createBenchClient(simulator.benchUrl);
    await askForWalletQuietly();
    const got = await page.evaluate(async () => {
      const read = (path: string, init?: RequestInit): Promise<string> =>
        fetch(path, init).then(
          async (reply) => `${reply.status} ${await reply.text()}`,
          () => 'refused',
        );
      const byWorker = new Promise<string>((resolve) => {
        navigator.serviceWorker.addEventListener('message', ({ data }) => resolve(String(data)));
      });
      (await navigator.serviceWorker.ready).active?.postMessage('read');
      return {
        screen: await read('/screen'),
        press: await read('/button/right', {
          method: 'POST',
          body: '{"action":"press-and-release","delay":0}',
        }),
        blind: await read('/screen', { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' }),
        byWorker: await byWorker,
      };
    });
    for (const text of Object.values(got)) expect(text).not.toContain('New wallet');
    expect([got.screen, got.press].map((text) => text.slice(0, 3))).toEqual(['403', '403']);
    expect(await stage()).toBe('consent');
  });
});

describe('any other page', () => {
  it('is driven by clicks without a pointer, as a screen reader makes them', async () => {
    await openWindow();
    await askForWallet();
    await page.getByRole('button', { name: 'Right' }).evaluate((button: HTMLButtonElement) => button.click());
    await reaches('choose-pin');
  });

  it('speaks no digit of the PIN until it is asked to', async () => {
    await openWindow();
    await askForWallet();
    await bench.press('right');
    await sees("There's secret text on the screen. It isn't spoken.");
    expect(await page.locator('#screen-text').textContent()).not.toMatch(/(^|\s)\d\./);
    await speakWords();
    expect(await page.locator('#screen-text').textContent()).toMatch(/(^|\s)\d\./);
  });

  it('reads nothing from the bench and presses nothing, by any means a page has', async () => {
    const server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Another page</title>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await askForWalletQuietly();
    const { sequence } = await bench.screen();
    const attempts = await page.evaluate(async (benchUrl) => {
      const settled = async (attempt: Promise<unknown>): Promise<string> => {
        try {
          return `got ${String(await attempt)}`;
        } catch {
          return 'refused';
        }
      };
      const press = { method: 'POST', body: '{"action":"press-and-release","delay":0}' };
      const loaded = async (tag: 'img' | 'script', src: string): Promise<string> =>
        new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(tag), { src });
          element.onload = () => resolve('load');
          element.onerror = () => reject(new Error('error'));
          document.body.append(element);
        });
      return {
        screen: await settled(fetch(`${benchUrl}screen`)),
        blindly: await settled(fetch(`${benchUrl}screen`, { mode: 'no-cors' })),
        press: await settled(fetch(`${benchUrl}button/right`, press)),
        blindPress: await settled(fetch(`${benchUrl}button/right`, { ...press, mode: 'no-cors' })),
        image: await settled(loaded('img', `${benchUrl}screenshot`)),
        script: await settled(loaded('script', `${benchUrl}events`)),
        stream: await settled(
          new Promise((resolve, reject) => {
            const stream = new EventSource(`${benchUrl}events?stream=true`);
            stream.onopen = resolve;
            stream.onerror = () => reject(new Error('error'));
          }),
        ),
      };
    }, simulator.benchUrl);
    expect(new Set(Object.values(attempts))).toEqual(new Set(['refused']));
    expect((await bench.screen()).sequence).toBe(sequence);
    expect(await stage()).toBe('consent');
    server.close();
  });
});

async function askForWalletQuietly(): Promise<void> {
  await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
  // No press would count before the buttons have their names (H2).
  await bench.waitForText(/Yes/);
}
