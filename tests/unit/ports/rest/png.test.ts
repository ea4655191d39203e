import { decode } from 'fast-png';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenPng } from '../../../../firmware-sim/ports/rest/png.ts';

const [width, height] = [128, 64];
const frameOf = (pixels: Uint8Array, size = { width, height }) => ({ ...size, pixels, lines: [] });
const anyPixels = fc.uint8Array({ minLength: (width / 8) * height, maxLength: (width / 8) * height });

/** Pixel by pixel, as the glass has them. */
function spreadPixels(pixels: Uint8Array, count = width * height): string {
  const lit = (at: number): boolean => ((pixels[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0;
  return Array.from({ length: count }, (_, at) => (lit(at) ? 'ffffff' : '000000')).join('');
}

const hexOf = (data: ArrayLike<number>): string => Buffer.from(Uint8Array.from(data)).toString('hex');

describe('screenPng', () => {
  it('gives every pixel back through another decoder, which checks each CRC', () => {
    fc.assert(
      fc.property(anyPixels, (pixels) => {
        const image = decode(screenPng(frameOf(pixels)), { checkCrc: true });
        expect([image.width, image.height, image.channels, image.depth]).toEqual([width, height, 3, 8]);
        expect(hexOf(image.data) === spreadPixels(pixels)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('takes any size whose rows are whole bytes', () => {
    const pixels = Uint8Array.of(0b1010_0000, 0xff, 0b0000_0001);
    const image = decode(screenPng(frameOf(pixels, { width: 8, height: 3 })), { checkCrc: true });
    expect([image.width, image.height]).toEqual([8, 3]);
    expect(hexOf(image.data)).toBe(spreadPixels(pixels, 24));
  });

  it('encodes a picture once, and never gives one for another', () => {
    const [dark, lit] = [frameOf(new Uint8Array(1024)), frameOf(new Uint8Array(1024).fill(0xff))];
    expect(screenPng(dark)).toBe(screenPng(dark));
    expect(decode(screenPng(lit)).data.every((value) => value === 255)).toBe(true);
    expect(decode(screenPng(dark)).data.every((value) => value === 0)).toBe(true);
  });
});
