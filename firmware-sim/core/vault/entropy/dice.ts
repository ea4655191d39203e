/**
 * Dice: how many rolls, and whether they can be those of a fair die. Rolls are ASCII digits, `1` to `6`, one a byte.
 * They are mixed with the random source and never replace it, so a bad die costs nothing but the comfort; a series
 * that no fair die gives is refused because its person believes to add what is not there.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { entropyLength, type WordCount } from '../../../../src/protocol/public-state.ts';
import { criticalCount } from '../random/binomial.ts';
import { secretBytes } from '../memory/secret-bytes.ts';

const faces = 6;
const firstFace = 0x31;

/**
 * Bits by which the rolls may fall short. A roll gives log2(6) = 2.585 bits. 256 bits are 99.03 rolls: 99 give
 * 255.91, which is the number that the field publishes, and the missing 0.09 bits take 6 % off a number of 77 digits.
 */
const shortBits = 0.1;

/** 50, 62, 75, 87 and 99 rolls for 12, 15, 18, 21 and 24 words. */
export function rollsNeeded(wordCount: WordCount): number {
  return Math.ceil((entropyLength(wordCount) * 8 - shortBits) / Math.log2(faces));
}

/**
 * The least sum of squared counts of six equally likely values that no more than 3 in 10^7 series reach, by the number
 * of values. It is the chi-square test with exact tails: `tests/unit/core/vault/entropy/dice.test.ts` adds them up.
 */
const tooUneven: ReadonlyMap<number, number> = new Map([
  [49, 743],
  [50, 766],
  [61, 1041],
  [62, 1070],
  [74, 1420],
  [75, 1453],
  [86, 1818],
  [87, 1853],
  [98, 2264],
  [99, 2303],
]);

/** Chance that a fair die is refused for a pattern, over all distances together. */
const patternAlpha = 3e-7;

function isUneven(values: Uint8Array): boolean {
  const counts = secretBytes(faces);
  for (const value of values) counts[value] = elementAt(counts, value) + 1;
  const sum = counts.reduce((total, count) => total + count * count, 0);
  counts.fill(0);
  return sum >= (tooUneven.get(values.length) ?? 0);
}

/**
 * Whether rolls repeat at some distance. Of a fair die, each roll equals the one `distance` before it with a chance
 * of one in six, independently of all the others at this distance.
 */
function repeats(rolls: Uint8Array): boolean {
  const distances = Math.floor(rolls.length / 2);
  for (let distance = 1; distance <= distances; distance += 1) {
    let equal = 0;
    for (let at = distance; at < rolls.length; at += 1) equal += rolls[at] === rolls[at - distance] ? 1 : 0;
    if (equal >= criticalCount(rolls.length - distance, 1 / faces, patternAlpha / distances)) return true;
  }
  return false;
}

export type RollsFlaw = 'biased' | 'patterned';

/**
 * What a fair die would not do: numbers too uneven, steps from one roll to the next too uneven (such as counting up),
 * or rolls that repeat at some distance. A fair die is refused less than once in a million series: three tests, each
 * at 3 in 10^7. `rolls` has one of the lengths of `rollsNeeded`; another one is biased.
 */
export function flawOf(rolls: Uint8Array): RollsFlaw | undefined {
  const values = secretBytes(rolls.length);
  rolls.forEach((digit, at) => void (values[at] = digit - firstFace));
  const steps = secretBytes(Math.max(0, rolls.length - 1));
  for (let at = 0; at < steps.length; at += 1)
    steps[at] = (elementAt(values, at + 1) - elementAt(values, at) + faces) % faces;
  try {
    if (isUneven(values)) return 'biased';
    return isUneven(steps) || repeats(values) ? 'patterned' : undefined;
  } finally {
    values.fill(0);
    steps.fill(0);
  }
}
