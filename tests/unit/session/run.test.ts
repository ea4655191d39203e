import { describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/devices/hostblind/signer.ts';
import { HostblindError } from '../../../src/protocol/errors.ts';
import { lostAfterMs } from '../../../src/session/reduce-lost.ts';
import { waitingRetryMs } from '../../../src/session/reduce-opening.ts';
import { createSession, type SessionMachine } from '../../../src/session/create-session.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { findWallet } from '../../../src/records/book.ts';
import type { LinkKind } from '../../../src/transport/transport.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { emptyStatus, someWalletId, statusAt } from '../../fixtures/screens/screens.ts';

const todayIso = '2026-11-24T10:00:00.000Z';
const today = Date.parse(todayIso);

function setUp(change: (signer: Signer) => Signer = (signer) => signer) {
  const device = createScriptedDevice();
  const timer = createManualTimer();
  const { store: records } = createMemoryRecords();
  const remembered: (LinkKind | undefined)[] = [];
  const ceremony = createSession({
    connectors: [device.connector],
    createSigner: (transport) => change(device.createSigner(transport)),
    clock: { now: () => today, after: timer.startTimer },
    records,
    rememberLink: (link) => remembered.push(link),
  });
  return { device, timer, records, remembered, ceremony };
}

/** Waits until the ceremony is in a state that fits: by its changes, not by time. */
function until(ceremony: SessionMachine, fits: (state: SessionState) => boolean): Promise<SessionState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!fits(ceremony.state)) return;
      stop();
      resolve(ceremony.state);
    };
    const stop = ceremony.subscribe(look);
    look();
  });
}

function kind(name: SessionState['kind']) {
  return (state: SessionState): boolean => state.kind === name;
}

function task(name: string) {
  return (state: SessionState): boolean => state.kind === 'connected' && state.session.task.kind === name;
}

async function connected(change?: (signer: Signer) => Signer) {
  const parts = setUp(change);
  const { ceremony } = parts;
  ceremony.dispatch({ kind: 'choose', link: 'webhid' });
  await until(ceremony, task('empty'));
  return parts;
}

describe('createSession', () => {
  it('opens the device inside the click, asks what it is, and follows it', async () => {
    const { ceremony, device } = setUp();
    ceremony.dispatch({ kind: 'choose', link: 'webhid' });
    // Before this turn ends: a browser shows its device list only to a click.
    expect(device.asked).toEqual(['open']);
    await until(ceremony, task('empty'));
    expect(device.asked).toEqual(['open', 'info', 'verify', 'name', 'languages']);
  });

  it('leads to a backup and its record', async () => {
    const { ceremony, device, records, remembered } = await connected();
    expect(remembered).toEqual(['webhid']);
    ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 12 } });
    await device.until(() => device.asked.includes('create 12'));
    device.become(statusAt('words'));
    await until(ceremony, task('following'));
    device.become({ ...emptyStatus, wallet: 'backed-up', ceremony: 1, outcome: 'completed', wordCount: 12 });
    await until(ceremony, task('backed-up'));
    expect((await records.load()).wallets).toEqual([
      {
        walletId: someWalletId,
        product: 'Simulator',
        simulator: true,
        backedUp: todayIso,
        checked: undefined,
      },
    ]);
  });

  it('asks what the device speaks, for another language, and again once it has agreed', async () => {
    const { ceremony, device } = await connected();
    const speaks = (language: string) => (state: SessionState) =>
      state.kind === 'connected' && state.session.device.language === language;
    const { kind: _, ...there } = await until(ceremony, speaks('en'));
    expect(there).toMatchObject({ session: { device: { languages: ['en', 'de'] } } });
    const count = (what: string): number => device.asked.filter((asked) => asked === what).length;
    ceremony.dispatch({ kind: 'read-languages' });
    await device.until(() => count('languages') === 2);
    for (const tag of ['en', 'fr']) ceremony.dispatch({ kind: 'start', wish: { kind: 'language', tag } });
    ceremony.dispatch({ kind: 'start', wish: { kind: 'language', tag: 'de' } });
    await device.until(() => device.asked.includes('language'));
    expect(count('language')).toBe(1);
    device.become({ activity: 'language', stage: 'consent', ceremony: 1 });
    await until(ceremony, task('following'));
    device.language = 'de';
    device.become({ activity: 'none', stage: 'idle', outcome: 'completed' });
    await until(ceremony, speaks('de'));
    expect(ceremony.state).toMatchObject({
      session: { task: { kind: 'ended', activity: 'language', outcome: 'completed' } },
    });
  });

  it('reconnects by itself after the cable was out, and leaves no timer behind', async () => {
    const { ceremony, device, timer } = await connected();
    device.become(statusAt('words'));
    const before = await until(ceremony, task('following'));
    device.unplug();
    await until(ceremony, kind('lost'));
    expect(device.open.size).toBe(0);
    timer.advance(lostAfterMs);
    expect(ceremony.state).toMatchObject({ phase: 'lost' });
    device.plugIn();
    const found = until(ceremony, kind('connected'));
    for (let tries = 0; tries < 10 && ceremony.state.kind === 'lost'; tries += 1) {
      timer.advance(2_000);
      await until(ceremony, (state) => state.kind !== 'lost' || state.attempt === 'pause');
    }
    const session = before.kind === 'connected' ? before.session : undefined;
    expect(await found).toEqual({ kind: 'connected', session: { ...session, returned: true } });
    expect(device.open.size).toBe(1);
    ceremony.dispatch({ kind: 'choose-another' });
    expect(timer.pending).toBe(0);
    await device.until(() => device.open.size === 0);
  });

  it('waits for another tab and goes on when it lets the device go', async () => {
    const { ceremony, device, timer } = setUp();
    device.refusal = 'in-use';
    ceremony.dispatch({ kind: 'resume', link: 'webhid' });
    await until(ceremony, kind('waiting'));
    timer.advance(waitingRetryMs);
    expect(device.asked).toEqual(['reopen', 'reopen']);
    expect(ceremony.state.kind).toBe('waiting');
    device.refusal = undefined;
    await until(ceremony, task('empty'));
  });

  it('raises the alarm for a failed proof and lets go of the device', async () => {
    const { ceremony, device } = setUp();
    device.proof = 'failed';
    ceremony.dispatch({ kind: 'resume', link: 'webhid' });
    await until(ceremony, kind('alarm'));
    await device.until(() => device.open.size === 0);
  });

  it('tells a device that cannot be asked from one that lies', async () => {
    const { ceremony, device } = setUp();
    device.failure = 'unsupported';
    ceremony.dispatch({ kind: 'resume', link: 'webhid' });
    expect(await until(ceremony, kind('refused'))).toMatchObject({ code: 'unsupported' });
  });

  it('hears nothing more of a link that the person has left', async () => {
    const { ceremony, device } = setUp();
    ceremony.dispatch({ kind: 'resume', link: 'webhid' });
    ceremony.dispatch({ kind: 'choose-another' });
    await device.until(() => device.asked.length === 1);
    await device.until(() => device.open.size === 0);
    expect(ceremony.state).toEqual({ kind: 'idle', problem: undefined });
    expect(device.asked).toEqual(['reopen']);
  });

  it('asks the device to stop, and takes a refusal for what it is', async () => {
    const { ceremony, device } = await connected();
    device.become(statusAt('hold'));
    await until(ceremony, task('following'));
    device.failure = 'not-in-this-state';
    ceremony.dispatch({ kind: 'cancel' });
    expect(ceremony.state).toMatchObject({ session: { task: { cancelling: true } } });
    await until(
      ceremony,
      (state) =>
        state.kind === 'connected' && !('cancelling' in state.session.task && state.session.task.cancelling),
    );
    expect(device.asked.at(-1)).toBe('cancel');
  });

  it.each(['answered', 'refused'] as const)(
    'lets go of a device once its request to stop is %s, and not before',
    async (end) => {
      let settle = (): void => undefined;
      const cancelled = new Promise<void>((resolve, reject) => {
        settle = end === 'answered' ? resolve : () => reject(new HostblindError('refused'));
      });
      const { ceremony, device } = await connected((signer) => ({ ...signer, cancel: () => cancelled }));
      device.become(statusAt('words'));
      await until(ceremony, task('following'));
      let closed = false;
      ceremony.dispatch({ kind: 'stop' });
      const closing = ceremony.closed().then(() => (closed = true));
      await new Promise((resolve) => setImmediate(resolve));
      expect([device.open.size, closed]).toEqual([1, false]);
      settle();
      await closing;
      expect(device.open.size).toBe(0);
    },
  );

  it('goes back to the choice of length when the device did not take the request', async () => {
    const { ceremony, device } = await connected();
    device.failure = 'not-in-this-state';
    ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 24 } });
    await until(ceremony, task('empty'));
  });

  it('is quiet about a cancelled chooser', async () => {
    const { ceremony, device } = setUp();
    device.refusal = 'chooser-cancelled';
    ceremony.dispatch({ kind: 'choose', link: 'webhid' });
    expect(await until(ceremony, kind('idle'))).toEqual({ kind: 'idle', problem: undefined });
  });

  it('looks for the device again when it goes away in the middle of an answer', async () => {
    const { ceremony, device } = await connected();
    device.failure = 'timeout';
    ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 24 } });
    await until(ceremony, kind('lost'));
    const other = await connected();
    other.device.become(statusAt('finish'));
    await until(other.ceremony, task('following'));
    other.device.failure = 'disconnected';
    other.device.become({ ...emptyStatus, wallet: 'backed-up', outcome: 'completed', ceremony: 1 });
    await until(other.ceremony, kind('lost'));
  });

  it('asks the device again when the wallet ID is not released yet', async () => {
    const { ceremony, device, records } = await connected();
    device.failure = 'locked';
    device.become({ wallet: 'backed-up' });
    await until(ceremony, task('checking'));
    expect((await records.load()).wallets).toEqual([]);
  });

  it('reads the name, and notes the day of a check that matched', async () => {
    const { ceremony, device, records } = await connected();
    device.become({ wallet: 'backed-up', wordCount: 12 });
    await until(ceremony, task('backed-up'));
    ceremony.dispatch({ kind: 'read-name' });
    await until(ceremony, (state) => state.kind === 'connected' && state.session.name === 'Blue drawer');
    ceremony.dispatch({ kind: 'start', wish: { kind: 'check' } });
    await device.until(() => device.asked.includes('check'));
    device.become({ activity: 'check', stage: 'enter-words', ceremony: 1 });
    await until(ceremony, task('following'));
    device.become({ activity: 'none', stage: 'idle', outcome: 'match' });
    await until(
      ceremony,
      (state) =>
        state.kind === 'connected' &&
        state.session.task.kind === 'ended' &&
        state.session.task.checkedAt === '2026-11-24T10:00:00.000Z',
    );
    expect(findWallet(await records.load(), someWalletId)?.checked).toBe(todayIso);
  });

  it('does not claim to have noted a check when the device does not tell its wallet', async () => {
    const { ceremony, device, records } = await connected();
    device.become({ wallet: 'backed-up', wordCount: 12 });
    await until(ceremony, task('backed-up'));
    device.become({ activity: 'check', stage: 'enter-words', ceremony: 1 });
    await until(ceremony, task('following'));
    device.failure = 'locked';
    const before = device.asked.length;
    device.become({ activity: 'none', stage: 'idle', outcome: 'match' });
    await until(ceremony, task('ended'));
    await device.until(() => device.asked.length > before);
    expect(ceremony.state).toMatchObject({ session: { task: { outcome: 'match' } } });
    expect(findWallet(await records.load(), someWalletId)?.checked).toBeUndefined();
  });

  it('says that it found no device when there is no way to it', async () => {
    const { ceremony } = setUp();
    ceremony.dispatch({ kind: 'resume', link: 'simulator-process' });
    expect(await until(ceremony, kind('idle'))).toEqual({
      kind: 'idle',
      problem: 'not-found',
      link: 'simulator-process',
    });
  });
});
