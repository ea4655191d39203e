/**
 * One question of the confirmation: the right word, one own word from another position, one look-alike, one random
 * word, all different.
 *
 * Everything is derived from one block of random bytes of fixed length, and the place of the right answer before
 * all else and from that block alone. So neither the number of random bytes nor the buttons that answer rightly
 * depend on the phrase (H1).
 */
import { readU16 } from '../../../src/protocol/bytes.ts';
import { lookAlikes } from './look-alikes.ts';
import { wordlistLength } from './phrase.ts';

export const choiceCount = 4;
/** Bytes of randomness for one question. */
export const questionBlockLength = 20;

export interface Question {
  /** Four different word indexes, in the order shown. */
  readonly choices: Uint16Array;
  /** Which of them is right, 0 to 3. */
  readonly right: number;
}

/** `position` counts from 0. */
export function makeQuestion(phrase: Uint16Array, position: number, block: Uint8Array): Question {
  const draw = (offset: number, below: number): number =>
    (readU16(block, offset) * 65_536 + readU16(block, offset + 2)) % below;
  const answer = phrase[position];
  if (answer === undefined) throw new RangeError('no such position in the phrase');
  const right = draw(0, choiceCount);
  const order = draw(16, 6);

  const taken = new Set([answer]);
  const pick = (candidates: readonly number[], offset: number): number => {
    const free = candidates.filter((candidate) => !taken.has(candidate));
    // A phrase of one repeated word has no other own word, and a taken look-alike leaves none: any word will do.
    const pool = free.length > 0 ? free : everyWord.filter((candidate) => !taken.has(candidate));
    const chosen = pool[draw(offset, pool.length)];
    if (chosen === undefined) throw new RangeError('the wordlist has more than four words');
    taken.add(chosen);
    return chosen;
  };
  const decoys = [pick([...phrase], 4), pick(lookAlikes(answer), 8), pick(everyWord, 12)];

  const choices = new Uint16Array(choiceCount);
  choices[right] = answer;
  const slots = [0, 1, 2, 3].filter((slot) => slot !== right);
  for (const at of [order % 3, order % 2, 0]) {
    const [decoy = answer] = decoys.splice(at, 1);
    const [slot = right] = slots.splice(0, 1);
    choices[slot] = decoy;
  }
  return { choices, right };
}

const everyWord: readonly number[] = Array.from({ length: wordlistLength }, (_, index) => index);
