/**
 * The glass as a PNG (ISO/IEC 15948): 8-bit RGB in the device's own size, a lit pixel white, as Speculos gives it.
 * Encoded once a picture: clients ask for the same one again and again while they wait for the next.
 */
import { crc32, deflateSync } from 'node:zlib';
import type { Frame } from '../../core/board.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bytesPerPixel = 3;
const bytesPerEight = 8 * bytesPerPixel;

/** What each byte of eight pixels, the leftmost in its highest bit, becomes. */
const spread: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) =>
  Uint8Array.from({ length: bytesPerEight }, (__, at) =>
    (byte & (0x80 >> Math.floor(at / bytesPerPixel))) === 0 ? 0 : 0xff,
  ),
);

/** Length, type, data, and the CRC of type and data (5.3). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

/** Depth 8, colour type 2 (RGB), and the only methods there are of compression, filtering and no interlacing (11.2.2). */
function header(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 2, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

/** Every row is preceded by its filter, which is none (9.2). `width` is a multiple of 8. */
function rows({ width, height, pixels }: Frame): Uint8Array {
  const [perRow, rowLength] = [width / 8, 1 + width * bytesPerPixel];
  const bytes = new Uint8Array(rowLength * height);
  for (const [index, byte] of pixels.entries()) {
    const eight = byte === 0 ? undefined : spread[byte];
    if (eight === undefined) continue;
    bytes.set(eight, Math.floor(index / perRow) * rowLength + 1 + (index % perRow) * bytesPerEight);
  }
  return bytes;
}

function encode(frame: Frame): Uint8Array {
  return Buffer.concat([
    signature,
    header(frame.width, frame.height),
    chunk('IDAT', deflateSync(rows(frame), { level: 1 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** By picture, each of which is an object of its own, so that nothing is kept longer than the picture is. */
const encoded = new WeakMap<Frame, Uint8Array>();

/** The caller does not change the bytes: the next one who asks for the same picture gets them too. */
export function screenPng(frame: Frame): Uint8Array {
  const kept = encoded.get(frame);
  if (kept !== undefined) return kept;
  const png = encode(frame);
  encoded.set(frame, png);
  return png;
}
