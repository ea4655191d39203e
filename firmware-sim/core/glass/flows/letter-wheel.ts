/**
 * Entering a word letter by letter: the wheel offers only letters that lead on to a word, from a random one, and a
 * list as soon as eight words or fewer are left.
 */
import { erase } from '../../vault/memory/erase.ts';
import { wordText } from '../../vault/phrase/phrase.ts';
import { nextLetters, wordsWithPrefix } from '../../vault/phrase/prefixes.ts';
import { copyBytes, secretBytes } from '../../vault/memory/secret-bytes.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import type { Glass } from '../glass.ts';
import { drawChoices, drawLetters, wayTo } from '../screens/screens.ts';

export const longestList = 8;
const longestPrefix = 8;

const asLetter = (letter: number): string => String.fromCharCode(0x61 + letter);

/** Picks from up to eight words, or `remove`. The bar begins in the middle, so that no word is far from it. */
function* pickFromList(glass: Glass, title: string, words: Uint16Array): Flow<number | 'remove'> {
  const { remove, listFoot } = glass.text.entry;
  let cursor = words.length >> 1;
  for (;;) {
    glass.draw((canvas) =>
      drawChoices(canvas, {
        title,
        choices: [...words].map(wordText),
        escape: remove,
        cursor,
        foot: listFoot,
      }),
    );
    const made = yield* gesture();
    if (made === 'both') return words[cursor] ?? 'remove';
    const entries = words.length + 1;
    cursor = (cursor + (made === 'right' ? 1 : -1) + entries) % entries;
  }
}

/**
 * Turns the wheel; gives a letter, or `remove`. No word of the list is how more than eight begin, so what the person
 * has entered here is never a word yet: such a word is chosen from the list.
 */
function* pickLetter(
  glass: Glass,
  title: string,
  prefix: Uint8Array,
  words: Uint16Array,
): Flow<{ letter: number } | 'remove'> {
  const { remove, wheelFoot } = glass.text.entry;
  const letters = nextLetters(words, prefix.length);
  const entries = [...letters.map(asLetter), remove];
  // The letter of a random word, not any letter: where more words go on, the wheel more often begins.
  const [start = 0] = nextLetters(words.subarray(glass.draw32(words.length)), prefix.length);
  let at = letters.indexOf(start);
  const typed = [...prefix].map(asLetter).join('');
  for (;;) {
    const [entry = remove, way] = [entries[at], wayTo(remove, entries, at)];
    glass.draw((canvas) => drawLetters(canvas, { title, typed, entry, way, foot: wheelFoot }));
    const made = yield* gesture();
    if (made === 'both') break;
    at = (at + (made === 'right' ? 1 : -1) + entries.length) % entries.length;
  }
  const letter = letters[at];
  return letter === undefined ? 'remove' : { letter };
}

/** The index of a word, or back when there is no letter left to take away. */
export function* enterByLetters(glass: Glass, title: string): Flow<number | 'back'> {
  const prefix = secretBytes(longestPrefix);
  let length = 0;
  try {
    for (;;) {
      const typed = copyBytes(prefix, 0, length);
      const words = wordsWithPrefix(typed);
      try {
        const picked: { letter: number } | number | 'remove' =
          words.length <= longestList
            ? yield* pickFromList(glass, title, words)
            : yield* pickLetter(glass, title, typed, words);
        if (typeof picked === 'number') return picked;
        if (picked === 'remove') {
          if (length === 0) return 'back';
          prefix[(length -= 1)] = 0;
        } else {
          prefix[length++] = picked.letter;
        }
      } finally {
        erase(typed, words);
      }
    }
  } finally {
    erase(prefix);
    glass.blank();
  }
}
