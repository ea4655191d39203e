import { describe, expect, it } from 'vitest';
import { createSession, type SessionMachine } from '../../../src/session/create-session.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { createManualTimer } from '../../fixtures/fakes/manual-timer.ts';
import { createMemoryRecords } from '../../fixtures/fakes/memory-records.ts';
import { createScriptedDevice, type ScriptedDevice } from '../../fixtures/devices/scripted-device.ts';
import { emptyStatus, someWalletId, statusAt } from '../../fixtures/screens/screens.ts';

const otherWalletId = 'ab'.repeat(16);

/** A device that has just finished a backup, and the session that led there. */
async function backedUp(change: (device: ScriptedDevice) => void) {
  const device = createScriptedDevice();
  const { store: records } = createMemoryRecords();
  const session = createSession({
    connectors: [device.connector],
    createSigner: device.createSigner,
    clock: { now: () => 0, after: createManualTimer().startTimer },
    records,
    rememberLink: () => undefined,
  });
  session.dispatch({ kind: 'choose', link: 'webhid' });
  await until(session, (state) => taskOf(state) === 'empty');
  device.become(statusAt('words'));
  await until(session, (state) => taskOf(state) === 'following');
  change(device);
  device.become({ ...emptyStatus, wallet: 'backed-up', ceremony: 1, outcome: 'completed', wordCount: 12 });
  return { device, session, records };
}

const taskOf = (state: SessionState): string | undefined =>
  state.kind === 'connected' ? state.session.task.kind : undefined;

function until(session: SessionMachine, fits: (state: SessionState) => boolean): Promise<SessionState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!fits(session.state)) return;
      stop();
      resolve(session.state);
    };
    const stop = session.subscribe(look);
    look();
  });
}

describe('the wallet ID that a device gives', () => {
  it('counts when the device signs it', async () => {
    const { device, session, records } = await backedUp(() => undefined);
    await until(session, (state) => taskOf(state) === 'backed-up');
    expect(device.asked.slice(-2)).toEqual(['wallet', 'verify']);
    expect((await records.load()).wallets).toMatchObject([{ walletId: someWalletId }]);
  });

  it.each<[string, (device: ScriptedDevice) => void]>([
    ['it signs another wallet ID', (device) => (device.signsWallet = () => otherWalletId)],
    ['another key signs it', (device) => (device.publicKey = new Uint8Array(65).fill(9))],
    ['the signature is false', (device) => (device.proof = 'failed')],
  ])('is an alarm when %s, and nothing is kept of it', async (_, change) => {
    const { device, session, records } = await backedUp(change);
    const alarm = await until(session, ({ kind }) => kind === 'alarm');
    expect(alarm).toMatchObject({ reason: 'wallet-unsigned' });
    expect((await records.load()).wallets).toEqual([]);
    await device.until(() => device.open.size === 0);
  });

  it('is read once more when the device was locked before it could sign it', async () => {
    let answers = 0;
    const { session } = await backedUp((device) => {
      device.signsWallet = (walletId) => ((answers += 1) === 1 ? undefined : walletId);
    });
    await until(session, (state) => answers > 0 && taskOf(state) !== 'reading-wallet');
    expect(session.state.kind).toBe('connected');
    expect(taskOf(session.state)).not.toBe('backed-up');
  });
});
