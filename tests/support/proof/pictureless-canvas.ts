/**
 * The canvas without its pictures, for proofs about what crosses the wire: two thirds of a device's time go into
 * pixels, and none of them reaches a host. Every line of text is recorded as ever; of the pixels there is the last
 * column alone, where the bar of a list can be seen. Other tests look at whole pictures.
 */
import type { Canvas } from '../../../firmware-sim/core/glass/canvas.ts';
import type { TextLine } from '../../../firmware-sim/core/board.ts';

const [width, height] = [128, 64];

/** To be the factory of `vi.mock('…/glass/canvas.ts', …)`. */
export function picturelessCanvas(): { createCanvas: () => Canvas } {
  return {
    createCanvas() {
      const pixels = new Uint8Array(height);
      const lines: TextLine[] = [];
      return {
        frame: { width, height, pixels, lines },
        clear() {
          pixels.fill(0);
          lines.length = 0;
        },
        fill(x, y, wide, high) {
          if (x + wide < width) return;
          for (let row = y; row < y + high && row < height; row += 1) pixels[row] = 1;
        },
        text: (text, x, y, { secret = false } = {}) =>
          void lines.push({ text, x, y, width: 0, height: 0, secret }),
      };
    },
  };
}
