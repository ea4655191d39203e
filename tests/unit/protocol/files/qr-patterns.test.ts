import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFixedDark, isFunctionSquare } from '../../../../src/protocol/files/qr-patterns.ts';
import { seedQrSizes, type SeedQrSize } from '../../../../src/protocol/files/seed-qr.ts';

const file = join(import.meta.dirname, '../../../fixtures/data/vectors/seed-qr.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  vectors: readonly { standard?: string[]; compact?: string[] }[];
};
const pictures = vectors
  .flatMap(({ standard, compact }) => [standard, compact])
  .filter((squares) => squares !== undefined);

const places = (size: SeedQrSize): (readonly [number, number])[] =>
  Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const);

describe.each(seedQrSizes)('the fixed squares of a code of %i', (size) => {
  const ofSize = pictures.filter(({ length }) => length === size);

  it('are dark in every published picture', () => {
    expect(ofSize.length).toBeGreaterThan(2);
    for (const squares of ofSize) {
      for (const [column, row] of places(size)) {
        if (isFixedDark(size, column, row)) expect(squares[row]?.[column]).toBe('#');
      }
    }
  });

  it('are all there is outside of data and format bits', () => {
    const isFormat = (column: number, row: number): boolean =>
      (row === 8 && (column < 9 || column >= size - 8)) || (column === 8 && (row < 9 || row >= size - 8));
    const first = ofSize[0] ?? [];
    for (const [column, row] of places(size)) {
      if (!isFunctionSquare(size, column, row) || isFormat(column, row)) continue;
      expect(first[row]?.[column] === '#').toBe(isFixedDark(size, column, row));
    }
  });

  it('leave room for the codewords of the version, and at most seven squares more', () => {
    const free = places(size).filter(([column, row]) => !isFunctionSquare(size, column, row)).length;
    const bits = { 21: 26, 25: 44, 29: 70 }[size] * 8;
    expect(free - bits).toBe(size === 21 ? 0 : 7);
  });
});
