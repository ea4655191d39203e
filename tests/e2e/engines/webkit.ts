/** WebKitGTK's MiniBrowser on a display that nobody sees, driven by WebKitWebDriver over HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Readable } from 'node:stream';
import type { Engine } from './engine.ts';
import { startProgram, untilFound, type Program } from './processes.ts';
import { elementKey, remotePage, type Command, type Remote } from './remote-page.ts';

export interface WebKitPrograms {
  readonly driver: string;
  readonly display: string;
  readonly browser: string;
}

const startLimitMs = 30_000;

/** A display of its own; the server picks a free number and says it. */
async function startDisplay(command: string): Promise<{ program: Program; name: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const program = startProgram(command, args, {}, true);
  const said = program.child.stdio[3] as Readable;
  const [number] = (await Promise.race([
    once(said, 'data'),
    once(program.child, 'exit').then(() => [undefined]),
  ])) as [Buffer | undefined];
  if (number === undefined) throw new Error(`Xvfb does not start: ${program.output()}`);
  return { program, name: `:${number.toString().trim()}` };
}

/** The driver cannot be asked for any free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}

export async function launchWebKit({ driver, display, browser }: WebKitPrograms): Promise<Engine> {
  const screen = await startDisplay(display);
  const port = await freePort();
  const program = startProgram(driver, [`--port=${port}`], {
    DISPLAY: screen.name,
    // With "C", `navigator.language` is "C" too, which is tested where it is read.
    LANG: 'en_US.UTF-8',
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
  });
  const close = async (): Promise<void> => {
    await program.end();
    await screen.program.end();
  };
  try {
    const base = `http://127.0.0.1:${port}`;
    await untilFound(
      () =>
        fetch(`${base}/status`).then(
          ({ ok }) => ok || undefined,
          () => undefined,
        ),
      startLimitMs,
      () => `WebKitWebDriver does not start: ${program.output()}`,
    );
    const page = await remotePage(await openSession(base, browser, close));
    // Its window begins smaller than the display.
    await page.resize(1280, 1000);
    return page;
  } catch (error) {
    await close();
    throw error;
  }
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserName: string; readonly browserVersion: string };
}

async function request(method: string, url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}

async function openSession(base: string, binary: string, close: () => Promise<void>): Promise<Remote> {
  const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  const answer = await request('POST', `${base}/session`, { capabilities: { alwaysMatch } });
  const { sessionId, capabilities } = answer as Session;
  const session = `${base}/session/${sessionId}`;
  return {
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    // Not as the standard says: seen in WebKitGTK 2.50.
    pointsFrom: 'page',
    send(command) {
      const [method, path, body] = endpointOf(command);
      return request(method, `${session}${path}`, body);
    },
    async close() {
      // The driver ends the browser; if it does not, it is ended with the driver.
      await request('DELETE', session).catch(() => undefined);
      await close();
    },
  };
}

function endpointOf({ name, ...body }: Command): readonly [method: string, path: string, body?: unknown] {
  switch (name) {
    case 'Navigate':
      return ['POST', '/url', body];
    case 'ExecuteAsyncScript':
      return ['POST', '/execute/async', body];
    case 'SwitchToFrame':
      return ['POST', '/frame', { id: 'element' in body ? { [elementKey]: body.element } : null }];
    case 'PerformActions':
      return ['POST', '/actions', body];
    case 'SetWindowRect':
      return ['POST', '/window/rect', body];
    case 'SetTimeouts':
      return ['POST', '/timeouts', body];
    case 'TakeScreenshot':
      return ['GET', '/screenshot'];
  }
}
