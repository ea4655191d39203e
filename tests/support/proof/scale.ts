/**
 * How much a proof runs: a few thousand cases in the security suite, all of them under `npm run test:proof`, which
 * sets `PROOF_SCALE` to 1. A number between scales the long figures down, to measure or to look for a fault.
 */
const scale = Number(process.env['PROOF_SCALE'] ?? 0);

/** `short` in the suites, `long` at `PROOF_SCALE=1`, at least `short` in between. */
export function proofRuns({ short, long }: { readonly short: number; readonly long: number }): number {
  return Math.max(short, Math.round(long * scale));
}
