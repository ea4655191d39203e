import { describe, expect, it } from 'vitest';
import {
  blockLength,
  blocksAcross,
  isSpecified,
  seedQrBlocks,
  seedQrFormats,
  seedQrSize,
  seedQrSizes,
} from '../../../../src/protocol/files/seed-qr.ts';
import { wordCounts } from '../../../../src/protocol/public-state.ts';

describe('the sizes of a SeedQR', () => {
  it('are those of the specification for 12 and 24 words', () => {
    expect(seedQrSize('compact', 12)).toBe(21);
    expect(seedQrSize('standard', 12)).toBe(25);
    expect(seedQrSize('compact', 24)).toBe(25);
    expect(seedQrSize('standard', 24)).toBe(29);
  });

  it('hold four digits a word, or the entropy, at error correction level L', () => {
    // ISO/IEC 18004, table 7: digits and bytes of versions 1 to 3.
    const capacity = { standard: { 21: 41, 25: 77, 29: 127 }, compact: { 21: 17, 25: 32, 29: 53 } };
    for (const words of wordCounts) {
      const needed = { standard: words * 4, compact: (words / 3) * 4 };
      for (const format of ['standard', 'compact'] as const) {
        const fitting = seedQrSizes.filter((size) => capacity[format][size] >= needed[format]);
        expect(seedQrSize(format, words)).toBe(fitting[0]);
      }
    }
  });

  it('leave the Compact format to the lengths that the specification names', () => {
    expect(wordCounts.filter(isSpecified)).toEqual([12, 24]);
    expect(seedQrFormats(24)).toEqual(['standard', 'compact']);
    expect(seedQrFormats(18)).toEqual(['standard']);
  });
});

describe.each(seedQrSizes)('the blocks of a code of %i', (size) => {
  const blocks = seedQrBlocks(size);

  it('cover every square once', () => {
    const hits = new Uint8Array(size * size);
    for (const { left, top, width, height } of blocks) {
      for (let row = top; row < top + height; row += 1) {
        for (let column = left; column < left + width; column += 1) {
          const at = row * size + column;
          hits[at] = (hits[at] ?? 0) + 1;
        }
      }
    }
    expect(hits.every((times) => times === 1)).toBe(true);
  });

  it('are named like the templates that people copy onto', () => {
    const across = { 21: 3, 25: 5, 29: 6 }[size];
    expect(blocksAcross(size)).toBe(across);
    expect(blocks).toHaveLength(across ** 2);
    expect(blockLength(size)).toBe(size === 21 ? 7 : 5);
    expect(blocks[0]?.name).toBe('A1');
    expect(blocks[1]?.name).toBe('A2');
    expect(blocks[across]?.name).toBe('B1');
    expect(blocks.at(-1)?.name).toBe({ 21: 'C3', 25: 'E5', 29: 'F6' }[size]);
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length);
  });
});
