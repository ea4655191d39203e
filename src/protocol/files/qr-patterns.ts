/**
 * The squares that are the same in every QR code of a size, whatever it holds (ISO/IEC 18004, 6.3). A device leaves
 * them out when it places data; on a blank grid they save work by hand, and reveal nothing.
 */
import type { SeedQrSize } from './seed-qr.ts';

/** Columns and rows from 0, at the top left. The alignment pattern, which the smallest version lacks. */
function distanceToAlignment(size: SeedQrSize, column: number, row: number): number {
  if (size === 21) return Number.POSITIVE_INFINITY;
  return Math.max(Math.abs(column - (size - 7)), Math.abs(row - (size - 7)));
}

/** Finders, separators, timing, alignment, and the places of the format bits: no data goes there. */
export function isFunctionSquare(size: SeedQrSize, column: number, row: number): boolean {
  const atFinder =
    (column < 9 && row < 9) || (column >= size - 8 && row < 9) || (column < 9 && row >= size - 8);
  return atFinder || column === 6 || row === 6 || distanceToAlignment(size, column, row) <= 2;
}

/** Rings around a middle: distance 0 and 1 dark, 2 light, 3 dark. */
function isDarkInFinder(column: number, row: number, middleColumn: number, middleRow: number): boolean {
  const distance = Math.max(Math.abs(column - middleColumn), Math.abs(row - middleRow));
  return distance !== 2 && distance <= 3;
}

/** Whether a square is dark in every code; the format bits, which give the mask, are not among them. */
export function isFixedDark(size: SeedQrSize, column: number, row: number): boolean {
  const finders = [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const;
  if (finders.some(([x, y]) => isDarkInFinder(column, row, x, y))) return true;
  // The one dark module beside the format bits.
  if (column === 8 && row === size - 8) return true;
  const onTiming = (across: number, along: number): boolean =>
    across === 6 && along >= 8 && along <= size - 9 && along % 2 === 0;
  if (onTiming(row, column) || onTiming(column, row)) return true;
  const distance = distanceToAlignment(size, column, row);
  return distance === 0 || distance === 2;
}
