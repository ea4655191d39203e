/** `hostblind create` over a scripted device: what it refuses, what it warns of, and what it remembers. */
import { describe, expect, it } from 'vitest';
import { newWallet } from '../../../src/cli/ceremony/errand.ts';
import { searchIntervalMs } from '../../../src/cli/ceremony/run-ceremony.ts';
import type { SaidFamily } from '../../../src/cli/families.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import { lostAfterMs } from '../../../src/session/reduce-lost.ts';
import type { ScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { lampFamily } from '../../fixtures/families/lamp-family.ts';
import {
  ableDevice as newDevice,
  newComputer,
  shownAt,
  startCeremony,
  type CeremonyRun as Run,
} from '../../fixtures/terminal/ceremony-run.ts';
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

function start(
  device: ScriptedDevice,
  computer = newComputer(),
  forgetWallet = false,
  families: readonly SaidFamily[] = [],
  dice = false,
): Run {
  const errand = newWallet({ kind: 'create', wordCount: 12, dice, range: 8 });
  return startCeremony(device, { computer, forgetWallet, families, errand });
}

/** What is said of a device that must not be used, which ends the command. */
async function refusalOf(run: Run): Promise<unknown> {
  expect(await run.ended).toBe('doNotUse');
  const last = run.lines().at(-1);
  expect(last?.['event']).toBe('alarm');
  return last?.['message'];
}

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

  it.each([
    ['self-built', 'self-built', 'no maker vouches for it'],
    ['none', 'cannot-prove', "can't prove what it is"],
  ] as const)('says once of a device with the proof "%s" what that means', async (proof, event, text) => {
    const device = newDevice();
    if (proof === 'none') device.capabilities = device.capabilities.filter((name) => name !== 'attest');
    else device.proof = proof;
    device.kind = 'self-built';
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    expect(run.events().filter((each) => each === event)).toEqual([event]);
    expect(JSON.stringify(run.lines())).toContain(text);
    // Nothing calls for a proof that the device can't give.
    expect(device.asked.includes('verify')).toBe(proof !== 'none');
    run.giveUp.abort();
    await run.ended;
  });

  it('says of a link for simulators what is known', async () => {
    const device = newDevice('simulator-process');
    Object.assign(device, { proof: 'genuine', kind: 'maker' });
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    expect(run.events()).toContain('simulator-link');
    expect(run.events()).not.toContain('simulator');
    run.giveUp.abort();
    await run.ended;
  });

  it.each([
    ['no new wallet', 'create', false],
    ['no dice', 'entropy-check', true],
  ] as const)('asks nothing of a device that has %s', async (_name, lacks, dice) => {
    const device = newDevice();
    device.capabilities = device.capabilities.filter((name) => name !== lacks);
    const run = start(device, undefined, false, [], dice);
    expect(await run.ended).toMatch(/^unsupported:/);
    expect(device.asked).not.toContain('create 12');
  });

  it('says nothing of a simulator where there is none', async () => {
    const device = newDevice();
    device.proof = 'genuine';
    device.kind = 'maker';
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
    expect(run.lines().at(-1)).toEqual({ event: 'result', outcome, unfinished: false });
  });

  it('asks nothing of a device that has found a fault in itself before', async () => {
    const device = newDevice();
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'fault' });
    const run = start(device);
    expect(await run.ended).toBe('doNotUse');
    expect(run.lines().at(-1)).toMatchObject({ event: 'result', outcome: 'fault' });
    expect(device.asked).not.toContain('create 12');
  });

  it('is asked for once: a device that starts again without it ends the command', async () => {
    const device = newDevice();
    device.capabilities = capabilitiesWithoutCheck;
    const run = start(device);
    await device.until(() => device.asked.includes('create 12'));
    device.become(creating('consent'));
    await shownAt(run, 'consent');
    device.become({ ...emptyStatus, ceremony: 0, outcome: 'none' });
    expect(await run.ended).toBe('notFinished');
    expect(device.asked.filter((asked) => asked === 'create 12')).toHaveLength(1);
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

  it('whose check was answered too late is stopped on the device, and ends', async () => {
    const device = newDevice();
    const run = start(device);
    await toTheCheck(device);
    device.step({ kind: 'unfinished', gap: 'timeout' });
    await run.said('check-unfinished');
    device.unplug();
    device.plugIn();
    await run.reconnect();
    await device.until(() => device.asked.includes('cancel'));
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'cancelled' });
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'cancelled', unfinished: false });
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
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'stopped', unfinished: true });
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

  it('forgets the wallet of a device that the person has reset, and meets it again', async () => {
    const computer = newComputer();
    const device = newDevice();
    await backUp(device, start(device, computer));
    device.walletId = otherWallet;
    device.become({ ...done, outcome: 'none', ceremony: 0 });
    const agreed = start(device, computer, true);
    expect(await agreed.ended).toMatch(/^not-in-this-state: This device already has a wallet/);
    expect(agreed.events()).not.toContain('alarm');
    expect(agreed.events()).not.toContain('back');
    expect(await start(device, computer).ended).toMatch(/^not-in-this-state/);
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
