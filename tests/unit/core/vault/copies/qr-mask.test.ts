/** The choice of a mask, against the rules of ISO/IEC 18004, 7.8.3, written once more over rows of text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeCodewords,
  placeSquares,
  placeWithBestMask,
} from '../../../../../firmware-sim/core/vault/copies/qr-code.ts';
import { maskPenalty } from '../../../../../firmware-sim/core/vault/copies/qr-mask.ts';
import { seedQrSizes, type SeedQrSize } from '../../../../../src/protocol/files/seed-qr.ts';

/** `0` and `1` by rows, with blank format bits. */
function rowsOf(size: number, cells: Uint8Array): string[] {
  const onArm = (along: number): boolean => along >= size - 8 || [0, 1, 2, 3, 4, 5, 7, 8].includes(along);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => {
      const isFormat = (row === 8 && onArm(column)) || (column === 8 && onArm(row));
      return isFormat ? '0' : String(cells[row * size + column]);
    }).join(''),
  );
}

function pointsByTheRules(size: number, cells: Uint8Array): number {
  const rows = rowsOf(size, cells);
  const columns = rows.map((_, at) => rows.map((row) => row.charAt(at)).join(''));
  let points = 0;
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    for (let at = 0; at < size; at += 1) {
      if (/^(10111010000|00001011101)/.test(line.slice(at))) points += 40;
    }
  }
  for (let row = 0; row + 1 < size; row += 1) {
    for (let column = 0; column + 1 < size; column += 1) {
      const square = [row, row + 1].map((at) => rows[at]?.slice(column, column + 2)).join('');
      if (square === '0000' || square === '1111') points += 3;
    }
  }
  const dark = rows.join('').replaceAll('0', '').length;
  const percentFromHalf = Math.abs((100 * dark) / (size * size) - 50);
  return points + 10 * Math.floor(percentFromHalf / 5);
}

describe.each(seedQrSizes)('the points of %i squares a side', (size) => {
  it('are those of the rules, for any squares, from all light to all dark', () => {
    const cells = fc
      .tuple(
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size * size }),
      )
      .map(([darkOfTen, values]) =>
        Uint8Array.from({ length: size * size }, (_, at) => ((values[at] ?? 0) < darkOfTen ? 1 : 0)),
      );
    fc.assert(
      fc.property(cells, (squares) => {
        expect(maskPenalty({ size, cells: squares })).toBe(pointsByTheRules(size, squares));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the mask', () => {
  const size: SeedQrSize = 21;
  const bytes = encodeCodewords(size, (push) => push(0b0101, 4));
  const withMask = (mask: number): string => placeSquares(size, bytes, mask).join('');

  it.each([0, 3, 7])('is the one with the fewest points: %i', (wanted) => {
    const chosen = placeWithBestMask(size, bytes, (cells) => (cells.join('') === withMask(wanted) ? 9 : 10));
    expect(chosen.join('')).toBe(withMask(wanted));
  });

  it('is the first of several with equally few', () => {
    expect(placeWithBestMask(size, bytes, () => 10).join('')).toBe(withMask(0));
    const notTheFirst = placeWithBestMask(size, bytes, (cells) => (cells.join('') === withMask(0) ? 11 : 10));
    expect(notTheFirst.join('')).toBe(withMask(1));
  });
});
