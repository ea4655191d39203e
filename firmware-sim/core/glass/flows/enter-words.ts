/**
 * Entering a whole phrase, or a backup code, on the device: for the checks and for restoring. Any word of the list can be
 * entered at any place, the last one too: what is on the paper is what counts, and it is judged once it is all there.
 *
 * A word that was entered is not forgotten before the person changes it: going back shows it.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import type { WordCount } from '../../../../src/protocol/public-state.ts';
import { erase } from '../../vault/memory/erase.ts';
import { secretIndexes } from '../../vault/memory/secret-bytes.ts';
import { wordText } from '../../vault/phrase/phrase.ts';
import type { Flow } from '../flow.ts';
import { gesture, type Gesture } from '../gestures.ts';
import { choose, type Glass } from '../glass.ts';
import { drawEnteredWord } from '../screens/screens.ts';
import { enterByHalving } from './halving.ts';
import { enterByLetters } from './letter-wheel.ts';

/**
 * Judges the words once all are there, and says so on the glass: a result, or `look` when the person wants to go through
 * them again. The words are lent: they are overwritten when the entry ends.
 */
export type Judge<Result> = (words: Uint16Array) => Flow<Result | 'look'>;

/** Shows a word that was entered and waits for the way to go. */
function* viewWord(glass: Glass, title: string, wordIndex: number): Flow<Gesture> {
  try {
    glass.draw((canvas) =>
      drawEnteredWord(canvas, { title, word: wordText(wordIndex), foot: glass.text.entry.enteredFoot }),
    );
    return yield* gesture();
  } finally {
    glass.blank();
  }
}

/** What the judge made of the words, or `left` when the person stopped, which is asked once more. */
export function* enterPhrase<Result>(
  glass: Glass,
  wordCount: WordCount,
  judge: Judge<Result>,
): Flow<Result | 'left'> {
  const method =
    (yield* choose(glass, glass.enter('entry-method'))) === 'left' ? enterByLetters : enterByHalving;
  glass.enter('enter-words');
  const { activity } = glass.state;
  const words = secretIndexes(wordCount);
  let [position, entered] = [0, 0];
  /** Every word is there, and the person goes through them again. */
  let looking = false;
  try {
    for (;;) {
      if (position === wordCount) {
        if (looking && (yield* choose(glass, glass.text.entry.allLookedAt(activity))) === 'left') {
          position -= 1;
          continue;
        }
        const result = yield* judge(words);
        if (result !== 'look') return result;
        glass.enter('enter-words');
        looking = true;
        position = 0;
        continue;
      }
      const title = glass.text.wordPlace(activity, position + 1, wordCount);
      const isEntered = position < entered;
      const made = isEntered ? yield* viewWord(glass, title, elementAt(words, position)) : 'both';
      if (made === 'right') {
        position += 1;
        continue;
      }
      if (made === 'both') {
        const word = yield* method(glass, title);
        if (word !== 'back') {
          words[position++] = word;
          entered = Math.max(entered, position);
          continue;
        }
        // Back from a change is back to the word as it was.
        if (isEntered) continue;
      }
      if (position > 0) position -= 1;
      else if ((yield* choose(glass, glass.text.entry.leave)) === 'right') return 'left';
    }
  } finally {
    erase(words);
    glass.blank();
  }
}
