/** H12: what happened on the device while this page didn't look. It says no more of it than the device said. */
import { describe, expect, it } from 'vitest';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import type { Effect, SessionEvent } from '../../../src/session/events.ts';
import { backupOf } from '../../../src/session/progress.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { Session, SessionState } from '../../../src/session/state.ts';
import { keptBy } from '../../fixtures/screens/effects.ts';
import { emptyStatus, knownWallet, sessionWith, statusAt } from '../../fixtures/screens/screens.ts';

const there: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 12, ceremony: 2 };
const walletId = 'fedcba9876543210fedcba9876543210';
const read: Extract<SessionEvent, { kind: 'wallet-read' }> = {
  kind: 'wallet-read',
  walletId,
  date: '2026-12-24T10:00:00.000Z',
  record: undefined,
  checkedAt: undefined,
};

function walk(session: Session, ...events: readonly (SessionEvent | PublicState)[]) {
  let state: SessionState = { kind: 'connected', session };
  const all: Effect[] = [];
  for (const event of events) {
    const [next, effects] = reduce(state, 'kind' in event ? event : { kind: 'status', status: event });
    state = next;
    all.push(...effects);
  }
  if (state.kind !== 'connected') throw new Error(`the session is ${state.kind}`);
  return {
    session: state.session,
    effects: all.map(({ kind }) => kind),
    kept: keptBy(all).map(({ kind }) => kind),
  };
}

const following: Session['task'] = {
  kind: 'following',
  attached: false,
  cancelling: false,
  requested: 12,
  after: undefined,
};

describe('a restore', () => {
  const repeating = { ...statusAt('repeat-pin'), activity: 'restore', wallet: 'empty', ceremony: 2 } as const;
  const restoring = sessionWith(following, { status: repeating });

  it('that ended in a fault nobody saw is none the less one, and no backup just now', () => {
    const locked = {
      ...there,
      locked: true,
      activity: 'unlock',
      stage: 'enter-pin',
      outcome: 'fault',
    } as const;
    const { session, kept } = walk(
      restoring,
      locked,
      { ...there, outcome: 'fault' },
      { kind: 'continue' },
      read,
    );
    expect(backupOf(session)).toBe('restored');
    expect(session.witnessed).toBe(false);
    expect(kept).not.toContain('backed-up');
  });
});

describe('a restored wallet that nobody has compared', () => {
  it('stays one when its paper is checked: that paper made it', () => {
    const restored = sessionWith(following, {
      status: { ...statusAt('finish'), activity: 'restore', wallet: 'backed-up', ceremony: 2 },
      restored: 'words',
    });
    const checking = { ...there, activity: 'check', stage: 'enter-words', ceremony: 3 } as const;
    const { session } = walk(
      restored,
      { ...there, outcome: 'completed' },
      read,
      checking,
      { ...there, ceremony: 3, outcome: 'match' },
      { kind: 'continue' },
      {
        ...read,
        record: { walletId, product: 'Vault One', simulator: false, backedUp: undefined, checked: read.date },
      },
    );
    expect(session.task.kind).toBe('backed-up');
    expect(backupOf(session)).toBe('restored');
  });
});

describe('after contact was lost', () => {
  it('a wallet that is there is not said to have been backed up just now', () => {
    const before = sessionWith({ kind: 'empty' }, { status: emptyStatus, returned: true });
    const { session, kept } = walk(
      before,
      { ...there, ceremony: emptyStatus.ceremony + 2, outcome: 'completed' },
      read,
    );
    expect(session.witnessed).toBe(false);
    expect(kept).not.toContain('backed-up');
  });

  it.each(['match', 'no-match', 'declined'] as const)(
    'an outcome (%s) of another ceremony is not that of the one that was followed',
    (outcome) => {
      const checking = { ...there, activity: 'check', stage: 'enter-words' } as const;
      const before = sessionWith(following, { status: checking, returned: true });
      const { session, effects } = walk(before, { ...there, ceremony: there.ceremony + 1, outcome });
      expect(session.task.kind).toBe('reading-wallet');
      expect(effects).not.toContain('read-checked-wallet');
      expect(session.device.doubtful).toBeUndefined();
    },
  );

  it('a wallet is read again before it is shown, if there was another ceremony', () => {
    const shown = sessionWith({ kind: 'backed-up', wallet: knownWallet }, { status: there, returned: true });
    const { session, effects } = walk(shown, {
      ...there,
      ceremony: there.ceremony + 3,
      outcome: 'completed',
    });
    expect(session.task.kind).toBe('reading-wallet');
    expect(effects).toContain('read-wallet');
  });

  it('a wallet is read again and compared, though nothing seems to have changed (H8)', () => {
    const shown = sessionWith({ kind: 'backed-up', wallet: knownWallet }, { status: there, returned: true });
    const { session, effects } = walk(shown, there);
    expect(session.task.kind).toBe('backed-up');
    expect(effects.filter((kind) => kind === 'read-wallet')).toHaveLength(1);
    expect(walk(session, { ...there, triesLeft: 2 }).effects).not.toContain('read-wallet');
    expect(walk(session, read).session.task).toMatchObject({ kind: 'backed-up', wallet: { walletId } });
  });
});
