/** What other programs ask of a device’s apps, and a device that locks itself: what a page knows, keeps and goes back to. */
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/session/events.ts';
import { isStoppable } from '../../../src/session/progress.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, type Session, type SessionState } from '../../../src/session/state.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import type { RecordNews } from '../../../src/records/book.ts';
import { connecting } from '../../fixtures/data/ceremony-arbitraries.ts';
import { keptBy, kindsOf } from '../../fixtures/screens/effects.ts';
import { emptyStatus, someWalletId, unprovenDevice } from '../../fixtures/screens/screens.ts';

interface Walk {
  readonly state: SessionState;
  /** What was asked of the device since the walk began, and what was kept. */
  readonly asked: readonly string[];
  readonly kept: readonly RecordNews[];
}

function walk(events: readonly SessionEvent[], from: SessionState): Walk {
  let state = from;
  const effects = events.flatMap((event) => {
    const [next, more] = reduce(state, event);
    state = next;
    return more;
  });
  const kept = keptBy(effects).filter(({ kind }) => kind === 'began' || kind === 'ended');
  return { state, asked: kindsOf(effects).filter((kind) => kind !== 'keep'), kept };
}

function sessionOf(state: SessionState): Session {
  if (state.kind !== 'connected') throw new Error(`not connected: ${state.kind}`);
  return state.session;
}

const atHome: PublicState = {
  ...emptyStatus,
  wallet: 'backed-up',
  wordCount: 24,
  ceremony: 3,
  outcome: 'declined',
};
const asking: PublicState = {
  ...atHome,
  activity: 'app',
  stage: 'consent',
  ceremony: 4,
  outcome: 'none',
};
const locked: PublicState = { ...atHome, locked: true, activity: 'unlock', stage: 'enter-pin' };
const answered = (outcome: PublicState['outcome']): PublicState => ({ ...atHome, ceremony: 4, outcome });
const told = (status: PublicState): SessionEvent => ({ kind: 'status', status });
const read: SessionEvent = {
  kind: 'wallet-read',
  walletId: someWalletId,
  date: '2026-11-24T10:00:00.000Z',
  record: undefined,
  checkedAt: undefined,
};

const home = walk([...connecting, told(atHome), { kind: 'continue' }, read], initialState).state;
const homeTask = sessionOf(home).task;

describe('a question of an app', () => {
  it('is followed as nobody’s ceremony, and can be withdrawn', () => {
    const { state, kept } = walk([told(asking)], home);
    expect(sessionOf(state).task).toMatchObject({ kind: 'following', attached: false, over: homeTask });
    expect(kept).toEqual([]);
    expect(isStoppable(asking)).toBe(true);
    expect(walk([{ kind: 'cancel' }], state).asked).toEqual(['cancel']);
  });

  it.each(['completed', 'declined', 'cancelled'] as const)(
    'leads back to what was shown, without a word: %s',
    (outcome) => {
      const { state, asked, kept } = walk([told(asking), told(answered(outcome))], home);
      expect(sessionOf(state).task).toBe(homeTask);
      expect({ asked, kept }).toEqual({ asked: [], kept: [] });
    },
  );

  it('leads back there after another one, and after "Stopped"', () => {
    const next = { ...asking, ceremony: 5 };
    const stopped: PublicState = { ...next, stage: 'stopped', outcome: 'cancelled' };
    const { state } = walk([told(asking), told(next), { kind: 'cancel' }, told(stopped)], home);
    expect(sessionOf(state).task).toMatchObject({ kind: 'following', after: undefined, over: homeTask });
    const ended = { ...atHome, ceremony: 5, outcome: 'cancelled' } as const;
    expect(sessionOf(walk([told(ended)], state).state).task).toBe(homeTask);
  });

  it('is no withdrawal of the next one', () => {
    const { state } = walk([told(asking), { kind: 'cancel' }, told({ ...asking, ceremony: 5 })], home);
    expect(sessionOf(state).task).toMatchObject({ cancelling: false });
  });

  it('has the wallet read again where something may have happened unseen', () => {
    const unseen = walk([told(asking), told({ ...answered('completed'), ceremony: 5 })], home);
    expect(sessionOf(unseen.state).task).toEqual({ kind: 'reading-wallet' });
    const { device } = sessionOf(home);
    const lost = walk(
      [
        told(asking),
        { kind: 'disconnected' },
        { kind: 'timer', name: 'retry' },
        { kind: 'opened' },
        { kind: 'identified', device },
        told(answered('completed')),
      ],
      home,
    );
    expect(sessionOf(lost.state).task).toEqual({ kind: 'reading-wallet' });
  });

  it('is found at the first look, and what comes after is read', () => {
    const { state } = walk([...connecting, told(asking)], initialState);
    expect(sessionOf(state).task).toMatchObject({ kind: 'following', attached: false, over: undefined });
    const after = walk([told(answered('declined'))], state);
    expect(sessionOf(after.state).task).toEqual({ kind: 'reading-wallet' });
    expect(after.asked).toEqual(['read-wallet']);
  });

  it('does not end what was asked for and waits behind it', () => {
    const start: SessionEvent = { kind: 'start', wish: { kind: 'check' } };
    const { state, kept } = walk(
      [start, { kind: 'begin-waits' }, told(asking), told(answered('completed'))],
      home,
    );
    expect(kept).toEqual([]);
    const begun = walk([{ kind: 'begun', request: { kind: 'check' } }], state);
    expect(sessionOf(begun.state).task).toMatchObject({ kind: 'starting' });
  });

  it('tells a fault, as every ceremony does', () => {
    const { state } = walk([told(asking), told(answered('fault'))], home);
    expect(sessionOf(state).task).toMatchObject({ kind: 'ended', outcome: 'fault' });
  });
});

describe('a device that locks itself', () => {
  it('at home, says so and leads home again, whatever had ended before', () => {
    const { state } = walk([told(locked)], home);
    expect(sessionOf(state).task).toMatchObject({ kind: 'following', lockedItself: true, after: undefined });
    const open = walk([told(atHome)], state);
    expect(sessionOf(open.state).task).toEqual({ kind: 'reading-wallet' });
    expect(open.kept).toEqual([]);
  });

  it('during a question, says nothing of a backup', () => {
    const { state } = walk([told(asking), told({ ...locked, ceremony: 4, outcome: 'cancelled' })], home);
    expect(sessionOf(state).task).toMatchObject({ lockedItself: true, after: undefined });
    expect(sessionOf(state).task).not.toHaveProperty('late');
    const open = walk([told(answered('cancelled'))], state);
    expect(sessionOf(open.state).task).toEqual({ kind: 'reading-wallet' });
  });

  it('tells of three wrong PINs', () => {
    const wiped: PublicState = { ...emptyStatus, ceremony: 3, outcome: 'wiped' };
    const { state } = walk([told(locked), told(wiped)], home);
    expect(sessionOf(state).task).toMatchObject({ kind: 'ended', activity: 'unlock', outcome: 'wiped' });
  });

  it('is none that was locked before, was away, or keeps no keys for apps', () => {
    const first = walk([...connecting, told(locked)], initialState).state;
    expect(sessionOf(first).task).not.toHaveProperty('lockedItself');
    const session = { ...sessionOf(home), returned: true };
    const back = walk([told(locked)], { kind: 'connected', session }).state;
    expect(sessionOf(back).task).not.toHaveProperty('lockedItself');
    const device = { ...unprovenDevice, capabilities: ['check' as const] };
    const plain = walk([told(locked)], { kind: 'connected', session: { ...sessionOf(home), device } }).state;
    expect(sessionOf(plain).task).not.toHaveProperty('lockedItself');
  });

  describe('as a check ends', () => {
    const checking: PublicState = { ...atHome, activity: 'check', stage: 'enter-words', ceremony: 4 };
    const behindPin = (outcome: PublicState['outcome']): PublicState => ({
      ...locked,
      ceremony: 4,
      outcome,
    });
    const began = walk([told({ ...checking, outcome: 'none' })], home).state;

    it('H12: doubts the paper at once, and tells it once it is open', () => {
      const { state, kept } = walk([told(behindPin('no-match'))], began);
      expect(kept).toMatchObject([{ kind: 'ended', what: 'check', result: 'no-match' }]);
      expect(sessionOf(state).device.doubtful).toBe(true);
      expect(sessionOf(state).task).toMatchObject({ late: 'check', after: 'no-match' });
      const open = walk([told(answered('no-match'))], state);
      expect(sessionOf(open.state).task).toMatchObject({ activity: 'check', outcome: 'no-match' });
      expect(sessionOf(open.state).device.doubtful).toBe(true);
    });

    it('notes that it matched once it is open', () => {
      const { state } = walk([told(behindPin('match'))], began);
      const { asked } = walk([told(answered('match'))], state);
      expect(asked).toEqual(['read-checked-wallet']);
    });

    it('says of a check that was stopped nothing about a backup', () => {
      const stopped: PublicState = { ...checking, stage: 'stopped', outcome: 'cancelled' };
      expect(sessionOf(walk([told(stopped)], began).state).task).toMatchObject({ after: undefined });
    });
  });
});
