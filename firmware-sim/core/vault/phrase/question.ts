/**
 * One question of the confirmation: the right word, one own word from another position, one look-alike, one random
 * word, all different.
 *
 * Everything is derived from one block of random bytes of fixed length, and the place of the right answer before
 * all else and from that block alone. So neither the number of random bytes nor the buttons that answer rightly
 * depend on the phrase (H1). Nor does the time: each pass runs to its end, over the phrase or over the whole list, and
 * keeps on its way what it looks for.
 */
import { elementAt, readU16 } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes, secretIndexes } from '../memory/secret-bytes.ts';
import { markLookAlikes } from './look-alikes.ts';
import { wordlistLength } from './phrase.ts';

/** All word indexes, in order. */
const everyWord: Uint16Array = Uint16Array.from({ length: wordlistLength }, (_, index) => index);

export const choiceCount = 4;
/** Bytes of randomness for one question. */
export const questionBlockLength = 20;

export interface Question {
  /** Four different word indexes, in the order shown. */
  readonly choices: Uint16Array;
  /** Which of them is right, 0 to 3. */
  readonly right: number;
}

/** 1 for a number above 0, else 0. */
const isPositive = (value: number): number => -value >>> 31;

/** How many of `words` are marked with 1, each place counted. */
function countMarked(words: Uint16Array, marks: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) count += elementAt(marks, elementAt(words, at));
  return count;
}

/** The `place`th marked word of `words`, counted from 0; 0 where there are fewer. */
function nthMarked(words: Uint16Array, marks: Uint8Array, place: number): number {
  let [left, chosen] = [place, 0];
  for (let at = 0; at < words.length; at += 1) {
    const word = elementAt(words, at);
    const marked = elementAt(marks, word);
    const here = marked & (1 - isPositive(left * left));
    chosen |= word & -here;
    left -= marked;
  }
  return chosen;
}

/** `position` counts from 0. */
export function makeQuestion(phrase: Uint16Array, position: number, block: Uint8Array): Question {
  const draw = (offset: number, below: number): number =>
    (readU16(block, offset) * 65_536 + readU16(block, offset + 2)) % below;
  const answer = phrase[position];
  if (answer === undefined) throw new RangeError('no such position in the phrase');
  const right = draw(0, choiceCount);
  const order = draw(16, 6);

  /** 1 for each word that is free to be drawn. */
  const free = secretBytes(wordlistLength).fill(1);
  const alike = markLookAlikes(answer);
  let taken = 0;
  const take = (word: number): number => {
    free[word] = 0;
    alike[word] = 0;
    taken += 1;
    return word;
  };
  const anyWord = (offset: number): number =>
    nthMarked(everyWord, free, draw(offset, wordlistLength - taken));
  /** One of the marked words, or any word at all: a phrase of one repeated word has no other. */
  const pick = (words: Uint16Array, marks: Uint8Array, offset: number): number => {
    const count = countMarked(words, marks);
    const found = isPositive(count);
    const marked = nthMarked(words, marks, draw(offset, count + 1 - found));
    return take((marked & -found) | (anyWord(offset) & (found - 1)));
  };
  take(answer);
  const decoys = [pick(phrase, free, 4), pick(everyWord, alike, 8), take(anyWord(12))];

  const choices = secretIndexes(choiceCount);
  choices[right] = answer;
  const slots = [0, 1, 2, 3].filter((slot) => slot !== right);
  for (const at of [order % 3, order % 2, 0]) {
    const [decoy = answer] = decoys.splice(at, 1);
    const [slot = right] = slots.splice(0, 1);
    choices[slot] = decoy;
  }
  erase(free, alike);
  return { choices, right };
}
