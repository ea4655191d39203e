/**
 * Whether two secrets are equal. Reads every element up to `longest`, wherever the first difference is and however
 * long the two are, so that the time taken says nothing about either; elements past an end count as zero.
 */
export function sameSecret(left: ArrayLike<number>, right: ArrayLike<number>, longest: number): boolean {
  let difference = left.length ^ right.length;
  for (let at = 0; at < longest; at += 1) difference |= (left[at] ?? 0) ^ (right[at] ?? 0);
  return difference === 0;
}
