/** Our QR codes against a library that encodes: every mask, every size, any content. */
import fc from 'fast-check';
import { correction, generate, mode, type Mask } from 'lean-qr';
import { describe, expect, it } from 'vitest';
import {
  encodeCodewords,
  masks,
  placeSquares,
} from '../../../../../firmware-sim/core/vault/copies/qr-code.ts';
import { seedQrSizes, type SeedQrSize } from '../../../../../src/protocol/files/seed-qr.ts';

const capacity: Readonly<Record<SeedQrSize, number>> = { 21: 17, 25: 32, 29: 53 };

function encodeBytes(size: SeedQrSize, content: Uint8Array): Uint8Array {
  return encodeCodewords(size, (push) => {
    push(4, 4);
    push(content.length, 8);
    for (const byte of content) push(byte, 8);
  });
}

function byLibrary(size: SeedQrSize, content: Uint8Array, mask: Mask): number[] {
  const version = (size - 17) / 4;
  const code = generate(mode.bytes(content), {
    minCorrectionLevel: correction.L,
    maxCorrectionLevel: correction.L,
    minVersion: version,
    maxVersion: version,
    mask,
  });
  return Array.from({ length: size * size }, (_, at) => (code.get(at % size, Math.floor(at / size)) ? 1 : 0));
}

describe.each(seedQrSizes)('a code of %i squares a side', (size) => {
  it('matches a library’s code with all eight masks, for any content that fits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: capacity[size] }), (content) => {
        const bytes = encodeBytes(size, content);
        masks.forEach((_, mask) => {
          expect([...placeSquares(size, bytes, mask)]).toEqual(byLibrary(size, content, mask as Mask));
        });
      }),
      { numRuns: 12 },
    );
  });

  it('takes what fits and refuses one byte more', () => {
    expect(() => encodeBytes(size, new Uint8Array(capacity[size]))).not.toThrow();
    expect(() => encodeBytes(size, new Uint8Array(capacity[size] + 1))).toThrow(
      'the content does not fit into the code',
    );
  });

  it('has eight masks and no more', () => {
    expect(masks).toHaveLength(8);
    expect(() => placeSquares(size, new Uint8Array(10), 8)).toThrow(RangeError);
  });
});
