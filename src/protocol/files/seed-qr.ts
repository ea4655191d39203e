/**
 * The sizes of a SeedQR and the names of its blocks (SeedSigner's "SeedQR Format Specification"): what a device
 * shows and a blank form has lines for. Nothing here knows what a code holds.
 */
import type { WordCount } from '../public-state.ts';

/** Standard: four digits a word, in a QR code's numeric mode. Compact: the entropy as bytes, without the checksum. */
export type SeedQrFormat = 'standard' | 'compact';

/** Modules a side of QR code versions 1, 2 and 3. */
export const seedQrSizes = [21, 25, 29] as const;
export type SeedQrSize = (typeof seedQrSizes)[number];

/**
 * Whether the specification knows a code of this length. It names 12 and 24 words; a Standard code of another
 * length still reads as digits with any QR reader, while nothing could make words of a Compact one.
 */
export function isSpecified(wordCount: WordCount): boolean {
  return wordCount === 12 || wordCount === 24;
}

/** The formats for a length, the one that most devices read first. */
export function seedQrFormats(wordCount: WordCount): readonly SeedQrFormat[] {
  return isSpecified(wordCount) ? ['standard', 'compact'] : ['standard'];
}

/** The smallest code that holds the data at error correction level L (ISO/IEC 18004, table 7). */
export function seedQrSize(format: SeedQrFormat, wordCount: WordCount): SeedQrSize {
  if (format === 'compact') return wordCount === 12 ? 21 : 25;
  return wordCount <= 18 ? 25 : 29;
}

/** Modules a side of one block, as on the templates that people copy onto: 7 in the smallest code, else 5. */
export function blockLength(size: SeedQrSize): 5 | 7 {
  return size === 21 ? 7 : 5;
}

export interface SeedQrBlock {
  /** Row as a letter, column as a number: `A1` is at the top left. */
  readonly name: string;
  /** Rows and columns of blocks, from 0. */
  readonly row: number;
  readonly column: number;
  /** The first module, from 0, and how many there are; at the right and lower edge of 29x29 one less. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Blocks a side. */
export function blocksAcross(size: SeedQrSize): number {
  return Math.ceil(size / blockLength(size));
}

/** In reading order. */
export function seedQrBlocks(size: SeedQrSize): SeedQrBlock[] {
  const length = blockLength(size);
  const across = blocksAcross(size);
  return Array.from({ length: across * across }, (_, index) => {
    const row = Math.floor(index / across);
    const column = index % across;
    return {
      name: `${String.fromCharCode(0x41 + row)}${column + 1}`,
      row,
      column,
      left: column * length,
      top: row * length,
      width: Math.min(length, size - column * length),
      height: Math.min(length, size - row * length),
    };
  });
}
