/**
 * Entering a word by halving: each press keeps the left or the right half of what is left of the list. Of 2,048
 * words one is left after exactly 11 presses, so neither their number nor their rhythm says anything about the word.
 */
import { wordText, wordlistLength } from '../../vault/phrase/phrase.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import type { Glass } from '../glass.ts';
import { drawHalves } from '../screens/screens.ts';

const presses = Math.log2(wordlistLength);

/** The index of a word; or back, to what was before this word. */
export function* enterByHalving(glass: Glass, title: string): Flow<number | 'back'> {
  let [low, size, pressed] = [0, wordlistLength, 0];
  try {
    while (size > 1) {
      const half = size / 2;
      glass.draw((canvas) =>
        drawHalves(canvas, {
          title,
          left: [wordText(low), wordText(low + half - 1)],
          right: [wordText(low + half), wordText(low + size - 1)],
          pressed,
          presses,
          back: glass.text.entry.halvesBack,
        }),
      );
      const made = yield* gesture();
      if (made !== 'both') {
        if (made === 'right') low += half;
        size = half;
        pressed += 1;
      } else if (pressed === 0) {
        return 'back';
      } else {
        pressed -= 1;
        size *= 2;
        low -= low % size;
      }
    }
    return low;
  } finally {
    [low, size] = [0, 0];
    glass.blank();
  }
}
