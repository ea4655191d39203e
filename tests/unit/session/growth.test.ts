/** A device of a later minor version: what this host does with what it doesn't know. It follows, and calls nothing a success. */
import { describe, expect, it } from 'vitest';
import { announcementFor } from '../../../src/app/announcements.ts';
import { noticeFor } from '../../../src/app/notices.ts';
import { viewOf } from '../../../src/app/view.ts';
import type { PublicState } from '../../../src/protocol/public-state.ts';
import type { Effect, SessionEvent } from '../../../src/session/events.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../../src/session/state.ts';
import { explanations } from '../../../src/text/explanations.ts';
import { glassText } from '../../../src/text/glass.ts';
import { connecting } from '../../fixtures/data/ceremony-arbitraries.ts';
import { keptBy } from '../../fixtures/screens/effects.ts';
import { emptyStatus, onDevice, screens } from '../../fixtures/screens/screens.ts';

function walk(events: readonly SessionEvent[], from: SessionState = initialState) {
  const effects: Effect[] = [];
  let state = from;
  for (const event of events) {
    const [next, more] = reduce(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

const status = (change: Partial<PublicState>): SessionEvent => ({
  kind: 'status',
  status: { ...emptyStatus, ...change },
});

const empty = walk([...connecting, status({})]).state;
const taskOf = (state: SessionState) => (state.kind === 'connected' ? state.session.task : undefined);

describe('a stage that this host doesn’t know', () => {
  const asked = walk([{ kind: 'start', wish: { kind: 'create', wordCount: 12 } }], empty).state;
  const strange = walk([status({ activity: 'create', stage: 'unknown', ceremony: 1 })], asked).state;

  it('leads: the page says to follow the device, and the ceremony goes on', () => {
    expect(taskOf(strange)).toMatchObject({ kind: 'following' });
    expect(viewOf(onDevice(strange)).followed?.sentences.title).toBe("Follow the device's screen");
    expect(announcementFor(onDevice(strange))?.text).toContain('Do what its screen says');
    const next = walk([status({ activity: 'create', stage: 'choose-pin', ceremony: 1 })], strange).state;
    expect(viewOf(onDevice(next)).screen).toBe('stage:choose-pin');
  });
});

describe('an activity that this host doesn’t know', () => {
  const busy = { activity: 'unknown', stage: 'consent', ceremony: 1 } as const;

  it('is followed without the sentences of any other, and leaves no record', () => {
    const { state, effects } = walk([status(busy)], empty);
    const { title } = viewOf(onDevice(state)).followed?.sentences ?? {};
    expect(title).toBe("Follow the device's screen");
    expect(keptBy(effects).map(({ kind }) => kind)).not.toContain('began');
    const facts = { position: 3, total: 12, wordCount: 12, activity: 'unknown' } as const;
    expect(glassText.stage('words', facts).title).toBe("Follow the device's screen");
    expect(explanations.announcement('words', facts)).not.toContain('Word 3');
  });

  it('ends where the device says that nothing runs any more', () => {
    const { state } = walk([status(busy), status({ ceremony: 1, outcome: 'completed' })], empty);
    expect(taskOf(state)).toMatchObject({ kind: 'ended', activity: 'unknown', outcome: 'completed' });
  });
});

describe('an outcome that this host doesn’t know', () => {
  it('is no success, and is kept as an end that nobody here has understood', () => {
    const { state, effects } = walk(
      [
        { kind: 'start', wish: { kind: 'create', wordCount: 12 } },
        status({ activity: 'create', stage: 'consent', ceremony: 1 }),
        status({ ceremony: 1, outcome: 'unknown' }),
      ],
      empty,
    );
    expect(taskOf(state)).toMatchObject({ kind: 'ended', outcome: 'unknown' });
    const notice = noticeFor(onDevice(state));
    expect(notice?.tone).toBe('ended');
    expect(notice?.body.join(' ')).toContain('Look at its screen');
    expect(keptBy(effects)).toContainEqual(expect.objectContaining({ kind: 'ended', result: 'interrupted' }));
  });
});

describe('the screens of both', () => {
  it('are among those that every page test looks at', () => {
    expect(Object.keys(screens)).toEqual(
      expect.arrayContaining(['on-device-unknown', 'on-device-unknown-stage']),
    );
  });
});
