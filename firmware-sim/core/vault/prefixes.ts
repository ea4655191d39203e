/** The wordlist by its letters: which words begin alike, and how they go on. The list is sorted, so each is a range. */
import { wordText, wordlistLength } from './phrase.ts';

/** A letter is a number from 0 for `a` to 25 for `z`, so that no string holds what a person has entered. */
function letterAt(wordIndex: number, position: number): number | undefined {
  const word = wordText(wordIndex);
  return position < word.length ? word.charCodeAt(position) - 0x61 : undefined;
}

function beginsWith(wordIndex: number, prefix: Uint8Array): boolean {
  for (let at = 0; at < prefix.length; at += 1) if (letterAt(wordIndex, at) !== prefix[at]) return false;
  return true;
}

/** The words among `candidates`, or of the whole list, that begin with `prefix`, in order. The caller erases them. */
export function wordsWithPrefix(prefix: Uint8Array, candidates?: Uint16Array): Uint16Array {
  const all = candidates ?? everyWord;
  return all.filter((wordIndex) => beginsWith(wordIndex, prefix));
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
