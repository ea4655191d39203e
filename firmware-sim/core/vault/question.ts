/**
 * One question of the confirmation: the right word, one own word from another position, one look-alike, one random
 * word, all different.
 *
 * Everything is derived from one block of random bytes of fixed length, and the place of the right answer before
 * all else and from that block alone. So neither the number of random bytes nor the buttons that answer rightly
 * depend on the phrase (H1).
 */
import { elementAt, readU16 } from '../../../src/protocol/bytes.ts';
import { lookAlikes } from './look-alikes.ts';
import { wordlistLength } from './phrase.ts';
import { secretIndexes } from './secret-bytes.ts';

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

  const taken = [answer];
  /** One of the candidates that is not taken yet, or any word at all: a phrase of one repeated word has no other. */
  const pick = (candidates: ArrayLike<number>, offset: number): number => {
    const isFree = (candidate: number): boolean => !taken.includes(candidate);
    let free = 0;
    for (let at = 0; at < candidates.length; at += 1) if (isFree(elementAt(candidates, at))) free += 1;
    if (free === 0) return pickAny(offset);
    let left = draw(offset, free);
    let at = 0;
    for (; !isFree(elementAt(candidates, at)) || left > 0; at += 1)
      if (isFree(elementAt(candidates, at))) left -= 1;
    const chosen = elementAt(candidates, at);
    taken.push(chosen);
    return chosen;
  };
  const pickAny = (offset: number): number => {
    let chosen = draw(offset, wordlistLength - taken.length);
    // Steps over what is taken, in order: every other word is as likely as the next.
    for (const word of taken.toSorted((left, right) => left - right)) if (chosen >= word) chosen += 1;
    taken.push(chosen);
    return chosen;
  };
  const similar = lookAlikes(answer);
  const decoys = [pick(phrase, 4), pick(similar, 8), pickAny(12)];

  const choices = secretIndexes(choiceCount);
  choices[right] = answer;
  const slots = [0, 1, 2, 3].filter((slot) => slot !== right);
  for (const at of [order % 3, order % 2, 0]) {
    const [decoy = answer] = decoys.splice(at, 1);
    const [slot = right] = slots.splice(0, 1);
    choices[slot] = decoy;
  }
  similar.fill(0);
  taken.fill(0);
  return { choices, right };
}
