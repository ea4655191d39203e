/** Which wallet is on a known device, and the warning when it is another one, or none. */
import { initialState } from '../../../src/session/state.ts';
import { describe, expect, it } from 'vitest';
import type { SessionEvent, Effect } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { ExpectedWallet, RecordNews } from '../../../src/records/book.ts';
import { deviceRef, type DeviceFacts, type SessionState } from '../../../src/session/state.ts';
import type { Activity, Outcome, PublicState } from '../../../src/protocol/public-state.ts';
import { emptyStatus, knownWallet, someWalletId, usbDevice } from '../../fixtures/screens/screens.ts';
import { memoryOf } from '../../../src/session/trust.ts';
import { asksOf, keptBy } from '../../fixtures/screens/effects.ts';

const another = '00'.repeat(16);
const date = '2026-11-24T10:00:00.000Z';

function walk(events: readonly SessionEvent[], from: SessionState = initialState) {
  let state = from;
  const all: Effect[] = [];
  let effects: readonly Effect[] = [];
  for (const event of events) {
    [state, effects] = reduce(state, event);
    all.push(...effects);
  }
  const session = state.kind === 'connected' ? state.session : undefined;
  return {
    state,
    all: keptBy(all),
    effects: asksOf(effects),
    kept: keptBy(effects),
    session,
    task: session?.task,
  };
}

const expected = (walletId: string, absent = false): ExpectedWallet => ({
  walletId,
  backedUp: true,
  absent,
  proof: undefined,
});
const ref = { id: usbDevice.deviceId, product: usbDevice.product, simulator: false } as const;
const saw = (state: PublicState['wallet']): RecordNews => ({ kind: 'saw-device', device: ref, state });

/** `walletId`: of the wallet that it had when it was here last. */
function knownWith(walletId?: string, device = usbDevice): DeviceFacts {
  return walletId === undefined
    ? device
    : { ...device, known: { ...memoryOf(device), wallet: expected(walletId) } };
}

function arriving(walletId?: string): readonly SessionEvent[] {
  const device = knownWith(walletId);
  return [{ kind: 'resume', link: 'webhid' }, { kind: 'opened' }, { kind: 'identified', device }];
}

function status(wallet: PublicState['wallet'], change: Partial<PublicState> = {}): SessionEvent {
  return { kind: 'status', status: { ...emptyStatus, wallet, ...change } };
}

function read(walletId: string, record = false): SessionEvent {
  const kept = record ? { ...knownWallet.record, checked: undefined } : undefined;
  return {
    kind: 'wallet-read',
    walletId,
    date,
    record:
      kept === undefined
        ? undefined
        : { ...kept, walletId, product: 'Vault One', simulator: false, backedUp: date },
    checkedAt: undefined,
  };
}

const wiping = (outcome: Outcome, activity: Activity = 'none'): SessionEvent =>
  status(outcome === 'completed' ? 'empty' : 'backed-up', { outcome, activity, ceremony: 1 });

describe('a known device', () => {
  it('with its wallet is let through, and seen', () => {
    const { task, kept } = walk([...arriving(someWalletId), status('backed-up'), read(someWalletId)]);
    expect(task?.kind).toBe('backed-up');
    expect(kept[0]).toEqual(saw('backed-up'));
  });

  it('a known device with another wallet is stopped: both IDs named, nothing replaced', () => {
    const { task, kept, effects, all } = walk([
      ...arriving(another),
      status('backed-up'),
      read(someWalletId),
    ]);
    expect(task).toEqual({
      kind: 'wallet-changed',
      change: { before: another, now: { walletId: someWalletId } },
    });
    expect([...effects, ...kept]).toEqual([]);
    expect(all.some(({ kind }) => kind === 'expects-wallet')).toBe(false);
  });

  it.each(['empty', 'unfinished-backup'] as const)('whose wallet is gone is stopped: %s', (wallet) => {
    const { task, all } = walk([...arriving(another), status(wallet)]);
    expect(task).toEqual({ kind: 'wallet-changed', change: { before: another, now: wallet } });
    expect(all.some(({ kind }) => kind === 'saw-device')).toBe(false);
  });

  it('stays stopped whatever the device does, and goes on when the person agrees', () => {
    const stopped = walk([
      ...arriving(another),
      status('empty'),
      status('unfinished-backup', { activity: 'create', stage: 'words', ceremony: 1 }),
      status('empty', { outcome: 'cancelled', ceremony: 1 }),
    ]);
    expect(stopped.task?.kind).toBe('wallet-changed');
    const agreed = walk([{ kind: 'accept-wallet' }], stopped.state);
    expect(agreed.task?.kind).toBe('empty');
    const wallet = expected(another, true);
    expect(agreed.kept).toEqual([
      { kind: 'expects-wallet', device: ref, before: another, wallet },
      saw('empty'),
    ]);
    expect(agreed.session?.device.known?.wallet).toEqual(wallet);
  });

  it('a known device whose new wallet was accepted is that one from then on', () => {
    const stopped = walk([...arriving(another), status('backed-up'), read(someWalletId)]);
    const agreed = walk([{ kind: 'accept-wallet' }], stopped.state);
    const wallet = expected(someWalletId);
    expect(agreed.kept).toContainEqual({ kind: 'expects-wallet', device: ref, before: another, wallet });
    expect(agreed.effects).toEqual([{ kind: 'read-wallet' }]);
    expect(walk([read(someWalletId)], agreed.state).task?.kind).toBe('backed-up');
    expect(walk([read(another)], agreed.state).task?.kind).toBe('wallet-changed');
  });

  it('can be left instead', () => {
    const stopped = walk([...arriving(another), status('empty')]);
    const left = walk([{ kind: 'choose-another' }], stopped.state);
    expect(left.state.kind).toBe('idle');
    expect(left.effects.map(({ kind }) => kind)).toEqual(['close', 'remember']);
  });

  it('whose wallet this page saw being wiped needs no warning', () => {
    const there = [...arriving(someWalletId), status('backed-up'), read(someWalletId)];
    const wiped = walk([...there, wiping('none', 'wipe'), wiping('completed')]);
    expect(wiped.task).toMatchObject({ kind: 'ended', activity: 'wipe' });
    expect(wiped.kept).toContainEqual(saw('empty'));
    expect(wiped.session?.device.known?.wallet).toBeUndefined();
    const wrongPins = walk([
      ...arriving(someWalletId),
      status('backed-up', { locked: true, activity: 'unlock', stage: 'enter-pin' }),
      status('empty', { outcome: 'wiped' }),
    ]);
    expect(wrongPins.task).toMatchObject({ kind: 'ended', outcome: 'wiped' });
  });

  it.each(['webhid', 'simulator-frame'] as const)(
    'that was wiped has lost its name, on a link %s',
    (link) => {
      const events = arriving(someWalletId).map((event) =>
        event.kind === 'identified' ? { ...event, device: { ...event.device, link } } : event,
      );
      const there = walk([
        ...events,
        status('backed-up'),
        read(someWalletId),
        { kind: 'name-read', name: 'Desk' },
      ]);
      expect(there.session?.name).toBe('Desk');
      // As long as the wallet is there, so is the name.
      const begun = walk([wiping('none', 'wipe')], there.state);
      expect(begun.session?.name).toBe('Desk');
      expect(walk([wiping('completed')], begun.state).session?.name).toBeUndefined();
    },
  );

  it('that comes back empty after a lost cable is stopped, unless it was being wiped', () => {
    const back: readonly SessionEvent[] = [
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'opened' },
      { kind: 'identified', device: knownWith(someWalletId) },
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
    expect(walk([...arriving(), status('empty')]).task?.kind).toBe('empty');
    const unknown = { ...usbDevice, proof: 'unknown-issuer' } as const;
    const accepted: SessionEvent = { kind: 'accept-unverified' };
    const { session, all } = walk([
      ...arriving().slice(0, -1),
      { kind: 'identified', device: unknown },
      accepted,
      status('backed-up'),
      read(someWalletId),
    ]);
    expect(session?.task.kind).toBe('backed-up');
    // Anything can claim its id: what becomes of it is not kept under it.
    expect(all.map(({ kind }) => kind)).toEqual(['arrived', 'told-wallet']);
    expect(deviceRef(unknown).id).toBeUndefined();
  });
});

describe('a restore', () => {
  const restoring = status('empty', { activity: 'restore', stage: 'enter-words', ceremony: 1 });
  const restored = status('backed-up', { outcome: 'completed', ceremony: 1 });
  const there = [...arriving(), status('empty'), restoring, restored];

  it('whose words give a known wallet ID counts as a check of the paper, once', () => {
    const { task, kept } = walk([...there, read(someWalletId, true)]);
    expect(task).toMatchObject({ kind: 'backed-up', wallet: { checkedAt: date } });
    const wallet = { walletId: someWalletId, product: 'Vault One', simulator: false } as const;
    expect(kept).toContainEqual({ kind: 'checked', wallet });
    const again = walk([
      ...there,
      read(someWalletId, true),
      status('backed-up', { locked: true }),
      status('backed-up'),
      read(someWalletId, true),
    ]);
    expect(again.kept.some(({ kind }) => kind === 'checked')).toBe(false);
  });

  it('of a wallet that this computer has not met proves nothing about a paper', () => {
    const { kept, task } = walk([...there, read(someWalletId)]);
    expect(kept.map(({ kind }) => kind)).toEqual(['saw-device', 'told-wallet', 'expects-wallet']);
    expect(task).toMatchObject({ wallet: { checkedAt: undefined } });
  });
});

describe('what is kept', () => {
  it('is erased and forgotten by the person’s request, with a device and without', () => {
    const forget = { kind: 'forget-device', key: 'device:00' } as const;
    const there = walk([...arriving(), status('backed-up'), read(someWalletId)]).state;
    for (const state of [initialState, there]) {
      expect(walk([{ kind: 'erase-records' }], state)).toMatchObject({
        state,
        kept: [{ kind: 'erase-everything' }],
      });
      expect(walk([forget], state).kept).toEqual([forget]);
    }
  });
});
