/** The line that every runner here ends with. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Of several such lines the last: `npm test` inside prints its own before ours. */
export function lastCounts(output: string): Counts | undefined {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1) ?? [];
  return passed === undefined || failed === undefined
    ? undefined
    : { passed: Number(passed), failed: Number(failed) };
}
