import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostblindError } from '../../../src/protocol/errors.ts';
import { closeTimeout, exchangeTimeoutMs, guard, type GuardOptions } from '../../../src/transport/guard.ts';
import type { Link } from '../../../src/transport/transport.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';

interface Pending {
  readonly command: Uint8Array;
  answer(bytes: Uint8Array): void;
  fail(error: unknown): void;
}

/** A link under the test's hand: it answers when told to, and misbehaves on request. */
function createHostileLink() {
  const pending: Pending[] = [];
  const listeners = new Set<() => void>();
  const link = {
    pending,
    closed: 0,
    listeners,
    throwAtOnce: undefined as Error | undefined,
    closeWith: (): Promise<void> => Promise.resolve(),
    unplug() {
      for (const listener of listeners) listener();
    },
  };
  const api: Link = {
    exchange(command) {
      if (link.throwAtOnce !== undefined) throw link.throwAtOnce;
      return new Promise((resolve, reject) => {
        pending.push({ command, answer: resolve, fail: reject });
      });
    },
    onDisconnect(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      link.closed += 1;
      return link.closeWith();
    },
  };
  return Object.assign(link, { api });
}

function setUp(options: GuardOptions = {}) {
  const link = createHostileLink();
  const timer = createManualTimer();
  const transport = guard(link.api, { startTimer: timer.startTimer, ...options });
  let lost = 0;
  transport.onDisconnect(() => {
    lost += 1;
  });
  return { link, timer, transport, lost: () => lost };
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Lets everything that is already decided settle. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'fulfilled';
  } catch (error) {
    return error instanceof HostblindError ? error.code : `not ours: ${String(error)}`;
  }
}

describe('exchanges', () => {
  it('queue up and are answered in order, one at a time', async () => {
    const { link, timer, transport } = setUp();
    const answers = [bytes(1), bytes(2), bytes(3)].map((command) => transport.exchange(command));
    for (const value of [1, 2, 3]) {
      expect(link.pending.map(({ command }) => command)).toEqual([bytes(value)]);
      link.pending.shift()?.answer(bytes(value, 0x90, 0x00));
      await settle();
    }
    expect(await Promise.all(answers)).toEqual([1, 2, 3].map((value) => bytes(value, 0x90, 0x00)));
    expect(timer.pending).toBe(0);
  });

  it('send what the caller passed, also when the caller erases it while it waits', async () => {
    const { link, transport } = setUp();
    const first = transport.exchange(bytes(1));
    const command = bytes(2);
    const second = transport.exchange(command);
    command.fill(0);
    link.pending[0]?.answer(bytes());
    await first;
    expect(link.pending[1]?.command).toEqual(bytes(2));
    link.pending[1]?.answer(bytes());
    await second;
  });

  it('that a driver refuses at once, or with an error of its own, end the connection', async () => {
    const { link, transport, lost } = setUp();
    link.throwAtOnce = new TypeError('synchronous');
    expect(await codeOf(transport.exchange(bytes(1)))).toBe('disconnected');
    expect(link.closed).toBe(1);
    expect(lost()).toBe(1);
    expect(await codeOf(transport.exchange(bytes(2)))).toBe('disconnected');
  });

  it('that fail with an error of the catalogue pass it on', async () => {
    const { link, transport } = setUp();
    const exchange = transport.exchange(bytes(1));
    link.pending[0]?.fail(new HostblindError('bad-response'));
    expect(await codeOf(exchange)).toBe('bad-response');
  });

  it('that fail with another copy’s error keep its code', async () => {
    const { link, transport } = setUp();
    const exchange = transport.exchange(bytes(1));
    link.pending[0]?.fail(Object.assign(new Error('other copy'), { code: 'permission-denied' }));
    expect(await codeOf(exchange)).toBe('permission-denied');
  });

  it('answered with something that is no byte array are a bad response', async () => {
    const { link, transport } = setUp();
    const exchange = transport.exchange(bytes(1));
    link.pending[0]?.answer('9000' as unknown as Uint8Array);
    expect(await codeOf(exchange)).toBe('bad-response');
  });

  it('that wait for a person have no time-out, and those behind them have theirs', async () => {
    const { link, timer, transport } = setUp();
    const waiting = transport.exchange(bytes(1), { patient: true });
    const behind = transport.exchange(bytes(2));
    timer.advance(100 * exchangeTimeoutMs);
    expect(link.closed).toBe(0);
    link.pending.shift()?.answer(bytes(0x90, 0x00));
    expect(await waiting).toEqual(bytes(0x90, 0x00));
    expect(link.pending.map(({ command }) => command)).toEqual([bytes(2)]);
    timer.advance(exchangeTimeoutMs);
    expect(await codeOf(behind)).toBe('timeout');
  });

  it('that wait for a person end with the link, with an abort, and with a close', async () => {
    const unplugged = setUp();
    const first = unplugged.transport.exchange(bytes(1), { patient: true });
    unplugged.link.unplug();
    expect(await codeOf(first)).toBe('disconnected');

    const given = setUp();
    const giveUp = new AbortController();
    const second = given.transport.exchange(bytes(1), { patient: true, signal: giveUp.signal });
    giveUp.abort();
    expect(await codeOf(second)).toBe('aborted');
    // The link is still waiting for its answer, so that the next command waits too.
    const third = given.transport.exchange(bytes(2));
    expect(given.link.pending.length).toBe(1);
    await given.transport.close();
    expect(await codeOf(third)).toBe('aborted');
  });
});

describe('a link that never answers', () => {
  it('fails the exchange after five seconds, is closed, and fails those behind it', async () => {
    const { link, timer, transport, lost } = setUp();
    const results = [bytes(1), bytes(2), bytes(3)].map((command) => codeOf(transport.exchange(command)));
    timer.advance(exchangeTimeoutMs - 1);
    await settle();
    expect(link.closed).toBe(0);
    timer.advance(1);
    expect(await Promise.all(results)).toEqual(['timeout', 'disconnected', 'disconnected']);
    expect({ closed: link.closed, lost: lost(), asked: link.pending.length }).toEqual({
      closed: 1,
      lost: 1,
      asked: 1,
    });
    await settle();
    expect(link.listeners.size).toBe(0);
    expect(timer.pending).toBe(0);
  });

  it('and then answers late changes nothing: no other command gets that answer', async () => {
    const { link, timer, transport } = setUp({ timeout: 100 });
    const late = codeOf(transport.exchange(bytes(1)));
    timer.advance(100);
    expect(await late).toBe('timeout');
    const next = codeOf(transport.exchange(bytes(2)));
    link.pending[0]?.answer(bytes(0xde, 0xad));
    expect(await next).toBe('disconnected');
    expect(link.pending).toHaveLength(1);
  });

  it('has the full time for each exchange, from when it is sent', async () => {
    const { link, timer, transport } = setUp();
    const [first, second] = [codeOf(transport.exchange(bytes(1))), codeOf(transport.exchange(bytes(2)))];
    timer.advance(exchangeTimeoutMs - 1);
    link.pending[0]?.answer(bytes());
    expect(await first).toBe('fulfilled');
    timer.advance(exchangeTimeoutMs - 1);
    link.pending[1]?.answer(bytes());
    expect(await second).toBe('fulfilled');
  });
});

describe('abort', () => {
  it('before the call sends nothing', async () => {
    const { link, transport } = setUp();
    expect(await codeOf(transport.exchange(bytes(1), { signal: AbortSignal.abort() }))).toBe('aborted');
    expect(link.pending).toHaveLength(0);
  });

  it('while waiting in the queue takes the command out', async () => {
    const { link, transport } = setUp();
    const controller = new AbortController();
    const first = transport.exchange(bytes(1));
    const second = codeOf(transport.exchange(bytes(2), { signal: controller.signal }));
    const third = transport.exchange(bytes(3));
    controller.abort();
    expect(await second).toBe('aborted');
    link.pending[0]?.answer(bytes(1));
    await first;
    expect(link.pending[1]?.command).toEqual(bytes(3));
    link.pending[1]?.answer(bytes(3));
    expect(await third).toEqual(bytes(3));
  });

  it('aborting a running command settles it at once, and the next waits for the link', async () => {
    const { link, transport, lost } = setUp();
    const controller = new AbortController();
    const first = codeOf(transport.exchange(bytes(1), { signal: controller.signal }));
    const second = transport.exchange(bytes(2));
    controller.abort();
    expect(await first).toBe('aborted');
    expect(link.pending).toHaveLength(1);
    link.pending[0]?.answer(bytes(0xaa));
    await settle();
    link.pending[1]?.answer(bytes(0xbb));
    expect(await second).toEqual(bytes(0xbb));
    expect(lost()).toBe(0);
  });

  it('of a command that is never answered does not save the link from its timeout', async () => {
    const { link, timer, transport } = setUp();
    const controller = new AbortController();
    const first = codeOf(transport.exchange(bytes(1), { signal: controller.signal }));
    const second = codeOf(transport.exchange(bytes(2)));
    controller.abort();
    timer.advance(exchangeTimeoutMs);
    expect(await Promise.all([first, second])).toEqual(['aborted', 'disconnected']);
    expect(link.closed).toBe(1);
  });

  it('leaves no listener on a signal that outlives the exchange', async () => {
    const { link, transport } = setUp();
    const signal = new AbortController().signal;
    let listening = 0;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (...parameters: Parameters<typeof add>) => {
      listening += 1;
      add(...parameters);
    };
    signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...parameters);
    };
    const exchange = transport.exchange(bytes(1), { signal });
    expect(listening).toBe(1);
    link.pending[0]?.answer(bytes());
    await exchange;
    expect(listening).toBe(0);
  });
});

describe('unplug', () => {
  it('an unplug settles all exchanges, is reported once, and refuses later ones', async () => {
    const { link, timer, transport, lost } = setUp();
    const results = [bytes(1), bytes(2)].map((command) => codeOf(transport.exchange(command)));
    link.unplug();
    link.unplug();
    expect(await Promise.all(results)).toEqual(['disconnected', 'disconnected']);
    expect(await codeOf(transport.exchange(bytes(3)))).toBe('disconnected');
    expect(lost()).toBe(1);
    await settle();
    expect(timer.pending).toBe(0);
  });

  it('an unplug before anyone listened is still reported', async () => {
    const { link, transport } = setUp();
    link.unplug();
    let told = false;
    transport.onDisconnect(() => {
      told = true;
    });
    await settle();
    expect(told).toBe(true);
  });

  it('that the link tells while the guard is being made is not missed', async () => {
    const link = createHostileLink();
    let taken = 0;
    const transport = guard({
      ...link.api,
      onDisconnect(listener) {
        listener();
        return () => {
          taken += 1;
        };
      },
    });
    expect(await codeOf(transport.exchange(bytes(1)))).toBe('disconnected');
    expect(taken).toBe(1);
  });

  it('is not told to a listener that was taken back', () => {
    const { link, transport } = setUp();
    let told = false;
    transport.onDisconnect(() => {
      told = true;
    })();
    link.unplug();
    expect(told).toBe(false);
  });
});

describe('close', () => {
  it('settles everything, closes the link once, and is not a disconnect', async () => {
    const { link, timer, transport, lost } = setUp();
    const results = [bytes(1), bytes(2)].map((command) => codeOf(transport.exchange(command)));
    await Promise.all([transport.close(), transport.close()]);
    expect(await Promise.all(results)).toEqual(['aborted', 'aborted']);
    expect(link.closed).toBe(1);
    expect(link.listeners.size).toBe(0);
    expect(lost()).toBe(0);
    expect(timer.pending).toBe(0);
    expect(await codeOf(transport.exchange(bytes(3)))).toBe('disconnected');
  });

  it.each([
    ['never settles', () => new Promise<void>(() => undefined)],
    ['rejects', () => Promise.reject(new Error('cannot close'))],
    [
      'throws at once',
      () => {
        throw new Error('cannot close');
      },
    ],
  ])('gives the lock back also when the driver’s close %s', async (_name, closeWith) => {
    let released = 0;
    const { link, timer, transport } = setUp({
      onClosed: () => {
        released += 1;
      },
    });
    link.closeWith = closeWith;
    const closed = transport.close();
    await settle();
    timer.advance(closeTimeout);
    await closed;
    expect(released).toBe(1);
  });

  it('does not hang on a lock that cannot be given back', async () => {
    const { timer, transport } = setUp({ onClosed: () => new Promise(() => undefined) });
    const closed = transport.close();
    await settle();
    timer.advance(closeTimeout);
    await closed;
    expect(timer.pending).toBe(0);
  });

  it('works with the real clock', async () => {
    const link = createHostileLink();
    const transport = guard(link.api, { timeout: 1 });
    expect(await codeOf(transport.exchange(bytes(1)))).toBe('timeout');
    await transport.close();
    expect(link.closed).toBe(1);
  });
});

describe('law: every exchange settles, and never with another command’s answer', () => {
  const actions = fc.array(
    fc.constantFrom('exchange', 'answer', 'fail', 'abort', 'advance', 'unplug', 'close'),
    { maxLength: 40 },
  );

  it('whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (script) => {
        const { link, timer, transport } = setUp();
        const results: Promise<string>[] = [];
        const controllers: AbortController[] = [];
        for (const action of script) {
          if (action === 'exchange') {
            const controller = new AbortController();
            const number = controllers.push(controller);
            const exchange = transport.exchange(bytes(number), { signal: controller.signal });
            results.push(codeOf(exchange.then((answer) => expect(answer).toEqual(bytes(number)))));
          } else if (action === 'answer') {
            const oldest = link.pending.shift();
            oldest?.answer(oldest.command);
          } else if (action === 'fail') link.pending.shift()?.fail(new Error('broken'));
          else if (action === 'abort') controllers[script.length % (controllers.length || 1)]?.abort();
          else if (action === 'advance') timer.advance(exchangeTimeoutMs / 2);
          else if (action === 'unplug') link.unplug();
          else void transport.close();
          await settle();
        }
        await transport.close();
        const codes = await Promise.all(results);
        expect(codes.filter((code) => code.startsWith('not ours'))).toEqual([]);
        expect(link.listeners.size).toBe(0);
        expect(timer.pending).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
