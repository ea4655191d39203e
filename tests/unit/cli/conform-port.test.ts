/** The kit's link in a terminal: opened again when it was lost, switched off and on by a person or a command. */
import { describe, expect, it } from 'vitest';
import { createTerminalPort, type ConformPortParts } from '../../../src/cli/conform-port.ts';
import { runPress } from '../../../src/cli/press-command.ts';
import { HostblindError, type ErrorCode } from '../../../src/protocol/errors.ts';
import type { Transport } from '../../../src/transport/transport.ts';

/** Waits take no time here. */
const startTimer: ConformPortParts['startTimer'] = (_, callback) => {
  queueMicrotask(callback);
  return () => undefined;
};

function world(parts: Partial<ConformPortParts> = {}) {
  const log: string[] = [];
  const unplug = new Set<() => void>();
  let failure: ErrorCode | undefined;
  let refusals = 0;
  const open = (): Promise<Transport> => {
    log.push('open');
    if (refusals > 0) {
      refusals -= 1;
      return Promise.reject(new HostblindError('not-found'));
    }
    return Promise.resolve({
      exchange: (command) => {
        const failed = failure;
        failure = undefined;
        return failed === undefined
          ? Promise.resolve(Uint8Array.of(command[1] ?? 0, 0x90, 0))
          : Promise.reject(new HostblindError(failed));
      },
      onDisconnect(listener) {
        unplug.add(listener);
        return () => unplug.delete(listener);
      },
      close() {
        log.push('close');
        return Promise.resolve();
      },
    });
  };
  const signal = new AbortController();
  const make = async () =>
    createTerminalPort(
      {
        open,
        shared: true,
        ledBy: 'command',
        press: (meaning) => {
          log.push(meaning);
          return Promise.resolve();
        },
        say: (text) => log.push(text),
        startTimer,
        signal: signal.signal,
        ...parts,
      },
      await open(),
    );
  return {
    log,
    make,
    abort: () => signal.abort(),
    unplug: () => unplug.forEach((each) => each()),
    failOnce: (code: ErrorCode) => {
      failure = code;
    },
    refuse: (times: number) => {
      refusals = times;
    },
  };
}

describe('the port of the kit', () => {
  it.each(['disconnected', 'timeout', 'bad-response'] as const)(
    'takes no answer for one: %s',
    async (code) => {
      const { make, failOnce, log } = world();
      const port = await make();
      expect(await port.exchange(Uint8Array.of(1, 2))).toEqual(Uint8Array.of(2, 0x90, 0));
      failOnce(code);
      expect(await port.exchange(Uint8Array.of(1, 2))).toEqual(new Uint8Array());
      expect(log).toEqual(['open', 'close', 'open']);
      expect(await port.exchange(Uint8Array.of(1, 3))).toEqual(Uint8Array.of(3, 0x90, 0));
    },
  );

  it('passes on what the link can’t help', async () => {
    const { make, failOnce } = world();
    const port = await make();
    failOnce('permission-denied');
    await expect(port.exchange(Uint8Array.of(1))).rejects.toMatchObject({ code: 'permission-denied' });
  });

  it('has a command switch the device off and on, and waits until it answers', async () => {
    const { make, refuse, log } = world();
    const port = await make();
    refuse(3);
    await port.restart();
    expect(log.slice(1, 4)).toEqual(['power-off', 'close', 'power-on']);
    expect(log.filter((each) => each === 'open').length).toBe(1 + 4);
  });

  it('waits for a person to pull the cable, and tells them to put it back', async () => {
    const { make, unplug, log } = world({ press: undefined, ledBy: 'person' });
    const port = await make();
    const restarting = port.restart();
    await Promise.resolve();
    expect(log.at(-1)).toBe('Switch the device off: unplug it.');
    unplug();
    await restarting;
    expect(log).toContain('Switch it on again.');
  });

  it('stops waiting for a person at Ctrl-C', async () => {
    const { make, abort } = world({ press: undefined, ledBy: 'person' });
    const port = await make();
    const restarting = port.restart();
    abort();
    await expect(restarting).rejects.toMatchObject({ code: 'aborted' });
  });

  it('says a meaning to a person in a sentence', async () => {
    const { make, log } = world({ press: undefined, ledBy: 'person' });
    const port = await make();
    await port.act('pin 1234');
    await port.act('read 5');
    await port.act('agree');
    expect(log.slice(1)).toEqual([
      'Enter the digits 1234, and OK.',
      'Write down the words as far as word 5, on a new sheet if the first is up, and stay there.',
      'Say yes to what the device asks.',
    ]);
  });

  it('opens another link where there can be one', async () => {
    const other = await (await world().make()).another();
    expect(await other?.exchange(Uint8Array.of(1, 9))).toEqual(Uint8Array.of(9, 0x90, 0));
    await other?.close();
    expect(await (await world({ shared: false }).make()).another()).toBeUndefined();
  });
});

describe('the press command', () => {
  const { signal } = new AbortController();

  it('gets the meaning as its arguments', async () => {
    const script = `node -e "process.exit(process.argv.slice(1).join() === 'pin,1234' ? 0 : 1)" --`;
    await runPress(script, 'pin 1234', signal);
    await expect(runPress(script, 'agree', signal)).rejects.toMatchObject({ code: 'not-done' });
  });

  it('says that it couldn’t be done, with the command’s exit code', async () => {
    await expect(runPress('exit 3; :', 'agree', signal)).rejects.toThrow(
      'The press command ended with 3 at "agree".',
    );
  });

  it('ends with Ctrl-C', async () => {
    const controller = new AbortController();
    const waiting = runPress('node -e "setTimeout(() => {}, 60000)" --', 'agree', controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
  });
});
