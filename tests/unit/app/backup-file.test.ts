/** The backup file in the app's own states: made, saved, checked, restored from. */
import { describe, expect, it } from 'vitest';
import type { AppEffect, AppEvent, AppState, Page } from '../../../src/app/pages/pages.ts';
import { newWalletPage } from '../../../src/app/pages/pages.ts';
import { createApp } from '../../../src/app/pages/create-app.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { noticeFor } from '../../../src/app/notices.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { offersCopies } from '../../../src/session/offers.ts';
import type { DeviceFacts, Task } from '../../../src/session/state.ts';
import { isStoppable } from '../../../src/session/progress.ts';
import { HostblindError } from '../../../src/protocol/errors.ts';
import type { Activity, Outcome, PublicState, Stage } from '../../../src/protocol/public-state.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import {
  chosenFile,
  emptyStatus,
  knownWallet,
  onDevice,
  sessionWith,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';
import { asksOf } from '../../fixtures/screens/effects.ts';

const there: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 24, ceremony: 1 };
const older: DeviceFacts = { ...usbDevice, capabilities: ['create', 'check', 'restore'] };

function from(task: Task, device = usbDevice, status = there): AppState {
  return onDevice({ kind: 'connected', session: sessionWith(task, { device, status }) });
}

function fromLengths(device = usbDevice): AppState {
  return { ...from({ kind: 'empty' }, device, emptyStatus), page: newWalletPage };
}

function walk(state: AppState, ...events: readonly AppEvent[]) {
  let effects: readonly AppEffect[] = [];
  for (const event of events) [state, effects] = reduceApp(state, event);
  const session = state.session.kind === 'connected' ? state.session.session : undefined;
  const task: Task | Page | undefined = state.page.kind === 'device' ? session?.task : state.page;
  return { state, effects: asksOf(effects), task, session };
}

const wallet: Task = { kind: 'backed-up', wallet: knownWallet };
const toCopies: readonly AppEvent[] = [{ kind: 'open-settings' }, { kind: 'open-page', page: 'copies' }];
const toCheck: readonly AppEvent[] = [...toCopies, { kind: 'open-page', page: 'check-file' }];

const running = (activity: Activity, stage: Stage): AppEvent => ({
  kind: 'status',
  status: { ...statusAt(stage), wallet: 'backed-up', activity, ceremony: 2 },
});
const over = (outcome: Outcome): AppEvent => ({
  kind: 'status',
  status: { ...there, outcome, ceremony: 2 },
});

describe('copies', () => {
  it('are offered where the firmware can make a file, and lead back page by page', () => {
    expect(offersCopies(usbDevice)).toBe(true);
    expect(offersCopies(older)).toBe(false);
    expect(walk(from(wallet, older), ...toCopies).task).toMatchObject({ kind: 'settings', page: 'menu' });
    expect(walk(from(wallet), ...toCheck, { kind: 'back' }).task).toMatchObject({ page: 'copies' });
    expect(walk(from(wallet), ...toCheck, { kind: 'back' }, { kind: 'back' }).task).toMatchObject({
      page: 'menu',
    });
  });

  it('ask for a new file from their own page alone', () => {
    const ask: AppEvent = { kind: 'ask', ceremony: 'backup-file' };
    expect(walk(from(wallet), ...toCopies, ask).effects).toEqual([
      { kind: 'begin', request: { kind: 'backup-file' } },
    ]);
    expect(walk(from(wallet), ...toCheck, ask).effects).toEqual([]);
    expect(walk(from(wallet), { kind: 'open-settings' }, ask).effects).toEqual([]);
  });
});

describe('checking a file', () => {
  const ask: AppEvent = { kind: 'ask', ceremony: 'check-file' };
  const choose: AppEvent = { kind: 'choose-file', file: chosenFile };

  it('is asked for once a file is chosen, with its bytes', () => {
    expect(walk(from(wallet), ...toCheck, ask).effects).toEqual([]);
    expect(walk(from(wallet), ...toCheck, choose, ask).effects).toEqual([
      { kind: 'begin', request: { kind: 'check-file', file: chosenFile.bytes } },
    ]);
    // A file that turned out not to be whole takes the place of the one before.
    expect(
      walk(from(wallet), ...toCheck, choose, { kind: 'choose-file', file: undefined }, ask).effects,
    ).toEqual([]);
    expect(walk(from(wallet), ...toCopies, choose).task).toMatchObject({ page: 'copies', file: undefined });
  });

  it.each(['match', 'no-match', 'wrong-code', 'other-wallet', 'stopped', 'declined'] as const)(
    'that ends with %s says so, and notes no check of the paper',
    (outcome) => {
      const { task, effects } = walk(
        from(wallet),
        ...toCheck,
        choose,
        ask,
        running('check-file', 'result'),
        over(outcome),
      );
      expect(task).toEqual({ kind: 'ended', activity: 'check-file', outcome });
      expect(effects).toEqual([]);
    },
  );
});

describe('a file that was released', () => {
  const released = [
    ...toCopies,
    { kind: 'ask', ceremony: 'backup-file' },
    running('backup-file', 'finish'),
  ] as const;

  it('is read and saved at once, and saved again when asked', () => {
    const { state, effects } = walk(from(wallet), ...released, over('completed'));
    expect(effects).toEqual([{ kind: 'save-file' }]);
    const saved = walk(state, { kind: 'file-saved' });
    expect(saved.task).toMatchObject({ kind: 'ended', activity: 'backup-file', file: 'saved' });
    const again = walk(saved.state, { kind: 'save-file' });
    expect(again.effects).toEqual([{ kind: 'save-file' }]);
    expect(again.task).toMatchObject({ file: undefined });
    const failed = walk(again.state, { kind: 'file-failed', code: 'bad-response' });
    expect(failed.task).toMatchObject({ file: 'failed' });
    expect(walk(failed.state, { kind: 'continue' }).effects).toEqual([{ kind: 'read-wallet' }]);
  });

  it('is saved by a page that was loaded in the middle, too', () => {
    const state = from({ kind: 'checking' });
    expect(walk(state, running('backup-file', 'confirm'), over('completed')).effects).toEqual([
      { kind: 'save-file' },
    ]);
  });

  it.each(['stopped', 'cancelled', 'declined', 'wiped', 'fault'] as const)('is none after %s', (outcome) => {
    const { task, effects, state } = walk(from(wallet), ...released, over(outcome));
    expect(task).toMatchObject({ kind: 'ended', activity: 'backup-file', outcome });
    expect(effects).toEqual([]);
    expect(walk(state, { kind: 'save-file' }).effects).toEqual([]);
    expect(walk(state, { kind: 'file-saved' }).task).toEqual(task);
  });

  it('can still be stopped at its last screen, and other ceremonies there cannot', () => {
    expect(isStoppable({ ...statusAt('finish'), activity: 'backup-file' })).toBe(true);
    expect(isStoppable({ ...statusAt('finish'), activity: 'restore-file' })).toBe(false);
  });
});

describe('restoring from a file', () => {
  const open: AppEvent = { kind: 'open-restore-file' };
  const choose: AppEvent = { kind: 'choose-file', file: chosenFile };
  const ask: AppEvent = { kind: 'ask', ceremony: 'restore-file' };

  it('is offered on an empty device that can do it', () => {
    const start = fromLengths();
    expect(walk(start, open).task).toEqual({ kind: 'choose-file', file: undefined });
    expect(walk(fromLengths(older), open).task).toEqual(newWalletPage);
    expect(walk(start, open, ask).effects).toEqual([]);
    expect(walk(start, open, choose, ask).effects).toEqual([
      { kind: 'begin', request: { kind: 'restore-file', file: chosenFile.bytes } },
    ]);
    expect(walk(start, open, { kind: 'back' }).task).toEqual(newWalletPage);
    // A status that changes nothing leaves the page as it is.
    const same: AppEvent = { kind: 'status', status: { ...emptyStatus, triesLeft: 2 } };
    expect(walk(start, open, choose, same).task).toEqual({ kind: 'choose-file', file: chosenFile });
  });

  it('leads to the wallet, which counts as restored and not as backed up just now', () => {
    const status = (change: Partial<PublicState>): AppEvent => ({
      kind: 'status',
      status: { ...emptyStatus, ceremony: 2, activity: 'restore-file', ...change },
    });
    const { task, session } = walk(
      fromLengths(),
      open,
      choose,
      ask,
      status({ stage: 'enter-words' }),
      status({ stage: 'finish', wallet: 'backed-up' }),
      status({ stage: 'idle', activity: 'none', wallet: 'backed-up', outcome: 'completed' }),
    );
    expect(task).toEqual({ kind: 'reading-wallet' });
    expect(session).toMatchObject({ restored: 'file', witnessed: false });
  });
});

describe('the shell', () => {
  it.each([
    ['saves what the device gives, with the wallet that it is for', undefined, 'saved'],
    ['says so when it cannot be saved', 'bad-response', 'failed'],
  ] as const)('%s', async (_, trouble, expected) => {
    const device = createScriptedDevice();
    device.file = Uint8Array.of(1, 2, 3);
    const saved: [Uint8Array, string][] = [];
    const ceremony = createApp({
      connectors: [device.connector],
      createSigner: device.createSigner,
      clock: { now: () => 0, after: createManualTimer().startTimer },
      records: createMemoryRecords().store,
      rememberLink: () => undefined,
      saveFile: async (file, walletId) => {
        saved.push([file, walletId]);
        if (trouble !== undefined) throw new HostblindError(trouble);
      },
    });
    const file = (): unknown => {
      const { session } = ceremony.state;
      return session.kind === 'connected' && session.session.task.kind === 'ended'
        ? session.session.task.file
        : undefined;
    };
    const until = (fits: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits()) return;
          stop();
          resolve();
        };
        const stop = ceremony.subscribe(look);
        look();
      });
    const task = (kind: Task['kind']) => (): boolean =>
      ceremony.state.session.kind === 'connected' && ceremony.state.session.session.task.kind === kind;
    ceremony.dispatch({ kind: 'begin', intent: 'manage' });
    ceremony.dispatch({ kind: 'next' });
    ceremony.dispatch({ kind: 'choose', link: 'webhid' });
    await until(task('empty'));
    device.become({ wallet: 'backed-up', activity: 'backup-file', stage: 'finish', ceremony: 1 });
    await until(task('following'));
    device.become({ activity: 'none', stage: 'idle', outcome: 'completed' });
    await until(() => file() !== undefined);
    expect(file()).toBe(expected);
    expect(saved).toEqual([[device.file, someWalletId]]);
  });
});

describe('a file on its way when the cable goes', () => {
  const released: Task = { kind: 'ended', activity: 'backup-file', outcome: 'completed' };
  const replug: readonly AppEvent[] = [
    { kind: 'disconnected' },
    { kind: 'timer', name: 'retry' },
    { kind: 'opened' },
    { kind: 'identified', device: usbDevice },
  ];

  it('is asked for again when the device is back, and can be tried again after that', () => {
    const status: PublicState = { ...there, outcome: 'completed' };
    const back = walk(from(released, usbDevice, status), ...replug, { kind: 'status', status });
    expect(back.effects).toContainEqual({ kind: 'save-file' });
    const failed = walk(back.state, { kind: 'file-failed', code: 'locked' });
    expect(failed.task).toMatchObject({ kind: 'ended', file: 'failed' });
    expect(noticeFor(failed.state)?.actions.map(({ request }) => request.kind)).toContain('save-file');
  });

  it('isn’t asked for again once it was saved', () => {
    const status: PublicState = { ...there, outcome: 'completed' };
    const saved = walk(from(released, usbDevice, status), { kind: 'file-saved' }).state;
    const { effects } = walk(saved, ...replug, { kind: 'status', status });
    expect(effects).not.toContainEqual({ kind: 'save-file' });
  });

  it('isn’t asked for from a device that was switched off', () => {
    const status: PublicState = { ...there, outcome: 'completed' };
    const off: PublicState = { ...there, ceremony: 0, locked: true };
    const { effects, task } = walk(from(released, usbDevice, status), ...replug, {
      kind: 'status',
      status: off,
    });
    expect(effects).not.toContainEqual({ kind: 'save-file' });
    expect(task).toEqual({ kind: 'resting' });
  });
});
