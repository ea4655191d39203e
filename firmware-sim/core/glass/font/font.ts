/** The fonts as the canvas uses them. */
import { accented, characters, digits, narrow } from './alphabet.ts';
import { fonts } from './glyphs.generated.ts';

export type FontName = keyof typeof fonts;

export interface Font {
  readonly ascent: number;
  /** Ascent plus descent: the height of a line, in pixels. */
  readonly lineHeight: number;
  /** Letters beside ASCII: they come with a language that is written with them. */
  add(letters: readonly string[], table: string): void;
  /** `[advance, left, top, width, ...rows]`; throws for a character that the font lacks, so that no text has holes. */
  glyph(character: string): readonly number[];
}

/** Rows hold their leftmost pixel in the highest of `width` bits. */
function readGlyph(written: string): readonly number[] {
  const values = Array.from(written, (digit) => digits.indexOf(digit));
  const [head, rest] = [values.slice(0, 4), values.slice(4)];
  if ((head[3] ?? 0) <= narrow) return values;
  const rows = rest.flatMap((high, at) => (at % 2 === 0 ? [(high << narrow) | (rest[at + 1] ?? 0)] : []));
  return [...head, ...rows];
}

function makeFont(name: FontName): Font {
  const { ascent, descent, glyphs: table } = fonts[name];
  const glyphs = new Map<string, readonly number[]>();
  const add: Font['add'] = (letters, written) => {
    const words = written.split(' ');
    letters.forEach((letter, at) => glyphs.set(letter, readGlyph(words[at] ?? '')));
  };
  add(characters, table);
  return {
    add,
    ascent,
    lineHeight: ascent + descent,
    glyph(character) {
      const glyph = glyphs.get(character);
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

/** Glyphs of the accented letters, for each font: `accents.generated.ts`. */
export type Accents = Readonly<Record<FontName, string>>;

/** Whatever speaks a language other than English brings them along: the simulator's page has no room for them otherwise. */
export function addAccents(accents: Accents): void {
  for (const name of Object.keys(made) as FontName[]) made[name].add(accented, accents[name]);
}

export function font(name: FontName): Font {
  return made[name];
}

/** Width of a line in pixels at scale 1. */
export function textWidth(name: FontName, text: string): number {
  let width = 0;
  for (const character of text) width += made[name].glyph(character)[0] ?? 0;
  return width;
}

/** Rows of a line that nothing is drawn in, above its tallest letter: an accent over a capital leaves none. */
export function roomAbove(name: FontName, text: string): number {
  return Math.min(...Array.from(text, (character) => made[name].glyph(character)[2] ?? 0));
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
