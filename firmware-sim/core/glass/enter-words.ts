/** Entering a whole phrase, or a backup code, on the device: for the checks and for restoring. */
import { wordTitle } from '../../../src/protocol/backup-code.ts';
import type { WordCount } from '../../../src/protocol/public-state.ts';
import { erase } from '../vault/erase.ts';
import { lastWords } from '../vault/phrase.ts';
import { everyWord } from '../vault/prefixes.ts';
import { copyIndexes, secretIndexes } from '../vault/secret-bytes.ts';
import type { Flow } from './flow.ts';
import { choose, type Glass } from './glass.ts';
import { enterByHalving } from './halving.ts';
import { enterByLetters } from './letter-wheel.ts';

/**
 * Which words may come last. A restore takes only those that make the checksum right; a check takes any, since
 * refusing the word on the paper would tell which of two mistakes it is.
 */
export type LastWord = 'any' | 'valid';

/** All words, to be erased by the caller, or `left` when the person went back before the first. */
export function* enterPhrase(glass: Glass, wordCount: WordCount, last: LastWord): Flow<Uint16Array | 'left'> {
  const method =
    (yield* choose(glass, glass.enter('entry-method'))) === 'left' ? enterByLetters : enterByHalving;
  glass.enter('enter-words');
  const title = wordTitle(glass.state.activity);
  const phrase = secretIndexes(wordCount);
  let position = 0;
  try {
    while (position < wordCount) {
      const isLast = position === wordCount - 1;
      const candidates = isLast && last === 'valid' ? lastWords(phrase) : copyIndexes(everyWord);
      try {
        const entered = yield* method(glass, `${title} ${position + 1} of ${wordCount}`, candidates);
        if (entered !== 'back') phrase[position++] = entered;
        else if (position === 0) return 'left';
        else phrase[(position -= 1)] = 0;
      } finally {
        erase(candidates);
      }
    }
    return copyIndexes(phrase);
  } finally {
    erase(phrase);
  }
}
