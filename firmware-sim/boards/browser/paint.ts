/** From the core's one bit a pixel to a canvas. */
import type { Frame } from '../../core/board.ts';

export interface Ink {
  readonly lit: readonly [red: number, green: number, blue: number];
  readonly dark: readonly [red: number, green: number, blue: number];
}

/** Cool white on near black, as the glass of such a device looks, in light and in dark surroundings. */
export const glassInk: Ink = { lit: [224, 244, 236], dark: [8, 12, 10] };

/** Fills `image`, four bytes (red, green, blue, opaque) a pixel: `width * height * 4` bytes. */
export function paintFrame(
  frame: Pick<Frame, 'pixels'>,
  image: Uint8ClampedArray,
  ink: Ink = glassInk,
): void {
  for (let pixel = 0; pixel < image.length / 4; pixel += 1) {
    const byte = frame.pixels[pixel >>> 3] ?? 0;
    const [red, green, blue] = (byte & (0x80 >>> (pixel & 7))) === 0 ? ink.dark : ink.lit;
    image.set([red, green, blue, 255], pixel * 4);
  }
}
