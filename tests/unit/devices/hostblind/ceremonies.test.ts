import { describe, expect, it } from 'vitest';
import { protocolVersion } from '../../../../src/protocol/commands/info.ts';
import { createHostblindSigner, pollIntervalMs } from '../../../../src/devices/hostblind/hostblind-signer.ts';
import type { PublicState } from '../../../../src/protocol/public-state.ts';
import { instructions } from '../../../../src/protocol/apdu/instructions.ts';
import type { Transport } from '../../../../src/transport/transport.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';
import { createScriptedTransport, idleState } from '../../../fixtures/fakes/scripted-transport.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

function setUp() {
  const device = createScriptedTransport();
  const timer = createManualTimer();
  const signer = createHostblindSigner(device.transport, { startTimer: timer.startTimer });
  return { device, timer, signer };
}

/** A device that takes its time to answer a request to stop. */
function setUpSlowCancel() {
  const { device, timer } = setUp();
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: Transport = {
    ...device.transport,
    async exchange(command, options) {
      if (command[1] === instructions.cancel) await answered;
      return device.transport.exchange(command, options);
    },
  };
  return { device, signer: createHostblindSigner(slow, { startTimer: timer.startTimer }), answer };
}

/** Reads an iterable to its end, or to its error, while the test moves time. */
function collect(states: AsyncIterable<PublicState>) {
  const seen: PublicState[] = [];
  const result: { seen: PublicState[]; end: string | undefined } = { seen, end: undefined };
  const read = async (): Promise<void> => {
    for await (const state of states) seen.push(state);
    result.end = 'ended';
  };
  read().catch((error: unknown) => {
    result.end =
      typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  });
  return result;
}

const creating: PublicState = { ...idleState, activity: 'create', stage: 'consent', ceremony: 1 };
const wordsAt = (position: number): PublicState => ({
  ...creating,
  wallet: 'unfinished-backup',
  wordCount: 12,
  stage: 'words',
  position,
  total: 12,
});
const done: PublicState = {
  ...idleState,
  wallet: 'backed-up',
  wordCount: 12,
  ceremony: 1,
  outcome: 'completed',
};

describe('create', () => {
  it('starts, yields what changes, and ends with the outcome', async () => {
    const { device, timer, signer } = setUp();
    device.states = [creating, creating, wordsAt(1), wordsAt(1), wordsAt(2), done];
    const followed = collect(signer.create({ wordCount: 12 }));
    for (let turn = 0; turn < 6; turn += 1) {
      await settle();
      timer.advance(pollIntervalMs);
    }
    await settle();
    expect(followed).toEqual({ seen: [creating, wordsAt(1), wordsAt(2), done], end: 'ended' });
    expect(device.journal.filter((name) => name !== 'status')).toEqual(['create']);
    expect(timer.pending).toBe(0);
  });

  it.each([
    ['declined', { ...idleState, ceremony: 1, outcome: 'declined' }],
    [
      'stopped, and the device went on to its unfinished backup',
      { ...wordsAt(1), stage: 'unfinished', position: 0, total: 0, activity: 'resume', outcome: 'stopped' },
    ],
    [
      'completed while locked, and the device went on to its PIN',
      { ...done, activity: 'unlock', stage: 'enter-pin', locked: true },
    ],
    ['cancelled, before the device went on', { ...creating, outcome: 'cancelled' }],
    ['another ceremony began', { ...creating, ceremony: 2 }],
  ] as const)('ends when it is over: %s', async (_name, last) => {
    const { device, timer, signer } = setUp();
    device.states = [creating, last];
    const followed = collect(signer.create({ wordCount: 12 }));
    await settle();
    timer.advance(pollIntervalMs);
    await settle();
    expect(followed).toEqual({ seen: [creating, last], end: 'ended' });
  });

  it('that is over before the first question still tells the outcome', async () => {
    const { device, signer } = setUp();
    const declined: PublicState = { ...idleState, ceremony: 5, outcome: 'declined' };
    device.states = [declined];
    const followed = collect(signer.create({ wordCount: 24 }));
    await settle();
    expect(followed).toEqual({ seen: [declined], end: 'ended' });
  });

  it.each(['locked', 'busy'] as const)(
    'waits while the device is %s, and shows what it does',
    async (word) => {
      const { device, timer, signer } = setUp();
      const unlocking: PublicState = { ...done, activity: 'unlock', stage: 'enter-pin', locked: true };
      device.answers.create = word;
      device.states = [unlocking];
      const followed = collect(signer.create({ wordCount: 12 }));
      for (let turn = 0; turn < 3; turn += 1) {
        await settle();
        timer.advance(pollIntervalMs);
      }
      await settle();
      expect(followed).toEqual({ seen: [unlocking], end: undefined });
      delete device.answers.create;
      device.states = [creating, done];
      for (let turn = 0; turn < 2; turn += 1) {
        timer.advance(pollIntervalMs);
        await settle();
      }
      expect(followed).toEqual({ seen: [unlocking, creating, done], end: 'ended' });
    },
  );

  it.each([
    ['notInThisState', 'not-in-this-state'],
    ['badData', 'refused'],
    ['unknownInstruction', 'unsupported'],
    ['deviceFault', 'device-fault'],
  ] as const)('fails when the device answers %s', async (word, code) => {
    const { device, signer } = setUp();
    device.answers.create = word;
    const followed = collect(signer.create({ wordCount: 12 }));
    await settle();
    expect(followed).toEqual({ seen: [], end: code });
    expect(device.journal).toEqual(['create']);
  });

  it('aborted asks the device to stop, at once, and fails with aborted', async () => {
    const { device, timer, signer } = setUp();
    device.states = [creating];
    const controller = new AbortController();
    const followed = collect(signer.create({ wordCount: 12 }, { signal: controller.signal }));
    await settle();
    controller.abort();
    await settle();
    expect(followed).toEqual({ seen: [creating], end: 'aborted' });
    expect(device.journal).toEqual(['create', 'status', 'cancel']);
    expect(timer.pending).toBe(0);
  });

  it('an abort asks the device to stop even while nothing reads', async () => {
    const { device, signer } = setUp();
    device.states = [creating];
    const controller = new AbortController();
    const iterator = signer.create({ wordCount: 12 }, { signal: controller.signal })[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort();
    await settle();
    expect(device.journal).toEqual(['create', 'status', 'cancel']);
    await expect(iterator.next()).rejects.toMatchObject({ code: 'aborted' });
  });

  it('aborted fails only once the device has answered the request to stop', async () => {
    const { device, signer, answer } = setUpSlowCancel();
    device.states = [creating];
    const controller = new AbortController();
    const followed = collect(signer.create({ wordCount: 12 }, { signal: controller.signal }));
    await settle();
    controller.abort();
    await settle();
    expect(followed.end).toBeUndefined();
    answer();
    await settle();
    expect(followed.end).toBe('aborted');
    expect(device.journal.at(-1)).toBe('cancel');
  });

  it('aborted while it waits for a busy device leaves that device alone', async () => {
    const { device, signer } = setUp();
    device.answers.create = 'busy';
    const controller = new AbortController();
    const followed = collect(signer.create({ wordCount: 12 }, { signal: controller.signal }));
    await settle();
    controller.abort();
    await settle();
    expect(followed.end).toBe('aborted');
    expect(device.journal).toEqual(['create', 'status']);
  });

  it('aborted before it began sends nothing', async () => {
    const { device, signer } = setUp();
    const followed = collect(signer.create({ wordCount: 12 }, { signal: AbortSignal.abort() }));
    await settle();
    expect(followed.end).toBe('aborted');
    expect(device.journal).toEqual([]);
  });

  it('aborted after its end stops no other ceremony', async () => {
    const { device, signer } = setUp();
    device.states = [{ ...idleState, ceremony: 1, outcome: 'declined' }];
    const controller = new AbortController();
    const followed = collect(signer.create({ wordCount: 12 }, { signal: controller.signal }));
    await settle();
    expect(followed.end).toBe('ended');
    controller.abort();
    await settle();
    expect(device.journal).toEqual(['create', 'status']);
  });

  it('aborted between the last state and its end stops no other ceremony', async () => {
    const { device, signer } = setUp();
    device.states = [{ ...idleState, ceremony: 1, outcome: 'declined' }];
    const controller = new AbortController();
    const iterator = signer.create({ wordCount: 12 }, { signal: controller.signal })[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    await settle();
    expect(device.journal).toEqual(['create', 'status']);
  });

  it('left alone by its reader goes on on the device', async () => {
    const { device, timer, signer } = setUp();
    device.states = [creating];
    for await (const state of signer.create({ wordCount: 12 })) {
      expect(state).toEqual(creating);
      break;
    }
    await settle();
    expect(device.journal).toEqual(['create', 'status']);
    expect(timer.pending).toBe(0);
  });

  it('fails with disconnected when the cable is pulled', async () => {
    const { device, timer, signer } = setUp();
    device.states = [creating];
    const followed = collect(signer.create({ wordCount: 12 }));
    await settle();
    device.unplug();
    timer.advance(pollIntervalMs);
    await settle();
    expect(followed).toEqual({ seen: [creating], end: 'disconnected' });
  });
});

describe('begin', () => {
  it('is over once the device has taken it, and followers hear of it at once', async () => {
    const { device, timer, signer } = setUp();
    device.states = [idleState];
    const followed = collect(signer.watch());
    await settle();
    device.states = [creating];
    await signer.begin({ kind: 'create', wordCount: 12 });
    await settle();
    expect(followed.seen).toEqual([idleState, creating]);
    // One loop, which goes on at its own pace.
    expect(device.journal).toEqual(['status', 'create', 'status']);
    expect(timer.pending).toBe(1);
  });

  it.each(['locked', 'busy'] as const)('asks again while the device is %s', async (word) => {
    const { device, timer, signer } = setUp();
    device.answers.create = word;
    let taken = false;
    void signer.begin({ kind: 'create', wordCount: 12 }).then(() => {
      taken = true;
    });
    await settle();
    timer.advance(pollIntervalMs);
    await settle();
    expect([taken, device.journal]).toEqual([false, ['create', 'create']]);
    delete device.answers.create;
    timer.advance(pollIntervalMs);
    await settle();
    expect([taken, device.journal]).toEqual([true, ['create', 'create', 'create']]);
    expect(timer.pending).toBe(0);
  });

  it.each([
    ['declined', 'declined'],
    ['notInThisState', 'not-in-this-state'],
    ['deviceFault', 'device-fault'],
  ] as const)('fails when the device answers %s', async (word, code) => {
    const { device, signer } = setUp();
    device.answers.create = word;
    await expect(signer.begin({ kind: 'create', wordCount: 12 })).rejects.toMatchObject({ code });
  });

  it('aborted while being taken, asks the device to stop; later it stops nothing', async () => {
    const { device, signer } = setUp();
    const controller = new AbortController();
    const { signal } = controller;
    const begun = signer.begin({ kind: 'create', wordCount: 12 }, { signal });
    controller.abort();
    await expect(begun).rejects.toMatchObject({ code: 'aborted' });
    expect(device.journal).toEqual(['create', 'cancel']);
    const later = new AbortController();
    await signer.begin({ kind: 'create', wordCount: 12 }, { signal: later.signal });
    later.abort();
    await settle();
    expect(device.journal).toEqual(['create', 'cancel', 'create']);
    await expect(
      signer.begin({ kind: 'create', wordCount: 12 }, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'aborted' });
    expect(device.journal).toHaveLength(3);
  });
});

describe('begin, aborted while the device takes it', () => {
  it('fails only once the device has answered the request to stop', async () => {
    const { device, signer, answer } = setUpSlowCancel();
    const controller = new AbortController();
    let failed = false;
    const begun = signer.begin({ kind: 'create', wordCount: 12 }, { signal: controller.signal });
    const failing = expect(begun.finally(() => (failed = true))).rejects.toMatchObject({ code: 'aborted' });
    controller.abort();
    await settle();
    expect(failed).toBe(false);
    answer();
    await failing;
    expect(device.journal).toEqual(['create', 'cancel']);
  });
});

describe('watch', () => {
  it('yields the current state and every change, without an end', async () => {
    const { device, timer, signer } = setUp();
    device.states = [idleState, idleState, creating, wordsAt(1), wordsAt(1), done];
    const controller = new AbortController();
    const followed = collect(signer.watch({ signal: controller.signal }));
    for (let turn = 0; turn < 8; turn += 1) {
      await settle();
      timer.advance(pollIntervalMs);
    }
    await settle();
    expect(followed).toEqual({ seen: [idleState, creating, wordsAt(1), done], end: undefined });
    controller.abort();
    await settle();
    expect(followed.end).toBe('aborted');
    expect(timer.pending).toBe(0);
  });

  it.each(['locked', 'busy'] as const)('waits through %s', async (word) => {
    const { device, timer, signer } = setUp();
    device.answers.status = word;
    const followed = collect(signer.watch());
    await settle();
    expect(followed).toEqual({ seen: [], end: undefined });
    delete device.answers.status;
    timer.advance(pollIntervalMs);
    await settle();
    expect(followed.seen).toEqual([idleState]);
  });

  it('ends with the error when the device is gone', async () => {
    const { device, timer, signer } = setUp();
    const followed = collect(signer.watch());
    await settle();
    device.unplug();
    timer.advance(pollIntervalMs);
    await settle();
    expect(followed).toEqual({ seen: [idleState], end: 'disconnected' });
  });

  it('asks as often as the page wishes', async () => {
    const { device, timer } = setUp();
    let interval = 1000;
    const signer = createHostblindSigner(device.transport, {
      startTimer: timer.startTimer,
      interval: () => interval,
    });
    collect(signer.watch());
    await settle();
    timer.advance(999);
    await settle();
    expect(device.journal).toHaveLength(1);
    interval = 10;
    timer.advance(1);
    await settle();
    timer.advance(10);
    await settle();
    expect(device.journal).toHaveLength(3);
  });
});

describe('single questions', () => {
  it('status, cancel and wallet ask and decode', async () => {
    const { device, signer } = setUp();
    device.data.wallet = Uint8Array.from({ length: 16 }, (_, index) => index);
    expect(await signer.status()).toEqual(idleState);
    await signer.cancel();
    expect(await signer.wallet()).toEqual(device.data.wallet);
    expect(device.journal).toEqual(['status', 'cancel', 'wallet']);
  });

  it('refusals become errors of the catalogue', async () => {
    const { device, signer } = setUp();
    device.answers.wallet = 'locked';
    device.answers.cancel = 'notInThisState';
    await expect(signer.wallet()).rejects.toMatchObject({ code: 'locked' });
    await expect(signer.cancel()).rejects.toMatchObject({ code: 'not-in-this-state' });
    device.data.info = new Uint8Array(3);
    await expect(signer.info()).rejects.toMatchObject({ code: 'other-version' });
    device.data.info = Uint8Array.of(protocolVersion, 0, 0);
    await expect(signer.info()).rejects.toMatchObject({ code: 'bad-response' });
  });

  it('can be aborted', async () => {
    const { signer } = setUp();
    const signal = AbortSignal.abort();
    for (const name of ['info', 'verify', 'status', 'cancel', 'wallet'] as const) {
      await expect(signer[name]({ signal })).rejects.toMatchObject({ code: 'aborted' });
    }
  });
});
