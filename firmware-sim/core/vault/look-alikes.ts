/**
 * Words that a person could write or read for another: at most two edits away, or the same first three letters.
 */
import { elementAt } from '../../../src/protocol/bytes.ts';
import { wordText, wordlistLength } from './phrase.ts';

const sharedPrefixLength = 3;
const edits = 2;

/** Whether at most two insertions, deletions or substitutions lead from one word to the other (Levenshtein). */
export function withinTwoEdits(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > edits) return false;
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const cost = Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > edits) return false;
    previous = current;
  }
  return (previous[right.length] ?? edits + 1) <= edits;
}

/** Which letters a word has: bit 0 for `a`. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 0x61);
  return letters;
}

const letters = Uint32Array.from({ length: wordlistLength }, (_, index) => lettersOf(wordText(index)));

/** More than two bits are set. */
function moreThanTwo(bits: number): boolean {
  const withoutLowest = bits & (bits - 1);
  return (withoutLowest & (withoutLowest - 1)) !== 0;
}

/** An edit can account for one letter that only one of the words has: three such letters are more than two edits. */
function tooManyOwnLetters(left: number, right: number): boolean {
  return moreThanTwo(left & ~right) || moreThanTwo(right & ~left);
}

/** All word indexes that look like the given one, in wordlist order, itself not among them. */
export function lookAlikes(wordIndex: number): number[] {
  const word = wordText(wordIndex);
  const prefix = word.slice(0, sharedPrefixLength);
  const found: number[] = [];
  for (let candidate = 0; candidate < wordlistLength; candidate += 1) {
    if (candidate === wordIndex) continue;
    const text = wordText(candidate);
    const near =
      !tooManyOwnLetters(elementAt(letters, wordIndex), elementAt(letters, candidate)) &&
      withinTwoEdits(word, text);
    if (near || text.startsWith(prefix)) found.push(candidate);
  }
  return found;
}
