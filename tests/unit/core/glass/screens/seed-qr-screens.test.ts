/** The pictures of a SeedQR on the glass, dot by dot, made of the squares that its specification publishes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../../../firmware-sim/core/board.ts';
import { createCanvas, type Canvas } from '../../../../../firmware-sim/core/glass/screens/canvas.ts';
import { textWidth } from '../../../../../firmware-sim/core/glass/font/font.ts';
import { drawBlock, drawWholeCode } from '../../../../../firmware-sim/core/glass/screens/seed-qr-screens.ts';
import type { SeedQr } from '../../../../../firmware-sim/core/vault/copies/seed-qr.ts';
import { seedQrBlocks, seedQrSizes, type SeedQrSize } from '../../../../../src/protocol/files/seed-qr.ts';
import { glassText } from '../../../../../src/text/glass.ts';
import { art, isLit } from '../../../../kit/drivers/pixels.ts';
import type { Squares } from '../../../../kit/drivers/square-reader.ts';

const file = join(import.meta.dirname, '../../../../fixtures/data/vectors/seed-qr.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  vectors: readonly { readonly standard?: Squares; readonly compact?: Squares }[];
};
const pictures = vectors.flatMap(({ standard, compact }) => [standard, compact]);

/** The first published picture of a size. */
function squaresOf(size: SeedQrSize): Squares {
  const squares = pictures.find((picture) => picture?.length === size);
  if (squares === undefined) throw new Error('there is a picture of every size');
  return squares;
}

function codeOf(size: SeedQrSize): SeedQr {
  const squares = squaresOf(size);
  return { size, isDark: (column, row) => squares[row]?.[column] === '#', erase: () => undefined };
}

function painted(paint: (canvas: Canvas) => void) {
  const canvas = createCanvas();
  paint(canvas);
  return canvas.frame;
}

const foot = { left: 'Back', right: 'Next' };
const wholeCode = (size: SeedQrSize, title = 'SeedQR') =>
  painted((canvas) => drawWholeCode(canvas, codeOf(size), { title, ...foot }, glassText));
const block = (size: SeedQrSize, index: number) =>
  painted((canvas) => drawBlock(canvas, codeOf(size), index, foot, glassText));

const placed = (lines: readonly TextLine[]) =>
  lines.map(({ text, x, y, height }) => ({ text, x, y, height }));
/** The left button is named at the left, the right one at the right edge and a line lower. */
const footLines = [
  { text: '◀ Back', x: 68, y: 44, height: 10 },
  { text: 'Next ▶', x: 127 - textWidth('small', 'Next ▶'), y: 54, height: 10 },
];

/** Rows of a picture, each as often as it says. */
const rows = (...runs: readonly (readonly [times: number, row: string])[]): string[] =>
  runs.flatMap(([times, row]) => Array.from({ length: times }, () => row));

describe('the whole code', () => {
  it.each([
    [21, 11],
    [25, 7],
    [29, 3],
  ] as const)(
    'of %i squares a side stands in the middle of the lit panel, two pixels a square',
    (size, edge) => {
      const quiet = '#'.repeat(64);
      const margin = '#'.repeat(edge);
      // Lit where the square is light.
      const code = squaresOf(size).flatMap((row) => {
        const pixels = Array.from(row, (square) => (square === '#' ? '..' : '##')).join('');
        return rows([2, `${margin}${pixels}${margin}`]);
      });
      expect(art(wholeCode(size), 0, 0, 64, 64)).toEqual([
        ...rows([edge, quiet]),
        ...code,
        ...rows([edge, quiet]),
      ]);
    },
  );

  it.each([
    [21, '21 x 21,', 'in 9 blocks'],
    [25, '25 x 25,', 'in 25 blocks'],
    [29, '29 x 29,', 'in 36 blocks'],
  ] as const)(
    'of %i squares a side says so, and in how many blocks it is copied',
    (size, squares, blocks) => {
      expect(placed(wholeCode(size).lines)).toEqual([
        { text: 'SeedQR', x: 68, y: 0, height: 12 },
        { text: squares, x: 68, y: 18, height: 10 },
        { text: blocks, x: 68, y: 28, height: 10 },
        ...footLines,
      ]);
    },
  );

  it('has the title that the stage gives, and says nothing of buttons that do nothing', () => {
    const frame = painted((canvas) => drawWholeCode(canvas, codeOf(21), { title: 'Squares' }, glassText));
    expect(frame.lines.map(({ text }) => text)).toEqual(['Squares', '21 x 21,', 'in 9 blocks']);
  });
});

describe('the squares of a block', () => {
  const panel = (size: SeedQrSize, index: number): string[] => art(block(size, index), 0, 0, 66, 64);

  it('squares are 10 pixels wide and 2 apart, five a side, with dots at the corners', () => {
    expect(panel(29, 7)).toEqual(
      rows(
        [3, '################################################################..'],
        [10, '###############..........##############..........##..........###..'],
        [2, '#############..##########..##########..##########..#############..'],
        [10, '###..........##..........##############..........###############..'],
        [2, '#############..##########..##########..##########..#############..'],
        [10, '################################################################..'],
        [2, '#############..##########..##########..##########..#############..'],
        [10, '###..........##..........#######################################..'],
        [2, '#############..##########..##########..##########..#############..'],
        [10, '###########################..........###########################..'],
        [3, '################################################################..'],
      ),
    );
  });

  it('are four a side where the code ends, and so is the ground', () => {
    expect(panel(29, 35)).toEqual(
      rows(
        [3, '####################################################..............'],
        [10, '###########################..........###############..............'],
        [2, '#############..##########..##########..#############..............'],
        [10, '###..........##..........##..........##..........###..............'],
        [2, '#############..##########..##########..#############..............'],
        [10, '###############..........##############..........###..............'],
        [2, '#############..##########..##########..#############..............'],
        [10, '###..........##..........###########################..............'],
        [3, '####################################################..............'],
        [12, '..................................................................'],
      ),
    );
  });

  it('are 8 pixels long and 1 apart in the smallest code, seven a side', () => {
    expect(panel(21, 5)).toEqual(
      rows(
        [9, '################################################################..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '###################........#........#........##########........#..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '############################........##########........#........#..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '#........##########........#####################################..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '#........#........#........##########........##########........#..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '##########........#........#........#........##########........#..'],
        [1, '#########.########.########.########.########.########.#########..'],
        [8, '#........#........#........##########........#........#........#..'],
        [1, '################################################################..'],
      ),
    );
  });
});

describe('the map of the blocks', () => {
  const map = (size: SeedQrSize, index: number): string[] => art(block(size, index), 100, 12, 28, 27);

  it('is a grid at the right, on which the block on the screen is filled', () => {
    expect(map(29, 7)).toEqual(
      rows(
        [1, '............................'],
        [1, '.#########################..'],
        [3, '.#...#...#...#...#...#...#..'],
        [1, '.#########################..'],
        [3, '.#...#####...#...#...#...#..'],
        [1, '.#########################..'],
        [3, '.#...#...#...#...#...#...#..'],
        [1, '.#########################..'],
        [3, '.#...#...#...#...#...#...#..'],
        [1, '.#########################..'],
        [3, '.#...#...#...#...#...#...#..'],
        [1, '.#########################..'],
        [3, '.#...#...#...#...#...#...#..'],
        [1, '.#########################..'],
        [1, '............................'],
      ),
    );
  });

  it('has three blocks a side for the smallest code, and ends at the same edge', () => {
    expect(map(21, 5)).toEqual(
      rows(
        [1, '............................'],
        [1, '.............#############..'],
        [3, '.............#...#...#...#..'],
        [1, '.............#############..'],
        [3, '.............#...#...#####..'],
        [1, '.............#############..'],
        [3, '.............#...#...#...#..'],
        [1, '.............#############..'],
        [13, '............................'],
      ),
    );
  });

  it.each(seedQrSizes)(
    'marks each block of a code of %i squares a side in its row and column, no other',
    (size) => {
      const blocks = seedQrBlocks(size);
      const across = Math.sqrt(blocks.length);
      blocks.forEach((_, index) => {
        const frame = block(size, index);
        const filled = blocks.flatMap(({ name, row, column }) =>
          isLit(frame, 127 - 4 * (across - column), 15 + 4 * row) ? [name] : [],
        );
        expect(filled).toEqual([blocks[index]?.name]);
      });
    },
  );
});

describe('the words beside a block', () => {
  it('are its number among all, its name in large letters, and what the buttons do', () => {
    const frame = block(29, 7);
    expect(placed(frame.lines)).toEqual([
      { text: 'B2', x: 68, y: 12, height: 24 },
      { text: '8 of 36', x: 68, y: 0, height: 10 },
      ...footLines,
    ]);
    expect(frame.lines[0]?.width).toBe(2 * textWidth('body', 'B2'));
  });

  it.each([
    [21, 'C3', '9 of 9'],
    [25, 'E5', '25 of 25'],
    [29, 'F6', '36 of 36'],
  ] as const)('count from 1 to the last block of a code of %i squares a side', (size, name, count) => {
    const last = seedQrBlocks(size).length - 1;
    const said = (index: number): string[] =>
      block(size, index)
        .lines.slice(0, 2)
        .map(({ text }) => text);
    expect(said(0)).toEqual(['A1', `1 of ${last + 1}`]);
    expect(said(last)).toEqual([name, count]);
  });

  it.each([-1, 9])('do not exist for block %i of a code of nine', (index) => {
    expect(() => block(21, index)).toThrow(new RangeError('no such block in the code'));
  });
});
