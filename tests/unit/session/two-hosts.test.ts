/** S-7: two computers ask one device for a new wallet. Only one of them is heard, and the other one blames nobody. */
import { describe, expect, it } from 'vitest';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import type { Effect, SessionEvent } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { asksOf, keptBy } from '../../fixtures/screens/effects.ts';
import { sessionWith, statusAt } from '../../fixtures/screens/screens.ts';

const at = (stage: PublicState['stage'], change: Partial<PublicState> = {}): SessionEvent => ({
  kind: 'status',
  status: { ...statusAt(stage), wallet: 'empty', wordCount: 0, ...change },
});
const create = { kind: 'create', wordCount: 12, entropyCheck: true } as const;
const ask: SessionEvent = { kind: 'start', wish: { kind: 'create', wordCount: 12 } };
const waits: SessionEvent = { kind: 'begin-waits' };
const begun: SessionEvent = { kind: 'begun', request: create };

const plain = sessionWith({ kind: 'empty' });
const empty: SessionState = {
  kind: 'connected',
  session: {
    ...plain,
    device: { ...plain.device, capabilities: [...plain.device.capabilities, 'entropy-check'] },
  },
};

function walk(...events: readonly SessionEvent[]) {
  let state = empty;
  const all: Effect[] = [];
  for (const event of events) {
    const [next, effects] = reduce(state, event);
    state = next;
    all.push(...effects);
  }
  const check = state.kind === 'connected' || state.kind === 'lost' ? state.session.check : undefined;
  return { state: state.kind, check, asks: asksOf(all).map(({ kind }) => kind), kept: keptBy(all) };
}

describe('a computer whose request the device has not taken', () => {
  it('leaves the check, and what comes after it, to the other one', () => {
    const { state, asks, check } = walk(ask, waits, at('consent'), at('entropy'), at('choose-pin'));
    expect(state).toBe('connected');
    expect(asks).not.toContain('check-entropy');
    expect(check).toEqual({ kind: 'asked', range: 8, waits: true });
  });

  it('gives a check up that it began in it, counts none, and stops nobody', () => {
    const gap: SessionEvent = {
      kind: 'check-step',
      step: { kind: 'unfinished', gap: 'interrupted' },
      date: '',
    };
    const { state, asks, kept } = walk(ask, at('entropy'), waits, gap, at('choose-pin'));
    expect(state).toBe('connected');
    expect(asks).not.toContain('cancel');
    const counts = kept.flatMap((news) => (news.kind === 'counted-checks' ? [news.unfinishedChecks] : []));
    expect(counts.at(-1) ?? []).toEqual([]);
  });

  it('begins the check once it is taken, and not before', () => {
    const stopped = at('idle', { activity: 'none', outcome: 'cancelled', ceremony: 1 });
    const taken = walk(ask, waits, at('entropy'), stopped, begun, at('entropy', { ceremony: 2 }));
    expect(taken.asks.filter((kind) => kind === 'check-entropy')).toHaveLength(1);
    expect(taken.check).toMatchObject({ kind: 'running', range: 8 });
  });

  it('forgets that it asked, when the device refuses in the end or is gone', () => {
    const refused: SessionEvent = { kind: 'begin-failed', code: 'not-in-this-state' };
    expect(walk(ask, waits, at('entropy'), refused).check).toBeUndefined();
    expect(walk(ask, waits, at('entropy'), { kind: 'disconnected' }).check).toBeUndefined();
  });

  it('takes a device that has taken it, and skips the check, for one that cheats', () => {
    expect(walk(ask, at('consent'), at('choose-pin')).state).toBe('alarm');
    expect(walk(ask, waits, at('entropy'), begun, at('choose-pin', { ceremony: 2 })).state).toBe('alarm');
  });
});
