/**
 * What may be wrong with words that a person entered. A device that holds the wallet can tell exactly; one that does not
 * has the checksum alone, which neighbours in the wrong order also fit by chance: once in 16 for 12 words, in 256 for 24.
 * Every pair and every place is looked at, whatever was found before it.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { erase } from '../memory/erase.ts';
import { copyIndexes } from '../memory/secret-bytes.ts';

/** Positions count from 1. */
export type Mistake =
  | { readonly kind: 'word'; readonly position: number }
  /** The words at `position` and behind it stand in each other's place. */
  | { readonly kind: 'swapped'; readonly position: number }
  /** The word that belongs at `position` is not there, and those behind it stand one place too early. */
  | { readonly kind: 'left-out'; readonly position: number }
  /** The word at `position` does not belong there, and those behind it stand one place too late. */
  | { readonly kind: 'extra'; readonly position: number }
  | { readonly kind: 'several'; readonly position: number; readonly count: number };

/** How `entered` differs from the phrase of the wallet, or `undefined` when it does not. Both are of one length. */
export function mistakeIn(entered: Uint16Array, right: Uint16Array): Mistake | undefined {
  const last = right.length - 1;
  const differs = (at: number, other: number): number =>
    Number(elementAt(entered, at) !== elementAt(right, other));
  let [count, first, final] = [0, 0, 0];
  for (let at = last; at >= 0; at -= 1) first = differs(at, at) === 1 ? at : first;
  for (let at = 0; at <= last; at += 1) {
    count += differs(at, at);
    final = differs(at, at) === 1 ? at : final;
  }
  let [early, late] = [0, 0];
  for (let at = 0; at < last; at += 1) {
    early += at >= first ? differs(at, at + 1) : 0;
    late += at >= first ? differs(at + 1, at) : 0;
  }
  const position = first + 1;
  if (count === 0) return undefined;
  if (count === 1) return { kind: 'word', position };
  if (count === 2 && final === first + 1 && differs(first, final) + differs(final, first) === 0)
    return { kind: 'swapped', position };
  if (early === 0) return { kind: 'left-out', position };
  if (late === 0) return { kind: 'extra', position };
  return { kind: 'several', position, count };
}

/** The positions, from 1, whose word and the next, exchanged, would make `fits` true: where a checksum is right. */
export function swapsThatFit(entered: Uint16Array, fits: (words: Uint16Array) => boolean): number[] {
  const attempt = copyIndexes(entered);
  const found: number[] = [];
  for (let at = 0; at + 1 < attempt.length; at += 1) {
    const [one, other] = [elementAt(attempt, at), elementAt(attempt, at + 1)];
    [attempt[at], attempt[at + 1]] = [other, one];
    if (fits(attempt)) found.push(at + 1);
    [attempt[at], attempt[at + 1]] = [one, other];
  }
  erase(attempt);
  return found;
}

/** The first position, from 1, whose word stands right behind itself; 0 without one. */
export function repeatedWord(entered: Uint16Array): number {
  let found = 0;
  for (let at = entered.length - 1; at > 0; at -= 1)
    found = elementAt(entered, at) === elementAt(entered, at - 1) ? at + 1 : found;
  return found;
}
