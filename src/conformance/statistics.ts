/** Numbers from samples: a median, how closely times keep to a grid, and whether two samples have one mean. Pure. */

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * How closely moments keep to a grid of `period`, wherever it begins: the length of the mean of their phases as unit vectors
 * (circular statistics). 1 for a perfect grid; about 1 / √n for moments that know none.
 */
export function gridFit(moments: readonly number[], period: number): number {
  let [x, y] = [0, 0];
  for (const moment of moments) {
    const angle = ((moment % period) / period) * 2 * Math.PI;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return Math.hypot(x, y) / moments.length;
}

/**
 * The best fit of windows of so many moments each: two clocks drift apart over a longer time, and a computer that is busy with something
 * else for a while has its quiet windows too.
 */
export function bestGridFit(moments: readonly number[], period: number, window: number): number {
  const fits: number[] = [];
  for (let at = 0; at + window <= moments.length; at += window)
    fits.push(gridFit(moments.slice(at, at + window), period));
  return Math.max(...fits);
}

/** Welch's t of two samples; 0 where both are constant and alike. */
export function welchT(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [moments(one), moments(other)];
  const difference = first.mean - second.mean;
  const error = Math.sqrt(first.variance / one.length + second.variance / other.length);
  if (error === 0) return difference === 0 ? 0 : Number.POSITIVE_INFINITY;
  return difference / error;
}

function moments(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, values.length - 1) };
}
