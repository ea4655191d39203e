/**
 * The confirmation: every word, each with four choices, until all were answered rightly one after the other. A wrong answer
 * shows that word again and ends the round there: what follows in it could prove nothing any more.
 */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import type { HeldWords } from '../../vault/phrase/held-words.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import { choose, type Glass } from '../glass.ts';
import { drawChoices } from '../screens/screens.ts';
import { showWord } from './words.ts';

const choicePlaces = [0, 1, 2, 3];

/** Asks for the word at a position from 1: right, wrong, or the person wants to see the words again. */
export function* ask(
  glass: Glass,
  words: HeldWords,
  position: number,
  foot: StageSentences,
): Flow<'right' | 'wrong' | 'again'> {
  const question = words.question(position);
  const entries = choicePlaces.length + 1;
  let cursor = 0;
  try {
    for (;;) {
      glass.draw((canvas) =>
        drawChoices(canvas, {
          title: glass.text.confirm.question(glass.state.activity, position, words.wordCount),
          choices: choicePlaces.map((place) => question.choice(place)),
          escape: glass.text.confirm.seeAgain,
          cursor,
          foot,
        }),
      );
      const made = yield* gesture();
      if (made === 'both') break;
      cursor = (cursor + (made === 'right' ? 1 : -1) + entries) % entries;
    }
    if (cursor === choicePlaces.length) return 'again';
    return cursor === question.right ? 'right' : 'wrong';
  } finally {
    question.erase();
    glass.blank();
  }
}

/**
 * Asks every word in turn. A wrong answer shows that word again, and the round begins again at the first word: all ends
 * with a whole round without a slip. A guesser passes a round of n words with a chance of 4^-n, however many there were before it.
 */
export function* confirmEveryWord(glass: Glass, words: HeldWords): Flow<'confirmed' | 'again'> {
  // The stage is all that is told, in every round: the time a person takes for a word could tell something about the word.
  const foot = glass.enter('confirm');
  const { confirm } = glass.text;
  const { activity } = glass.state;
  let position = 1;
  while (position <= words.wordCount) {
    const answer = yield* ask(glass, words, position, foot);
    if (answer === 'again') return answer;
    if (answer === 'right') {
      position += 1;
      continue;
    }
    yield* choose(glass, confirm.wrong(activity, position));
    yield* showWord(glass, words, position, confirm.shown(activity, position));
    position = 1;
  }
  return 'confirmed';
}
