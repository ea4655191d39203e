/** Which wallet is on a known device, and the warning when it is another one, or none. */
import { describe, expect, it } from 'vitest';
import type { CeremonyEvent, Effect } from '../../../src/ceremony/events.ts';
import { reduce } from '../../../src/ceremony/reduce.ts';
import type { CeremonyState, KnownDevice } from '../../../src/ceremony/state.ts';
import type { Activity, Outcome, PublicState } from '../../../src/protocol/public-state.ts';
import { emptyStatus, knownWallet, someWalletId, usbDevice } from '../../support/screens.ts';
import { acquainted } from '../../../src/ceremony/trust.ts';
import { withoutTrust } from '../../support/effects.ts';

const another = '00'.repeat(16);
const date = '2026-11-24T10:00:00.000Z';

function walk(events: readonly CeremonyEvent[], from: CeremonyState = { kind: 'welcome' }) {
  let state = from;
  const all: Effect[] = [];
  let effects: readonly Effect[] = [];
  for (const event of events) {
    [state, effects] = reduce(state, event);
    all.push(...effects);
  }
  const session = state.kind === 'connected' ? state.session : undefined;
  return { state, all, effects: withoutTrust(effects), session, task: session?.task };
}

function arriving(known?: KnownDevice, device = usbDevice): readonly CeremonyEvent[] {
  return [{ kind: 'resume', link: 'webhid' }, { kind: 'opened' }, { kind: 'identified', device, known }];
}

function status(wallet: PublicState['wallet'], change: Partial<PublicState> = {}): CeremonyEvent {
  return { kind: 'status', status: { ...emptyStatus, wallet, ...change } };
}

function read(walletId: string, record = false): CeremonyEvent {
  const kept = record ? { ...knownWallet.record, checked: undefined } : undefined;
  return {
    kind: 'wallet-read',
    walletId,
    date,
    record:
      kept === undefined
        ? undefined
        : { ...kept, walletId, model: 'nanosp', simulator: false, backedUp: date },
    checkedAt: undefined,
  };
}

const wiping = (outcome: Outcome, activity: Activity = 'none'): CeremonyEvent =>
  status(outcome === 'completed' ? 'empty' : 'backed-up', { outcome, activity, ceremony: 1 });

describe('a known device', () => {
  it('with its wallet is let through, and seen', () => {
    const { task, effects } = walk([
      ...arriving({ walletId: someWalletId }),
      status('backed-up'),
      read(someWalletId),
    ]);
    expect(task?.kind).toBe('backed-up');
    expect(effects[0]).toMatchObject({ kind: 'see-device', state: 'backed-up', walletId: someWalletId });
  });

  it('with another wallet is stopped: both ids are named, and nothing is taken over yet', () => {
    const { task, effects, all } = walk([
      ...arriving({ walletId: another }),
      status('backed-up'),
      read(someWalletId),
    ]);
    expect(task).toEqual({
      kind: 'wallet-changed',
      change: { before: another, now: { walletId: someWalletId } },
    });
    expect(effects).toEqual([]);
    expect(all.filter((effect) => effect.kind === 'see-device').map(({ walletId }) => walletId)).toEqual([
      undefined,
    ]);
  });

  it.each(['empty', 'unfinished-backup'] as const)('whose wallet is gone is stopped: %s', (wallet) => {
    const { task, all } = walk([...arriving({ walletId: another }), status(wallet)]);
    expect(task).toEqual({ kind: 'wallet-changed', change: { before: another, now: wallet } });
    expect(all.some((effect) => effect.kind === 'see-device')).toBe(false);
  });

  it('stays stopped whatever the device does, and goes on when the person agrees', () => {
    const stopped = walk([
      ...arriving({ walletId: another }),
      status('empty'),
      status('unfinished-backup', { activity: 'create', stage: 'words', ceremony: 1 }),
      status('empty', { outcome: 'cancelled', ceremony: 1 }),
    ]);
    expect(stopped.task?.kind).toBe('wallet-changed');
    const agreed = walk([{ kind: 'accept-wallet' }], stopped.state);
    expect(agreed.task?.kind).toBe('choose-length');
    expect(agreed.effects).toEqual([
      { kind: 'see-device', device: acquainted(usbDevice), state: 'empty', walletId: null },
    ]);
    expect(agreed.session?.known).toEqual({ walletId: undefined });
  });

  it('that was agreed to with its other wallet is read again, and is that one from then on', () => {
    const stopped = walk([...arriving({ walletId: another }), status('backed-up'), read(someWalletId)]);
    const agreed = walk([{ kind: 'accept-wallet' }], stopped.state);
    expect(agreed.effects.map(({ kind }) => kind)).toEqual(['see-device', 'read-wallet']);
    expect(walk([read(someWalletId)], agreed.state).task?.kind).toBe('backed-up');
    expect(walk([read(another)], agreed.state).task?.kind).toBe('wallet-changed');
  });

  it('can be left instead', () => {
    const stopped = walk([...arriving({ walletId: another }), status('empty')]);
    const left = walk([{ kind: 'choose-another' }], stopped.state);
    expect(left.state.kind).toBe('choose');
    expect(left.effects.map(({ kind }) => kind)).toEqual(['close', 'remember']);
  });

  it('whose wallet this page saw being wiped needs no warning', () => {
    const there = [...arriving({ walletId: someWalletId }), status('backed-up'), read(someWalletId)];
    const wiped = walk([...there, wiping('none', 'wipe'), wiping('completed')]);
    expect(wiped.task).toMatchObject({ kind: 'ended', activity: 'wipe' });
    expect(wiped.effects.at(-1)).toMatchObject({ kind: 'see-device', state: 'empty', walletId: null });
    const wrongPins = walk([
      ...arriving({ walletId: someWalletId }),
      status('backed-up', { locked: true, activity: 'unlock', stage: 'enter-pin' }),
      status('empty', { outcome: 'wiped' }),
    ]);
    expect(wrongPins.task).toMatchObject({ kind: 'ended', outcome: 'wiped' });
  });

  it('that comes back empty after a lost cable is stopped, unless it was being wiped', () => {
    const back: readonly CeremonyEvent[] = [
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'opened' },
      { kind: 'identified', device: usbDevice },
      status('empty'),
    ];
    const there = [...arriving(), status('backed-up'), read(someWalletId)];
    expect(walk([...there, ...back]).task).toMatchObject({
      kind: 'wallet-changed',
      change: { before: someWalletId },
    });
    expect(walk([...there, wiping('none', 'wipe'), ...back]).task?.kind).not.toBe('wallet-changed');
  });

  it('that is new, or did not prove its id, is never warned about', () => {
    expect(walk([...arriving(), status('empty')]).task?.kind).toBe('choose-length');
    const unknown = { ...usbDevice, proof: 'unknown-issuer' } as const;
    const accepted: CeremonyEvent = { kind: 'accept-unverified' };
    const { session } = walk([
      ...arriving({ walletId: another }, unknown),
      accepted,
      status('backed-up'),
      read(someWalletId),
    ]);
    expect(session?.task.kind).toBe('backed-up');
    expect(session?.known).toBeUndefined();
  });
});

describe('a restore', () => {
  const restoring = status('empty', { activity: 'restore', stage: 'enter-words', ceremony: 1 });
  const restored = status('backed-up', { outcome: 'completed', ceremony: 1 });
  const there = [...arriving(), status('empty'), restoring, restored];

  it('whose words give a known wallet id counts as a check of the paper, once', () => {
    const { task, effects } = walk([...there, read(someWalletId, true)]);
    expect(task).toMatchObject({ kind: 'backed-up', wallet: { checkedAt: date } });
    expect(effects.at(-1)).toEqual({
      kind: 'save-check',
      device: acquainted(usbDevice),
      walletId: someWalletId,
    });
    const again = walk([
      ...there,
      read(someWalletId, true),
      status('backed-up', { locked: true }),
      status('backed-up'),
      read(someWalletId, true),
    ]);
    expect(again.effects.some(({ kind }) => kind === 'save-check')).toBe(false);
  });

  it('of a wallet that this computer has not met proves nothing about a paper', () => {
    const { effects, task } = walk([...there, read(someWalletId)]);
    expect(effects.map(({ kind }) => kind)).toEqual(['see-device', 'record']);
    expect(task).toMatchObject({ wallet: { checkedAt: undefined } });
  });
});

describe('the records, before a device', () => {
  it('are opened from each screen, and lead back to it', () => {
    for (const from of [
      { kind: 'welcome' },
      { kind: 'privacy', intended: 'webhid' },
      { kind: 'terms', intended: undefined },
      { kind: 'choose', problem: 'not-found' },
    ] as const) {
      const opened = walk([{ kind: 'open-records' }], from);
      expect(opened.state).toEqual({ kind: 'records', from });
      expect(walk([{ kind: 'back' }], opened.state).state).toEqual(from);
    }
    const opening: CeremonyState = { kind: 'opening', link: 'webhid', attempt: 'open' };
    expect(walk([{ kind: 'open-records' }], opening).state).toBe(opening);
  });

  it('are erased and forgotten by the person’s request, there and in the settings', () => {
    const { state } = walk([{ kind: 'open-records' }]);
    expect(walk([{ kind: 'erase-records' }], state).effects).toEqual([{ kind: 'erase-records' }]);
    const forget = { kind: 'forget-device', key: 'device:00' } as const;
    expect(walk([forget], state).effects).toEqual([forget]);
    const settings = walk([
      ...arriving(),
      status('backed-up'),
      read(someWalletId),
      { kind: 'open-settings' },
    ]);
    const page = walk([{ kind: 'open-page', page: 'records' }], settings.state);
    expect(page.task).toMatchObject({ page: 'records' });
    expect(walk([{ kind: 'erase-records' }], page.state).effects).toEqual([{ kind: 'erase-records' }]);
    expect(walk([{ kind: 'back' }], page.state).task).toMatchObject({ page: 'menu' });
    for (const ceremony of ['reveal', 'check', 'wipe'] as const)
      expect(walk([{ kind: 'ask', ceremony }], page.state).effects).toEqual([]);
  });
});
