/** Numbers as a person reads them: exact, and each in one way. */

/** `value` divided by 10^`decimals`, with a point, without zeros at the end. */
export function writeDecimal(value: bigint, decimals: number): string {
  const digits = value.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
}
