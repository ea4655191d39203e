import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBdf } from '../../../../../firmware-sim/build/bdf.ts';
import { accented } from '../../../../../firmware-sim/core/glass/font/alphabet.ts';
import { accents } from '../../../../../firmware-sim/core/glass/font/accents.generated.ts';
import { makeAccents, makeGlyphs } from '../../../../../firmware-sim/build/make-glyphs.ts';
import {
  addAccents,
  font,
  roomAbove,
  textWidth,
  wrap,
} from '../../../../../firmware-sim/core/glass/font/font.ts';

addAccents(accents);

const names = ['small', 'body', 'bold'] as const;
const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));
const folder = join(import.meta.dirname, '../../../../../firmware-sim/core/glass/font');

describe('the glyph table', () => {
  it('is what the build script makes of the fonts that are installed', () => {
    expect(readFileSync(join(folder, 'glyphs.generated.ts'), 'utf8')).toBe(makeGlyphs());
    expect(readFileSync(join(folder, 'accents.generated.ts'), 'utf8')).toBe(makeAccents());
  });

  it('comes with the licence of its fonts', () => {
    expect(readFileSync(join(folder, 'LICENSE.txt'), 'utf8')).toMatch(/SIL Open Font License/i);
  });

  it.each(names)('has a whole glyph for every printable character and symbol (%s)', (name) => {
    for (const character of [...printable, '▶', '◀', '▲', '▼', '●', '○', ...accented]) {
      const [advance = 0, left = 0, top = 0, width = 0, ...rows] = font(name).glyph(character);
      expect(advance).toBeGreaterThan(0);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(advance);
      expect(width).toBeLessThanOrEqual(12);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top + rows.length).toBeLessThanOrEqual(font(name).lineHeight);
      for (const row of rows) expect(row).toBeLessThan(2 ** width);
      if (character !== ' ') expect(rows.some((row) => row > 0)).toBe(true);
    }
  });

  it.each(names)('draws no two letters of words, and no two digits, alike (%s)', (name) => {
    for (const range of ['abcdefghijklmnopqrstuvwxyz', '0123456789']) {
      const pictures = range.split('').map((each) => String(font(name).glyph(each)));
      expect(new Set(pictures).size).toBe(range.length);
    }
  });

  it.each(names)('tells every letter with an accent from the others (%s)', (name) => {
    const letters = [...printable, ...accented].filter((each) => /\p{L}/u.test(each));
    const letterOf = new Map(letters.map((each) => [String(font(name).glyph(each)), each]));
    expect(letters.filter((each) => letterOf.get(String(font(name).glyph(each))) !== each)).toEqual([]);
  });

  it.each(names)('has every letter of the five languages, whole (%s)', (name) => {
    for (const letters of [
      'äöüßÄÖÜ',
      'àâæçéèêëîïôùûüœÀÂÆÇÉÈÊËÎÏÔÙÛŒ',
      'áéíóúñü¿¡ÁÉÍÓÚÑÜ',
      'ãõâêôáàéíóúçÃÕÂÊÔÁÀÉÍÓÚÇ',
    ])
      for (const letter of letters) expect(font(name).glyph(letter).length).toBeGreaterThan(4);
  });

  it.each(names)('has no other character (%s)', (name) => {
    for (const character of ['\u001f', '\u007f', 'ő', '字', '']) {
      expect(() => font(name).glyph(character)).toThrow(new RangeError('a character has no glyph'));
    }
  });

  it('has the line heights that the screens were laid out for', () => {
    expect(names.map((name) => [font(name).ascent, font(name).lineHeight])).toEqual([
      [9, 10],
      [11, 12],
      [14, 16],
    ]);
  });
});

describe('the BDF reader', () => {
  const text = [
    'STARTFONT 2.1',
    'FONT_ASCENT 7',
    'FONT_DESCENT 2',
    'STARTCHAR A',
    'ENCODING 65',
    'DWIDTH 6 0',
    'BBX 5 2 1 -1',
    'BITMAP',
    'F8',
    '08',
    'ENDCHAR',
    'STARTCHAR space',
    'ENCODING 32',
    'DWIDTH 3 0',
    'BBX 0 0 0 0',
    'BITMAP',
    'ENDCHAR',
    'ENDFONT',
  ].join('\n');

  it('reads metrics, boxes and rows', () => {
    const { ascent, descent, glyphs } = parseBdf(text);
    expect([ascent, descent, glyphs.size]).toEqual([7, 2, 2]);
    expect(glyphs.get(65)).toEqual({ advance: 6, width: 5, height: 2, left: 1, bottom: -1, rows: [31, 1] });
    expect(glyphs.get(32)).toMatchObject({ advance: 3, width: 0, rows: [] });
  });

  it('says which keyword is missing', () => {
    expect(() => parseBdf(text.replace('FONT_ASCENT', 'FONT_RISE'))).toThrow('the font has no FONT_ASCENT');
  });
});

describe('roomAbove', () => {
  it('is what the tallest letter leaves free, and nothing above an accented capital', () => {
    expect(roomAbove('bold', 'na')).toBeGreaterThan(roomAbove('bold', 'nd'));
    expect(roomAbove('bold', 'Ne')).toBe(3);
    for (const name of names) expect(roomAbove(name, 'Él')).toBe(0);
  });
});

describe('textWidth', () => {
  it('is the sum of the advances', () => {
    expect(textWidth('small', '')).toBe(0);
    expect(textWidth('small', 'i!')).toBe(
      (font('small').glyph('i')[0] ?? 0) + (font('small').glyph('!')[0] ?? 0),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...printable) }),
        fc.string({ unit: fc.constantFrom(...printable) }),
        fc.constantFrom(...names),
        (one, other, name) => {
          expect(textWidth(name, one + other)).toBe(textWidth(name, one) + textWidth(name, other));
        },
      ),
    );
  });

  it('of every word of the list fits on the glass: large, and as a choice', () => {
    for (const word of wordlist) {
      expect(2 * textWidth('body', word)).toBeLessThanOrEqual(128);
      expect(6 + textWidth('body', word)).toBeLessThanOrEqual(128);
    }
  });
});

describe('wrap', () => {
  it('breaks at spaces, as late as it can', () => {
    const width = textWidth('small', 'aaa bbb');
    expect(wrap('small', 'aaa bbb ccc', width)).toEqual(['aaa bbb', 'ccc']);
    expect(wrap('small', 'aaa bbb ccc', width - 1)).toEqual(['aaa', 'bbb', 'ccc']);
  });

  it('breaks wherever the text says so, and keeps an empty line', () => {
    expect(wrap('small', 'aaa bbb\nccc', 128)).toEqual(['aaa bbb', 'ccc']);
    expect(wrap('small', 'aaa\n\nbbb ccc', textWidth('small', 'bbb'))).toEqual(['aaa', '', 'bbb', 'ccc']);
  });

  it('gives a word that is too wide a line of its own', () => {
    expect(wrap('small', 'a abandon a', 5)).toEqual(['a', 'abandon', 'a']);
  });

  it('loses nothing, and no line could take the next word', () => {
    const word = fc.string({ unit: fc.constantFrom('i', 'm', 'w', '.'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 30, max: 128 }), (words, width) => {
        const lines = wrap('small', words.join(' '), width);
        expect(lines.join(' ')).toBe(words.join(' '));
        lines.forEach((line, index) => {
          if (line.includes(' ')) expect(textWidth('small', line)).toBeLessThanOrEqual(width);
          const next = lines[index + 1]?.split(' ')[0];
          if (next !== undefined) expect(textWidth('small', `${line} ${next}`)).toBeGreaterThan(width);
        });
      }),
    );
  });
});
