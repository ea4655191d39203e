/**
 * Which of a QR code's eight masks is used: the one with the fewest penalty points (ISO/IEC 18004, 7.8.3). Any of
 * them can be read, but SeedSigner's devices and its published pictures score the code while its format bits are
 * still blank, and without the quiet zone; scored like that, every device shows the same squares for a phrase.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';

/** Modules in rows, 1 for dark. */
export interface Modules {
  readonly size: number;
  readonly cells: Uint8Array;
}

/** Where format bits and the one dark module beside them go: along row 8 and column 8 (ISO/IEC 18004, 7.9). */
function isFormatBit(size: number, column: number, row: number): boolean {
  const isOnArm = (along: number): boolean => (along < 9 && along !== 6) || along >= size - 8;
  return (row === 8 && isOnArm(column)) || (column === 8 && isOnArm(row));
}

/** A copy with blank format bits; the caller erases it. */
function withoutFormat({ size, cells }: Modules): Uint8Array {
  return cells.map((dark, at) => (isFormatBit(size, at % size, Math.floor(at / size)) ? 0 : dark));
}

/** The eleven modules of a finder's line with four light ones on either side, first module in the highest bit. */
const finderLike = [0b10111010000, 0b00001011101];

/** Runs of five or more, and what looks like a finder, in one row or column. */
function linePenalty(cells: Uint8Array, size: number, start: number, step: number): number {
  let penalty = 0;
  let run = 0;
  let window = 0;
  let before = -1;
  for (let at = 0; at < size; at += 1) {
    const dark = elementAt(cells, start + at * step);
    run = dark === before ? run + 1 : 1;
    before = dark;
    // 3 for the fifth module of a run and 1 for each one after it.
    if (run >= 5) penalty += run === 5 ? 3 : 1;
    window = ((window << 1) | dark) & 0b11111111111;
    if (at >= 10 && finderLike.includes(window)) penalty += 40;
  }
  return penalty;
}

function squarePenalty(cells: Uint8Array, size: number): number {
  let penalty = 0;
  for (let row = 1; row < size; row += 1) {
    for (let column = 1; column < size; column += 1) {
      const at = row * size + column;
      const dark =
        elementAt(cells, at) +
        elementAt(cells, at - 1) +
        elementAt(cells, at - size) +
        elementAt(cells, at - size - 1);
      if (dark === 0 || dark === 4) penalty += 3;
    }
  }
  return penalty;
}

/** Ten points for each whole 5 % that the share of dark modules is away from a half. */
function balancePenalty(cells: Uint8Array): number {
  const dark = cells.reduce((sum, cell) => sum + cell, 0);
  return Math.floor(Math.abs((dark / cells.length) * 100 - 50) / 5) * 10;
}

export function maskPenalty(modules: Modules): number {
  const { size } = modules;
  const cells = withoutFormat(modules);
  let penalty = squarePenalty(cells, size) + balancePenalty(cells);
  for (let line = 0; line < size; line += 1) {
    penalty += linePenalty(cells, size, line * size, 1) + linePenalty(cells, size, line, size);
  }
  cells.fill(0);
  return penalty;
}
