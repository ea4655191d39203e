/** A typed client of the bench: the eyes and fingers of a test, in a test's own words. */
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';

type BenchButton = 'left' | 'right' | 'both';

interface BenchLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface BenchScreen {
  readonly sequence: number;
  readonly lines: readonly BenchLine[];
}

export interface BenchClient {
  /** One command, one response, status word included. */
  apdu(command: Uint8Array): Promise<Uint8Array>;
  /** A short press, released at once. */
  press(button: BenchButton): Promise<void>;
  hold(button: BenchButton): Promise<void>;
  letGo(button: BenchButton): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Moves device time, up to ten minutes at once. */
  advance(milliseconds: number): Promise<void>;
  power(action: 'on' | 'off' | 'cycle'): Promise<void>;
  screen(): Promise<BenchScreen>;
  /** The next picture after `sequence`; waits for it. */
  screenAfter(sequence: number): Promise<BenchScreen>;
  /** Waits until a line of the screen matches, picture by picture; throws after `milliseconds`. */
  waitForText(pattern: RegExp | string, milliseconds?: number): Promise<BenchScreen>;
  /** PNG. */
  screenshot(): Promise<Uint8Array>;
}

function shows(screen: BenchScreen, pattern: RegExp | string): boolean {
  return screen.lines.some(({ text }) =>
    typeof pattern === 'string' ? text === pattern : pattern.test(text),
  );
}

/** `benchUrl` ends in `/`. */
export function createBenchClient(benchUrl: string): BenchClient {
  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    // A simulator that was restarted on its port must not be asked over a connection to the one before.
    const reply = await fetch(new URL(path, benchUrl), { ...init, headers: { connection: 'close' } });
    if (!reply.ok) throw new Error(`bench: ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply;
  };
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const reply = await request(path, { method: 'POST', body: JSON.stringify(body) });
    return reply.json();
  };
  const readScreen = async (query: string, signal?: AbortSignal): Promise<BenchScreen> => {
    const reply = await request(`screen${query}`, signal === undefined ? {} : { signal });
    return (await reply.json()) as BenchScreen;
  };
  return {
    async apdu(command) {
      const { data } = (await post('apdu', { data: toHex(command) })) as { data: string };
      return fromHex(data);
    },
    async press(button) {
      await post(`button/${button}`, { action: 'press-and-release', delay: 0 });
    },
    async hold(button) {
      await post(`button/${button}`, { action: 'press' });
    },
    async letGo(button) {
      await post(`button/${button}`, { action: 'release' });
    },
    async pause() {
      await post('ticker/', { action: 'pause' });
    },
    async resume() {
      await post('ticker/', { action: 'resume' });
    },
    async advance(milliseconds) {
      await post('ticker/', { action: 'advance', ms: milliseconds });
    },
    async power(action) {
      await post('power', { action });
    },
    screen: async () => readScreen(''),
    screenAfter: async (sequence) => readScreen(`?after=${sequence}`),
    async waitForText(pattern, milliseconds = 10_000) {
      const signal = AbortSignal.timeout(milliseconds);
      let screen = await readScreen('', signal);
      while (!shows(screen, pattern)) screen = await readScreen(`?after=${screen.sequence}`, signal);
      return screen;
    },
    async screenshot() {
      const reply = await request('screenshot');
      return new Uint8Array(await reply.arrayBuffer());
    },
  };
}
