/** Words that a flow shows and asks for, one at a time: of the recovery phrase, or of a backup code. */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import type { WordCount } from '../../../../src/protocol/public-state.ts';
import type { Board } from '../../board.ts';
import { erase } from '../memory/erase.ts';
import { wordText } from './phrase.ts';
import { makeQuestion, questionBlockLength } from './question.ts';
import { drawRandom } from '../random/random.ts';

/** Four words to choose from; `right` is the place of the right one, 0 to 3. */
export interface DrawnQuestion {
  readonly right: number;
  /** The word at a place, for drawing. */
  choice(place: number): string;
  erase(): void;
}

export interface HeldWords {
  readonly wordCount: WordCount;
  /** The word at a position from 1, for drawing. */
  word(position: number): string;
  /** The first earlier position with the same word, from 1, or 0. */
  sameAs(position: number): number;
  question(position: number): DrawnQuestion;
}

/** Lends the words of `phrase`, which its maker erases. */
export function holdWords(board: Board, wordCount: WordCount, phrase: Uint16Array): HeldWords {
  const indexAt = (position: number): number => {
    const wordIndex = phrase[position - 1];
    if (wordIndex === undefined) throw new RangeError('no such position in the phrase');
    return wordIndex;
  };
  return {
    wordCount,
    word: (position) => wordText(indexAt(position)),
    sameAs(position) {
      const wordIndex = indexAt(position);
      // From the back, over all earlier positions, so that a repeated word ends nothing early.
      let first = 0;
      for (let earlier = position - 1; earlier >= 1; earlier -= 1)
        first = indexAt(earlier) === wordIndex ? earlier : first;
      return first;
    },
    question(position) {
      const block = drawRandom(board, 'quiz', questionBlockLength);
      const { choices, right } = makeQuestion(phrase, position - 1, block);
      erase(block);
      return {
        right,
        choice: (place) => wordText(elementAt(choices, place)),
        erase: () => erase(choices),
      };
    },
  };
}
