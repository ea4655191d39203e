/**
 * Entering a word by halving: each press keeps the left or the right half of what is left of the list. Of 2,048
 * words one is left after exactly 11 presses, so neither their number nor their rhythm says anything about the word.
 */
import { elementAt } from '../../../src/protocol/bytes.ts';
import { wordText } from '../vault/phrase.ts';
import type { Flow } from './flow.ts';
import { gesture } from './gestures.ts';
import type { Glass } from './glass.ts';
import { drawHalves } from './screens.ts';

/** The word at an index of `candidates`, whose number is a power of two; or back, to what was before this word. */
export function* enterByHalving(glass: Glass, title: string, candidates: Uint16Array): Flow<number | 'back'> {
  const presses = Math.log2(candidates.length);
  let [low, size, pressed] = [0, candidates.length, 0];
  const at = (index: number): string => wordText(elementAt(candidates, index));
  try {
    while (size > 1) {
      const half = size / 2;
      glass.draw((canvas) =>
        drawHalves(canvas, {
          title,
          left: [at(low), at(low + half - 1)],
          right: [at(low + half), at(low + size - 1)],
          pressed,
          presses,
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
    return elementAt(candidates, low);
  } finally {
    [low, size] = [0, 0];
    glass.blank();
  }
}
