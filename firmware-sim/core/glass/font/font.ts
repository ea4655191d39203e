/** The fonts as the canvas uses them. */
import { fonts } from './glyphs.generated.ts';

export type FontName = keyof typeof fonts;

export interface Font {
  readonly ascent: number;
  /** Ascent plus descent: the height of a line, in pixels. */
  readonly lineHeight: number;
  /** `[advance, left, top, width, ...rows]`; throws for a character that the font lacks, so that no text has holes. */
  glyph(character: string): readonly number[];
}

function makeFont(name: FontName): Font {
  const { ascent, descent } = fonts[name];
  const glyphs: Readonly<Record<number, readonly number[]>> = fonts[name].glyphs;
  return {
    ascent,
    lineHeight: ascent + descent,
    glyph(character) {
      const glyph = glyphs[character.codePointAt(0) ?? -1];
      if (glyph === undefined) throw new RangeError('a character has no glyph');
      return glyph;
    },
  };
}

const made: Readonly<Record<FontName, Font>> = {
  small: makeFont('small'),
  body: makeFont('body'),
  bold: makeFont('bold'),
};

export function font(name: FontName): Font {
  return made[name];
}

/** Width of a line in pixels at scale 1. */
export function textWidth(name: FontName, text: string): number {
  let width = 0;
  for (const character of text) width += made[name].glyph(character)[0] ?? 0;
  return width;
}

/** Breaks text into lines no wider than `width` pixels, at spaces, and wherever it has a line break. */
export function wrap(name: FontName, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(name, paragraph, width));
}

function wrapParagraph(name: FontName, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(name, `${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
