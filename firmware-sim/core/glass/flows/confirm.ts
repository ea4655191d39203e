/**
 * The confirmation: every word, each with four choices. A wrong answer shows that word again and asks it and its
 * neighbours again, since a slip in writing often takes the neighbour with it; all words follow once more at the end.
 */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { glassText } from '../../../../src/text/glass.ts';
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
          title: glassText.confirm.question(glass.state.activity, position),
          choices: choicePlaces.map((place) => question.choice(place)),
          escape: glassText.confirm.seeAgain,
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
 * Asks every word until a whole round goes by without a slip: a guesser passes a round of n words with a
 * chance of 4^-n, however many rounds there are before it.
 */
export function* confirmEveryWord(glass: Glass, words: HeldWords): Flow<'confirmed' | 'again'> {
  // The stage is all that is told: the time a person takes for a word could tell something about the word.
  const foot = glass.enter('confirm');
  for (;;) {
    const round = yield* confirmRound(glass, words, foot);
    if (round !== 'slipped') return round;
    yield* choose(glass, glassText.confirm.onceMore);
  }
}

/** Asks in order, until none is left. A wrong answer goes a word back, so that both neighbours are asked again. */
function* confirmRound(
  glass: Glass,
  words: HeldWords,
  foot: StageSentences,
): Flow<'confirmed' | 'slipped' | 'again'> {
  let slipped = false;
  let position = 1;
  while (position <= words.wordCount) {
    const answer = yield* ask(glass, words, position, foot);
    if (answer === 'again') return 'again';
    if (answer === 'right') {
      position += 1;
      continue;
    }
    slipped = true;
    yield* choose(glass, glassText.confirm.wrong(glass.state.activity, position));
    yield* showWord(glass, words, position, glassText.confirm.shown(glass.state.activity, position));
    position = Math.max(1, position - 1);
  }
  return slipped ? 'slipped' : 'confirmed';
}
