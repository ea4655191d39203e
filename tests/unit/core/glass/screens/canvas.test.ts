import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCanvas, type TextStyle } from '../../../../../firmware-sim/core/glass/screens/canvas.ts';
import { font, textWidth } from '../../../../../firmware-sim/core/glass/font/font.ts';
import { art, isLit, litCount } from '../../../../kit/drivers/pixels.ts';

const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

function drawn(text: string, x: number, y: number, style?: TextStyle) {
  const canvas = createCanvas();
  canvas.text(text, x, y, style);
  return canvas.frame;
}

describe('a new canvas', () => {
  it('is 128x64, one bit a pixel, dark and without text', () => {
    const { frame } = createCanvas();
    expect(frame).toEqual({ width: 128, height: 64, pixels: new Uint8Array(1024), lines: [] });
  });
});

describe('fill', () => {
  it('lights exactly the pixels of the box', () => {
    const canvas = createCanvas();
    canvas.fill(5, 2, 6, 3);
    expect(art(canvas.frame, 3, 1, 10, 5)).toEqual([
      '..........',
      '..######..',
      '..######..',
      '..######..',
      '..........',
    ]);
    expect(litCount(canvas.frame)).toBe(18);
  });

  it('keeps what is lit already', () => {
    const canvas = createCanvas();
    canvas.fill(0, 0, 4, 1);
    canvas.fill(2, 0, 4, 1);
    expect(art(canvas.frame, 0, 0, 8, 1)).toEqual(['######..']);
  });

  it('packs the leftmost pixel into the highest bit', () => {
    const canvas = createCanvas();
    canvas.fill(0, 0, 1, 1);
    canvas.fill(9, 0, 1, 1);
    canvas.fill(127, 63, 1, 1);
    expect(canvas.frame.pixels[0]).toBe(0x80);
    expect(canvas.frame.pixels[1]).toBe(0x40);
    expect(canvas.frame.pixels[1023]).toBe(0x01);
  });

  it('lights what is on the screen of any box, and nothing else', () => {
    const side = fc.integer({ min: -20, max: 140 });
    fc.assert(
      fc.property(side, side, fc.nat(150), fc.nat(80), (x, y, width, height) => {
        const canvas = createCanvas();
        canvas.fill(x, y, width, height);
        const inside = (from: number, length: number, size: number): number =>
          Math.max(0, Math.min(from + length, size) - Math.max(from, 0));
        expect(litCount(canvas.frame)).toBe(inside(x, width, 128) * inside(y, height, 64));
        if (x >= 0 && x < 128 && y >= 0 && y < 64 && width > 0 && height > 0)
          expect(isLit(canvas.frame, x, y)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('text', () => {
  it('draws glyphs side by side', () => {
    expect(art(drawn('Hi!', 1, 0), 0, 0, 10, 10)).toEqual([
      '..........',
      '..........',
      '.#..#.#.#.',
      '.#..#...#.',
      '.#..#.#.#.',
      '.####.#.#.',
      '.#..#.#.#.',
      '.#..#.#...',
      '.#..#.#.#.',
      '..........',
    ]);
  });

  it('draws each pixel as a square at scale 2', () => {
    const small = drawn('Ag', 0, 0, { font: 'body' });
    const large = drawn('Ag', 0, 0, { font: 'body', scale: 2 });
    for (let y = 0; y < 24; y += 1) {
      for (let x = 0; x < 40; x += 1) expect(isLit(large, x, y)).toBe(isLit(small, x >> 1, y >> 1));
    }
    expect(litCount(large)).toBe(4 * litCount(small));
    expect(large.lines[0]).toMatchObject({
      width: 2 * textWidth('body', 'Ag'),
      height: 2 * font('body').lineHeight,
    });
  });

  it('darkens lit ground where the style is inverse, and lights nothing', () => {
    const canvas = createCanvas();
    canvas.fill(0, 0, 128, 64);
    canvas.text('Ag', 3, 4, { inverse: true });
    const plain = drawn('Ag', 3, 4);
    for (let y = 0; y < 64; y += 1) {
      for (let x = 0; x < 128; x += 1) expect(isLit(canvas.frame, x, y)).toBe(!isLit(plain, x, y));
    }
    expect(litCount(drawn('Ag', 3, 4, { inverse: true }))).toBe(0);
  });

  it('starts, centres and ends at x as the alignment says', () => {
    const width = textWidth('small', 'Words');
    expect(width % 2).toBe(1);
    for (const [align, left] of [
      ['left', 60],
      ['centre', 60 - Math.floor(width / 2)],
      ['right', 60 - width],
    ] as const) {
      const frame = drawn('Words', 60, 7, { align });
      expect(frame.lines).toEqual([{ text: 'Words', x: left, y: 7, width, height: 10, secret: false }]);
      expect(art(frame)).toEqual(art(drawn('Words', left, 7)));
    }
    expect(drawn('Words', 60, 7).lines[0]?.x).toBe(60);
  });

  it('records every line in drawing order, and whether it is secret', () => {
    const canvas = createCanvas();
    canvas.text('Word 1 of 12', 2, 0);
    canvas.text('zebra', 64, 13, { secret: true });
    expect(canvas.frame.lines.map(({ text, secret }) => [text, secret])).toEqual([
      ['Word 1 of 12', false],
      ['zebra', true],
    ]);
  });

  it.each(['small', 'body', 'bold'] as const)('keeps the ink of every character in its box (%s)', (name) => {
    for (const character of [...printable, '▶', '◀', '●', '○']) {
      const frame = drawn(character, 30, 20, { font: name });
      const [line] = frame.lines;
      if (line === undefined) throw new Error('a line is recorded for every text');
      expect(line).toMatchObject({ x: 30, y: 20, height: font(name).lineHeight });
      const box = createCanvas();
      box.fill(line.x, line.y, line.width, line.height);
      const outside = frame.pixels.some((bits, at) => (bits & ~(box.frame.pixels[at] ?? 0)) !== 0);
      expect([character, outside]).toEqual([character, false]);
      if (character !== ' ') expect(litCount(frame)).toBeGreaterThan(0);
    }
  });

  it('draws any text as its characters one after the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...printable), maxLength: 12 }), (text) => {
        const canvas = createCanvas();
        let pen = 5;
        for (const character of text) {
          canvas.text(character, pen, 9);
          pen += textWidth('small', character);
        }
        const whole = drawn(text, 5, 9);
        expect(whole.pixels).toEqual(canvas.frame.pixels);
        expect(whole.lines[0]?.width).toBe(pen - 5);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts off what leaves the screen, at each edge, and still says where the line is', () => {
    const middle = art(drawn('Ag', 60, 30));
    for (const [x, y] of [
      [-4, 20],
      [123, 20],
      [60, -5],
      [60, 60],
    ] as const) {
      const frame = drawn('Ag', x, y);
      for (let row = 0; row < 64; row += 1) {
        for (let column = 0; column < 128; column += 1) {
          const from = middle[row - y + 30]?.[column - x + 60] ?? '.';
          expect(isLit(frame, column, row)).toBe(from === '#');
        }
      }
      expect(frame.lines[0]).toMatchObject({ x, y });
    }
  });

  it('refuses a character that the font lacks, without naming it', () => {
    for (const text of ['ő', 'a\n', '語', '\u007f']) {
      expect(() => drawn(text, 0, 0)).toThrow(new RangeError('a character has no glyph'));
    }
  });
});

describe('clear', () => {
  it('leaves a dark picture without text, in the same frame', () => {
    const canvas = createCanvas();
    const { frame } = canvas;
    canvas.fill(0, 0, 128, 64);
    canvas.text('Word', 0, 0);
    canvas.clear();
    expect(canvas.frame).toBe(frame);
    expect(frame).toEqual(createCanvas().frame);
  });
});

describe('darken', () => {
  it('puts out a block, and what lies beside it stays', () => {
    const canvas = createCanvas();
    canvas.fill(0, 0, 128, 64);
    canvas.darken(10, 20, 3, 2);
    for (let y = 18; y < 24; y += 1) {
      for (let x = 8; x < 15; x += 1) {
        expect(isLit(canvas.frame, x, y)).toBe(!(x >= 10 && x < 13 && y >= 20 && y < 22));
      }
    }
  });
});
