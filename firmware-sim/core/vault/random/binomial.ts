/** How often something may happen by chance: the bound behind the health tests and the tests of dice. */

/**
 * The smallest count that at most `alpha` of all series reach by chance, where each of `trials` independent events
 * happens with `probability`. NIST SP 800-90B 4.4.2 writes it as 1 + CRITBINOM(trials, probability, 1 - alpha).
 */
export function criticalCount(trials: number, probability: number, alpha: number): number {
  const odds = probability / (1 - probability);
  const chances = [(1 - probability) ** trials];
  for (let count = 0; count < trials; count += 1) {
    chances.push(((chances[count] ?? 0) * (trials - count) * odds) / (count + 1));
  }
  // From the rare end, so that nothing small is lost beside something large.
  let tail = 0;
  for (let count = trials; count >= 0; count -= 1) {
    tail += chances[count] ?? 0;
    if (tail > alpha) return count + 1;
  }
  return 0;
}
