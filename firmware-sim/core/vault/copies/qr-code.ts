/**
 * QR codes of versions 1 to 3 at error correction level L (ISO/IEC 18004): one block each, so nothing is interleaved.
 * Written out here, and checked against two libraries by the tests, because a library copies what it encodes into
 * arrays that nobody can overwrite (H9).
 */
import { byteAt, elementAt } from '../../../../src/protocol/bytes.ts';
import { isFixedDark, isFunctionSquare } from '../../../../src/protocol/files/qr-patterns.ts';
import type { SeedQrSize } from '../../../../src/protocol/files/seed-qr.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes } from '../memory/secret-bytes.ts';

/** Codewords of data and of error correction (table 9). */
const codewords: Readonly<Record<SeedQrSize, { readonly data: number; readonly correction: number }>> = {
  21: { data: 19, correction: 7 },
  25: { data: 34, correction: 10 },
  29: { data: 55, correction: 15 },
};

/** A product in GF(256) with the polynomial x^8 + x^4 + x^3 + x^2 + 1; no tables, no branch on the factors. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((right >>> bit) & 1) * left;
  }
  return product;
}

/** The coefficients of (x - 1)(x - 2)(x - 4)... below the highest one (annex A). */
function generatorPolynomial(degree: number): Uint8Array {
  const coefficients = new Uint8Array(degree);
  coefficients[degree - 1] = 1;
  let root = 1;
  for (let factor = 0; factor < degree; factor += 1) {
    for (let at = 0; at < degree; at += 1) {
      const next = at + 1 < degree ? elementAt(coefficients, at + 1) : 0;
      coefficients[at] = multiply(elementAt(coefficients, at), root) ^ next;
    }
    root = multiply(root, 2);
  }
  return coefficients;
}

/** Fills in the correction codewords behind the data. */
function addCorrection(bytes: Uint8Array, data: number): void {
  const generator = generatorPolynomial(bytes.length - data);
  const remainder = bytes.subarray(data);
  for (let at = 0; at < data; at += 1) {
    const factor = byteAt(bytes, at) ^ byteAt(remainder, 0);
    remainder.copyWithin(0, 1);
    remainder[remainder.length - 1] = 0;
    generator.forEach((coefficient, place) => {
      remainder[place] = byteAt(remainder, place) ^ multiply(coefficient, factor);
    });
  }
}

export type PushBits = (value: number, bits: number) => void;

/**
 * Data and correction codewords: what `content` pushes, highest bit first, then terminator and padding (7.4.9 and
 * 7.4.10). Throws `RangeError` when it does not fit. The caller erases them.
 */
export function encodeCodewords(size: SeedQrSize, content: (push: PushBits) => void): Uint8Array {
  const { data, correction } = codewords[size];
  const bytes = secretBytes(data + correction);
  let used = 0;
  content((value, bits) => {
    if (used + bits > data * 8) throw new RangeError('the content does not fit into the code');
    for (let bit = bits - 1; bit >= 0; bit -= 1, used += 1) {
      bytes[used >>> 3] = byteAt(bytes, used >>> 3) | (((value >>> bit) & 1) << (7 - (used & 7)));
    }
  });
  const terminated = Math.min(used + 4, data * 8);
  for (let at = Math.ceil(terminated / 8), pad = 0xec; at < data; at += 1, pad ^= 0xec ^ 0x11)
    bytes[at] = pad;
  addCorrection(bytes, data);
  return bytes;
}

/** Where data goes, in order: pairs of columns from the right, up and down by turns (7.7.3). */
function* dataSquares(size: SeedQrSize): Generator<readonly [column: number, row: number]> {
  let upward = true;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern belongs to no pair.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const row = upward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFunctionSquare(size, column, row)) yield [column, row];
      }
    }
    upward = !upward;
  }
}

/** The eight masks (table 10): whether they turn the square over. */
export const masks: readonly ((column: number, row: number) => boolean)[] = [
  (column, row) => (column + row) % 2 === 0,
  (_, row) => row % 2 === 0,
  (column) => column % 3 === 0,
  (column, row) => (column + row) % 3 === 0,
  (column, row) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (column, row) => ((column * row) % 2) + ((column * row) % 3) === 0,
  (column, row) => (((column * row) % 2) + ((column * row) % 3)) % 2 === 0,
  (column, row) => (((column + row) % 2) + ((column * row) % 3)) % 2 === 0,
];

/** Level L and the mask with their check bits (7.9.1 and annex C): 15 bits. */
function formatBits(mask: number): number {
  const content = (0b01 << 3) | mask;
  let remainder = content;
  for (let bit = 0; bit < 10; bit += 1) remainder = (remainder << 1) ^ ((remainder >>> 9) * 0x537);
  return ((content << 10) | remainder) ^ 0x5412;
}

/** Both copies of the format bits (figure 25). */
function placeFormat(cells: Uint8Array, size: SeedQrSize, mask: number): void {
  const format = formatBits(mask);
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = (format >>> bit) & 1;
    const along = bit < 8 ? bit + (bit < 6 ? 0 : 1) : 14 - bit + (bit === 8 ? 1 : 0);
    // Around the first finder: down column 8, then back along row 8.
    cells[bit < 8 ? along * size + 8 : 8 * size + along] = dark;
    // At the two others: row 8 from the right, column 8 downwards.
    cells[bit < 8 ? 8 * size + size - 1 - bit : (size - 15 + bit) * size + 8] = dark;
  }
}

/** The whole code with one of the masks: modules in rows, 1 for dark. The caller erases it. */
export function placeSquares(size: SeedQrSize, bytes: Uint8Array, mask: number): Uint8Array {
  const turnsOver = masks[mask];
  if (turnsOver === undefined) throw new RangeError('a mask is a number from 0 to 7');
  const cells = Uint8Array.from({ length: size * size }, (_, at) =>
    isFixedDark(size, at % size, Math.floor(at / size)) ? 1 : 0,
  );
  placeFormat(cells, size, mask);
  let bit = 0;
  for (const [column, row] of dataSquares(size)) {
    // Past the last codeword there are up to seven squares left, which hold zeros.
    const dark = ((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1;
    cells[row * size + column] = turnsOver(column, row) ? 1 - dark : dark;
    bit += 1;
  }
  return cells;
}

/** The code with the mask that `penalty` likes best, the first of equals; the others are erased. */
export function placeWithBestMask(
  size: SeedQrSize,
  bytes: Uint8Array,
  penalty: (cells: Uint8Array) => number,
): Uint8Array {
  let best: Uint8Array = new Uint8Array();
  let lowest = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < masks.length; mask += 1) {
    const cells = placeSquares(size, bytes, mask);
    const points = penalty(cells);
    const isBetter = points < lowest;
    erase(isBetter ? best : cells);
    if (!isBetter) continue;
    best = cells;
    lowest = points;
  }
  return best;
}
