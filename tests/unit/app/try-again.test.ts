/** Where a ceremony didn't end well, the way to try again is right there. */
import { describe, expect, it } from 'vitest';
import { noticeFor } from '../../../src/app/notices.ts';
import { reduceApp } from '../../../src/app/pages/reduce-app.ts';
import type { AppState } from '../../../src/app/pages/pages.ts';
import { viewOf } from '../../../src/app/view.ts';
import type { Activity, Outcome, PublicState } from '../../../src/protocol/public-state.ts';
import type { Task } from '../../../src/session/state.ts';
import { emptyStatus, onDevice, sessionWith } from '../../fixtures/screens/screens.ts';

const there: PublicState = { ...emptyStatus, wallet: 'backed-up', wordCount: 24, ceremony: 1 };
type Ended = Extract<Task, { kind: 'ended' }>;

function after(
  activity: Activity,
  outcome: Exclude<Outcome, 'none'>,
  change: Partial<PublicState> = {},
): AppState {
  const task: Ended = { kind: 'ended', activity, outcome };
  return onDevice({ kind: 'connected', session: sessionWith(task, { status: { ...there, ...change } }) });
}

const labels = (app: AppState): readonly string[] => noticeFor(app)?.actions.map(({ label }) => label) ?? [];

/** Presses the button; gives the page and what the device is asked for. */
function press(app: AppState, label: string) {
  const action = noticeFor(app)?.actions.find((each) => each.label === label);
  if (action === undefined) throw new Error(`no button ${label}`);
  const [state, effects] = reduceApp(app, action.request);
  return { page: state.page, effects, state };
}

describe('a check that failed', () => {
  const failed = after('check', 'no-match');

  it('offers the words first, then another check', () => {
    expect(labels(failed).slice(0, 2)).toEqual(['Show the words on the device', 'Check again']);
    expect(press(failed, 'Check again').effects).toEqual([{ kind: 'begin', request: { kind: 'check' } }]);
    const { page, state } = press(failed, 'Show the words on the device');
    expect(page).toMatchObject({ kind: 'quiz', step: 'start' });
    // The questions are shown, and not the end behind them; another look at the device doesn't take them away.
    expect(viewOf(state).notice).toBeUndefined();
    expect(reduceApp(state, { kind: 'status', status: there })[0].page).toMatchObject({ kind: 'quiz' });
  });

  it('leads from the questions to the words', () => {
    let { state } = press(failed, 'Show the words on the device');
    const steps = [{ kind: 'next' }, { kind: 'answer', right: true }, { kind: 'next' }] as const;
    for (const event of [...steps, ...steps.slice(1)]) [state] = reduceApp(state, event);
    const [, effects] = reduceApp(state, { kind: 'ask', ceremony: 'reveal' });
    expect(effects).toEqual([{ kind: 'begin', request: { kind: 'reveal' } }]);
  });
});

describe('the way to try again', () => {
  it.each(['check', 'change-pin', 'seed-qr', 'backup-file'] as const)(
    '%s: asks the device at once',
    (activity) => {
      const stopped = after(activity, 'stopped');
      expect(labels(stopped)[0]).toBe('Try again');
      expect(press(stopped, 'Try again').effects).toEqual([{ kind: 'begin', request: { kind: activity } }]);
    },
  );

  it.each(['rename', 'check-file'] as const)('%s: opens its page', (activity) => {
    const { page, effects } = press(after(activity, 'declined'), 'Try again');
    expect(page).toMatchObject({ kind: 'settings', page: activity });
    expect(effects).toEqual([]);
  });

  it('isn’t there after a good end, or with a wallet that is locked or gone', () => {
    expect(labels(after('check', 'match'))).not.toContain('Try again');
    expect(labels(after('change-pin', 'completed'))).not.toContain('Try again');
    expect(labels(after('change-pin', 'stopped', { locked: true }))).not.toContain('Try again');
    expect(labels(after('check', 'wiped', { wallet: 'empty' }))).not.toContain('Try again');
    expect(labels(after('wipe', 'declined'))).not.toContain('Try again');
  });

  it('asks a device whose wallet is locked for nothing', () => {
    const locked = after('check', 'stopped', { locked: true });
    expect(reduceApp(locked, { kind: 'open-page', page: 'rename' })[0].page).toEqual({ kind: 'device' });
    expect(reduceApp(locked, { kind: 'open-quiz' })[0].page).toEqual({ kind: 'device' });
  });
});
