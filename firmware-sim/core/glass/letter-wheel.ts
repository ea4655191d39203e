/**
 * Entering a word letter by letter: the wheel offers only letters that lead on to a word, from a random one, and a
 * list as soon as eight words or fewer are left.
 */
import { erase } from '../vault/erase.ts';
import { wordText } from '../vault/phrase.ts';
import { nextLetters, wordsWithPrefix } from '../vault/prefixes.ts';
import type { Flow } from './flow.ts';
import { gesture } from './gestures.ts';
import type { Glass } from './glass.ts';
import { drawChoices, drawLetters } from './screens.ts';

export const longestList = 8;
const longestPrefix = 8;
const remove = 'Delete';
const listFoot = { left: 'Up', both: 'Choose', right: 'Down' };
const wheelFoot = { left: 'Turn', both: 'Enter', right: 'Turn' };

const asLetter = (letter: number): string => String.fromCharCode(0x61 + letter);

/** Picks from up to eight words, or `remove`. */
function* pickFromList(glass: Glass, title: string, words: Uint16Array): Flow<number | 'remove'> {
  let cursor = 0;
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

/** Turns the wheel; gives a letter, the word that the prefix is already, or `remove`. */
function* pickLetter(
  glass: Glass,
  title: string,
  prefix: Uint8Array,
  words: Uint16Array,
): Flow<{ letter: number } | { word: number } | 'remove'> {
  const letters = nextLetters(words, prefix.length);
  const [first = 0] = words;
  // Only the first of the words that begin alike can be the prefix itself.
  const whole = wordText(first).length === prefix.length;
  const entries = [...letters.map(asLetter), ...(whole ? ['Done'] : []), remove];
  let at = glass.draw32(letters.length);
  const typed = [...prefix].map(asLetter).join('');
  for (;;) {
    glass.draw((canvas) =>
      drawLetters(canvas, { title, typed, entry: entries[at] ?? remove, foot: wheelFoot }),
    );
    const made = yield* gesture();
    if (made === 'both') break;
    at = (at + (made === 'right' ? 1 : -1) + entries.length) % entries.length;
  }
  const letter = letters[at];
  if (letter !== undefined) return { letter };
  return whole && at === letters.length ? { word: first } : 'remove';
}

/** One of the candidates, or back when there is no letter left to take away. */
export function* enterByLetters(glass: Glass, title: string, candidates: Uint16Array): Flow<number | 'back'> {
  const prefix = new Uint8Array(longestPrefix);
  let length = 0;
  try {
    for (;;) {
      const typed = prefix.slice(0, length);
      const words = wordsWithPrefix(typed, candidates);
      try {
        const picked: { letter: number } | { word: number } | number | 'remove' =
          words.length <= longestList
            ? yield* pickFromList(glass, title, words)
            : yield* pickLetter(glass, title, typed, words);
        if (typeof picked === 'number') return picked;
        if (picked === 'remove') {
          if (length === 0) return 'back';
          prefix[(length -= 1)] = 0;
        } else if ('word' in picked) {
          return picked.word;
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
