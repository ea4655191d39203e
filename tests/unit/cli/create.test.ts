/** `hostblind create` over a scripted device: what it refuses, what it warns of, and what it remembers. */
import { describe, expect, it } from 'vitest';
import { create, searchIntervalMs } from '../../../src/cli/create.ts';
import type { SaidFamily } from '../../../src/cli/families.ts';
import { createOutput } from '../../../src/cli/output.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { errorCode } from '../../../src/protocol/errors.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { createSession } from '../../../src/session/create-session.ts';
import { lostAfterMs } from '../../../src/session/reduce-lost.ts';
import { createScriptedDevice, type ScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { lampFamily } from '../../fixtures/families/lamp-family.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import {
  capabilitiesWithoutCheck,
  emptyStatus,
  someWalletId,
  statusAt,
} from '../../fixtures/screens/screens.ts';

const otherWallet = 'f'.repeat(32);
const otherDevice = '99'.repeat(16);
const evidence = { walletId: fromHex(someWalletId), opened: 3, range: 8 } as const;
const done = {
  ...emptyStatus,
  wallet: 'backed-up',
  outcome: 'completed',
  ceremony: 1,
  wordCount: 12,
} as const;
const creating = (stage: PublicState['stage']): PublicState => ({
  ...statusAt(stage),
  wallet: 'empty',
  wordCount: 0,
});

type Line = Record<string, unknown>;

/** What one computer keeps, over several runs. */
function newComputer() {
  return { records: createMemoryRecords().store };
}

function newDevice(): ScriptedDevice {
  const device = createScriptedDevice();
  device.capabilities = capabilities;
  return device;
}

/** Starts the command; `ended` settles with the name of its exit, or the code and the message of its error. */
function start(
  device: ScriptedDevice,
  computer = newComputer(),
  forgetWallet = false,
  families: readonly SaidFamily[] = [],
) {
  const timer = createManualTimer();
  const giveUp = new AbortController();
  let text = '';
  let wake = (): void => undefined;
  const out = {
    write(part: string) {
      text += part;
      wake();
    },
  };
  const session = createSession({
    connectors: [device.connector],
    createSigner: device.createSigner,
    families: families.map(({ family }) => family),
    clock: { now: () => Date.parse('2026-11-24T10:00:00.000Z'), after: timer.startTimer },
    ...computer,
    rememberLink: () => undefined,
  });
  const ended: Promise<string> = create({
    session,
    families,
    link: device.connector.kind,
    opening: { link: 'usb', port: undefined },
    output: createOutput({ out, err: out }, true),
    wordCount: 12,
    candidates: 8,
    dice: false,
    forgetWallet,
    startTimer: timer.startTimer,
    signal: giveUp.signal,
  }).catch((error: unknown) => `${errorCode(error)}: ${error instanceof Error ? error.message : ''}`);
  const lines = (): Line[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  const events = (): unknown[] => lines().map(({ event }) => event);
  const said = async (event: string): Promise<void> => {
    while (!events().includes(event)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /** Lets the session try again until it has found a device. */
  const reconnect = async (): Promise<void> => {
    for (let tries = 0; tries < 20; tries += 1) {
      timer.advance(2_000);
      for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
    }
  };
  return { ended, lines, events, said, timer, giveUp, session, reconnect };
}

type Run = ReturnType<typeof start>;

/** What is said of a device that must not be used, which ends the command. */
async function refusalOf(run: Run): Promise<unknown> {
  expect(await run.ended).toBe('doNotUse');
  const last = run.lines().at(-1);
  expect(last?.['event']).toBe('alarm');
  return last?.['message'];
}

const shownAt = async ({ session }: Run, stage: PublicState['stage']): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      const { state } = session;
      if (state.kind !== 'connected' || state.session.status?.stage !== stage) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });

async function toTheCheck(device: ScriptedDevice): Promise<void> {
  await device.until(() => device.asked.includes('create 12'));
  device.become(creating('entropy'));
  await device.until(() => device.asked.includes('check entropy 12 8'));
}

async function throughTheCheck(device: ScriptedDevice, run: Run): Promise<void> {
  await toTheCheck(device);
  device.step({ kind: 'opened', opened: 3 });
  device.step({ kind: 'keeping', ...evidence });
  device.step({ kind: 'proven', ...evidence });
  await run.said('proven');
}

async function backUp(device: ScriptedDevice, run: Run): Promise<string> {
  await throughTheCheck(device, run);
  device.become(statusAt('words'));
  await shownAt(run, 'words');
  device.become(done);
  return run.ended;
}

describe('a backup', () => {
  it('ends with the wallet ID, and what the check proved', async () => {
    const device = newDevice();
    const run = start(device);
    expect(await backUp(device, run)).toBe('done');
    expect(run.lines().at(-1)).toEqual({
      event: 'result',
      outcome: 'completed',
      walletId: someWalletId,
      wordCount: 12,
      proof: { walletId: someWalletId, opened: 3, range: 8, unfinishedBefore: 0 },
    });
    expect(device.open.size).toBe(0);
  });

  it('warns of a simulator, an unknown maker and a firmware without the check', async () => {
    const device = newDevice();
    device.proof = 'unknown-issuer';
    device.capabilities = capabilitiesWithoutCheck;
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    expect(run.events().slice(0, 2)).toEqual(['unknown-maker', 'simulator']);
    expect(run.events()).toContain('not-checked');
    run.giveUp.abort();
    await run.ended;
  });

  it('says nothing of a simulator where there is none', async () => {
    const device = newDevice();
    device.proof = 'genuine';
    device.simulator = false;
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    expect(run.events()).not.toContain('simulator');
    expect(run.events()).not.toContain('unknown-maker');
    run.giveUp.abort();
    await run.ended;
  });

  it('asks nothing of a device that has a wallet', async () => {
    const device = newDevice();
    device.become({ ...done, outcome: 'none', ceremony: 0 });
    expect(await start(device).ended).toMatch(/^not-in-this-state/);
    expect(device.asked).not.toContain('create 12');
  });

  it.each(['refused', 'unsupported', 'bad-response'] as const)(
    'ends with the error of a device that answers "%s"',
    async (code) => {
      const device = newDevice();
      const run = start(device);
      await shownAt(run, 'idle');
      device.failure = code;
      expect(await run.ended).toMatch(new RegExp(`^${code}:`));
      expect(run.events()).not.toContain('lost');
    },
  );

  it.each([
    ['declined', 'notFinished'],
    ['stopped', 'notFinished'],
    ['wiped', 'notFinished'],
    ['fault', 'doNotUse'],
  ] as const)('that ends "%s" on the device exits with %s', async (outcome, exit) => {
    const device = newDevice();
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    device.become(creating('consent'));
    await shownAt(run, 'consent');
    device.become({ ...emptyStatus, ceremony: 1, outcome });
    expect(await run.ended).toBe(exit);
    expect(run.lines().at(-1)).toEqual({ event: 'result', outcome });
  });

  it('asks the device to stop when the program is ended, and lets go of it after that', async () => {
    const device = newDevice();
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    device.become(creating('choose-pin'));
    run.giveUp.abort();
    await run.ended;
    expect(device.asked).toContain('cancel');
    expect(device.open.size).toBe(0);
  });

  it('does not stop what somebody else is doing on the device', async () => {
    const device = newDevice();
    device.become({ ...done, activity: 'check', stage: 'enter-words', outcome: 'none' });
    const run = start(device);
    await shownAt(run, 'enter-words');
    run.giveUp.abort();
    await run.ended;
    expect(device.asked).not.toContain('cancel');
  });
});

describe('an unfinished backup', () => {
  async function resumed() {
    const device = newDevice();
    device.become(statusAt('unfinished'));
    const run = start(device);
    await shownAt(run, 'unfinished');
    device.become({ ...statusAt('words'), activity: 'resume' });
    await shownAt(run, 'words');
    return { device, run };
  }

  it('is finished, without another one being asked for', async () => {
    const { device, run } = await resumed();
    device.become(done);
    expect(await run.ended).toBe('done');
    expect(device.asked).not.toContain('create 12');
  });

  it('that is stopped leads back to its question, and ends there', async () => {
    const { device, run } = await resumed();
    device.become({ ...statusAt('unfinished'), outcome: 'stopped' });
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'stopped' });
  });

  it.each(['unfinished', 'fault'] as const)(
    'in which the device finds a fault in itself (then at "%s"): not to be used',
    async (stage) => {
      const { device, run } = await resumed();
      device.become({ ...statusAt(stage), activity: 'resume', outcome: 'fault' });
      expect(await run.ended).toBe('doNotUse');
    },
  );

  it('that is discarded ends so', async () => {
    const { device, run } = await resumed();
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'discarded' });
    expect(await run.ended).toBe('notFinished');
  });
});

describe('a device that cheats', () => {
  it('has nothing asked of it when its proof is false', async () => {
    const device = newDevice();
    device.proof = 'failed';
    expect(await refusalOf(start(device))).toContain("it couldn't prove what it is");
    expect(device.asked).not.toContain('create 12');
  });

  it('is refused when it fails the check, and asked to stop', async () => {
    const device = newDevice();
    const run = start(device);
    await toTheCheck(device);
    device.step({ kind: 'failed', failure: 'bad-commitment' });
    expect(await refusalOf(run)).toContain('it failed the entropy check: bad-commitment');
    expect(device.asked).toContain('cancel');
  });

  it.each([
    ['goes on to the PIN', creating('choose-pin')],
    ['has a wallet at once', done],
  ])('is refused when it %s without the check', async (_, status) => {
    const device = newDevice();
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    device.become(creating('consent'));
    await shownAt(run, 'consent');
    device.become(status);
    expect(await refusalOf(run)).toContain('it failed the entropy check: skipped');
    expect(device.asked).toContain('cancel');
  });

  it('is refused when the wallet that was backed up is not the one that was checked', async () => {
    const device = newDevice();
    const run = start(device);
    device.walletId = otherWallet;
    expect(await backUp(device, run)).toBe('doNotUse');
    expect(run.lines().at(-1)).toMatchObject({ event: 'alarm', reason: 'other-wallet-after-backup' });
    expect(run.events()).not.toContain('result');
  });
});

describe('a lost cable', () => {
  async function lost(computer = newComputer()) {
    const device = newDevice();
    const run = start(device, computer);
    await throughTheCheck(device, run);
    device.become(statusAt('words'));
    await shownAt(run, 'words');
    device.unplug();
    run.timer.advance(lostAfterMs);
    await run.said('lost');
    return { device, run };
  }

  it('leads back to where the device is', async () => {
    const { device, run } = await lost();
    device.plugIn();
    await run.reconnect();
    await run.said('back');
    device.become(done);
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ proof: { opened: 3 } });
  });

  it('passes over another device, says so once, and waits for the first', async () => {
    const { device, run } = await lost();
    const first = device.deviceId;
    device.deviceId = otherDevice;
    device.become(emptyStatus);
    device.plugIn();
    const before = device.asked.length;
    await run.reconnect();
    await run.said('other-device');
    expect(device.asked.slice(before)).not.toContain('create 12');
    for (let tries = 0; tries < 3; tries += 1) {
      run.timer.advance(searchIntervalMs);
      await run.reconnect();
    }
    expect(run.events().filter((event) => event === 'other-device')).toHaveLength(1);
    expect(run.events()).not.toContain('result');
    device.deviceId = first;
    device.become(done);
    await run.reconnect();
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ walletId: someWalletId, proof: { opened: 3 } });
  });

  it('is no way for a device that can no longer prove what it is', async () => {
    const { device, run } = await lost();
    device.proof = 'failed';
    device.plugIn();
    await run.reconnect();
    expect(await refusalOf(run)).toContain("it couldn't prove what it is");
  });

  it('is no way for a device with the same ID and another key', async () => {
    const { device, run } = await lost();
    device.publicKey = new Uint8Array(65).fill(7);
    device.plugIn();
    await run.reconnect();
    expect(await refusalOf(run)).toContain('its key is different');
  });

  it('is no way for another wallet', async () => {
    const { device, run } = await lost();
    device.walletId = otherWallet;
    device.become(done);
    device.plugIn();
    await run.reconnect();
    expect(await refusalOf(run)).toContain('other-wallet-after-backup');
  });
});

describe('what one computer knows from one run to the next', () => {
  it('warns of another wallet on a device whose wallet was checked', async () => {
    const computer = newComputer();
    const device = newDevice();
    await backUp(device, start(device, computer));
    device.walletId = otherWallet;
    device.become({ ...done, outcome: 'none', ceremony: 0 });
    expect(await refusalOf(start(device, computer))).toContain('--forget-wallet');
  });

  it('warns of a wallet that is gone, and asks nothing until the person agrees', async () => {
    const computer = newComputer();
    const device = newDevice();
    await backUp(device, start(device, computer));
    device.become({ ...emptyStatus, ceremony: 0 });
    const before = device.asked.length;
    const warned = start(device, computer);
    expect(await warned.ended).toBe('doNotUse');
    expect(warned.lines().at(-1)).toEqual({
      event: 'result',
      outcome: 'wallet-changed',
      before: someWalletId,
      now: 'empty',
    });
    expect(device.asked.slice(before)).not.toContain('create 12');
    const agreed = start(device, computer, true);
    await device.until(() => device.asked.slice(before).includes('create 12'));
    agreed.giveUp.abort();
    await agreed.ended;
  });

  it('refuses another key, and a device that can no longer be checked', async () => {
    const computer = newComputer();
    const device = newDevice();
    await backUp(device, start(device, computer));
    device.publicKey = new Uint8Array(65).fill(7);
    expect(await refusalOf(start(device, computer))).toContain('its key is different');
    device.publicKey = new Uint8Array(65);
    device.capabilities = capabilitiesWithoutCheck;
    expect(await refusalOf(start(device, computer))).toContain('no longer can');
  });

  it('counts the checks that led to no wallet, and says what they make of the next one', async () => {
    const computer = newComputer();
    const device = newDevice();
    const first = start(device, computer);
    await toTheCheck(device);
    device.step({ kind: 'unfinished', gap: 'stopped' });
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'stopped' });
    expect(await first.ended).toBe('notFinished');
    expect(first.events()).toContain('check-unfinished');
    device.become(emptyStatus);
    const again = newDevice();
    const second = start(again, computer);
    expect(await backUp(again, second)).toBe('done');
    expect(second.lines().at(-1)).toMatchObject({ proof: { unfinishedBefore: 1 } });
    expect(JSON.stringify(second.lines())).toContain('at most a 2-in-8 chance');
  });
});

describe('a device of a family that leads by itself', () => {
  it('says what it is, from the sentences of its family, and asks nothing of it', async () => {
    const device = newDevice();
    const run = start(device, newComputer(), false, [
      { family: lampFamily.family, about: () => 'This is a lamp.' },
    ]);
    expect(await run.ended).toMatch(/^unsupported/);
    expect(run.lines()).toContainEqual(
      expect.objectContaining({ event: 'other-family', text: 'This is a lamp.' }),
    );
    expect(device.asked.filter((asked) => asked.startsWith('create'))).toEqual([]);
  });
});
