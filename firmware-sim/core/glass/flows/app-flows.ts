/** Apps as a person comes to them: from the home screen, or by a program on the computer. */
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import type { AppShelf } from '../../app.ts';
import { openApp, type AppQuestion } from '../../device-state.ts';
import type { Flow } from '../flow.ts';
import type { Gesture } from '../gestures.ts';
import { choose, chooseLater, type Glass, type Paint } from '../glass.ts';
import { answerQuestion } from './asking.ts';
import type { AppFlows, RestScreen } from './device-loop.ts';

/** What a host brought up takes no press at first. */
function* chooseAtRest(glass: Glass, sentences: StageSentences, paint?: Paint): Flow<Gesture> {
  const { state } = glass;
  const ask = state.broughtByHost ? chooseLater : choose;
  state.broughtByHost = false;
  return yield* ask(glass, sentences, paint);
}

export function createAppFlows(shelf: AppShelf): AppFlows {
  /** An app a screen; behind the last one is the home screen again. */
  function* chooseApp(glass: Glass): Flow<void> {
    const language = glass.vault.language();
    const text = shelf.text(language);
    for (const app of shelf.apps) {
      const screen = text.choose(app.name);
      const isLast = app === shelf.apps.at(-1);
      const made = yield* choose(glass, isLast ? screen : { ...screen, left: text.nextApp });
      if (made !== 'right') continue;
      openApp(glass.state, app, language);
      return;
    }
  }

  function* rest(glass: Glass, { sentences, paint }: RestScreen): Flow<void> {
    const { state, vault } = glass;
    const text = shelf.text(vault.language());
    if (state.running === undefined) {
      yield* chooseAtRest(glass, { ...sentences, right: text.apps }, paint);
      return yield* chooseApp(glass);
    }
    yield* chooseAtRest(glass, text.ready(state.running.app.name));
    state.running = undefined;
  }

  function* answer(glass: Glass, question: AppQuestion): Flow<Outcome> {
    const keys = glass.vault.keys();
    if (keys !== undefined)
      return yield* answerQuestion(glass, shelf.text(glass.vault.language()), question, keys);
    question.respond();
    return 'declined';
  }

  return { rest, answer };
}
