/** The chance that a cheat would have had, for a wallet that came out of a row of checks. */
import type { EntropyProof } from '../../records/book.ts';

/** At most `times` in `of`. From `times` = `of` on it says nothing. */
export interface CheatChance {
  readonly times: number;
  readonly of: number;
}

/**
 * A device passes one check with a chance of at most 1 in its range, and each check of the row was a try: the chances add
 * up (union bound). With one range for all of them that is (unfinished + 1) in range. Exact for the ranges on offer, of
 * which each divides the next; for others it is rounded up.
 */
export function cheatChance({
  range,
  unfinishedBefore,
}: Pick<EntropyProof, 'range' | 'unfinishedBefore'>): CheatChance {
  const ranges = [...unfinishedBefore, range];
  const of = Math.max(...ranges);
  return { times: ranges.reduce((sum, each) => sum + Math.ceil(of / each), 0), of };
}

/** Whether the chances of the tries add up to certainty: any cheat may have passed. */
export function provesNothing(found: Pick<EntropyProof, 'range' | 'unfinishedBefore'>): boolean {
  const { times, of } = cheatChance(found);
  return times >= of;
}
