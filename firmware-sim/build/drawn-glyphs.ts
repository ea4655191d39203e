/** Letters that a font lacks, drawn by hand in its style: the strokes of the two letters that they join. */
import type { BdfGlyph } from './bdf.ts';

/** `#` is a pixel; the last row stands on the baseline. */
function drawn(...rows: readonly string[]): BdfGlyph {
  const width = rows[0]?.length ?? 0;
  return {
    advance: width + 1,
    width,
    height: rows.length,
    left: 0,
    bottom: 0,
    rows: rows.map((row) => Number.parseInt(row.replaceAll('.', '0').replaceAll('#', '1'), 2)),
  };
}

/** By the name of the font, then by the letter. */
export const drawnGlyphs: Readonly<Record<string, Readonly<Record<string, BdfGlyph>>>> = {
  bold: {
    œ: drawn(
      '.####.###.',
      '##########',
      '##..##..##',
      '##..######',
      '##..######',
      '##..##....',
      '##########',
      '.####.####',
    ),
    Œ: drawn(
      '.#########',
      '##########',
      '##..##....',
      '##..##....',
      '##..######',
      '##..######',
      '##..##....',
      '##..##....',
      '##..##....',
      '##########',
      '.#########',
    ),
  },
};
