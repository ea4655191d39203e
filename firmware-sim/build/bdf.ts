/** Reads the parts of a BDF bitmap font (Adobe Glyph Bitmap Distribution Format 2.1) that the glyph table needs. */

export interface BdfGlyph {
  readonly advance: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** Rows from the baseline up to the glyph's lowest row; negative below it. */
  readonly bottom: number;
  /** One number a row, leftmost pixel in the highest of `width` bits. */
  readonly rows: readonly number[];
}

export interface BdfFont {
  readonly ascent: number;
  readonly descent: number;
  readonly glyphs: ReadonlyMap<number, BdfGlyph>;
}

function numbersAfter(text: string, keyword: string): number[] {
  const line = new RegExp(`^${keyword} (.*)$`, 'm').exec(text);
  if (line?.[1] === undefined) throw new Error(`the font has no ${keyword}`);
  return line[1].trim().split(/\s+/).map(Number);
}

function parseGlyph(text: string): [codePoint: number, glyph: BdfGlyph] {
  const [codePoint = -1] = numbersAfter(text, 'ENCODING');
  const [advance = 0] = numbersAfter(text, 'DWIDTH');
  const [width = 0, height = 0, left = 0, bottom = 0] = numbersAfter(text, 'BBX');
  const bitmap = text.slice(text.indexOf('BITMAP') + 6).trim();
  const lines = bitmap === '' ? [] : bitmap.split(/\s+/);
  const rows = lines
    .filter((line) => line !== 'ENDCHAR')
    .map((line) => Number.parseInt(line, 16) >>> (line.length * 4 - width));
  return [codePoint, { advance, width, height, left, bottom, rows: width === 0 ? [] : rows }];
}

export function parseBdf(text: string): BdfFont {
  const [ascent = 0] = numbersAfter(text, 'FONT_ASCENT');
  const [descent = 0] = numbersAfter(text, 'FONT_DESCENT');
  const glyphs = new Map(text.split('STARTCHAR ').slice(1).map(parseGlyph));
  return { ascent, descent, glyphs };
}
