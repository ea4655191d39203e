/** Laws about every page that there is: how serious a notice looks and sounds, what it offers first, and where "back" leads. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app/pages/create-app.ts';
import type { AppState } from '../../../src/app/pages/pages.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import { viewOf } from '../../../src/app/view.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { endings } from '../../../src/text/endings.ts';
import { createScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { emptyStatus, screens } from '../../fixtures/screens/screens.ts';

const all = Object.entries(screens);
const named = (fits: (app: AppState) => boolean): string[] =>
  all.filter(([, app]) => fits(app)).map(([name]) => name);
const screen = (name: string): AppState => {
  const app = screens[name];
  if (app === undefined) throw new Error(`no screen is named ${name}`);
  return app;
};
const noticeOf = (name: string) => viewOf(screen(name)).notice;

describe('a notice', () => {
  it('of danger is for an alarm, another wallet, a fault, and a wallet to lose', () => {
    const dangers = named((app) => viewOf(app).notice?.tone === 'danger');
    expect(dangers.length).toBeGreaterThan(8);
    expect(
      dangers.filter(
        (name) => !/^alarm|^wallet-|fault$/.test(name) && !['settings-wipe', 'leave-frame'].includes(name),
      ),
    ).toEqual([]);
    for (const name of named((app) => app.session.kind === 'alarm')) expect(dangers).toContain(name);
    for (const name of ['wallet-changed', 'wallet-gone', 'wallet-replaced', 'ended-fault'])
      expect(dangers).toContain(name);
  });

  it.each([
    ['waiting-locked', 'locked'],
    ['waiting-in-use', 'waiting'],
    ['waiting-busy', 'waiting'],
    ['resting', 'locked'],
    ['resting-unfinished', 'waiting'],
    ['refused', 'attention'],
    ['unverified', 'attention'],
    ['file-saving', 'working'],
    ['file-saved', 'done'],
    ['file-failed', 'attention'],
    ['lost', 'lost'],
  ] as const)('of "%s" looks like %s', (name, tone) => {
    expect(noticeOf(name)?.tone).toBe(tone);
  });

  it('that trusts a device or a wallet against advice has that way on last, and quiet', () => {
    for (const [name, kind] of [
      ['unverified', 'accept-unverified'],
      ['wallet-changed', 'accept-wallet'],
      ['wallet-gone', 'accept-wallet'],
    ] as const) {
      const actions = noticeOf(name)?.actions ?? [];
      expect(actions[0]).toMatchObject({ style: 'primary', request: { kind: 'choose-another' } });
      expect(actions.at(-1)).toMatchObject({ style: 'quiet', request: { kind } });
    }
  });

  it('of another wallet says which: both IDs are handed on to who draws them', () => {
    const changes = named((app) => viewOf(app).walletChange !== undefined);
    expect(changes).toEqual(['wallet-changed', 'wallet-gone', 'wallet-replaced']);
  });
});

describe('what a screen reader hears', () => {
  it('is an alert where something is wrong with the device, and polite everywhere else', () => {
    const alerts = named((app) => viewOf(app).announcement?.urgency === 'alert');
    const wrong = named(({ session, page }) => {
      if (session.kind === 'alarm' || session.kind === 'refused') return true;
      if (session.kind === 'lost') return session.phase !== 'blip';
      if (session.kind !== 'connected' || page.kind !== 'device') return false;
      const { task } = session.session;
      const ended = task.kind === 'ended' && (task.outcome === 'fault' || task.outcome === 'wiped');
      return ended || task.kind === 'wallet-changed';
    });
    expect(alerts).toEqual(wrong);
    const polite = named((app) => viewOf(app).announcement?.urgency === 'polite');
    expect(polite.length).toBeGreaterThan(60);
    expect(new Set([...alerts, ...polite]).size).toBe(
      named((app) => viewOf(app).announcement !== undefined).length,
    );
  });

  it('is whether a file is being saved, or could not be', () => {
    const said = (name: string): string => viewOf(screen(name)).announcement?.text ?? '';
    expect(said('file-saving')).toContain(endings.unsavedFile.saving.title);
    expect(said('file-failed')).toContain(endings.unsavedFile.failed.title);
  });
});

describe('"back"', () => {
  it('lets go of a device only while it is being opened', () => {
    const lettingGo = named((app) =>
      reduceApp(app, { kind: 'back' })[1].some(({ kind }) => kind === 'close'),
    );
    expect(lettingGo).toEqual(named(({ session: { kind } }) => kind === 'opening' || kind === 'waiting'));
  });
});

describe('the questions before words are shown', () => {
  it('have their right answer where chance puts it', async () => {
    const device = createScriptedDevice();
    device.capabilities = capabilities;
    device.become({ ...emptyStatus, wallet: 'backed-up', wordCount: 12, ceremony: 1 });
    const drawn = [0.49, 0.5];
    const app = createApp({
      random: () => drawn.shift() ?? 0,
      connectors: [device.connector],
      createSigner: device.createSigner,
      clock: { now: () => 0, after: createManualTimer().startTimer },
      records: createMemoryRecords().store,
      rememberLink: () => undefined,
    });
    for (const event of [
      { kind: 'begin', intent: 'manage' },
      { kind: 'next' },
      { kind: 'choose', link: 'webhid' },
    ] as const)
      app.dispatch(event);
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const { session } = app.state;
        if (session.kind === 'connected' && session.session.task.kind === 'backed-up') resolve();
      };
      app.subscribe(look);
    });
    app.dispatch({ kind: 'open-settings' });
    app.dispatch({ kind: 'open-quiz' });
    expect(app.state.page).toMatchObject({ kind: 'quiz', step: 'start', order: [true, false] });
  });
});
