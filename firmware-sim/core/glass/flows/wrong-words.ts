/** What the glass says of words that cannot be right, before the person looks at them again. */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { glassText } from '../../../../src/text/glass.ts';
import { repeatedWord, swapsThatFit } from '../../vault/phrase/mistakes.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';

/** As many pairs as a screen names; where more fit, most of them fit by chance, and none is worth naming. */
const mostPairs = 2;

/** Says what is wrong, then what it may come from: `left` when the person stops, which is asked once more. */
export function* sayWordsAreWrong(
  glass: Glass,
  says: StageSentences,
  hint: StageSentences | undefined,
): Flow<'look' | 'left'> {
  for (;;) {
    if ((yield* choose(glass, says)) === 'right') break;
    if ((yield* choose(glass, glassText.entry.leave)) === 'right') return 'left';
  }
  if (hint !== undefined) yield* choose(glass, hint);
  return 'look';
}

/** What words can tell that make `fits` false: where two of them may be swapped, or one stands twice. */
export function hintFor(
  glass: Glass,
  words: Uint16Array,
  fits: (words: Uint16Array) => boolean,
): StageSentences | undefined {
  const { activity } = glass.state;
  const twice = repeatedWord(words);
  const swaps = swapsThatFit(words, fits);
  if (swaps.length > 0 && swaps.length <= mostPairs) return glassText.entry.maybeSwapped(activity, swaps);
  return twice === 0 ? undefined : glassText.entry.sameTwice(activity, twice);
}
