/** The app in motion: its pages, and the device session below them. */
import { createEffects, type SessionParts } from '../../session/effects.ts';
import { createMachine, type Machine } from '../../session/machine.ts';
import { initialApp, type AppEffect, type AppEvent, type AppState } from './pages.ts';
import { reduceApp } from './reduce-app.ts';

export interface AppParts extends SessionParts {
  /** At least 0 and below 1, for the order of answers; nothing secret depends on it. */
  readonly random?: (() => number) | undefined;
  /** The introduction is not to be shown in this browser again. */
  readonly keepIntroduced?: (() => void) | undefined;
  /** Everything that this browser keeps is erased, what was chosen on the page too. */
  readonly forgetChoices?: (() => void) | undefined;
  /** Where the first pages, which were there before, have come to. */
  readonly initial?: AppState | undefined;
}

export function createApp({
  random = Math.random,
  keepIntroduced = () => {},
  forgetChoices = () => {},
  initial = initialApp,
  ...parts
}: AppParts): Machine<AppState, AppEvent> {
  const device = createEffects(parts, {
    state: () => app.state.session,
    dispatch: (event) => app.dispatch(event),
  });
  const app: Machine<AppState, AppEvent> = createMachine({
    initial,
    reduce: reduceApp,
    run(effect: AppEffect) {
      if (effect.kind === 'keep-introduced') keepIntroduced();
      else if (effect.kind === 'draw-quiz')
        app.dispatch({ kind: 'quiz-drawn', order: [random() < 0.5, random() < 0.5] });
      else {
        if (effect.kind === 'keep' && effect.change.kind === 'erase-everything') forgetChoices();
        device.run(effect);
      }
    },
  });
  return app;
}
