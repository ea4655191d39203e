/**
 * Turns the Galmuri bitmap fonts (OFL-1.1, from the package `galmuri`) into the glyph table that the firmware
 * draws with. Run by `npm run glyphs`; a test checks that the committed table is what this script makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { accented, characters, digits, narrow } from '../core/glass/font/alphabet.ts';
import { parseBdf, type BdfFont, type BdfGlyph } from './bdf.ts';
import { drawnGlyphs } from './drawn-glyphs.ts';

const fonts = { small: 'Galmuri7', body: 'Galmuri9', bold: 'Galmuri11-Bold' } as const;

const packageFolder = dirname(createRequire(import.meta.url).resolve('galmuri/package.json'));

/** What hangs out below its line: a mark is raised, a letter's cedilla a row shorter. The screens have no room between lines. */
function withinLine(glyph: BdfGlyph, font: BdfFont, isMark: boolean): BdfGlyph {
  const over = Math.max(0, -glyph.bottom - font.descent);
  if (over === 0) return glyph;
  const bottom = glyph.bottom + over;
  if (isMark) return { ...glyph, bottom };
  return { ...glyph, bottom, height: glyph.height - over, rows: glyph.rows.slice(0, -over) };
}

/** One word a glyph, as `font.ts` reads it: advance, left, top, width, then its rows; top counted down from the ascent line. */
function tableOf(name: string, font: BdfFont, letters: readonly string[]): string {
  const digit = (value: number): string => {
    const written = digits[value];
    if (written === undefined) throw new RangeError(`${value} is no digit`);
    return written;
  };
  const words = letters.map((character) => {
    const found = font.glyphs.get(character.codePointAt(0) ?? -1) ?? drawnGlyphs[name]?.[character];
    if (found === undefined) throw new Error(`the font has no glyph for ${character}`);
    const glyph = withinLine(found, font, '¡¿'.includes(character));
    const top = font.ascent - glyph.bottom - glyph.height;
    const row = (bits: number): string =>
      glyph.width > narrow ? digit(bits >> narrow) + digit(bits & (2 ** narrow - 1)) : digit(bits);
    return [...[glyph.advance, glyph.left, top, glyph.width].map(digit), ...glyph.rows.map(row)].join('');
  });
  return words.join(' ');
}

const head = [
  '// Made by `npm run glyphs` from the Galmuri fonts, Copyright (c) 2019-2025 Lee Minseo,',
  '// SIL Open Font License 1.1: see LICENSE.txt beside this file. Do not edit.',
  '// One word a glyph, in digits of 64: see font.ts.',
];

const parsed = (): readonly (readonly [string, BdfFont])[] =>
  Object.entries(fonts).map(([name, file]) => [
    name,
    parseBdf(readFileSync(join(packageFolder, 'dist', `${file}.bdf`), 'utf8')),
  ]);

/** The text of `glyphs.generated.ts`. */
export function makeGlyphs(): string {
  const tables = parsed().map(
    ([name, font]) =>
      `  ${name}: {\n    ascent: ${font.ascent},\n    descent: ${font.descent},\n    glyphs:\n      '${tableOf(name, font, characters)}',\n  },`,
  );
  return [...head, 'export const fonts = {', ...tables, '} as const;', ''].join('\n');
}

/** The text of `accents.generated.ts`. */
export function makeAccents(): string {
  const tables = parsed().map(([name, font]) => `  ${name}:\n    '${tableOf(name, font, accented)}',`);
  return [...head, 'export const accents = {', ...tables, '} as const;', ''].join('\n');
}

const target = join(import.meta.dirname, '../core/glass/font/glyphs.generated.ts');
if (process.argv[1] === import.meta.filename) {
  writeFileSync(target, makeGlyphs());
  writeFileSync(join(dirname(target), 'accents.generated.ts'), makeAccents());
  writeFileSync(join(dirname(target), 'LICENSE.txt'), readFileSync(join(packageFolder, 'dist/LICENSE.txt')));
}
