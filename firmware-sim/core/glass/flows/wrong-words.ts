/**
 * What the glass says of words that cannot be right, before the person looks at them again. One screen, whatever the words
 * are: a hint takes its body. With a screen of its own, the presses up to the next judgement would tell that there was one (H1).
 */
import { codeWordCount } from '../../../../src/protocol/files/backup-code.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { looksLikeCode } from '../../vault/copies/backup-code.ts';
import { repeatedWord, swapsThatFit } from '../../vault/phrase/mistakes.ts';
import { checksumFits } from '../../vault/phrase/phrase.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';

/** As many pairs as a screen names; where more fit, most of them fit by chance, and none is worth naming. */
const mostPairs = 2;

/** Says what is wrong: `left` when the person stops, which is asked once more. */
export function* sayWordsAreWrong(glass: Glass, says: StageSentences): Flow<'look' | 'left'> {
  for (;;) {
    if ((yield* choose(glass, says)) === 'right') return 'look';
    if ((yield* choose(glass, glass.text.entry.leave)) === 'right') return 'left';
  }
}

/** `says`, and where words that make `fits` false can tell it: which two may be swapped, or which one stands twice. */
export function withHint(
  glass: Glass,
  says: StageSentences,
  words: Uint16Array,
  fits: (words: Uint16Array) => boolean,
): StageSentences {
  const { activity } = glass.state;
  const { maybeSwapped, sameTwice } = glass.text.entry;
  const twice = repeatedWord(words);
  const swaps = swapsThatFit(words, fits);
  if (swaps.length > 0 && swaps.length <= mostPairs) return { ...says, body: maybeSwapped(activity, swaps) };
  return twice === 0 ? says : { ...says, body: sameTwice(activity, twice) };
}

/** A paper taken for another one. */
function mayBeCode(words: Uint16Array): boolean {
  return words.length === codeWordCount && looksLikeCode(words);
}

/** Words without the checksum of a recovery phrase, and no wallet to compare them with. */
export function* sayPaperIsWrong(glass: Glass, words: Uint16Array): Flow<'look' | 'left'> {
  const { dontFit } = glass.text.entry;
  return yield* sayWordsAreWrong(
    glass,
    mayBeCode(words) ? dontFit(true) : withHint(glass, dontFit(false), words, checksumFits),
  );
}
