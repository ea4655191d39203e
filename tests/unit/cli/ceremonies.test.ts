/** Every other ceremony of the terminal program over a scripted device: its ends, its questions, and what this computer remembers. */
import { describe, expect, it } from 'vitest';
import { errandFor, unfinishedBackup, type Errand } from '../../../src/cli/ceremony/errand.ts';
import { lingerMs } from '../../../src/cli/ceremony/run-ceremony.ts';
import { HostblindError } from '../../../src/protocol/errors.ts';
import type { Activity, Outcome, PublicState, Stage } from '../../../src/protocol/public-state.ts';
import { findWallet } from '../../../src/records/book.ts';
import { lostAfterMs } from '../../../src/session/reduce-lost.ts';
import type { ScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { emptyStatus, someWalletId, statusAt } from '../../fixtures/screens/screens.ts';
import {
  ableDevice,
  errandOfKind,
  newComputer,
  shownAt,
  startCeremony,
  type CeremonyRun,
  type RunOptions,
} from '../../fixtures/terminal/ceremony-run.ts';

const otherWallet = 'f'.repeat(32);
const otherDevice = '99'.repeat(16);
const open: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 12 };
const locked: PublicState = { ...open, locked: true, activity: 'unlock', stage: 'enter-pin' };

function during(activity: Activity, stage: Stage): Partial<PublicState> {
  return { activity, stage, outcome: 'none', ceremony: 1 };
}
function after(outcome: Outcome, wallet: PublicState['wallet'] = 'backed-up'): Partial<PublicState> {
  return { wallet, activity: 'none', stage: 'idle', outcome, ceremony: 1, locked: false };
}

function deviceWithWallet(status: Partial<PublicState> = {}): ScriptedDevice {
  const device = ableDevice();
  device.become({ ...open, ...status });
  return device;
}

type Plain = Parameters<typeof errandOfKind>[0];

/** Until the device asks on its glass. */
async function begun(device: ScriptedDevice, kind: Plain, options: RunOptions = {}): Promise<CeremonyRun> {
  const run = startCeremony(device, { errand: errandOfKind(kind), ...options });
  await device.until(() => device.asked.includes(kind));
  device.become(during(kind, 'consent'));
  await shownAt(run, 'consent');
  return run;
}

/** A whole ceremony that ends so. */
async function ended(
  device: ScriptedDevice,
  kind: Plain,
  outcome: Outcome,
  options: RunOptions = {},
): Promise<{ readonly run: CeremonyRun; readonly exit: string }> {
  const run = await begun(device, kind, options);
  device.become(after(outcome, kind === 'wipe' && outcome === 'completed' ? 'empty' : 'backed-up'));
  return { run, exit: await run.ended };
}

const textOf = (run: CeremonyRun): string => JSON.stringify(run.lines());

describe('a check of the paper', () => {
  it('that matches is noted, and says when', async () => {
    const computer = newComputer();
    const { run, exit } = await ended(deviceWithWallet(), 'check', 'match', { computer });
    expect(exit).toBe('done');
    expect(run.lines().at(-1)).toEqual({
      event: 'result',
      outcome: 'match',
      unfinished: false,
      checkedAt: '2026-11-24T10:00:00.000Z',
    });
    expect(findWallet(computer.records.view.book, someWalletId)?.checked).toBe('2026-11-24T10:00:00.000Z');
  });

  it('of the wrong paper is doubted from then on, in every ceremony, until one matches', async () => {
    const computer = newComputer();
    const device = deviceWithWallet();
    const failed = await ended(device, 'check', 'no-match', { computer });
    expect(failed.exit).toBe('notMatching');
    expect(findWallet(computer.records.view.book, someWalletId)?.doubted).toBeDefined();
    device.become(open);
    const later = await begun(deviceWithWallet(), 'reveal', { computer, confirmed: true });
    expect(later.lines()).toContainEqual(
      expect.objectContaining({
        event: 'wallet',
        backup: 'doubtful',
        text: expect.stringContaining('didn’t fit the wallet on this device') as string,
      }),
    );
    later.giveUp.abort();
    await later.ended;
    expect((await ended(deviceWithWallet(), 'check', 'match', { computer })).exit).toBe('done');
    const last = await begun(deviceWithWallet(), 'change-pin', { computer });
    expect(last.lines()).toContainEqual(
      expect.objectContaining({ event: 'wallet', backup: 'backed-up', checked: '2026-11-24T10:00:00.000Z' }),
    );
    last.giveUp.abort();
    await last.ended;
  });

  it('that can not be noted says so, after a moment', async () => {
    const device = deviceWithWallet();
    const run = await begun(device, 'check');
    device.signsWallet = () => undefined;
    device.become(after('match'));
    await device.until(() => device.asked.filter((asked) => asked === 'verify').length > 2);
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    run.timer.advance(lingerMs);
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toEqual({ event: 'result', outcome: 'match', unfinished: false });
  });
});

describe('what a person reads', () => {
  it('begins with what is known of the device and its wallet', async () => {
    const { run } = await ended(deviceWithWallet(), 'check', 'no-match', { human: true });
    expect(run.text()).toBe(`This is a simulator. Never send real money to its wallet.
device        Hostblind Simulator (Simulator)
wallet ID     3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486
backup        Backed up
last check    Never
Check backup? Have your paper ready and accept on the device. Nothing on it changes.
Your words don't match.
At least one word is wrong or out of order. Nothing on your device has changed.
Show the words on your device again and compare them with your paper. If they differ, write a new one. Then check again.
Show the words: hostblind reveal. Check again: hostblind check.
`);
  });

  it('is what the person should have seen before a device shows words', async () => {
    const { run } = await ended(deviceWithWallet(), 'reveal', 'completed', { human: true, confirmed: true });
    expect(run.text()).toContain("1. You've lost your device and your paper. Who can get your wallet back?");
    expect(run.text()).toContain("Right: it's a scam.");
  });
});

describe('an end on the device', () => {
  it.each([
    ['check', 'declined', 'notFinished'],
    ['check', 'stopped', 'notFinished'],
    ['check', 'cancelled', 'notFinished'],
    ['reveal', 'completed', 'done'],
    ['reveal', 'stopped', 'notFinished'],
    ['reveal', 'wiped', 'notFinished'],
    ['change-pin', 'completed', 'done'],
    ['change-pin', 'declined', 'notFinished'],
    ['addresses', 'completed', 'done'],
    ['addresses', 'stopped', 'notFinished'],
    ['seed-qr', 'completed', 'done'],
    ['seed-qr', 'unknown', 'notFinished'],
    ['wipe', 'completed', 'done'],
    ['wipe', 'declined', 'notFinished'],
    ['check', 'fault', 'doNotUse'],
  ] as const)('of %s: %s exits with %s, once', async (kind, outcome, exit) => {
    const device = deviceWithWallet();
    const told = await ended(device, kind, outcome, { confirmed: true });
    expect(told.exit).toBe(exit);
    expect(told.run.lines().at(-1)).toMatchObject({ event: 'result', outcome, unfinished: false });
    expect(device.asked.filter((asked) => asked === kind)).toHaveLength(1);
    expect(device.open.size).toBe(0);
  });

  it('that another program has caused is not said to be the person’s', async () => {
    const { run } = await ended(deviceWithWallet(), 'check', 'cancelled', { human: true });
    expect(run.text()).toContain('Cancelled.\nAnother program or window asked your device to stop.');
    expect(run.text()).not.toContain('as you asked');
  });

  it('of the request itself is told as the device refuses it', async () => {
    const device = deviceWithWallet();
    device.cannot = 'check';
    const run = startCeremony(device, { errand: errandOfKind('check') });
    expect(await run.ended).toMatch(/^unsupported:/);
    expect(device.asked.filter((asked) => asked === 'check')).toHaveLength(1);
  });
});

describe('where the device stands', () => {
  const renamed: Errand = errandFor({ kind: 'rename', name: 'Desk' });
  const restored: Errand = errandFor({ kind: 'restore', wordCount: 12 });

  it.each([
    ['a check, without a wallet', errandOfKind('check'), emptyStatus, 'This device has no wallet'],
    ['a name, without a wallet', renamed, emptyStatus, 'This device has no wallet'],
    ['a check, before the backup', errandOfKind('check'), statusAt('unfinished'), "isn't backed up yet"],
    ['a restore, before the backup', restored, statusAt('unfinished'), "isn't backed up yet"],
    ['a restore, with a wallet', restored, open, 'already has a wallet'],
    ['a restore, with a locked wallet', restored, locked, 'already has a wallet'],
    ['nothing to resume, empty', unfinishedBackup, emptyStatus, 'no unfinished backup'],
    ['nothing to resume, backed up', unfinishedBackup, open, 'no unfinished backup'],
  ])('does not fit %s: said, and nothing is asked', async (_, errand, status, why) => {
    const device = ableDevice();
    device.become(status);
    const end = await startCeremony(device, { errand }).ended;
    expect(end).toMatch(/^not-in-this-state: /);
    expect(end).toContain(why);
    expect(device.asked.filter((asked) => /^(check|rename|restore|create|cancel)/.test(asked))).toEqual([]);
  });

  it('is waited for while it is locked, and the person told', async () => {
    const device = deviceWithWallet(locked);
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'enter-pin');
    expect(run.lines()).toContainEqual(expect.objectContaining({ event: 'state', stage: 'enter-pin' }));
    expect(device.asked).not.toContain('check');
    device.become({ ...open, outcome: 'completed' });
    await device.until(() => device.asked.includes('check'));
    run.giveUp.abort();
    await run.ended;
  });

  it('ends it where three wrong PINs have emptied it', async () => {
    const device = deviceWithWallet(locked);
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'enter-pin');
    device.become({ ...emptyStatus, outcome: 'wiped' });
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'wiped' });
  });

  it.each([errandOfKind('addresses'), errandFor({ kind: 'identify', wordCount: 12 })])(
    'is asked for no addresses where it has none',
    async (errand) => {
      const device = errand.needs === 'wallet' ? deviceWithWallet() : ableDevice();
      device.capabilities = device.capabilities.filter((name) => name !== 'addresses');
      expect(await startCeremony(device, { errand }).ended).toMatch(/^unsupported:/);
      expect(device.asked.filter((asked) => /^(?:addresses|identify)/.test(asked))).toEqual([]);
    },
  );

  it('is empty before and after it has shown which wallet a paper is', async () => {
    const device = ableDevice();
    const run = startCeremony(device, { errand: errandFor({ kind: 'identify', wordCount: 12 }) });
    await device.until(() => device.asked.some((asked) => asked.startsWith('identify')));
    device.become({ ...emptyStatus, activity: 'identify', stage: 'addresses', ceremony: 1 });
    await shownAt(run, 'addresses');
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'completed' });
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ event: 'result', outcome: 'completed', unfinished: false });
    expect(run.lines()).toContainEqual(expect.objectContaining({ event: 'before' }));
  });

  it('is not asked for what its firmware can not do', async () => {
    const device = deviceWithWallet();
    device.capabilities = device.capabilities.filter((name) => name !== 'seed-qr');
    expect(await startCeremony(device, { errand: errandOfKind('seed-qr') }).ended).toMatch(/^unsupported:/);
    expect(device.asked).not.toContain('seed-qr');
  });

  it('resumes an unfinished backup, and says when it is stopped', async () => {
    const device = ableDevice();
    device.become(statusAt('unfinished'));
    const run = startCeremony(device, { errand: unfinishedBackup });
    await shownAt(run, 'unfinished');
    device.become({ ...statusAt('words'), activity: 'resume' });
    await shownAt(run, 'words');
    device.become({ ...statusAt('unfinished'), outcome: 'stopped' });
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'stopped', unfinished: true });
  });

  it('resumes it to its end', async () => {
    const device = ableDevice();
    device.become(statusAt('unfinished'));
    const run = startCeremony(device, { errand: unfinishedBackup });
    await shownAt(run, 'unfinished');
    device.become({ ...statusAt('words'), activity: 'resume' });
    await shownAt(run, 'words');
    device.become(after('completed'));
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'completed', walletId: someWalletId });
  });
});

describe('what is asked here first', () => {
  it.each([
    ['reveal', 'Show your words on the device?', 'hang up|No one can'],
    ['wipe', 'Wipe this device?', 'permanently lost'],
  ] as const)('before %s, and only yes leads on', async (kind, question, advice) => {
    for (const answer of ['no', 'none'] as const) {
      const device = deviceWithWallet();
      const run = startCeremony(device, { errand: errandOfKind(kind), asks: true });
      expect(await run.person.questioned()).toContain(question);
      expect(textOf(run)).toMatch(new RegExp(advice, 'i'));
      expect(device.asked).not.toContain(kind);
      run.person.answer(answer);
      expect(await run.ended).toBe('notFinished');
      expect(run.lines().at(-1)).toMatchObject({ outcome: 'left' });
      expect(device.asked).not.toContain(kind);
    }
    const device = deviceWithWallet();
    const run = startCeremony(device, { errand: errandOfKind(kind), asks: true });
    await run.person.questioned();
    run.person.answer('yes');
    await device.until(() => device.asked.includes(kind));
    expect(run.person.asked).toHaveLength(1);
    run.giveUp.abort();
    await run.ended;
  });

  it('is not asked again of who has confirmed; what is at stake is still said', async () => {
    const device = deviceWithWallet();
    const run = await begun(device, 'wipe', { asks: true, confirmed: true });
    expect(run.person.asked).toEqual([]);
    expect(textOf(run)).toContain('permanently lost');
    run.giveUp.abort();
    await run.ended;
  });

  it.each(['check', 'change-pin', 'seed-qr', 'backup-file'] as const)(
    'is nothing before %s: the device asks',
    async (kind) => {
      const run = await begun(deviceWithWallet(), kind, { asks: true });
      expect(run.person.asked).toEqual([]);
      run.giveUp.abort();
      await run.ended;
    },
  );

  it('goes with the cable: the question is taken back, and comes again', async () => {
    const device = deviceWithWallet();
    const run = startCeremony(device, { errand: errandOfKind('wipe'), asks: true });
    await run.person.questioned();
    device.unplug();
    run.timer.advance(lostAfterMs);
    await run.said('lost');
    expect(run.person.withdrawn).toBe(1);
    device.plugIn();
    await run.reconnect();
    await run.person.questioned();
    run.person.answer('yes');
    await device.until(() => device.asked.includes('wipe'));
    run.giveUp.abort();
    await run.ended;
  });

  it('Ctrl-C at the question asks nothing of the device', async () => {
    const device = deviceWithWallet();
    const run = startCeremony(device, { errand: errandOfKind('wipe'), asks: true });
    await run.person.questioned();
    run.giveUp.abort();
    expect(await run.ended).toMatch(/^aborted/);
    expect(run.lines().at(-1)).toMatchObject({ text: expect.stringContaining('left as it is') as string });
    expect(run.person.withdrawn).toBe(1);
    expect(device.asked).not.toContain('wipe');
    expect(device.asked).not.toContain('cancel');
  });

  it('whether the person knows a device that nobody vouches for', async () => {
    const stranger = (): ScriptedDevice => {
      const device = deviceWithWallet();
      device.proof = 'unknown-issuer';
      return device;
    };
    const no = startCeremony(stranger(), { errand: errandOfKind('check'), asks: true });
    expect(await no.person.questioned()).toContain('Do you know this device?');
    expect(no.events()).toContain('unknown-maker');
    no.person.answer('none');
    expect(await no.ended).toBe('notFinished');
    const device = stranger();
    const yes = startCeremony(device, { errand: errandOfKind('check'), asks: true });
    await yes.person.questioned();
    yes.person.answer('yes');
    await device.until(() => device.asked.includes('check'));
    expect(yes.events().filter((event) => event === 'unknown-maker')).toHaveLength(1);
    yes.giveUp.abort();
    await yes.ended;
  });
});

describe('a restore', () => {
  async function restored(kind: 'restore' | 'restore-file', options: RunOptions = {}) {
    const device = ableDevice();
    const errand = errandFor(
      kind === 'restore' ? { kind, wordCount: 12 } : { kind, file: new Uint8Array(124) },
    );
    const run = startCeremony(device, { errand, ...options });
    await device.until(() => device.asked.some((asked) => asked.startsWith(kind)));
    device.become(during(kind, 'enter-words'));
    await shownAt(run, 'enter-words');
    device.become(after('completed'));
    return { device, run };
  }

  it.each([
    ['yes', 'done', 'same'],
    ['no', 'notMatching', 'different'],
    ['none', 'done', 'none'],
  ] as const)('asks for the form: %s', async (answer, exit, compared) => {
    const computer = newComputer();
    const { run } = await restored('restore', { asks: true, computer });
    expect(await run.person.questioned()).toContain('Is the ID on your form the same?');
    expect(run.lines()).toContainEqual(
      expect.objectContaining({ event: 'restored', walletId: someWalletId }),
    );
    run.person.answer(answer);
    expect(await run.ended).toBe(exit);
    expect(run.lines().at(-1)).toMatchObject({
      outcome: 'completed',
      restored: 'words',
      walletId: someWalletId,
      compared,
    });
    const { checked, doubted } = findWallet(computer.records.view.book, someWalletId) ?? {};
    expect([checked !== undefined, doubted !== undefined]).toEqual([answer === 'yes', answer === 'no']);
  });

  it.each(['restore', 'restore-file'] as const)(
    'by %s leaves its ID to compare where nobody is asked',
    async (kind) => {
      const { run } = await restored(kind);
      expect(await run.ended).toBe('done');
      expect(run.lines().at(-1)).toMatchObject({
        restored: kind === 'restore' ? 'words' : 'file',
        compared: 'not-asked',
      });
    },
  );

  it.each(['yes', 'no', 'none', undefined] as const)(
    'is never called backed up (answer: %s), and its ID stands in groups',
    async (answer) => {
      const { run } = await restored('restore', { human: true, asks: answer !== undefined });
      if (answer !== undefined) {
        await run.person.questioned();
        run.person.answer(answer);
      }
      await run.ended;
      expect(run.text()).toContain(answer === 'no' ? "This isn't the wallet on your form." : 'Restored.');
      expect(run.text()).not.toMatch(/backed up/i);
      expect(run.text()).toContain('wallet ID     3f9a 0c52 b7e1 4d68 a1c0 7be9 5d2f 4486');
      expect(run.text()).toContain('This wallet is in a simulator. Never send real money to it.');
    },
  );

  it('of a wallet that this computer knows asks nothing', async () => {
    const computer = newComputer();
    await ended(deviceWithWallet(), 'check', 'match', { computer });
    await ended(deviceWithWallet(), 'wipe', 'completed', { computer, confirmed: true });
    const { run } = await restored('restore', { computer, asks: true });
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ compared: 'same' });
    expect(run.person.asked).toEqual([]);
  });

  it.each(['declined', 'stopped', 'wrong-code', 'no-match'] as const)(
    'that ends "%s" leaves the device empty, and says so',
    async (outcome) => {
      const device = ableDevice();
      const errand = errandFor({ kind: 'restore-file', file: new Uint8Array(124) });
      const run = startCeremony(device, { errand });
      await device.until(() => device.asked.includes('restore-file'));
      device.become(during('restore-file', 'enter-words'));
      await shownAt(run, 'enter-words');
      device.become(after(outcome, 'empty'));
      expect(await run.ended).toBe(
        outcome === 'wrong-code' || outcome === 'no-match' ? 'notMatching' : 'notFinished',
      );
      expect(run.lines().at(-1)).toMatchObject({ outcome });
    },
  );
});

describe('a backup file', () => {
  function saving(fails: () => boolean) {
    const files: Uint8Array[] = [];
    return {
      files,
      options: {
        saved: { path: 'a.hbbackup', problem: () => (fails() ? 'the disk is full' : undefined) },
        async saveFile(file: Uint8Array) {
          await Promise.resolve();
          if (fails()) throw new HostblindError('app-fault');
          files.push(file);
        },
      },
    };
  }

  it('is saved once it is released, and its place is said', async () => {
    const { files, options } = saving(() => false);
    const { run, exit } = await ended(deviceWithWallet(), 'backup-file', 'completed', options);
    expect(exit).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'completed', file: 'a.hbbackup' });
    expect(files).toHaveLength(1);
  });

  it('that can not be saved is no success, and says why', async () => {
    const { options } = saving(() => true);
    const { run, exit } = await ended(deviceWithWallet(), 'backup-file', 'completed', options);
    expect(exit).toBe('badFile');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'not-saved', problem: 'the disk is full' });
  });

  it('is saved again where there is room now, as often as the person says so', async () => {
    let full = true;
    const { files, options } = saving(() => full);
    const run = await begun(deviceWithWallet(), 'backup-file', { ...options, asks: true });
    expect(run.person.asked).toEqual([]);
    run.session.dispatch({ kind: 'status', status: { ...open, ...after('completed') } });
    expect(await run.person.questioned()).toContain('Try to save it again?');
    run.person.answer('yes');
    await run.person.questioned();
    full = false;
    run.person.answer('yes');
    expect(await run.ended).toBe('done');
    expect(files).toHaveLength(1);
  });

  it('is given up where the person says so', async () => {
    const { options } = saving(() => true);
    const run = await begun(deviceWithWallet(), 'backup-file', { ...options, asks: true });
    run.session.dispatch({ kind: 'status', status: { ...open, ...after('completed') } });
    await run.person.questioned();
    run.person.answer('no');
    expect(await run.ended).toBe('badFile');
  });

  /** The cable is out as soon as the file is released. */
  async function cutAtTheRelease(files: ReturnType<typeof saving>) {
    const device = deviceWithWallet();
    const run = await begun(device, 'backup-file', files.options);
    const { session } = run;
    const stop = session.subscribe(() => {
      const { state } = session;
      if (state.kind !== 'connected' || state.session.task.kind !== 'ended') return;
      stop();
      device.unplug();
    });
    device.become(after('completed'));
    await device.until(() => device.open.size === 0);
    run.timer.advance(lostAfterMs);
    await run.said('lost');
    return { device, run };
  }

  it('is fetched again after the cable was out at the worst moment', async () => {
    const files = saving(() => false);
    const { device, run } = await cutAtTheRelease(files);
    expect(files.files).toHaveLength(0);
    device.plugIn();
    await run.reconnect();
    expect(await run.ended).toBe('done');
    expect(files.files).toHaveLength(1);
  });

  it('is gone when the device was switched off at the worst moment, and that is said', async () => {
    const files = saving(() => false);
    const { device, run } = await cutAtTheRelease(files);
    device.plugIn();
    device.become({ ...locked, ceremony: 0, outcome: 'none' });
    await run.reconnect();
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'cut-short', what: 'backup-file' });
    expect(files.files).toHaveLength(0);
  });

  it('of another wallet is not even shown to the device', async () => {
    const device = deviceWithWallet();
    const errand = errandFor({ kind: 'check-file', file: new Uint8Array(124) }, otherWallet);
    const run = startCeremony(device, { errand });
    expect(await run.ended).toBe('notMatching');
    expect(run.lines().at(-1)).toMatchObject({
      outcome: 'other-wallet',
      onDevice: someWalletId,
      inFile: otherWallet,
    });
    expect(device.asked).not.toContain('check-file');
  });

  it.each([
    ['match', 'done'],
    ['wrong-code', 'notMatching'],
    ['no-match', 'notMatching'],
    ['other-wallet', 'notMatching'],
  ] as const)('that is checked: %s', async (outcome, exit) => {
    const device = deviceWithWallet();
    const errand = errandFor({ kind: 'check-file', file: new Uint8Array(124) }, someWalletId);
    const run = startCeremony(device, { errand });
    await device.until(() => device.asked.includes('check-file'));
    device.become(during('check-file', 'enter-words'));
    await shownAt(run, 'enter-words');
    device.become(after(outcome));
    expect(await run.ended).toBe(exit);
    expect(run.lines().at(-1)).toEqual({ event: 'result', outcome, unfinished: false });
  });
});

describe('a name', () => {
  it('is given, and what the device then says is waited for', async () => {
    const device = deviceWithWallet();
    const run = startCeremony(device, { errand: errandFor({ kind: 'rename', name: 'Desk' }) });
    await device.until(() => device.asked.includes('rename'));
    device.become(during('rename', 'consent'));
    await shownAt(run, 'consent');
    const before = device.asked.filter((asked) => asked === 'name').length;
    device.become(after('completed'));
    await device.until(() => device.asked.filter((asked) => asked === 'name').length > before);
    await run.reconnect();
    expect(await run.ended).toBe('done');
  });
});

describe('another language', () => {
  const german = errandFor({ kind: 'language', tag: 'de' });

  it.each([
    ['a wallet', open],
    ['no wallet', emptyStatus],
  ])('is asked for with %s, and what the person chose is said', async (_, status) => {
    for (const [outcome, exit] of [
      ['completed', 'done'],
      ['declined', 'notFinished'],
    ] as const) {
      const device = ableDevice();
      device.become(status);
      const run = startCeremony(device, { errand: german, human: true });
      await device.until(() => device.asked.includes('language'));
      device.become(during('language', 'consent'));
      await shownAt(run, 'consent');
      device.become(after(outcome, status.wallet));
      expect(await run.ended).toBe(exit);
      expect(run.text()).toContain(
        outcome === 'completed' ? 'Your device has a new language.' : "Its language hasn't changed.",
      );
    }
  });

  it.each([
    ['it speaks already', 'en', 'done', 'already', 'Your device speaks English already.'],
    ['it doesn’t know', 'it', 'notNow', 'unsupported', 'It speaks: English, German'],
  ])('that %s is never asked for: said, and the exit is its own', async (_, tag, exit, outcome, said) => {
    const device = deviceWithWallet();
    const errand = errandFor({ kind: 'language', tag });
    const run = startCeremony(device, { errand });
    expect(await run.ended).toBe(exit);
    expect(run.lines().at(-1)).toMatchObject({ event: 'result', outcome, speaks: 'en' });
    const read = startCeremony(device, { errand, human: true });
    await read.ended;
    expect(read.text()).toContain(said);
    expect(device.asked).not.toContain('language');
  });

  it('ends where the device can’t say which it speaks', async () => {
    const device = deviceWithWallet();
    device.cannot = 'languages';
    const run = startCeremony(device, { errand: german });
    await device.until(() => device.asked.includes('languages'));
    await run.reconnect();
    expect(await run.ended).toBe('notNow');
    expect(device.asked).not.toContain('language');
  });

  it('is refused by a device that has one alone', async () => {
    const device = deviceWithWallet();
    device.capabilities = device.capabilities.filter((capability) => capability !== 'language');
    expect(await startCeremony(device, { errand: german }).ended).toMatch(/^unsupported:/);
    expect(device.asked.filter((asked) => asked.startsWith('language'))).toEqual([]);
  });

  it('waits for nothing beside a backup that isn’t finished', async () => {
    const device = deviceWithWallet(statusAt('unfinished'));
    const end = await startCeremony(device, { errand: german }).ended;
    expect(end).toMatch(/^not-in-this-state: /);
  });
});

describe('a lost cable', () => {
  async function lostIn(kind: Plain, options: RunOptions = {}) {
    const device = deviceWithWallet();
    const run = await begun(device, kind, { confirmed: true, ...options });
    device.become(during(kind, kind === 'wipe' ? 'wipe' : 'enter-words'));
    await shownAt(run, kind === 'wipe' ? 'wipe' : 'enter-words');
    device.unplug();
    run.timer.advance(lostAfterMs);
    await run.said('lost');
    return { device, run };
  }

  it('leads back to where the device is, and to the end of the ceremony', async () => {
    const { device, run } = await lostIn('check');
    device.plugIn();
    await run.reconnect();
    await run.said('back');
    device.become(after('match'));
    await run.reconnect();
    expect(await run.ended).toBe('done');
    expect(device.asked.filter((asked) => asked === 'check')).toHaveLength(1);
  });

  it.each(['check', 'reveal', 'change-pin', 'wipe', 'seed-qr'] as const)(
    'that was a power cut ends %s, says what became of it, and asks nothing again',
    async (kind) => {
      const { device, run } = await lostIn(kind);
      device.plugIn();
      device.become({ ...locked, ceremony: 0, outcome: 'none' });
      await run.reconnect();
      expect(await run.ended).toBe('notFinished');
      expect(run.lines().at(-1)).toEqual({ event: 'result', outcome: 'cut-short', what: kind });
      // What the device asks now is for nobody here to follow.
      expect(run.lines().at(-2)).toMatchObject({ event: 'back' });
      expect(device.asked.filter((asked) => asked === kind)).toHaveLength(1);
    },
  );

  it('in which the wallet was wiped as asked ends well', async () => {
    const { device, run } = await lostIn('wipe');
    device.plugIn();
    device.become({ ...emptyStatus, ceremony: 0 });
    await run.reconnect();
    expect(await run.ended).toBe('done');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'completed' });
  });

  it('in which it ended, and another ceremony came, claims nothing', async () => {
    const { device, run } = await lostIn('check');
    device.plugIn();
    device.become({ ...open, outcome: 'match', ceremony: 5 });
    await run.reconnect();
    expect(await run.ended).toBe('notFinished');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'unknown' });
  });

  it('is no way for another wallet', async () => {
    const computer = newComputer();
    await ended(deviceWithWallet(), 'check', 'match', { computer });
    const { device, run } = await lostIn('reveal', { computer });
    device.walletId = otherWallet;
    device.plugIn();
    device.become({ ...open, outcome: 'none', ceremony: 7 });
    await run.reconnect();
    expect(await run.ended).toBe('doNotUse');
    expect(run.lines().at(-1)).toMatchObject({ outcome: 'wallet-changed', before: someWalletId });
  });

  it('passes over another device, and waits for the first', async () => {
    const { device, run } = await lostIn('check');
    const first = device.deviceId;
    device.deviceId = otherDevice;
    device.become({ ...open, ceremony: 0 });
    device.plugIn();
    await run.reconnect();
    await run.said('other-device');
    expect(device.asked.filter((asked) => asked === 'check')).toHaveLength(1);
    device.deviceId = first;
    device.become({ ...open, ...after('match') });
    await run.reconnect();
    expect(run.events().filter((event) => event === 'other-device')).toHaveLength(1);
    run.giveUp.abort();
    await run.ended;
  });

  it('Ctrl-C while it is out says that the device can not be asked', async () => {
    const { device, run } = await lostIn('reveal');
    run.giveUp.abort();
    await run.ended;
    expect(run.lines().at(-1)).toMatchObject({ text: expect.stringContaining("isn't connected") as string });
    expect(device.asked).not.toContain('cancel');
  });
});

describe('Ctrl-C', () => {
  it('stops the ceremony that was asked for here', async () => {
    const device = deviceWithWallet();
    const run = await begun(device, 'reveal', { confirmed: true });
    run.giveUp.abort();
    expect(await run.ended).toMatch(/^aborted/);
    expect(run.lines().at(-1)).toMatchObject({
      text: expect.stringContaining('Asking your device') as string,
    });
    expect(device.asked).toContain('cancel');
    expect(device.open.size).toBe(0);
  });

  it('leaves alone a device that waits for its PIN', async () => {
    const device = deviceWithWallet(locked);
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'enter-pin');
    run.giveUp.abort();
    await run.ended;
    expect(device.asked).not.toContain('cancel');
  });
});

describe('two hosts', () => {
  it('waits for what another one has begun, says so once, and then asks', async () => {
    const device = deviceWithWallet(during('change-pin', 'choose-pin'));
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'choose-pin');
    device.become(during('change-pin', 'repeat-pin'));
    await shownAt(run, 'repeat-pin');
    expect(run.events().filter((event) => event === 'busy')).toHaveLength(1);
    expect(device.asked).not.toContain('check');
    device.become(after('completed'));
    await device.until(() => device.asked.includes('check'));
    run.giveUp.abort();
    await run.ended;
  });

  it('sends a person to the device for what another program asks, and goes on after it', async () => {
    const device = deviceWithWallet(during('app', 'consent'));
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'consent');
    expect(run.events()).toContain('asked');
    expect(run.events()).not.toContain('busy');
    device.become(after('declined'));
    await device.until(() => device.asked.includes('check'));
    run.giveUp.abort();
    await run.ended;
  });

  it('does not take a check of another host for its own, and does not stop it', async () => {
    const device = deviceWithWallet(during('check', 'enter-words'));
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await shownAt(run, 'enter-words');
    expect(run.events()).toContain('busy');
    run.giveUp.abort();
    await run.ended;
    expect(device.asked).not.toContain('cancel');
  });

  it('a request that the device had no time for is not lost, nor stops what runs', async () => {
    const device = deviceWithWallet();
    const run = startCeremony(device, { errand: errandOfKind('check') });
    await device.until(() => device.asked.includes('check'));
    device.become(during('rename', 'consent'));
    await shownAt(run, 'consent');
    device.become(after('declined'));
    await run.reconnect();
    device.become({ ...during('check', 'enter-words'), ceremony: 2 });
    await shownAt(run, 'enter-words');
    device.become({ ...after('match'), ceremony: 2 });
    await run.reconnect();
    expect(await run.ended).toBe('done');
  });
});

describe('a device that must not be used', () => {
  it.each(['check', 'wipe'] as const)('is not asked to %s with a false proof', async (kind) => {
    const device = deviceWithWallet();
    device.proof = 'failed';
    const run = startCeremony(device, { errand: errandOfKind(kind), confirmed: true });
    expect(await run.ended).toBe('doNotUse');
    expect(run.lines().at(-1)).toMatchObject({ event: 'alarm', reason: 'attestation' });
    expect(device.asked).not.toContain(kind);
  });

  it('has another key than at the first meeting', async () => {
    const computer = newComputer();
    await ended(deviceWithWallet(), 'check', 'match', { computer });
    const device = deviceWithWallet();
    device.publicKey = new Uint8Array(65).fill(7);
    const run = startCeremony(device, { errand: errandOfKind('check'), computer });
    expect(await run.ended).toBe('doNotUse');
    expect(device.asked).not.toContain('check');
  });

  it('does not sign the wallet that it names', async () => {
    const device = deviceWithWallet();
    device.signsWallet = () => otherWallet;
    const run = startCeremony(device, { errand: errandOfKind('check') });
    expect(await run.ended).toBe('doNotUse');
    expect(run.lines().at(-1)).toMatchObject({ reason: 'wallet-unsigned' });
  });

  it('has another wallet; who knows why is not stopped for good', async () => {
    const computer = newComputer();
    await ended(deviceWithWallet(), 'check', 'match', { computer });
    const device = deviceWithWallet();
    device.walletId = otherWallet;
    const warned = startCeremony(device, { errand: errandOfKind('check'), computer });
    expect(await warned.ended).toBe('doNotUse');
    expect(warned.lines().at(-1)).toEqual({
      event: 'result',
      outcome: 'wallet-changed',
      before: someWalletId,
      now: { walletId: otherWallet },
    });
    expect(device.asked).not.toContain('check');
    const agreed = startCeremony(device, { errand: errandOfKind('check'), computer, forgetWallet: true });
    await device.until(() => device.asked.includes('check'));
    agreed.giveUp.abort();
    await agreed.ended;
  });
});
