/** Every picture that the device can show, on sheets to look at. */
import { encode } from 'fast-png';
import { screenHeight, screenWidth } from '../../src/protocol/screen-size.ts';
import type { ShownFrame } from '../fixtures/devices/core-board.ts';
import { leadThroughEverything } from '../fixtures/drivers/lead-through-everything.ts';

const scale = 2;
const columns = 7;
const rows = 12;
const gap = 8;
const [ground, ink, dark] = [90, 255, 0];

/** PNG files: one for each sheet of 84 pictures, in the order in which a device showed them, one of each kind. */
export function drawDeviceSheets(): Uint8Array[] {
  const distinct = new Map(leadThroughEverything().map((frame) => [kindOf(frame), frame.pixels]));
  const pictures = [...distinct.values()];
  const perSheet = columns * rows;
  return Array.from({ length: Math.ceil(pictures.length / perSheet) }, (_, index) =>
    drawSheet(pictures.slice(index * perSheet, (index + 1) * perSheet)),
  );
}

/** Two pictures are of one kind when they differ in words, digits or the length of a bar alone. */
function kindOf({ lines }: ShownFrame): string {
  return lines
    .map(({ text, secret, y }) => `${y} ${secret ? 'a word' : text.replaceAll(/\d+/g, '0')}`)
    .join('|');
}

function drawSheet(pictures: readonly Uint8Array[]): Uint8Array {
  const cellWidth = screenWidth * scale + gap;
  const cellHeight = screenHeight * scale + gap;
  const width = columns * cellWidth + gap;
  const height = Math.ceil(pictures.length / columns) * cellHeight + gap;
  const data = new Uint8Array(width * height).fill(ground);
  pictures.forEach((pixels, index) => {
    const left = gap + (index % columns) * cellWidth;
    const top = gap + Math.floor(index / columns) * cellHeight;
    for (let y = 0; y < screenHeight * scale; y += 1) {
      for (let x = 0; x < screenWidth * scale; x += 1) {
        const column = Math.floor(x / scale);
        const byte = pixels[Math.floor(y / scale) * (screenWidth / 8) + (column >>> 3)] ?? 0;
        data[(top + y) * width + left + x] = (byte >>> (7 - (column & 7))) & 1 ? ink : dark;
      }
    }
  });
  return encode({ width, height, data, channels: 1, depth: 8 });
}
