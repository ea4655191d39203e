/** The glass as a PNG: 8-bit RGB in the device's own size, a lit pixel white. */
import type { Screen } from '../boards/node/device.ts';

/** Loads the encoder at its first use, so that a start without screenshots does not wait for it. */
export async function screenPng(screen: Screen): Promise<Uint8Array> {
  const { encode } = await import('fast-png');
  const { width, height, pixels } = screen;
  const data = new Uint8Array(width * height * 3);
  for (let index = 0; index < width * height; index += 1) {
    const lit = ((pixels[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
    if (lit) data.fill(0xff, index * 3, index * 3 + 3);
  }
  return encode({ width, height, data, channels: 3, depth: 8 });
}
