/**
 * The bench is a camera on the glass, so no web page may reach it: not the app (its policy allows the wire port
 * alone), not a page of another origin (the bench refuses it), and not by requests that need no permission.
 */
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { agreeToNewWallet, choosePin, reveal, runPersonAsync } from '../kit/drivers/person.ts';
import { askForWallet, connectToProcess, launchBrowser, setStage, type Stage } from './support/app.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';

/** Runs in a page: tries every way to read `url`, and gives what each of them got. */
async function tryToRead(url: string): Promise<Record<string, string>> {
  const settle = (promise: Promise<string>): Promise<string> => promise.catch(() => 'refused');
  const byElement = (tag: 'img' | 'script' | 'iframe'): Promise<string> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => {
        if (!(element instanceof HTMLIFrameElement)) return resolve('loaded');
        try {
          resolve(element.contentDocument?.body.textContent ?? 'refused');
        } catch {
          resolve('refused');
        }
      };
      element.onerror = () => resolve('refused');
      try {
        element.setAttribute('src', url);
        document.body.append(element);
      } catch {
        resolve('refused');
      }
    });
  return {
    fetch: await settle(fetch(url).then((reply) => reply.text())),
    'opaque fetch': await settle(fetch(url, { mode: 'no-cors' }).then((reply) => reply.text())),
    'credentialed fetch': await settle(fetch(url, { credentials: 'include' }).then((reply) => reply.text())),
    eventSource: await new Promise((resolve) => {
      const source = new EventSource(`${url}?stream=true`);
      source.onmessage = ({ data }) => resolve(String(data));
      source.onerror = () => resolve('refused');
    }),
    webSocket: await new Promise((resolve) => {
      try {
        const socket = new WebSocket(url.replace('http', 'ws'));
        socket.onopen = () => resolve('opened');
        socket.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    }),
    image: await byElement('img'),
    frame: await byElement('iframe'),
  };
}

/** Runs in a page: requests that a browser sends without asking the server first, until each is answered or refused. */
async function pressWithoutAsking(bench: string): Promise<void> {
  const body = JSON.stringify({ action: 'press-and-release', delay: 0 });
  const url = `${bench}button/right`;
  const frame = document.createElement('iframe');
  frame.name = 'answer';
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  // A request that was sent ends in an entry of the browser's timing, one that the policy stopped in a violation.
  let connections = 3;
  const connected = new Promise<void>((resolve) => {
    const end = (): void => {
      connections -= 1;
      if (connections === 0) resolve();
    };
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (effectiveDirective === 'connect-src') end();
    });
    new PerformanceObserver((list) => {
      for (const { name, initiatorType } of list.getEntriesByType('resource') as PerformanceResourceTiming[])
        if (name === url && ['fetch', 'beacon'].includes(initiatorType)) end();
    }).observe({ type: 'resource' });
  });
  const submitted = new Promise<void>((resolve) => {
    frame.onload = () => resolve();
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (effectiveDirective === 'form-action') resolve();
    });
  });
  await fetch(url, { method: 'POST', mode: 'no-cors', body }).catch(() => undefined);
  await fetch(url, { method: 'POST', mode: 'no-cors', body, credentials: 'include' }).catch(() => undefined);
  navigator.sendBeacon(url, body);
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'text/plain';
  form.action = url;
  form.target = frame.name;
  const field = document.createElement('input');
  // A text/plain form sends `name=value`: the two make the JSON together.
  field.name = body.slice(0, -1) + ',"x":"';
  field.value = '"}';
  form.append(field);
  document.body.append(form);
  form.submit();
  await Promise.all([connected, submitted]);
}

const unreadable = new Set(['refused', '']);

let browser: Browser;
let stage: Stage;
let stranger: Server;
let strangerUrl: string;

beforeAll(async () => {
  browser = await launchBrowser();
  stranger = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end('<body>hello</body>'),
  );
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = stranger.address();
  strangerUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
});
afterAll(async () => {
  await browser.close();
  stranger.close();
});

beforeEach(async () => {
  stage = await setStage(browser);
});
afterEach(async () => {
  await stage.close();
});

/** From "New wallet?" until a word is on the screen: what the bench would tell is what nobody may learn. */
async function goToTheWords(): Promise<void> {
  await stage.bench.waitForText('New wallet?');
  await runPersonAsync(
    (function* untilTheWords() {
      yield* agreeToNewWallet();
      yield* choosePin('1234');
      yield* reveal();
    })(),
    benchFingers(stage.bench),
  );
}

async function askFromElsewhere(): Promise<void> {
  await stage.bench.apdu(encodeCreateRequest({ wordCount: 12 }));
  await goToTheWords();
}

async function expectNothingRead(page: Page): Promise<void> {
  for (const path of ['events', 'screen', 'screenshot', '']) {
    const got = await page.evaluate(tryToRead, `${stage.simulator.benchUrl}${path}`);
    for (const [way, text] of Object.entries(got)) {
      // `includes` and not `toBe`: a failing test must not print what was read.
      expect({ path, way, readable: !unreadable.has(text) }).toEqual({ path, way, readable: false });
    }
  }
}

async function expectNothingPressed(page: Page): Promise<void> {
  const before = await stage.bench.screen();
  await page.evaluate(pressWithoutAsking, stage.simulator.benchUrl);
  expect((await stage.bench.screen()).sequence).toBe(before.sequence);
}

describe('the bench', () => {
  it('cannot be read or pressed from the app', async () => {
    await connectToProcess(stage.page, stage.appUrl);
    // A device follows one host at a time: the app has to be the one that asked.
    await askForWallet(stage.page, 12);
    await goToTheWords();
    await stage.page.getByRole('heading', { level: 1, name: 'Word 1 of 12' }).waitFor();
    await expectNothingRead(stage.page);
    await expectNothingPressed(stage.page);
  });

  it('the REST port can’t be read or pressed from another origin without a policy', async () => {
    await askFromElsewhere();
    await stage.page.goto(strangerUrl);
    // The attempts do read what may be read: the page's own server.
    expect(await stage.page.evaluate(tryToRead, strangerUrl)).toMatchObject({
      fetch: '<body>hello</body>',
      frame: 'hello',
    });
    await expectNothingRead(stage.page);
    await expectNothingPressed(stage.page);
  });

  it('has nothing of the glass on the wire port', async () => {
    await askFromElsewhere();
    const wire = stage.simulator.wireUrl.replace('ws:', 'http:');
    for (const path of ['/', '/events', '/screen', '/screenshot', '/button/right', '/wire']) {
      const reply = await fetch(new URL(path, wire));
      expect(reply.status).toBe(426);
    }
  });
});
