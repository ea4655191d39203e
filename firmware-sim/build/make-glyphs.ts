/**
 * Turns the Galmuri bitmap fonts (OFL-1.1, from the package `galmuri`) into the glyph table that the firmware
 * draws with. Run by `npm run glyphs`; a test checks that the committed table is what this script makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { characters, digits, narrow } from '../core/glass/font/alphabet.ts';
import { parseBdf, type BdfFont } from './bdf.ts';

const fonts = { small: 'Galmuri7', body: 'Galmuri9', bold: 'Galmuri11-Bold' } as const;

const packageFolder = dirname(createRequire(import.meta.url).resolve('galmuri/package.json'));

/** One word a glyph, as `font.ts` reads it: advance, left, top, width, then its rows; top counted down from the ascent line. */
function tableOf(font: BdfFont): string {
  const digit = (value: number): string => {
    const written = digits[value];
    if (written === undefined) throw new RangeError(`${value} is no digit`);
    return written;
  };
  const words = characters.map((character) => {
    const glyph = font.glyphs.get(character.codePointAt(0) ?? -1);
    if (glyph === undefined) throw new Error(`the font has no glyph for ${character}`);
    const top = font.ascent - glyph.bottom - glyph.height;
    const row = (bits: number): string =>
      glyph.width > narrow ? digit(bits >> narrow) + digit(bits & (2 ** narrow - 1)) : digit(bits);
    return [...[glyph.advance, glyph.left, top, glyph.width].map(digit), ...glyph.rows.map(row)].join('');
  });
  return words.join(' ');
}

/** The text of `glyphs.generated.ts`. */
export function makeGlyphs(): string {
  const tables = Object.entries(fonts).map(([name, file]) => {
    const font = parseBdf(readFileSync(join(packageFolder, 'dist', `${file}.bdf`), 'utf8'));
    return `  ${name}: {\n    ascent: ${font.ascent},\n    descent: ${font.descent},\n    glyphs:\n      '${tableOf(font)}',\n  },`;
  });
  return [
    '// Made by `npm run glyphs` from the Galmuri fonts, Copyright (c) 2019-2025 Lee Minseo,',
    '// SIL Open Font License 1.1: see LICENSE.txt beside this file. Do not edit.',
    '// One word a glyph, in digits of 64: see font.ts.',
    'export const fonts = {',
    ...tables,
    '} as const;',
    '',
  ].join('\n');
}

const target = join(import.meta.dirname, '../core/glass/font/glyphs.generated.ts');
if (process.argv[1] === import.meta.filename) {
  writeFileSync(target, makeGlyphs());
  writeFileSync(join(dirname(target), 'LICENSE.txt'), readFileSync(join(packageFolder, 'dist/LICENSE.txt')));
}
