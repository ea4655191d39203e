/** A device that leads by itself, by a family that only tests know: nothing of src/ knows its name. */
import { describe, expect, it } from 'vitest';
import { guidedScreen, guidedView, type GuidedState } from '../../../src/devices/family.ts';
import type { Effect, SessionEvent } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, simulatedBy, type SessionState } from '../../../src/session/state.ts';
import { ledgerFound, onboarding } from '../../fixtures/screens/ledger-screens.ts';
import { lampFamily, type LampReading } from '../../fixtures/families/lamp-family.ts';

const { family } = lampFamily;
const found = (reading: LampReading): SessionEvent => ({
  kind: 'guided-found',
  family,
  reading: lampFamily.sealReading(reading),
});
const read = (reading: LampReading): SessionEvent => ({
  kind: 'guided-read',
  family,
  reading: lampFamily.sealReading(reading),
});

function walk(events: readonly SessionEvent[], from: SessionState = initialState) {
  let effects: readonly Effect[] = [];
  let state = from;
  for (const event of events) [state, effects] = reduce(state, event);
  return { state, effects };
}

function guided(events: readonly SessionEvent[]): GuidedState {
  const { state } = walk([{ kind: 'choose', link: 'webhid' }, { kind: 'opened' }, ...events]);
  if (state.kind !== 'guided') throw new Error(`not guided but ${state.kind}`);
  return state;
}

const seen = (state: GuidedState) => lampFamily.open(state)?.seen;
const viewOf = (state: GuidedState): string => guidedView(state.family, state);

describe('a family that only tests know', () => {
  it('is followed from its first reading to its end', () => {
    const off = guided([found('off')]);
    expect(guidedScreen(off)).toBe('lamp:off');
    expect(simulatedBy(off)).toBe('device');
    const lit = guided([found('off'), read('blinking'), read('lit')]);
    expect(seen(lit)).toEqual({ lamp: 'lit', quitting: false });
    expect(walk([{ kind: 'finish' }], off).state).toBe(off);
    expect(walk([{ kind: 'finish' }], lit).state).toEqual(initialState);
  });

  it('decides itself how long it is waited for, and when it may be quiet', () => {
    const one = walk([{ kind: 'disconnected' }], guided([found('off')]));
    expect(one.effects).toEqual([
      { kind: 'drop' },
      { kind: 'timer', name: 'long', milliseconds: 9_000 },
      { kind: 'timer', name: 'retry', milliseconds: 300 },
    ]);
    const failure: readonly SessionEvent[] = [
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'open-failed', code: 'not-found' },
    ];
    expect(viewOf(guided([found('off'), ...failure.slice(0, 1)]))).toBe('guide');
    expect(viewOf(guided([found('off'), ...failure]))).toBe('lost');
    expect(viewOf(guided([found('off'), ...failure, { kind: 'keep-waiting' }]))).toBe('waiting');
    expect(viewOf(guided([found('blinking'), ...failure]))).toBe('quiet');
    expect(viewOf(guided([found('blinking'), { kind: 'guided-silent' }]))).toBe('quiet');
  });

  it('is asked to quit its app, once', () => {
    const asked = walk([{ kind: 'quit-app' }], guided([found('in-app')]));
    expect(asked.effects).toEqual([{ kind: 'quit-app' }]);
    expect(walk([{ kind: 'quit-app' }], asked.state).effects).toEqual([]);
    expect(walk([{ kind: 'quit-app' }], guided([found('off')])).effects).toEqual([]);
  });

  it('says when another device answers; so does a device of another family', () => {
    const other = guided([found('lit'), read('off')]);
    expect(other.swapped).toBe(true);
    const again: readonly SessionEvent[] = [
      { kind: 'disconnected' },
      { kind: 'timer', name: 'retry' },
      { kind: 'opened' },
    ];
    expect(guided([found('off'), ...again, found('off')]).swapped).toBe(false);
    const ledger = guided([found('off'), ...again, ledgerFound(onboarding('pin'))]);
    expect(ledger).toMatchObject({ swapped: true, contact: { kind: 'here' } });
    expect(lampFamily.open(ledger)).toBeUndefined();
  });

  it('a reading of another family changes nothing', () => {
    const off = guided([found('off')]);
    const { reading } = { reading: lampFamily.sealReading('lit') };
    const stranger = { ...family };
    expect(walk([{ kind: 'guided-read', family: stranger, reading }], off).state).toBe(off);
  });
});
