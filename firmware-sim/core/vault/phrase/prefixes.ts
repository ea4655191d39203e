/** The wordlist by its letters: which words begin alike, and how they go on. The list is sorted, so each is a range. */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { wordText, wordlistLength } from './phrase.ts';
import { copyIndexes, secretIndexes } from '../memory/secret-bytes.ts';

/** A letter is a number from 0 for `a` to 25 for `z`, so that no string holds what a person has entered. */
function letterAt(wordIndex: number, position: number): number | undefined {
  const word = wordText(wordIndex);
  return position < word.length ? word.charCodeAt(position) - 0x61 : undefined;
}

const longestWord = 8;
/** No letter: what stands behind the end of a word. */
const noLetter = 0xff;

/** Eight places a word, so that a place is found without looking at the word's length. */
const letterTable = Uint8Array.from(
  { length: wordlistLength * longestWord },
  (_, place) => letterAt(Math.floor(place / longestWord), place % longestWord) ?? noLetter,
);

/**
 * The words that begin with `prefix`, in order. The caller erases them. Every word of the list is compared in full and
 * written down, and only then kept or not: which words fit decides about no branch.
 */
export function wordsWithPrefix(prefix: Uint8Array): Uint16Array {
  const kept = secretIndexes(wordlistLength);
  let count = 0;
  for (let wordIndex = 0; wordIndex < wordlistLength; wordIndex += 1) {
    let difference = 0;
    for (let at = 0; at < prefix.length; at += 1)
      difference |= elementAt(letterTable, wordIndex * longestWord + at) ^ elementAt(prefix, at);
    kept[count] = wordIndex;
    // 1 when there is no difference, else 0: what is below zero has its sign in the highest bit.
    count += (difference - 1) >>> 31;
  }
  try {
    return copyIndexes(kept.subarray(0, count));
  } finally {
    erase(kept);
  }
}

/** The letters that lead on from a prefix of `length` letters, in order, each once. */
export function nextLetters(words: Uint16Array, length: number): number[] {
  const letters: number[] = [];
  for (const wordIndex of words) {
    const letter = letterAt(wordIndex, length);
    if (letter !== undefined && letters.at(-1) !== letter) letters.push(letter);
  }
  return letters;
}

/** All word indexes, in order. */
export const everyWord: Uint16Array = Uint16Array.from({ length: wordlistLength }, (_, index) => index);
