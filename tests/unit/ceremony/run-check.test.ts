/** The shell of the entropy check: what it asks of the signer, what it remembers, and that it says stop. */
import { describe, expect, it } from 'vitest';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { createCeremony, type Ceremony } from '../../../src/ceremony/run.ts';
import type { CeremonyState } from '../../../src/ceremony/state.ts';
import { createTrustStore } from '../../../src/ceremony/trust-store.ts';
import { fromHex } from '../../../src/protocol/bytes.ts';
import { capabilities } from '../../../src/protocol/commands/info.ts';
import { createManualTimer } from '../../support/manual-timer.ts';
import { createScriptedDevice } from '../../support/scripted-device.ts';
import { emptyStatus, someWalletId, statusAt } from '../../support/screens.ts';

const deviceId = '00112233445566778899aabbccddeeff';
const now = Date.parse('2026-11-24T10:00:00.000Z');

function until(ceremony: Ceremony, fits: (state: CeremonyState) => boolean): Promise<CeremonyState> {
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

const task = (kind: string) => (state: CeremonyState) =>
  state.kind === 'connected' && state.session.task.kind === kind;
const check = (kind: string) => (state: CeremonyState) =>
  state.kind === 'connected' && state.session.check?.kind === kind;
const alarm = (state: CeremonyState): boolean => state.kind === 'alarm';

function setUp(trust = createTrustStore(undefined), records = createMemoryRecords().store) {
  const device = createScriptedDevice();
  device.capabilities = capabilities;
  const ceremony = createCeremony({
    connectors: [device.connector],
    createSigner: device.createSigner,
    clock: { now: () => now, after: createManualTimer().startTimer },
    records,
    trust,
    rememberLink: () => undefined,
  });
  const connect = (): void => {
    for (const event of [{ kind: 'begin', link: 'webhid' }, { kind: 'next' }, { kind: 'next' }] as const)
      ceremony.dispatch(event);
  };
  return { device, ceremony, trust, records, connect };
}

async function atTheCheck() {
  const parts = setUp();
  const { device, ceremony, connect } = parts;
  connect();
  await until(ceremony, task('choose-length'));
  ceremony.dispatch({ kind: 'set-length', wordCount: 12 });
  ceremony.dispatch({ kind: 'ask', ceremony: 'create' });
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
  it('is asked for with the length and the range, and is pinned before the device keeps its candidate', async () => {
    const { device, ceremony, trust } = await atTheCheck();
    expect(device.asked.at(-1)).toBe('check entropy 12 8');
    device.step({ kind: 'opened', opened: 3 });
    device.step({ kind: 'keeping', ...evidence });
    await until(ceremony, check('keeping'));
    expect(trust.get(deviceId)?.pinned).toEqual({
      walletId: someWalletId,
      backedUp: false,
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
    expect(trust.get(deviceId)?.pinned?.backedUp).toBe(true);
  });

  it('failed: the alarm comes at once, the device is asked to stop and then let go of', async () => {
    const { device, ceremony } = await atTheCheck();
    device.step({ kind: 'failed', failure: 'bad-commitment' });
    expect(await until(ceremony, alarm)).toMatchObject({ reason: 'bad-commitment', link: 'webhid' });
    await device.until(() => device.asked.includes('cancel') && device.open.size === 0);
  });

  it('failed on a device that is gone by then: it is let go of all the same', async () => {
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
  it('are counted before the device is asked for anything, so that no closed tab can lose one', async () => {
    const { device, trust } = await atTheCheck();
    // It has not answered, and the page may be gone now.
    expect(device.asked.at(-1)).toBe('check entropy 12 8');
    expect(trust.get(deviceId)?.unfinishedChecks).toEqual([8]);
    const later = setUp(trust);
    later.connect();
    const state = await until(later.ceremony, task('choose-length'));
    expect(state).toMatchObject({ session: { device: { known: { unfinishedChecks: [8] } } } });
  });

  it('hold over a lost link, and are forgotten with the next wallet that is proven', async () => {
    const { device, ceremony, trust } = await atTheCheck();
    device.step({ kind: 'opened', opened: 1 });
    device.step({ kind: 'unfinished', gap: 'stopped' });
    device.become({ ...emptyStatus, ceremony: 1, outcome: 'stopped' });
    await until(ceremony, task('ended'));
    expect(trust.get(deviceId)?.unfinishedChecks).toEqual([8]);
    ceremony.dispatch({ kind: 'continue' });
    ceremony.dispatch({ kind: 'ask', ceremony: 'create' });
    device.become({ ...statusAt('entropy'), wallet: 'empty', wordCount: 0, ceremony: 2 });
    await until(ceremony, check('running'));
    expect(trust.get(deviceId)?.unfinishedChecks).toEqual([8, 8]);
    device.step({ kind: 'keeping', ...evidence });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    expect(trust.get(deviceId)?.unfinishedChecks).toEqual([8, 8]);
    device.become({ ...done, ceremony: 2 });
    await until(ceremony, task('backed-up'));
    expect(trust.get(deviceId)).toMatchObject({
      unfinishedChecks: [],
      pinned: { backedUp: true, proof: { unfinishedBefore: [8] } },
    });
  });
});

describe('what is remembered of a device', () => {
  it('is its key, and a later page notices another one', async () => {
    const { ceremony, connect, trust } = setUp();
    connect();
    await until(ceremony, task('choose-length'));
    expect(trust.get(deviceId)).toMatchObject({ simulator: true, publicKey: '00'.repeat(65) });
    const later = setUp(trust);
    later.device.publicKey = new Uint8Array(65).fill(7);
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({ reason: 'key-changed', deviceId });
    expect(trust.get(deviceId)?.publicKey).toBe('00'.repeat(65));
  });

  it('is that it is a simulator: it never shows as genuine again', async () => {
    const { ceremony, connect, trust } = setUp();
    connect();
    await until(ceremony, task('choose-length'));
    const later = setUp(trust);
    later.device.proof = 'genuine';
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({
      reason: 'simulator-mark-lost',
      simulator: true,
    });
    const stranger = setUp(trust);
    stranger.device.proof = 'unknown-issuer';
    stranger.connect();
    const state = await until(stranger.ceremony, ({ kind }) => kind === 'unverified');
    expect(state).toMatchObject({ device: { simulator: true } });
  });

  it('is that it could prove itself: one that does not know how any more is an alarm, a stranger is not', async () => {
    const { ceremony, connect, trust } = setUp();
    connect();
    await until(ceremony, task('choose-length'));
    for (const [store, kind] of [
      [trust, 'alarm'],
      [createTrustStore(undefined), 'refused'],
    ] as const) {
      const later = setUp(store);
      later.device.cannot = 'verify';
      later.connect();
      const state = await until(later.ceremony, (each) => each.kind === 'alarm' || each.kind === 'refused');
      expect(state.kind).toBe(kind);
    }
  });
});

describe('a proven wallet that was replaced elsewhere', () => {
  it('is forgotten by the pin and by the records, so that one answer is enough', async () => {
    const { device, ceremony, trust, records } = await atTheCheck();
    device.step({ kind: 'keeping', ...evidence });
    device.step({ kind: 'proven', ...evidence });
    await until(ceremony, check('proven'));
    device.become(done);
    await until(ceremony, task('backed-up'));
    expect((await records.load()).devices).toMatchObject([{ id: deviceId, walletId: someWalletId }]);

    const later = setUp(trust, records);
    later.device.walletId = 'e'.repeat(32);
    later.device.become({ ...done, ceremony: 0, outcome: 'none' });
    later.connect();
    expect(await until(later.ceremony, alarm)).toMatchObject({ reason: 'other-wallet' });
    later.ceremony.dispatch({ kind: 'forget-wallet' });
    expect(trust.get(deviceId)?.pinned).toBeUndefined();
    expect((await records.load()).devices).toMatchObject([{ id: deviceId, walletId: undefined }]);
    later.ceremony.dispatch({ kind: 'choose', link: 'webhid' });
    await until(later.ceremony, task('backed-up'));
  });
});
