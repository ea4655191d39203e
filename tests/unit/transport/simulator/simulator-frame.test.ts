import { describe, expect, it } from 'vitest';
import {
  readyTimeout,
  simulatorFrame,
  type SimulatorFrame,
} from '../../../../src/transport/simulator/simulator-frame.ts';
import { partTimeout, type FrameParts } from '../../../../src/transport/simulator/frame-parts.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';
import { createFakePage } from '../../../fixtures/fakes/fake-frame.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

function setUp() {
  const page = createFakePage();
  const timer = createManualTimer();
  const echo = createEchoDevice();
  const mounted: { frame: SimulatorFrame | undefined } = { frame: page.frame };
  const connector = simulatorFrame({
    frame: () => mounted.frame,
    window: page.window,
    startTimer: timer.startTimer,
  });
  return { page, timer, echo, mounted, connector };
}

describe('the handshake', () => {
  it('works when the frame was there first, and when it loads later', async () => {
    const early = setUp();
    early.page.load(early.echo.exchange);
    await settle();
    const first = await early.connector.open();
    expect(await first.exchange(command)).toEqual(echoOf(command));

    const late = setUp();
    const opening = late.connector.open();
    await settle();
    late.page.load(late.echo.exchange);
    expect(await (await opening).exchange(command)).toEqual(echoOf(command));
  });

  it('sends the frame a hello and a port, nothing else', async () => {
    const { page, echo, connector } = setUp();
    page.load(echo.exchange);
    await connector.open();
    expect(page.sentToFrame).toEqual([
      { kind: 'hostblind-simulator-hello' },
      { kind: 'hostblind-simulator-wire' },
    ]);
  });

  it('hands no port to a frame of an origin that isn’t its own alone (H10)', async () => {
    const { page, timer, connector } = setUp();
    const opening = connector.open();
    page.postFrom('frame', { kind: 'hostblind-simulator-ready', again: false }, 'http://127.0.0.1:24256');
    await settle();
    const failed = expect(opening).rejects.toMatchObject({ code: 'not-found' });
    timer.advance(readyTimeout);
    await failed;
    expect(page.sentToFrame).toEqual([{ kind: 'hostblind-simulator-hello' }]);
  });

  it('takes a ready from the frame only', async () => {
    const { page, timer, connector } = setUp();
    const opening = connector.open();
    page.postFrom('stranger', { kind: 'hostblind-simulator-ready', again: true });
    page.postFrom('frame', { kind: 'something-else' });
    page.postFrom('frame', 'hostblind-simulator-ready');
    page.postFrom('frame', null);
    await settle();
    const failed = expect(opening).rejects.toMatchObject({ code: 'not-found' });
    timer.advance(readyTimeout);
    await failed;
    expect(page.sentToFrame).toEqual([{ kind: 'hostblind-simulator-hello' }]);
    expect(page.listeners()).toBe(0);
  });

  it('can be given up', async () => {
    const { page, timer, connector } = setUp();
    const controller = new AbortController();
    const opening = connector.open({ signal: controller.signal });
    controller.abort();
    await expect(opening).rejects.toMatchObject({ code: 'aborted' });
    expect([page.listeners(), timer.pending]).toEqual([0, 0]);
  });

  it('without a frame in the page says so', async () => {
    const { mounted, connector } = setUp();
    mounted.frame = undefined;
    await expect(connector.open()).rejects.toMatchObject({ code: 'not-found' });
    expect(await connector.reopen()).toBeUndefined();
  });
});

describe('parts of the device', () => {
  type Load = FrameParts['keys'];
  const there =
    (script: string): Load =>
    () =>
      Promise.resolve(script);
  const late: Load = () => new Promise(() => undefined);
  const absent: Load = () => Promise.resolve(undefined);
  const broken: Load = () => Promise.reject(new Error('offline'));

  async function opened(parts: FrameParts, atOnce = true) {
    const page = createFakePage();
    const timer = createManualTimer();
    const asked: number[] = [];
    const connector = simulatorFrame({
      frame: () => page.frame,
      window: page.window,
      startTimer: timer.startTimer,
      parts,
    });
    page.load((command) => {
      asked.push(page.ran.length);
      return command;
    });
    await settle();
    const opening = connector.open();
    await settle();
    if (!atOnce) timer.advance(partTimeout);
    return { page, asked, transport: await opening };
  }

  it('are handed over in order, before the first command', async () => {
    const slow: Load = async () => {
      await settle();
      return 'keys';
    };
    const { page, asked, transport } = await opened({ keys: slow, apps: [there('one'), there('two')] });
    await transport.exchange(Uint8Array.of(1));
    expect(page.ran).toEqual(['keys', 'one', 'two']);
    expect(asked).toEqual([3]);
    await transport.close();
  });

  it.each([
    ['one that doesn’t load', broken, true],
    ['one that isn’t there', absent, true],
    ['one that takes longer than three seconds', late, false],
  ] as const)('go without %s', async (_, load, atOnce) => {
    const { page, transport } = await opened({ keys: there('keys'), apps: [load, there('two')] }, atOnce);
    expect(await transport.exchange(Uint8Array.of(1))).toEqual(Uint8Array.of(1));
    expect(page.ran).toEqual(['keys', 'two']);
    await transport.close();
  });

  it.each([
    ['don’t load', broken, true],
    ['aren’t there', absent, true],
    ['take longer than three seconds', late, false],
  ] as const)('are none where the keys %s, since all else builds on them', async (_, keys, atOnce) => {
    const { page, asked, transport } = await opened({ keys, apps: [there('one')] }, atOnce);
    await transport.exchange(Uint8Array.of(1));
    expect([page.ran, asked]).toEqual([[], [0]]);
    await transport.close();
  });

  it('that came too late are handed over with the next connection', async () => {
    let load = late;
    const page = createFakePage();
    const timer = createManualTimer();
    const connector = simulatorFrame({
      frame: () => page.frame,
      window: page.window,
      startTimer: timer.startTimer,
      parts: { keys: () => load(), apps: [] },
    });
    page.load(createEchoDevice().exchange);
    await settle();
    const opening = connector.open();
    await settle();
    timer.advance(partTimeout);
    await (await opening).close();
    load = there('keys');
    const again = await connector.reopen();
    await again?.exchange(Uint8Array.of(1));
    expect(page.ran).toEqual(['keys']);
  });
});

describe('the language of the page', () => {
  const kind = 'hostblind-simulator-language';

  async function opened(begin: string, script: (tag: string) => Promise<string | undefined>) {
    const page = createFakePage();
    const spoken = { tag: begin, handed: 0, change: (): void => undefined };
    const connector = simulatorFrame({
      frame: () => page.frame,
      window: page.window,
      startTimer: createManualTimer().startTimer,
      languages: {
        inUse: () => spoken.tag,
        script,
        onChange(listener) {
          spoken.change = listener;
          return () => (spoken.change = () => undefined);
        },
        handed: () => (spoken.handed += 1),
      },
    });
    page.load(createEchoDevice().exchange);
    await settle();
    const transport = await connector.open();
    await settle();
    const turnTo = (tag: string): void => {
      spoken.tag = tag;
      spoken.change();
    };
    return { page, spoken, transport, turnTo };
  }

  const script = (tag: string): Promise<string | undefined> =>
    Promise.resolve(tag === 'en' ? undefined : `teach ${tag}`);

  it('is handed over by the port, at the beginning and whenever it changes', async () => {
    const { page, spoken, transport, turnTo } = await opened('de', script);
    expect(page.learned).toEqual([{ kind, tag: 'de', script: 'teach de' }]);
    for (const tag of ['de', 'fr', 'en']) {
      turnTo(tag);
      await settle();
    }
    expect(page.learned.slice(1)).toEqual([
      { kind, tag: 'fr', script: 'teach fr' },
      { kind, tag: 'en' },
    ]);
    expect(spoken.handed).toBe(2);
    await transport.close();
    turnTo('de');
    await settle();
    expect(page.learned).toHaveLength(3);
  });

  it('needs no word where it is English', async () => {
    const { page, spoken } = await opened('en', script);
    expect([page.learned, spoken.handed]).toEqual([[], 0]);
  });

  it('that does not load leaves the frame in English', async () => {
    const { page, spoken } = await opened('de', () => Promise.reject(new Error('offline')));
    expect(page.learned).toEqual([{ kind, tag: 'en' }]);
    expect(spoken.handed).toBe(0);
  });

  it('is the last one that was chosen, whichever loads first', async () => {
    const loads = new Map<string, (text: string) => void>();
    const { page, turnTo } = await opened('de', (tag) => new Promise((resolve) => loads.set(tag, resolve)));
    turnTo('fr');
    await settle();
    loads.get('fr')?.('teach fr');
    loads.get('de')?.('teach de');
    await settle();
    expect(page.learned).toEqual([{ kind, tag: 'fr', script: 'teach fr' }]);
  });
});

describe('an open frame', () => {
  async function opened() {
    const rig = setUp();
    rig.page.load(rig.echo.exchange);
    await settle();
    const transport = await rig.connector.open();
    let lost = 0;
    transport.onDisconnect(() => {
      lost += 1;
    });
    return { ...rig, transport, lost: () => lost };
  }

  it('that is taken out of the page is disconnected, at the latest at the next command', async () => {
    const { page, transport, lost } = await opened();
    page.remove();
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected' });
    expect(lost()).toBe(1);
    expect(page.listeners()).toBe(0);
  });

  it('a reload means another device: the old one is disconnected', async () => {
    const { page, echo, transport, lost } = await opened();
    page.load(echo.exchange);
    await settle();
    expect(lost()).toBe(1);
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('is not disturbed by messages of others, or by its own second "ready"', async () => {
    const { page, transport, lost } = await opened();
    page.postFrom('stranger', { kind: 'hostblind-simulator-ready', again: false });
    page.postFrom('frame', { kind: 'hostblind-simulator-ready', again: true });
    expect(await transport.exchange(command)).toEqual(echoOf(command));
    expect(lost()).toBe(0);
  });

  it('opening a second time continues with the new connection', async () => {
    const { connector, transport } = await opened();
    await transport.close();
    const second = await connector.reopen();
    expect(await second?.exchange(command)).toEqual(echoOf(command));
  });

  it('leaves no listener behind when it is closed', async () => {
    const { page, timer, transport } = await opened();
    await transport.close();
    expect([page.listeners(), timer.pending]).toEqual([0, 0]);
  });
});
