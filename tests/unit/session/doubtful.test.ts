/** H12: after a check that failed, and after a restore that nobody compared, the session calls no backup good. */
import { describe, expect, it } from 'vitest';
import type { Effect, SessionEvent } from '../../../src/session/events.ts';
import { backupOf } from '../../../src/session/progress.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { SessionState } from '../../../src/session/state.ts';
import type { Activity, PublicState, Stage } from '../../../src/protocol/public-state.ts';
import {
  emptyStatus,
  knownWallet,
  sessionWith,
  someWalletId,
  statusAt,
  usbDevice,
} from '../../fixtures/screens/screens.ts';
import { keptBy } from '../../fixtures/screens/effects.ts';
import { someMemory } from '../../fixtures/screens/screens.ts';

const there: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 24, ceremony: 1 };
const date = '2026-12-24T10:00:00.000Z';

function walk(events: readonly SessionEvent[], from: SessionState) {
  let state = from;
  const all: Effect[] = [];
  for (const event of events) {
    const [next, effects] = reduce(state, event);
    state = next;
    all.push(...effects);
  }
  const session = state.kind === 'connected' || state.kind === 'lost' ? state.session : undefined;
  return { state, kept: keptBy(all).map(({ kind }) => kind), backup: session && backupOf(session), session };
}

const status = (change: Partial<PublicState>): SessionEvent => ({
  kind: 'status',
  status: { ...there, ...change },
});
const at = (activity: Activity, stage: Stage, wallet: PublicState['wallet'] = 'backed-up'): SessionEvent =>
  status({ ...statusAt(stage), wallet, activity, ceremony: 2 });
const ended = (outcome: PublicState['outcome'], ceremony = 2): SessionEvent => status({ ceremony, outcome });
const read = (record: typeof knownWallet.record): SessionEvent => ({
  kind: 'wallet-read',
  walletId: someWalletId,
  date,
  record,
  checkedAt: record?.checked,
});

const backedUp: SessionState = {
  kind: 'connected',
  session: sessionWith({ kind: 'backed-up', wallet: knownWallet }, { status: there }),
};
const empty: SessionState = { kind: 'connected', session: sessionWith({ kind: 'empty' }) };

describe('a check that failed', () => {
  const failed = walk([at('check', 'enter-words'), ended('no-match')], backedUp);

  it('makes the backup doubtful, whatever the device is used for next', () => {
    expect(failed.backup).toBe('doubtful');
    const after: readonly SessionEvent[][] = [
      [{ kind: 'continue' }, read(knownWallet.record)],
      [{ kind: 'disconnected' }],
      [
        status({ ...statusAt('words'), wallet: 'backed-up', activity: 'reveal', ceremony: 3 }),
        ended('completed', 3),
      ],
      [
        status({ ...statusAt('enter-words'), wallet: 'backed-up', activity: 'check', ceremony: 3 }),
        ended('stopped', 3),
      ],
    ];
    for (const events of after) expect(walk(events, failed.state).backup).toBe('doubtful');
  });

  it('is forgotten after one that matches, and with the wallet', () => {
    const again = status({ ...statusAt('enter-words'), wallet: 'backed-up', activity: 'check', ceremony: 3 });
    expect(walk([again, ended('match', 3)], failed.state).backup).toBe('backed-up');
    const wiping = status({ ...statusAt('wipe'), wallet: 'backed-up', activity: 'wipe', ceremony: 3 });
    const gone = walk([wiping, status({ wallet: 'empty', ceremony: 3, outcome: 'completed' })], failed.state);
    expect(gone.backup).toBe('empty');
    expect(gone.session?.device.doubtful).toBeUndefined();
  });

  it('is known at the next meeting, before the wallet is read and after', () => {
    const device = { ...usbDevice, known: someMemory, doubtful: true } as const;
    const met = walk(
      [
        { kind: 'resume', link: 'webhid' },
        { kind: 'opened' },
        { kind: 'identified', device },
        status({ locked: true }),
      ],
      { kind: 'idle', problem: undefined },
    );
    expect(met.backup).toBe('doubtful');
    const late = walk([{ kind: 'remembered', known: someMemory, doubtful: true }], backedUp);
    expect(late.backup).toBe('doubtful');
    const record = knownWallet.record && { ...knownWallet.record, doubted: date };
    expect(walk([at('unlock', 'enter-pin'), ended('completed'), read(record)], backedUp).backup).toBe(
      'doubtful',
    );
  });
});

describe('a restore', () => {
  const restoring = (activity: 'restore' | 'restore-file', record?: typeof knownWallet.record) =>
    walk(
      [
        at(activity, 'enter-words', 'empty'),
        status({ ...statusAt('finish'), wallet: 'backed-up', activity, ceremony: 2 }),
        ended('completed'),
        read(record),
      ],
      empty,
    );
  const answer = (given: 'same' | 'different' | 'none'): SessionEvent => {
    return { kind: 'compare-wallet', answer: given };
  };

  it('is no backup before somebody has compared its ID', () => {
    for (const activity of ['restore', 'restore-file'] as const) {
      const { backup, state } = restoring(activity);
      expect(backup).toBe('restored');
      expect(walk([answer('none')], state).backup).toBe('restored');
      expect(walk([answer('same')], state).backup).toBe('backed-up');
      expect(walk([answer('different')], state).backup).toBe('doubtful');
    }
  });

  it('counts as a check of the paper only when the words came from it', () => {
    expect(walk([answer('same')], restoring('restore').state).kept).toEqual(['checked']);
    expect(walk([answer('same')], restoring('restore-file').state).kept).toEqual([]);
    expect(walk([answer('different')], restoring('restore').state).kept).toEqual(['doubted']);
    expect(restoring('restore', knownWallet.record).kept).toContain('checked');
    expect(restoring('restore-file', knownWallet.record).kept).not.toContain('checked');
  });

  it('is answered once, and by this computer where it knows the wallet', () => {
    const different = walk([answer('different'), answer('same')], restoring('restore').state);
    expect(different.backup).toBe('doubtful');
    const known = restoring('restore', knownWallet.record);
    expect(known.backup).toBe('backed-up');
    expect(walk([answer('different')], known.state).state).toBe(known.state);
    expect(walk([answer('same')], backedUp).state).toBe(backedUp);
  });
});
