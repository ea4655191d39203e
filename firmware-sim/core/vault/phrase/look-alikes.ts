/**
 * Words that a person could write or read for another: at most two edits away, or with the same first three letters.
 *
 * The search compares the word with the whole list, in the same steps whichever word it is: the next word of a phrase must not show
 * in the time that its question takes (H1). Myers' bit-parallel edit distance (J. ACM 46, 1999) walks the letters of the list, which
 * are public; the word itself only fills masks.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { secretBytes } from '../memory/secret-bytes.ts';
import { wordText, wordlistLength } from './phrase.ts';

/** The longest words of the list have eight letters (BIP-39). */
const longest = 8;

/** The letters of all words, 0 for `a`, eight places a word. */
const letters = new Uint8Array(wordlistLength * longest);
const lengths = new Uint8Array(wordlistLength);
for (let index = 0; index < wordlistLength; index += 1) {
  const text = wordText(index);
  lengths[index] = text.length;
  for (let at = 0; at < text.length; at += 1) letters[index * longest + at] = text.charCodeAt(at) - 0x61;
}

/** 1 for a negative number of 32 bits, else 0. */
const sign = (value: number): number => value >>> 31;

/**
 * For each word of the list 1 if it looks like the given one, else 0; 0 for the word itself. 2,048 bytes; the caller erases them.
 */
export function markLookAlikes(wordIndex: number): Uint8Array {
  const own = wordIndex * longest;
  const length = elementAt(lengths, wordIndex);
  // Bit n of a letter's mask: the word has that letter at place n.
  const places = secretBytes(26);
  for (let at = 0; at < longest; at += 1) {
    const letter = elementAt(letters, own + at);
    places[letter] = elementAt(places, letter) | (sign(at - length) << at);
  }
  const last = length - 1;
  const marks = secretBytes(wordlistLength);
  for (let candidate = 0; candidate < wordlistLength; candidate += 1) {
    const first = candidate * longest;
    const end = first + elementAt(lengths, candidate);
    let [up, down, distance] = [-1, 0, length];
    for (let at = first; at < end; at += 1) {
      const equal = elementAt(places, elementAt(letters, at));
      const vertical = equal | down;
      const horizontal = (((equal & up) + up) ^ up) | equal;
      let rises = down | ~(horizontal | up);
      let falls = up & horizontal;
      distance += ((rises >>> last) & 1) - ((falls >>> last) & 1);
      rises = (rises << 1) | 1;
      falls <<= 1;
      up = falls | ~(vertical | rises);
      down = rises & vertical;
    }
    const prefixDiffers =
      (elementAt(letters, first) ^ elementAt(letters, own)) |
      (elementAt(letters, first + 1) ^ elementAt(letters, own + 1)) |
      (elementAt(letters, first + 2) ^ elementAt(letters, own + 2));
    const isOther = 1 - sign((candidate ^ wordIndex) - 1);
    marks[candidate] = (sign(distance - 3) | sign(prefixDiffers - 1)) & isOther;
  }
  places.fill(0);
  return marks;
}
