/**
 * Seeded leaks: each sensor of the leak scanner finds what is planted in front of it, names the place, and never
 * quotes the secret. The phrase is planted under a mask, so that nothing but the leak itself is in the browser.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Browser, Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listenOn } from '../../src/site/site-server.ts';
import { searchBrowserMemory, searchProcessMemory } from '../kit/leak-scanner/browser-memory.ts';
import { describeFinding, type Finding } from '../kit/leak-scanner/findings.ts';
import { watchPage, type PageWatch } from '../kit/leak-scanner/page-watch.ts';
import { createSearcher } from '../kit/leak-scanner/searcher.ts';
import { launchBrowser } from './support/app.ts';

// Fixed, so that no word of it happens to be one that the scanner uses itself, such as "document".
const entropy = Buffer.from('c1e24f8d0b7a93561fd2847ab9603e5c', 'hex');
const phrase = entropyToMnemonic(entropy, wordlist).split(' ');
const searcher = createSearcher({ phrase });
const mask = 0xa5;
const masked = [...Buffer.from(phrase.join(' '))].map((byte) => byte ^ mask);

declare global {
  interface Window {
    /** The planted phrase, and what keeps a plant alive. */
    planted: () => string;
    kept: unknown;
  }
}

let browser: Browser;
let page: Page;
let watch: PageWatch;
const server = createServer((request, response) => {
  // Sends back in body and header what it was asked for, as a careless server would.
  const echo = decodeURIComponent((request.url ?? '').split('?echo=')[1] ?? '');
  response.setHeader('Content-Type', request.url === '/' ? 'text/html' : 'text/plain');
  if (echo !== '') response.setHeader('X-Echo', echo);
  response.end(request.url === '/' ? '<!doctype html><title>A page</title><body></body>' : echo);
});
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => socket.on('message', (message) => socket.send(message)));
let url: string;

async function openPage(): Promise<void> {
  page = await browser.newPage();
  watch = await watchPage(page);
  await page.goto(url);
  await page.evaluate(
    ([bytes, key]) => {
      // Unmasked each time, and only when a leak is planted.
      window.planted = () => bytes.map((byte) => String.fromCharCode(byte ^ key)).join('');
    },
    [masked, mask] as const,
  );
}

beforeAll(async () => {
  url = `http://127.0.0.1:${await listenOn(server, 0)}/`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** No finding quotes a word, and each says where and what. */
function expectFound(findings: readonly Finding[], sensor: Finding['sensor'], place: RegExp): void {
  const lines = findings.filter((finding) => finding.sensor === sensor).map(describeFinding);
  expect(lines).toContainEqual(expect.stringMatching(place));
  const told = findings
    .map(describeFinding)
    .join('\n')
    .split(/[^a-z]+/);
  expect(phrase.filter((word) => told.includes(word))).toEqual([]);
}

async function plant(leak: () => unknown): Promise<Finding[]> {
  await watch.look();
  expect(watch.findings(searcher)).toEqual([]);
  await page.evaluate(leak);
  await watch.look();
  return watch.findings(searcher);
}

describe('a leak that is planted in the page is found', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(openPage);
  afterEach(async () => {
    await page.context().close();
  });

  it.each<[string, Finding['sensor'], RegExp, () => unknown]>([
    [
      'a text',
      'dom',
      /document > html > body > p/,
      () => {
        const text = document.createElement('p');
        text.textContent = window.planted();
        document.body.append(text);
      },
    ],
    [
      'one word in each element of a list',
      'dom',
      /text of the document/,
      () => {
        for (const word of window.planted().split(' '))
          document.body.append(Object.assign(document.createElement('b'), { textContent: word }));
      },
    ],
    ['an attribute', 'dom', /body @data-note/, () => void (document.body.dataset['note'] = window.planted())],
    [
      'an attribute’s name',
      'dom',
      /body @/,
      () => document.body.setAttribute(`data-${window.planted().replaceAll(' ', '-')}`, ''),
    ],
    [
      'an open shadow root',
      'dom',
      /div > open shadow root/,
      () => {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'open' }).append(window.planted());
        document.body.append(host);
      },
    ],
    [
      'a closed shadow root',
      'dom',
      /div > closed shadow root/,
      () => {
        const host = document.createElement('div');
        host.attachShadow({ mode: 'closed' }).append(window.planted());
        document.body.append(host);
      },
    ],
    [
      'the value of a field',
      'dom',
      /input > user-agent shadow root/,
      () => document.body.append(Object.assign(document.createElement('input'), { value: window.planted() })),
    ],
    [
      'an accessible name',
      'accessibility',
      /name of a button/,
      () => {
        const button = document.createElement('button');
        button.setAttribute('aria-label', window.planted());
        document.body.append(button);
      },
    ],
    ['localStorage', 'storage', /localStorage note/, () => localStorage.setItem('note', window.planted())],
    [
      'the name of a stored item',
      'storage',
      /localStorage/,
      () => localStorage.setItem(window.planted(), ''),
    ],
    [
      'sessionStorage',
      'storage',
      /sessionStorage note/,
      () => sessionStorage.setItem('note', window.planted()),
    ],
    [
      'a cookie',
      'storage',
      /cookie/,
      () => void (document.cookie = `note=${encodeURIComponent(window.planted()).replaceAll('%20', '+')}`),
    ],
    [
      'IndexedDB',
      'storage',
      /IndexedDB d, store s/,
      async () => {
        const open = indexedDB.open('d', 1);
        open.onupgradeneeded = () =>
          open.result.createObjectStore('s').put({ deep: [new TextEncoder().encode(window.planted())] }, 1);
        await new Promise((resolve) => (open.onsuccess = resolve));
        open.result.close();
      },
    ],
    [
      'Cache storage',
      'storage',
      /Cache c/,
      async () => (await caches.open('c')).put('/note', new Response(window.planted())),
    ],
    [
      'Cache storage, under the address of a file of the site',
      'storage',
      /Cache c/,
      async () => (await caches.open('c')).put('/', new Response(window.planted())),
    ],
    [
      'the origin private file system',
      'storage',
      /origin private file system, f/,
      async () => {
        const file = await (await navigator.storage.getDirectory()).getFileHandle('f', { create: true });
        const stream = await file.createWritable();
        await stream.write(window.planted());
        await stream.close();
      },
    ],
    ['history', 'storage', /history\.state/, () => history.replaceState({ note: window.planted() }, '')],
    [
      'the address',
      'network',
      /address/,
      () => history.replaceState(null, '', `#${encodeURIComponent(window.planted())}`),
    ],
    // eslint-disable-next-line no-console
    ['the console', 'console', /log/, () => console.log(window.planted())],
    [
      'an error nobody catches',
      'console',
      /error/,
      async () => {
        setTimeout(() => {
          throw new Error(window.planted());
        });
        await new Promise((resolve) => window.addEventListener('error', resolve, { once: true }));
      },
    ],
    [
      'the address of a request',
      'network',
      /request address/,
      async () => fetch(`/?q=${encodeURIComponent(window.planted())}`),
    ],
    [
      'the body of a request',
      'network',
      /request body/,
      async () => fetch('/x', { method: 'POST', body: window.planted() }),
    ],
    [
      'a header of a request',
      'network',
      /request header x-note/,
      async () => fetch('/x', { headers: { 'X-Note': window.planted() } }),
    ],
    [
      'the body of a response',
      'network',
      /response body/,
      async () => (await fetch(`/x?echo=${encodeURIComponent(window.planted())}`)).text(),
    ],
    [
      'a header of a response',
      'network',
      /response header x-echo/,
      async () => (await fetch(`/x?echo=${encodeURIComponent(window.planted())}`)).text(),
    ],
    ['a socket, sent', 'websocket', /frame sent/, echoOnSocket],
    ['a socket, received', 'websocket', /frame received/, echoOnSocket],
    [
      'a message to a window',
      'message',
      /posted to a window/,
      () => window.postMessage({ note: window.planted() }),
    ],
    [
      'a message to a port',
      'message',
      /posted to a port/,
      () => new MessageChannel().port1.postMessage(new TextEncoder().encode(window.planted())),
    ],
    [
      'a message to a channel, backwards',
      'message',
      /posted to a channel/,
      () => new BroadcastChannel('c').postMessage(window.planted().split(' ').toReversed()),
    ],
    [
      'a message from a worker',
      'message',
      /received by a Worker/,
      async () => {
        const worker = new Worker(
          URL.createObjectURL(new Blob(['onmessage = ({ data }) => postMessage(data[0].join(" "))'])),
        );
        worker.postMessage([window.planted().split(' ')]);
        await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
      },
    ],
  ])('in %s', async (_, sensor, place, leak) => {
    expectFound(await plant(leak), sensor, place);
  });

  it('on a wire that the test itself reads', () => {
    watch.note('wire', 'APDU out', Buffer.concat([Buffer.from([0x90, 0]), entropy]));
    expectFound(watch.findings(searcher), 'wire', /APDU out: bytes 1 to 8 of the entropy \(bytes\)/);
  });

  it.each<[string, RegExp, () => unknown]>([
    ['a string', /a string/, () => void (window.kept = [window.planted().replaceAll(' ', ', ')])],
    [
      'a string in parts',
      /a string in parts/,
      () => {
        let text = '';
        for (const word of window.planted().split(' ')) text += `${word} `;
        window.kept = { text };
      },
    ],
    ['an array', /entries of/, () => void (window.kept = window.planted().split(' '))],
    [
      'an object',
      /entries of/,
      () =>
        void (window.kept = Object.fromEntries(
          window
            .planted()
            .split(' ')
            .map((word, at) => [`k${at}`, word]),
        )),
    ],
    [
      'a closure',
      /entries of|a string/,
      () => {
        const text = window.planted();
        window.kept = () => text;
      },
    ],
  ])('in the heap, as %s', async (_, place, leak) => {
    expect(await watch.heapFindings(searcher)).toEqual([]);
    await page.evaluate(leak);
    expectFound(await watch.heapFindings(searcher), 'heap', place);
  });
});

async function echoOnSocket(): Promise<void> {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  await new Promise((resolve) => (socket.onopen = resolve));
  socket.send(window.planted());
  await new Promise((resolve) => (socket.onmessage = ({ data }) => resolve(data)));
  socket.close();
}

describe('memory', () => {
  // What was planted once may stay in a browser for long: a new one for each test.
  beforeEach(async () => {
    browser = await launchBrowser();
    await openPage();
  });
  afterEach(async () => {
    await browser.close();
  });

  it('of all processes of the browser is searched, and is clean without a leak', async () => {
    const { searched, findings } = await searchBrowserMemory(browser, searcher);
    expect(findings).toEqual([]);
    for (const kind of ['browser', 'renderer', 'GPU'])
      expect(searched.find((process) => process.kind === kind)?.bytes).toBeGreaterThan(1_000_000);
  });

  it.each<[string, string, () => unknown]>([
    ['words in a row', 'utf-8', () => void (window.kept = new TextEncoder().encode(window.planted()))],
    [
      'words between NULs',
      'utf-8',
      () => void (window.kept = new TextEncoder().encode(window.planted().replaceAll(' ', '\0'))),
    ],
    [
      'words in UTF-16',
      'utf-16',
      () => void (window.kept = Uint16Array.from(window.planted(), (letter) => letter.charCodeAt(0))),
    ],
    [
      'words in hex',
      'hex',
      () =>
        void (window.kept = [...new TextEncoder().encode(window.planted())]
          .map((byte) => byte.toString(16))
          .join('')),
    ],
    ['words in base64', 'base64', () => void (window.kept = btoa(`12${window.planted()}`))],
    ['a string of the page', 'utf-8', () => void (window.kept = [window.planted()])],
  ])('of the renderer: %s', async (_, encoding, leak) => {
    await page.evaluate(leak);
    const { findings } = await searchBrowserMemory(browser, searcher);
    expectFound(findings, 'memory', /^memory: renderer process, .*: words 1 to 3 \(/);
    expect(findings.map((finding) => finding.encoding)).toContain(encoding);
    // The page wrote to its own memory only.
    expect(findings.filter(({ place }) => place.startsWith('browser'))).toEqual([]);
  });

  it('of the browser process, where a page’s storage passes through', async () => {
    await page.evaluate(() => void (document.title = window.planted()));
    await expect
      .poll(async () => (await searchBrowserMemory(browser, searcher)).findings.map(({ place }) => place), {
        timeout: 20_000,
      })
      .toContainEqual(expect.stringMatching(/^browser process/));
  });

  it('of another process that nobody may read is an error that says what to do', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    expect(() => searchProcessMemory(child.pid ?? 0, 'ended', searcher)).toThrow(
      expect.objectContaining({
        name: 'MemoryNotReadable',
        message: expect.stringContaining('ptrace_scope') as string,
      }) as Error,
    );
  });
});
