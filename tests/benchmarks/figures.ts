/** A measured row: a median with its spread, beside what it should be. */

export interface Row {
  readonly name: string;
  readonly unit: string;
  /** Sorted or not; at least one. */
  readonly samples: readonly number[];
  /** What the figure should be, and what the reference emulator needs, as a person reads it. */
  readonly aim: string;
  /** Whether a median meets the aim; left out for a row that only informs. */
  readonly meets?: (median: number) => boolean;
}

export const atMost =
  (limit: number) =>
  (median: number): boolean =>
    median <= limit;
export const atLeast =
  (limit: number) =>
  (median: number): boolean =>
    median >= limit;

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function format(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function formatRow(row: Row): string {
  const middle = median(row.samples);
  const spread = `${format(Math.min(...row.samples))} to ${format(Math.max(...row.samples))}`;
  const verdict = row.meets === undefined ? '' : row.meets(middle) ? 'met' : 'NOT MET';
  const cells = [
    row.name.padEnd(64),
    `${format(middle)} ${row.unit}`.padStart(15),
    `(${spread}, n=${row.samples.length})`.padEnd(32),
    row.aim.padEnd(50),
    verdict,
  ];
  return cells.join('  ').trimEnd();
}
