/**
 * Turns the Galmuri bitmap fonts (OFL-1.1, from the package `galmuri`) into the glyph table that the firmware
 * draws with. Run by `npm run glyphs`; a test checks that the committed table is what this script makes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseBdf, type BdfFont } from './bdf.ts';

const fonts = { small: 'Galmuri7', body: 'Galmuri9', bold: 'Galmuri11-Bold' } as const;
const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => 0x20 + index);
const symbols = ['▶', '◀', '▲', '▼', '●', '○'].map((symbol) => symbol.codePointAt(0) ?? 0);

const packageFolder = dirname(createRequire(import.meta.url).resolve('galmuri/package.json'));

/** One line a glyph: `code: [advance, left, top, width, ...rows]`, top counted down from the ascent line. */
function tableOf(font: BdfFont): string {
  const lines = [...printable, ...symbols].map((codePoint) => {
    const glyph = font.glyphs.get(codePoint);
    if (glyph === undefined) throw new Error(`the font has no glyph for U+${codePoint.toString(16)}`);
    const top = font.ascent - glyph.bottom - glyph.height;
    return `      ${codePoint}: [${[glyph.advance, glyph.left, top, glyph.width, ...glyph.rows].join(', ')}],`;
  });
  if (new Set(lines).size !== printable.length + symbols.length) throw new Error('a glyph is there twice');
  return lines.join('\n');
}

/** The text of `glyphs.generated.ts`. */
export function makeGlyphs(): string {
  const tables = Object.entries(fonts).map(([name, file]) => {
    const font = parseBdf(readFileSync(join(packageFolder, 'dist', `${file}.bdf`), 'utf8'));
    return `  ${name}: {\n    ascent: ${font.ascent},\n    descent: ${font.descent},\n    glyphs: {\n${tableOf(font)}\n    },\n  },`;
  });
  return [
    '// Made by `npm run glyphs` from the Galmuri fonts, Copyright (c) 2019-2025 Lee Minseo,',
    '// SIL Open Font License 1.1: see LICENSE.txt beside this file. Do not edit.',
    '// A glyph is [advance, left, top, width, ...rows]; a row holds its leftmost pixel in the highest of `width` bits.',
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
