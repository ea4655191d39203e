/**
 * The sandboxed simulator frame in a real browser, under the site's real headers: what the page around it can and
 * cannot do, and every way to press and hold a button. Connected by the handshake alone, so that each test decides
 * what the host asks.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type Axe from 'axe-core';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { responseData } from '../../src/protocol/apdu/apdu.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { decodeStatus, encodeStatusRequest } from '../../src/protocol/commands/status.ts';
import type { PublicState } from '../../src/protocol/public-state.ts';
import { launchBrowser, startSite, type Site } from './support/app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    /** Every message that the frame sent to the page, in order. */
    frameMessages: unknown[];
    wirePort: MessagePort;
  }
}

let browser: Browser;
let site: Site;
let page: Page;
let frame: Frame;

/** Runs in the page: mounts the frame as the app does, and hands it a port when it says that it is ready. */
function mountFrame(): Promise<void> {
  return new Promise((connected) => {
    const element = document.createElement('iframe');
    element.setAttribute('sandbox', 'allow-scripts');
    element.title = 'Simulated device';
    element.width = '360';
    element.height = '560';
    window.frameMessages = [];
    addEventListener('message', (event) => {
      if (event.source !== element.contentWindow) return;
      window.frameMessages.push(event.data);
      const { port1, port2 } = new MessageChannel();
      window.wirePort = port1;
      port1.start();
      element.contentWindow?.postMessage({ kind: 'hostblind-simulator-wire' }, '*', [port2]);
      connected();
    });
    element.src = './simulator.html';
    document.body.replaceChildren(element);
  });
}

async function exchange(command: Uint8Array): Promise<Uint8Array> {
  const answer = await page.evaluate(
    (bytes) =>
      new Promise<number[]>((resolve) => {
        const { wirePort } = window;
        wirePort.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
          resolve([...data]);
        };
        wirePort.postMessage(Uint8Array.from(bytes));
      }),
    [...command],
  );
  return responseData(Uint8Array.from(answer));
}

const status = async (): Promise<PublicState> => decodeStatus(await exchange(encodeStatusRequest()));

const screenText = async (): Promise<string> => (await frame.locator('#screen-text').textContent()) ?? '';

/** Clicks a button of the page, as a mouse does. */
const tap = (id: 'left' | 'both' | 'right'): Promise<void> => frame.locator(`#${id}`).click();

/** Chromium drops clicks into a frame that watches whether it is seen, for half a second after the frame was moved. */
async function clickUntil(target: Locator, isSo: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      await target.click();
      return isSo();
    })
    .toBe(true);
}

async function speakSecrets(): Promise<void> {
  const headphones = frame.getByRole('button', { name: "I'm wearing headphones" });
  const speech = frame.getByLabel('Speak secret words');
  await clickUntil(speech, () => headphones.isVisible());
  await clickUntil(headphones, () => speech.isChecked());
}

/** Turns the wheel to each entry, which is spoken, and enters it; by keys, inside the frame, all at once. */
async function enter(...entries: string[]): Promise<void> {
  const entered = await frame.evaluate(async (wanted) => {
    const text = (): string => document.getElementById('screen-text')?.textContent ?? '';
    /** The device takes a key on its next beat, and then shows something else. */
    const press = async (key: string): Promise<void> => {
      const before = text();
      for (const type of ['keydown', 'keyup']) {
        document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true }));
      }
      while (text() === before) await new Promise(requestAnimationFrame);
    };
    const shown = (): string | undefined => /(\d|OK|Delete)\. The left button/.exec(text())?.[1];
    for (const entry of wanted) {
      for (let turns = 0; turns < 14 && shown() !== entry; turns += 1) await press('ArrowRight');
      if (shown() !== entry) return false;
      await press('Enter');
    }
    return true;
  }, entries);
  if (!entered) throw new Error('the wheel does not offer what is wanted');
}

/** Through consent, PIN and warning, to the screen that waits for a hold. */
async function goToHold(): Promise<void> {
  await speakSecrets();
  await askForWallet();
  await tap('right');
  for (let time = 0; time < 2; time += 1) await enter('1', '2', '3', '4', 'OK');
  await tap('right');
  expect((await status()).stage).toBe('hold');
}

/** Asks for a wallet, and lets the first second of the question pass, in which no press counts (H2). */
async function askForWallet(): Promise<void> {
  await exchange(encodeCreateRequest({ wordCount: 12 }));
  await page.clock.runFor(1200);
  await frame.getByRole('button', { name: 'Right button: Yes' }).waitFor();
}

/** Moves the clock of page and frame; longer than the 1.5 s of a hold. */
const passHoldTime = (): Promise<void> => page.clock.runFor(1700);

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 400, height: 600 } });
  await page.clock.install();
  await page.goto(site.url);
  await page.evaluate(mountFrame);
  const found = page.frames().find((candidate) => candidate.url().endsWith('/simulator.html'));
  if (found === undefined) throw new Error('no simulator frame in the page');
  frame = found;
});
afterEach(() => page.close());

describe('the frame and the page around it', () => {
  it('the page can’t look into the frame, which has no origin, storage or network', async () => {
    const fromOutside = await page.evaluate(() => {
      const element = document.querySelector('iframe');
      const attempt = (work: () => unknown): string => {
        try {
          return String(work());
        } catch (error) {
          return error instanceof DOMException ? error.name : 'other error';
        }
      };
      return [
        attempt(() => element?.contentDocument),
        attempt(() => element?.contentWindow?.document),
        attempt(() => element?.contentWindow?.localStorage),
      ];
    });
    expect(fromOutside).toEqual(['null', 'SecurityError', 'SecurityError']);
    const fromInside = await frame.evaluate(async () => {
      const attempt = async (work: () => unknown): Promise<string> => {
        try {
          return `worked: ${String(await work())}`;
        } catch (error) {
          return error instanceof Error ? error.name : 'other error';
        }
      };
      return {
        origin: self.origin,
        parent: await attempt(() => parent.document.title),
        storage: await attempt(() => localStorage.length),
        network: await attempt(() => fetch('/assets/')),
        markup: await attempt(() => {
          document.body.innerHTML = '<b>x</b>';
        }),
      };
    });
    expect(fromInside).toEqual({
      origin: 'null',
      parent: 'SecurityError',
      storage: 'SecurityError',
      network: 'TypeError',
      markup: 'TypeError',
    });
  });

  it('H3: no message carries a word while words are shown; the only one is "ready"', async () => {
    await goToHold();
    await page.keyboard.down('ArrowRight');
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await page.keyboard.up('ArrowRight');
    const words: string[] = [];
    for (let position = 1; position <= 12; position += 1) {
      const [, word = ''] = /^Word \d+ of 12\. ([a-z]+)\./.exec(await screenText()) ?? [];
      expect(wordlist.includes(word), 'a word is on the glass').toBe(true);
      words.push(word);
      await tap('right');
    }
    expect(words).toHaveLength(12);
    const outside = await page.evaluate(() => document.body.outerHTML);
    expect(words.filter((word) => outside.includes(`"${word}"`))).toEqual([]);
    // All of it, names of fields too: one of those is a word of the list.
    expect(await page.evaluate(() => window.frameMessages)).toEqual([
      { kind: 'hostblind-simulator-ready', again: false },
    ]);
  });

  it('messages that pretend to press a button do nothing', async () => {
    await exchange(encodeCreateRequest({ wordCount: 12 }));
    const before = await status();
    await page.evaluate(() => {
      const target = document.querySelector('iframe')?.contentWindow;
      for (const data of [{ kind: 'press', button: 'right' }, 'right', { type: 'click', target: 'right' }]) {
        target?.postMessage(data, '*');
        window.wirePort.postMessage(data);
      }
    });
    expect(await status()).toEqual(before);
  });

  /** What a page can do to a frame whose picture it wants to keep from the person (S-11). */
  const hiding = {
    covered: { zIndex: '-1' },
    faded: { opacity: '0.001' },
    'cut off': { height: '90px' },
    'out of view': { marginTop: '5000px' },
  } as const;

  it.each(Object.entries(hiding))('%s, it takes no press, and says why', async (_, style) => {
    await askForWallet();
    const unseen = frame.locator('#unseen');
    expect(await unseen.isHidden()).toBe(true);
    await page.evaluate((change) => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;background:white';
      const element = document.querySelector('iframe');
      if (element === null) return;
      element.style.position = 'relative';
      if ('zIndex' in change) document.body.append(cover);
      else Object.assign(element.style, change);
    }, style);
    await unseen.and(frame.locator(':not([hidden])')).waitFor({ state: 'attached' });
    await frame.locator('#right').evaluate((button: HTMLButtonElement) => {
      button.focus();
      button.click();
    });
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(3000);
    expect((await status()).stage).toBe('consent');

    await page.evaluate(() => {
      document.querySelector('div')?.remove();
      document.querySelector('iframe')?.removeAttribute('style');
      scrollTo(0, 0);
    });
    // Half a second to read it in, by the page's clock, once the browser has noticed.
    await expect
      .poll(async () => {
        await page.clock.runFor(200);
        return unseen.isHidden();
      })
      .toBe(true);
    await tap('right');
    expect((await status()).stage).toBe('choose-pin');
  });

  it('keys that the page around it hands over press nothing, until the person is in it', async () => {
    await askForWallet();
    await page.evaluate(() => document.querySelector('iframe')?.focus());
    await page.keyboard.press('ArrowRight');
    expect((await status()).stage).toBe('consent');
    await frame.locator('#screen').click();
    await page.evaluate(() => document.querySelector('iframe')?.blur());
    // A browser makes nothing of a focus that comes back before the frame has heard that it went.
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(false);
    await page.evaluate(() => document.querySelector('iframe')?.focus());
    await page.keyboard.press('ArrowRight');
    expect((await status()).stage).toBe('consent');
    await frame.locator('#screen').click();
    await page.keyboard.press('ArrowRight');
    expect((await status()).stage).toBe('choose-pin');
  });

  it('a reload makes a new, empty device', async () => {
    await goToHold();
    await page.evaluate(mountFrame);
    expect(await status()).toMatchObject({ wallet: 'empty', activity: 'none', ceremony: 0 });
  });
});

describe('holding the right button', () => {
  const isHeld = (): Promise<boolean> =>
    frame.locator('#device').evaluate((device) => device.classList.contains('right-down'));

  async function centreOfRight(): Promise<{ x: number; y: number }> {
    const box = await frame.locator('#right').boundingBox();
    if (box === null) throw new Error('the right button is not seen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  beforeEach(goToHold);

  it('by mouse; sliding off lets go, and a short press reveals nothing', async () => {
    await tap('right');
    expect((await status()).stage).toBe('hold');
    const { x, y } = await centreOfRight();
    await page.mouse.move(x, y);
    await page.mouse.down();
    expect(await isHeld()).toBe(true);
    // Out of the frame too, where it is let go of.
    for (const [toX, toY] of [
      [x, y - 150],
      [5, 5],
    ] as const) {
      await page.mouse.move(toX, toY);
      await expect.poll(isHeld).toBe(false);
    }
    await passHoldTime();
    await page.mouse.up();
    expect((await status()).stage).toBe('hold');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 3, y + 3);
    expect(await isHeld()).toBe(true);
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await page.mouse.up();
    expect(await isHeld()).toBe(false);
    // The button that was held to the end has not also gone one word further.
    expect((await status()).position).toBe(1);
  });

  it('by key, whose repeats are one press', async () => {
    await frame.locator('#left').focus();
    for (let repeat = 0; repeat < 3; repeat += 1) await page.keyboard.down('ArrowRight');
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await page.keyboard.up('ArrowRight');
    expect((await status()).position).toBe(1);
  });

  it('by Enter or Space on the focused button, without a second press by its click', async () => {
    await frame.locator('#right').focus();
    await page.keyboard.down('Enter');
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await page.keyboard.up('Enter');
    expect((await status()).position).toBe(1);
    await page.keyboard.press('Space');
    expect((await status()).position).toBe(2);
  });

  it('by the latch: one press keeps it down, the next lets it go', async () => {
    await frame.getByLabel('One press keeps a button down').check();
    await tap('right');
    expect(await isHeld()).toBe(true);
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await tap('right');
    expect(await isHeld()).toBe(false);
    expect((await status()).position).toBe(1);
  });

  it('by a screen reader’s click: a short press, or a turn of the latch', async () => {
    const click = (): Promise<void> =>
      frame.locator('#right').evaluate((button: HTMLButtonElement) => {
        button.click();
      });
    await click();
    expect([await isHeld(), (await status()).stage]).toEqual([false, 'hold']);
    await frame.getByLabel('One press keeps a button down').check();
    await click();
    await passHoldTime();
    expect((await status()).stage).toBe('words');
    await click();
    expect(await isHeld()).toBe(false);
  });

  it('ends when the window loses the focus, the pointer is lost, or the page is hidden', async () => {
    const { x, y } = await centreOfRight();
    await page.mouse.move(x, y);
    for (const lose of [
      () => frame.evaluate(() => dispatchEvent(new Event('blur'))),
      () =>
        frame.locator('#right').evaluate((button) => {
          button.dispatchEvent(new PointerEvent('pointercancel', { pointerId: 1 }));
        }),
      () =>
        frame.evaluate(() => {
          Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }),
    ]) {
      await page.mouse.down();
      expect(await isHeld()).toBe(true);
      await lose();
      expect(await isHeld()).toBe(false);
      await passHoldTime();
      expect((await status()).stage).toBe('hold');
      await page.mouse.up();
    }
  });
});

describe('for everybody', () => {
  it.each([
    [320, 'light'],
    [320, 'dark'],
    [760, 'dark'],
  ] as const)(
    '%i px wide, %s: nothing is cut off, the mark is seen, and axe finds nothing',
    async (width, scheme) => {
      const alone = await browser.newPage({
        viewport: { width, height: 600 },
        colorScheme: scheme,
        bypassCSP: true,
      });
      await alone.goto(`${site.url}simulator.html`);
      await alone.getByText('Simulator: test words only, never real money').waitFor();
      const size = await alone.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        screen: document.querySelector('canvas')?.getBoundingClientRect().width ?? 0,
      }));
      expect(size.page).toBe(width);
      expect(size.screen % 128).toBe(0);
      await alone.addScriptTag({ content: axeSource });
      const violations = await alone.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof Axe };
        const result = await axe.run();
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(violations).toEqual([]);
      await alone.close();
    },
  );

  it('secret text is spoken only after the warning, and is gone when it is turned off', async () => {
    await askForWallet();
    await tap('right');
    const entry = /\. (\d)\. The left button/;
    expect(await screenText()).not.toMatch(entry);
    const speech = frame.getByLabel('Speak secret words');
    const headphones = frame.getByRole('button', { name: "I'm wearing headphones" });
    await clickUntil(speech, () => headphones.isVisible());
    expect(await speech.isChecked()).toBe(false);
    expect(await screenText()).not.toMatch(entry);
    await clickUntil(headphones, () => speech.isChecked());
    expect(await speech.isChecked()).toBe(true);
    expect(await screenText()).toMatch(entry);
    expect(await frame.getByRole('status').textContent()).toMatch(entry);
    await speech.click();
    expect(await frame.getByRole('status').textContent()).not.toMatch(entry);
    expect(await screenText()).not.toMatch(entry);
  });

  it('the buttons say what they do now', async () => {
    await exchange(encodeCreateRequest({ wordCount: 12 }));
    await frame.getByRole('button', { name: 'Left button: No' }).waitFor();
    await frame.getByRole('button', { name: 'Right button: Yes' }).click();
    await frame.getByRole('button', { name: 'Both buttons: Enter' }).waitFor();
  });
});
