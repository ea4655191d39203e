/**
 * The 1-bit picture and the text in it. Drawing text sets the pixels and records the line in one step, so that
 * what a screenshot shows and what a text event says can never differ.
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { screenHeight, screenWidth } from '../../../../src/protocol/screen-size.ts';
import type { Frame, TextLine } from '../../board.ts';
import { font, textWidth, type FontName } from '../font/font.ts';

export interface TextStyle {
  readonly font?: FontName;
  /** Each pixel drawn as a square of this many pixels. A glyph is at most 12 pixels wide, so that its rows fit. */
  readonly scale?: 1 | 2;
  readonly align?: 'left' | 'centre' | 'right';
  /** Dark on light. The caller fills the ground. */
  readonly inverse?: boolean;
  /** Marks a word of the phrase, a quiz choice or a PIN digit. */
  readonly secret?: boolean;
}

export interface Canvas {
  readonly frame: Frame;
  clear(): void;
  fill(x: number, y: number, width: number, height: number): void;
  /** Puts out what is lit there: a dark square on a light ground. */
  darken(x: number, y: number, width: number, height: number): void;
  /** `x` is the left edge, the middle or the right edge as `align` says; `y` the top of the line. */
  text(text: string, x: number, y: number, style?: TextStyle): void;
}

const rowBytes = screenWidth / 8;
/** Pixels that a row is drawn by at once: as many as fit into 32 bits, wherever in a byte they begin. */
const widestRun = 25;
/** Where the rows begin in a glyph. */
const firstRow = 4;

/** Each of the lowest `width` bits `scale` times. */
function widened(bits: number, width: number, scale: number): number {
  let wide = 0;
  for (let column = 0; column < width * scale; column += 1)
    wide |= ((bits >>> Math.floor(column / scale)) & 1) << column;
  return wide;
}

export function createCanvas(): Canvas {
  // Room behind the last row, for 32 bits from its last byte; nothing is ever drawn there.
  const memory = new ArrayBuffer(rowBytes * screenHeight + 3);
  const pixels = new Uint8Array(memory, 0, rowBytes * screenHeight);
  const view = new DataView(memory);
  const lines: TextLine[] = [];
  const [right, bottom] = [screenWidth, screenHeight];

  /**
   * Lights or puts out the pixels of one row that `bits` has set: its lowest `width` bits (at most `widestRun`), the
   * highest of them at `x`. What lies outside the picture is left out.
   */
  const row = (bits: number, width: number, x: number, y: number, lit: boolean): void => {
    const left = Math.max(x, 0);
    const within = x + width - left;
    if (within <= 0 || left >= right || y < 0 || y >= bottom) return;
    const at = y * rowBytes + (left >>> 3);
    const inPicture = -1 << Math.max(32 - right + (left & ~7), 0);
    const mask = ((bits & ((1 << within) - 1)) << (32 - within - (left & 7))) & inPicture;
    const before = view.getUint32(at);
    view.setUint32(at, lit ? before | mask : before & ~mask);
  };

  const block = (x: number, y: number, width: number, height: number, lit: boolean): void => {
    for (let across = 0; across < width; across += widestRun) {
      const run = Math.min(widestRun, width - across);
      for (let down = 0; down < height; down += 1) row((1 << run) - 1, run, x + across, y + down, lit);
    }
  };

  return {
    frame: { width: screenWidth, height: screenHeight, pixels, lines },
    clear() {
      pixels.fill(0);
      lines.length = 0;
    },
    fill: (x, y, width, height) => block(x, y, width, height, true),
    darken: (x, y, width, height) => block(x, y, width, height, false),
    text(
      text,
      x,
      y,
      { font: name = 'small', scale = 1, align = 'left', inverse = false, secret = false } = {},
    ) {
      const face = font(name);
      const width = textWidth(name, text) * scale;
      const left = align === 'left' ? x : align === 'right' ? x - width : x - Math.floor(width / 2);
      let pen = left;
      for (const character of text) {
        const glyph = face.glyph(character);
        const [advance = 0, bearing = 0, top = 0, glyphWidth = 0] = glyph;
        for (let at = firstRow; at < glyph.length; at += 1) {
          const bits = widened(elementAt(glyph, at), glyphWidth, scale);
          const first = y + (top + at - firstRow) * scale;
          for (let down = first; down < first + scale; down += 1)
            row(bits, glyphWidth * scale, pen + bearing * scale, down, !inverse);
        }
        pen += advance * scale;
      }
      lines.push({ text, x: left, y, width, height: face.lineHeight * scale, secret });
    },
  };
}
