/**
 * Xvfb's picture of its screen (X11's XWDFile.h, version 7: 32 bits a pixel, little-endian) as a PNG, without the black
 * that no window covers at the right and at the bottom.
 */
import { encode } from 'fast-png';

export function decodeScreenDump(/** @type {Buffer} */ dump) {
  const field = (/** @type {number} */ index) => dump.readUInt32BE(index * 4);
  const [headerSize, fullWidth, fullHeight] = [field(0), field(4), field(5)];
  const [bitsPerPixel, bytesPerLine, colours] = [field(11), field(12), field(19)];
  if (field(1) !== 7 || bitsPerPixel !== 32) throw new Error('not a screen dump with 32 bits a pixel');
  const pixelsAt = headerSize + colours * 12;
  const pixelAt = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = pixelsAt + y * bytesPerLine + x * 4;
    return [dump[at + 2] ?? 0, dump[at + 1] ?? 0, dump[at] ?? 0];
  };
  let [width, height] = [0, 0];
  for (let y = 0; y < fullHeight; y += 1) {
    for (let x = 0; x < fullWidth; x += 1) {
      if (pixelAt(x, y).every((value) => value === 0)) continue;
      width = Math.max(width, x + 1);
      height = y + 1;
    }
  }
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(pixelAt(x, y), (y * width + x) * 3);
  }
  return encode({ width, height, data, channels: 3, depth: 8 });
}
