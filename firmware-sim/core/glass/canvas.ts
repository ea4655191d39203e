/**
 * The 1-bit picture and the text in it. Drawing text sets the pixels and records the line in one step, so that
 * what a screenshot shows and what a text event says can never differ.
 */
import { elementAt } from '../../../src/protocol/bytes.ts';
import { screenHeight, screenWidth } from '../../../src/protocol/models.ts';
import type { Frame, TextLine } from '../board.ts';
import { font, textWidth, type FontName } from './font/font.ts';

export interface TextStyle {
  readonly font?: FontName;
  /** Each pixel drawn as a square of this many pixels. */
  readonly scale?: number;
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

export function createCanvas(): Canvas {
  const pixels = new Uint8Array(rowBytes * screenHeight);
  const lines: TextLine[] = [];

  const set = (x: number, y: number, lit: boolean): void => {
    if (x < 0 || y < 0 || x >= screenWidth || y >= screenHeight) return;
    const at = y * rowBytes + (x >>> 3);
    const mask = 0x80 >>> (x & 7);
    pixels[at] = lit ? elementAt(pixels, at) | mask : elementAt(pixels, at) & ~mask;
  };

  const block = (x: number, y: number, width: number, height: number, lit: boolean): void => {
    for (let row = y; row < y + height; row += 1) {
      for (let column = x; column < x + width; column += 1) set(column, row, lit);
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
        const [advance = 0, bearing = 0, top = 0, glyphWidth = 0, ...rows] = face.glyph(character);
        rows.forEach((bits, row) => {
          for (let column = 0; column < glyphWidth; column += 1) {
            if (((bits >>> (glyphWidth - 1 - column)) & 1) === 0) continue;
            block(pen + (bearing + column) * scale, y + (top + row) * scale, scale, scale, !inverse);
          }
        });
        pen += advance * scale;
      }
      lines.push({ text, x: left, y, width, height: face.lineHeight * scale, secret });
    },
  };
}
