/** The shell of the entropy check: what it asks of the signer, what it remembers, and that it says stop. */
import { describe, expect, it } from 'vitest';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { createSession, type SessionMachine } from '../../../src/session/create-session.ts';
import { applyChange } from '../../../src/records/apply-change.ts';
import { emptyBook, type DeviceRecord, type RecordNews } from '../../../src/records/book.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createScriptedDevice, type ScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import {
  capabilitiesWithoutCheck,
  emptyStatus,
  someWalletId,
  statusAt,
} from '../../fixtures/screens/screens.ts';

const deviceId = '00112233445566778899aabbccddeeff';
const now = Date.parse('2026-11-24T10:00:00.000Z');

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

const task = (kind: string) => (state: SessionState) =>
  state.kind === 'connected' && state.session.task.kind === kind;
const check = (kind: string) => (state: SessionState) =>
  state.kind === 'connected' && state.session.check?.kind === kind;
const alarm = (state: SessionState): boolean => state.kind === 'alarm';

function setUp(records = createMemoryRecords().store) {
  const device = createScriptedDevice();
  device.capabilities = capabilities;
  const ceremony = createSession({
    connectors: [device.connector],
    createSigner: device.createSigner,
    clock: { now: () => now, after: createManualTimer().startTimer },
    records,
    rememberLink: () => undefined,
  });
  const connect = (): void => {
    for (const event of [{ kind: 'choose', link: 'webhid' }] as const) ceremony.dispatch(event);
  };
  const known = (): DeviceRecord | undefined => records.view.book.devices.find(({ id }) => id === deviceId);
  return { device, ceremony, known, records, connect };
}

async function atTheCheck() {
  const parts = setUp();
  const { device, ceremony, connect } = parts;
  connect();
  await until(ceremony, task('empty'));
  ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 12 } });
  device.become({ ...statusAt('entropy'), wallet: 'empty', wordCount: 0 });
  await device.until(() => device.asked.some((name) => name.startsWith('check entropy')));
  return parts;
}

const evidence = { walletId: fromHex(someWalletId), opened: 3, range: 8 };
const done = {
  ...emptyStatus,
  wallet: 'backed-up',
  ceremony: 1,
  outcome: 'completed',
  wordCount: 12,
} as const;

describe('the entropy check', () => {
  it('asks for length and range, and pins before the device keeps its candidate', async () => {
    const { device, ceremony, known } = await atTheCheck();
    expect(device.asked.at(-1)).toBe('check entropy 12 8');
    device.step({ kind: 'opened', opened: 3 });
    device.step({ kind: 'keeping', ...evidence });
    await until(ceremony, check('keeping'));
    expect(known()?.wallet).toEqual({
      walletId: someWalletId,
      backedUp: false,
      absent: false,
      proof: {
        kind: 'entropy-check',
        opened: 3,
        range: 8,
        date: '2026-11-24T10:00:00.000Z',
        unfinishedBefore: [],
      },
    });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    device.become({ ...statusAt('confirm') });
    device.become(done);
    await until(ceremony, task('backed-up'));
    expect(known()?.wallet?.backedUp).toBe(true);
  });

  it('failed: the alarm comes at once, the device is asked to stop and then let go of', async () => {
    const { device, ceremony } = await atTheCheck();
    device.step({ kind: 'failed', failure: 'bad-commitment' });
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'bad-commitment', link: 'webhid' });
    await device.until(() => device.asked.includes('cancel') && device.open.size === 0);
  });

  it('lets go of a device that failed the check, even if it is gone by then', async () => {
    const { device, ceremony } = await atTheCheck();
    device.failure = 'timeout';
    device.step({ kind: 'failed', failure: 'refused' });
    await until(ceremony, alarm);
    await device.until(() => device.open.size === 0);
  });

  it('another wallet than the pinned one is an alarm', async () => {
    const { device, ceremony } = await atTheCheck();
    device.walletId = 'e'.repeat(32);
    device.step({ kind: 'keeping', ...evidence });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    device.become(done);
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'other-wallet-after-backup' });
  });
});

describe('checks that lead to no wallet', () => {
  it('are counted before the device is asked, so closing the tab can’t lose one', async () => {
    const { device, known, records } = await atTheCheck();
    // It has not answered, and the page may be gone now.
    expect(device.asked.at(-1)).toBe('check entropy 12 8');
    expect(known()?.unfinishedChecks).toEqual([8]);
    const later = setUp(records);
    later.connect();
    const state = await until(later.ceremony, task('empty'));
    expect(state).toMatchObject({ session: { device: { known: { unfinishedChecks: [8] } } } });
  });

  it('hold over a lost link, and are forgotten with the next wallet that is proven', async () => {
    const { device, ceremony, known } = await atTheCheck();
    device.step({ kind: 'opened', opened: 1 });
    device.step({ kind: 'unfinished', gap: 'stopped' });
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'stopped' });
    await until(ceremony, task('ended'));
    expect(known()?.unfinishedChecks).toEqual([8]);
    ceremony.dispatch({ kind: 'continue' });
    ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 24 } });
    device.become({ ...statusAt('entropy'), wallet: 'empty', wordCount: 0, ceremony: 2 });
    await until(ceremony, check('running'));
    expect(known()?.unfinishedChecks).toEqual([8, 8]);
    device.step({ kind: 'keeping', ...evidence });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    expect(known()?.unfinishedChecks).toEqual([8, 8]);
    device.become({ ...done, ceremony: 2 });
    await until(ceremony, task('backed-up'));
    expect(known()).toMatchObject({
      unfinishedChecks: [],
      wallet: { backedUp: true, proof: { unfinishedBefore: [8] } },
    });
  });
});

describe('what is remembered of a device', () => {
  it('is its key, and a later page notices another one', async () => {
    const { ceremony, connect, known, records } = setUp();
    connect();
    await until(ceremony, task('empty'));
    expect(known()).toMatchObject({ simulator: true, publicKey: '00'.repeat(65) });
    const later = setUp(records);
    later.device.publicKey = new Uint8Array(65).fill(7);
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({ reason: 'key-changed', deviceId });
    expect(known()?.publicKey).toBe('00'.repeat(65));
  });

  it('is that it is a simulator: it never shows as genuine again', async () => {
    const { ceremony, connect, records } = setUp();
    connect();
    await until(ceremony, task('empty'));
    const later = setUp(records);
    Object.assign(later.device, { proof: 'genuine', kind: 'maker' });
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({
      reason: 'simulator-mark-lost',
      simulator: true,
    });
    const stranger = setUp(records);
    stranger.device.proof = 'unknown-issuer';
    stranger.connect();
    const state = await until(stranger.ceremony, ({ kind }) => kind === 'unverified');
    expect(state).toMatchObject({ device: { simulator: true } });
  });

  it('losing a proven ability to attest is an alarm; never having had it is not', async () => {
    const { ceremony, connect, records } = setUp();
    connect();
    await until(ceremony, task('empty'));
    for (const [store, kind] of [
      [records, 'alarm'],
      [createMemoryRecords().store, 'refused'],
    ] as const) {
      const later = setUp(store);
      later.device.cannot = 'verify';
      later.connect();
      const state = await until(later.ceremony, (each) => each.kind === 'alarm' || each.kind === 'refused');
      expect(state.kind).toBe(kind);
    }
  });
});

describe('a device that can’t prove what it is', () => {
  const without = capabilities.filter((capability) => capability !== 'attest');

  it('is used once the person agrees, gives no proof, and leaves nothing behind', async () => {
    const { device, ceremony, connect, records } = setUp();
    device.capabilities = without;
    connect();
    const met = await until(ceremony, ({ kind }) => kind === 'unverified');
    expect(met).toMatchObject({ device: { proof: 'none', publicKey: undefined, product: '' } });
    ceremony.dispatch({ kind: 'accept-unverified' });
    await until(ceremony, task('empty'));
    device.become({ ...done, ceremony: 1 });
    // What it says is all that there is: nothing signs it.
    const state = await until(ceremony, task('backed-up'));
    expect(state).toMatchObject({ session: { walletId: someWalletId } });
    expect(device.asked).not.toContain('verify');
    expect(records.view.book.devices).toEqual([]);
  });

  it('is an alarm where the same device could prove it before', async () => {
    const { ceremony, connect, records } = setUp();
    connect();
    await until(ceremony, task('empty'));
    const later = setUp(records);
    later.device.capabilities = without;
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({ reason: 'attestation-lost', deviceId });
    expect(later.device.asked).not.toContain('verify');
  });
});

describe('a self-built device', () => {
  const meetSelfBuilt = (records = createMemoryRecords().store) => {
    const parts = setUp(records);
    Object.assign(parts.device, { proof: 'self-built', kind: 'self-built' });
    parts.connect();
    return parts;
  };

  it('is introduced once, remembered by its key, and held against it', async () => {
    const { ceremony, records, known } = meetSelfBuilt();
    await until(ceremony, ({ kind }) => kind === 'unverified');
    expect(known()).toBeUndefined();
    ceremony.dispatch({ kind: 'accept-unverified' });
    await until(ceremony, task('empty'));
    expect(known()).toMatchObject({ simulator: false, publicKey: '00'.repeat(65), product: 'Simulator' });
    const again = meetSelfBuilt(records);
    await until(again.ceremony, task('empty'));
    const other = meetSelfBuilt(records);
    other.device.publicKey = new Uint8Array(65).fill(7);
    expect(await until(other.ceremony, alarm)).toMatchObject({ reason: 'key-changed', deviceId });
  });
});

describe('a proven wallet that was replaced elsewhere', () => {
  it('is forgotten by the pin and by the records, so that one answer is enough', async () => {
    const { device, ceremony, records, known } = await atTheCheck();
    device.step({ kind: 'keeping', ...evidence });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    device.become(done);
    await until(ceremony, task('backed-up'));
    expect((await records.load()).devices).toMatchObject([
      { id: deviceId, wallet: { walletId: someWalletId } },
    ]);

    const later = setUp(records);
    later.device.walletId = 'e'.repeat(32);
    later.device.become({ ...done, ceremony: 0, outcome: 'none' });
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({ reason: 'other-wallet' });
    later.ceremony.dispatch({ kind: 'forget-wallet' });
    expect(known()?.wallet).toBeUndefined();
    expect((await records.load()).devices).toMatchObject([{ id: deviceId, wallet: undefined }]);
    later.ceremony.dispatch({ kind: 'choose', link: 'webhid' });
    await until(later.ceremony, task('backed-up'));
  });
});

describe('a storage that answers late', () => {
  /** A computer on which the device was met; its storage is slow from now on. */
  async function slowStorage(news: readonly RecordNews[] = []) {
    const memory = createMemoryRecords();
    const first = setUp(memory.store);
    first.connect();
    await until(first.ceremony, task('empty'));
    for (const each of news) memory.store.update({ ...each, at: new Date(now).toISOString() });
    await memory.store.load();
    const later = createMemoryRecords();
    later.stored = memory.stored;
    let answer = (): void => undefined;
    later.gate = new Promise((resolve) => {
      answer = resolve;
    });
    const parts = setUp(later.store);
    /** The two seconds are over, and it has not said a word. */
    const giveUp = async (): Promise<void> => {
      parts.connect();
      await parts.device.until(() => parts.device.asked.includes('info'));
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      later.giveUp();
    };
    return { ...parts, later, answer: () => answer(), giveUp };
  }

  const device = { id: deviceId, product: 'Vault One', simulator: true } as const;
  const proof = {
    kind: 'entropy-check',
    opened: 3,
    range: 8,
    date: '2026-11-24T10:00:00.000Z',
    unfinishedBefore: [],
  } as const;
  const wallet = { walletId: someWalletId, backedUp: true, absent: false, proof };
  const expected: RecordNews = { kind: 'expects-wallet', device, before: undefined, wallet };

  it.each<[string, (scripted: ScriptedDevice) => void, string]>([
    ['another key', (scripted) => (scripted.publicKey = new Uint8Array(65).fill(7)), 'key-changed'],
    [
      'no mark of a simulator',
      (scripted) => Object.assign(scripted, { proof: 'genuine', kind: 'maker' }),
      'simulator-mark-lost',
    ],
    ['no check', (scripted) => (scripted.capabilities = capabilitiesWithoutCheck), 'check-lost'],
  ])('still holds a device with %s against what it knows', async (_, change, reason) => {
    const { device: scripted, ceremony, giveUp, answer } = await slowStorage();
    change(scripted);
    await giveUp();
    await until(ceremony, task('empty'));
    answer();
    expect(await until(ceremony, alarm)).toMatchObject({ reason });
    await scripted.until(() => scripted.open.size === 0);
  });

  it('is waited for where a device does not know how to prove itself', async () => {
    const { device: scripted, ceremony, giveUp, answer } = await slowStorage();
    scripted.cannot = 'verify';
    await giveUp();
    answer();
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'attestation-lost' });
  });

  it('finds another wallet than it knows, though that one was shown already', async () => {
    const { device: scripted, ceremony, giveUp, answer, later, known } = await slowStorage([expected]);
    scripted.walletId = 'e'.repeat(32);
    scripted.become({ ...done, ceremony: 0, outcome: 'none' });
    await giveUp();
    await scripted.until(() => scripted.asked.includes('wallet'));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    later.giveUp();
    await until(ceremony, task('backed-up'));
    answer();
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'other-wallet' });
    expect(known()?.wallet).toEqual(wallet);
  });

  it('loses no check that led to no wallet', async () => {
    const tried: RecordNews = { kind: 'counted-checks', device, before: [], unfinishedChecks: [64, 8] };
    const { device: scripted, ceremony, giveUp, answer, later, known } = await slowStorage([tried]);
    await giveUp();
    await until(ceremony, task('empty'));
    ceremony.dispatch({ kind: 'start', wish: { kind: 'create', wordCount: 12 } });
    scripted.become({ ...statusAt('entropy'), wallet: 'empty', wordCount: 0 });
    await until(ceremony, check('running'));
    answer();
    await until(
      ceremony,
      (state) => state.kind === 'connected' && state.session.device.known?.unfinishedChecks.length === 3,
    );
    expect(known()?.unfinishedChecks).toEqual([64, 8, 8]);
    await later.store.load();
    expect(later.stored?.devices[0]?.unfinishedChecks).toEqual([64, 8, 8]);
  });

  it('and one that cannot be read: the device is met with what this page knows', async () => {
    const memory = createMemoryRecords();
    memory.failure = 'BlockedError';
    const { device: scripted, ceremony, connect } = setUp(memory.store);
    connect();
    await until(ceremony, task('empty'));
    // The tab that was in the way is gone, and it had met another device of this name.
    const met: RecordNews = {
      kind: 'met-device',
      device,
      publicKey: `04${'11'.repeat(64)}`,
      capabilities: [],
    };
    memory.stored = applyChange(emptyBook, { ...met, at: new Date(now).toISOString() });
    memory.failure = undefined;
    memory.listeners.onFree();
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'key-changed' });
    await scripted.until(() => scripted.open.size === 0);
  });
});
