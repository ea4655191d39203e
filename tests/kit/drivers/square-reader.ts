/** Reads the squares of a SeedQR: from pixels, as an eye at the glass would, and with a decoder that is not ours. */
import decodeQR from 'qr/decode.js';
import { seedQrBlocks, type SeedQrSize } from '../../../src/protocol/files/seed-qr.ts';

/** Whether the pixel at a place is lit. */
export type Pixel = (x: number, y: number) => boolean;

/** Rows of `#` (dark) and `.`. */
export type Squares = readonly string[];

const panel = 64;
const quietZone = 4;
const pixelsPerSquare = 6;

export interface Decoded {
  readonly text: string;
  /** The bytes of a byte segment, if there was one. */
  readonly bytes: Uint8Array | undefined;
}

/** Draws the squares with a proper quiet zone and decodes them. Throws when they are no code. */
export function decodeSquares(squares: Squares): Decoded {
  const side = (squares.length + 2 * quietZone) * pixelsPerSquare;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = squares[Math.floor(y / pixelsPerSquare) - quietZone];
      if (row?.[Math.floor(x / pixelsPerSquare) - quietZone] !== '#') continue;
      data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  let bytes: Uint8Array | undefined;
  const text = decodeQR(
    { width: side, height: side, data },
    {
      textDecoder(segment) {
        bytes = segment.slice();
        return String.fromCharCode(...segment);
      },
    },
  );
  return { text, bytes };
}

/** The whole code on the screen: two pixels a square, in the middle of the panel. */
export function readWholeCode(isLit: Pixel, size: SeedQrSize): Squares {
  const edge = (panel - 2 * size) / 2;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (isLit(edge + 2 * column, edge + 2 * row) ? '.' : '#')).join(
      '',
    ),
  );
}

/** One block, by the middle of each square. */
export function readBlock(isLit: Pixel, size: SeedQrSize, index: number): Squares {
  const block = seedQrBlocks(size)[index];
  if (block === undefined) throw new RangeError('no such block');
  const [pitch, edge] = size === 21 ? [9, 0] : [12, 2];
  return Array.from({ length: block.height }, (_, row) =>
    Array.from({ length: block.width }, (__, column) =>
      isLit(edge + column * pitch + 5, edge + row * pitch + 5) ? '.' : '#',
    ).join(''),
  );
}

/** What a person has on the grid after copying every block into its place. */
export function stitch(size: SeedQrSize, blocks: readonly Squares[]): Squares {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '?'));
  seedQrBlocks(size).forEach(({ left, top }, index) => {
    blocks[index]?.forEach((line, row) =>
      line.split('').forEach((square, column) => {
        const to = rows[top + row];
        if (to !== undefined) to[left + column] = square;
      }),
    );
  });
  return rows.map((row) => row.join(''));
}
