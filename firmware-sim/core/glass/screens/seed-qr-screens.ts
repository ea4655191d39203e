/** A SeedQR on the glass: the whole code, and one block of it large enough to count its squares. */
import { screenHeight, screenWidth } from '../../../../src/protocol/screen-size.ts';
import {
  blockLength,
  blocksAcross,
  seedQrBlocks,
  type SeedQrBlock,
  type SeedQrSize,
} from '../../../../src/protocol/files/seed-qr.ts';
import type { GlassMessages } from '../../../../src/text/types/glass.ts';
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import type { SeedQr } from '../../vault/copies/seed-qr.ts';
import type { Canvas } from './canvas.ts';

/** The code stands in a lit square at the left, as high as the screen: dark on light, as ink is on paper. */
const panel = screenHeight;
/** Pixels a module of the whole code: 29 modules are 58 pixels, and the rest of the panel is their quiet zone. */
const moduleLength = 2;
const textLeft = 68;
/** Two lines: side by side, what the buttons do would touch. */
const footTop = { left: 44, right: 54 } as const;
/** Pixels from one cell of the block map to the next. */
const mapPitch = 4;
const mapTop = 13;

type Foot = Pick<StageSentences, 'left' | 'right'>;

/** What the buttons do, right of the panel. */
function drawFoot(canvas: Canvas, { left, right }: Foot): void {
  if (left !== undefined) canvas.text(`◀ ${left}`, textLeft, footTop.left);
  if (right !== undefined) canvas.text(`${right} ▶`, screenWidth - 1, footTop.right, { align: 'right' });
}

/** Pixels from the edge of the panel to the first module. */
export function wholeCodeMargin(size: SeedQrSize): number {
  return (panel - size * moduleLength) / 2;
}

export function drawWholeCode(
  canvas: Canvas,
  code: SeedQr,
  sentences: StageSentences,
  { seedQr }: GlassMessages,
): void {
  const { size } = code;
  const edge = wholeCodeMargin(size);
  canvas.fill(0, 0, panel, panel);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!code.isDark(column, row)) continue;
      canvas.darken(edge + column * moduleLength, edge + row * moduleLength, moduleLength, moduleLength);
    }
  }
  canvas.text(sentences.title, textLeft, 0, { font: 'body' });
  seedQr.size(size, blocksAcross(size) ** 2).forEach((line, index) => {
    canvas.text(line, textLeft, 18 + 10 * index);
  });
  drawFoot(canvas, sentences);
}

/** Where the squares of a block stand: 12 pixels apart in a block of five, 9 in a block of seven. */
export function blockGrid(size: SeedQrSize): { readonly pitch: number; readonly edge: number } {
  const length = blockLength(size);
  const pitch = Math.floor((panel - 1) / length);
  return { pitch, edge: Math.floor((panel - length * pitch) / 2) };
}

/** Dark squares stand apart from each other, and dots mark the corners of the light ones, so that both can be counted. */
function drawSquares(canvas: Canvas, code: SeedQr, block: SeedQrBlock): void {
  const { pitch, edge } = blockGrid(code.size);
  const dot = Math.max(1, edge);
  // The ground ends where the code ends: the last blocks of 29x29 have four squares a side.
  const margin = Math.max(1, 2 * edge);
  canvas.fill(0, 0, block.width * pitch + margin, block.height * pitch + margin);
  for (let row = 0; row < block.height; row += 1) {
    for (let column = 0; column < block.width; column += 1) {
      const left = edge + column * pitch;
      const top = edge + row * pitch;
      if (row > 0 && column > 0) canvas.darken(left - dot + 1, top - dot + 1, dot, dot);
      if (!code.isDark(block.left + column, block.top + row)) continue;
      canvas.darken(left + 1, top + 1, pitch - dot, pitch - dot);
    }
  }
}

/** The blocks of the code, the one on the screen filled. */
function drawMap(canvas: Canvas, size: SeedQrSize, block: SeedQrBlock): void {
  const across = blocksAcross(size);
  const length = across * mapPitch + 1;
  const left = screenWidth - 2 - length;
  for (let line = 0; line <= across; line += 1) {
    canvas.fill(left + line * mapPitch, mapTop, 1, length);
    canvas.fill(left, mapTop + line * mapPitch, length, 1);
  }
  canvas.fill(left + block.column * mapPitch, mapTop + block.row * mapPitch, mapPitch + 1, mapPitch + 1);
}

/** `index` counts the blocks from 0, in reading order. */
export function drawBlock(
  canvas: Canvas,
  code: SeedQr,
  index: number,
  foot: Foot,
  { seedQr }: GlassMessages,
): void {
  const blocks = seedQrBlocks(code.size);
  const block = blocks[index];
  if (block === undefined) throw new RangeError('no such block in the code');
  drawSquares(canvas, code, block);
  canvas.text(block.name, textLeft, 12, { font: 'body', scale: 2 });
  canvas.text(seedQr.place(index + 1, blocks.length), textLeft, 0);
  drawMap(canvas, code.size, block);
  drawFoot(canvas, foot);
}
