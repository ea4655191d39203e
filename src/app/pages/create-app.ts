/** The app in motion: its pages, and the device session below them. */
import { createEffects, type SessionParts } from '../../session/effects.ts';
import { createMachine, type Machine } from '../../session/machine.ts';
import { initialApp, type AppEffect, type AppEvent, type AppState } from './pages.ts';
import { reduceApp } from './reduce-app.ts';

export interface AppParts extends SessionParts {
  /** At least 0 and below 1, for the order of answers; nothing secret depends on it. */
  readonly random?: (() => number) | undefined;
}

export function createApp({ random = Math.random, ...parts }: AppParts): Machine<AppState, AppEvent> {
  const device = createEffects(parts, {
    state: () => app.state.session,
    dispatch: (event) => app.dispatch(event),
  });
  const app: Machine<AppState, AppEvent> = createMachine({
    initial: initialApp,
    reduce: reduceApp,
    run(effect: AppEffect) {
      if (effect.kind !== 'draw-quiz') return device.run(effect);
      app.dispatch({ kind: 'quiz-drawn', order: [random() < 0.5, random() < 0.5] });
    },
  });
  return app;
}
