/** Numbers as Bitcoin writes them: one byte up to 252, and in the least of three, five and nine beyond. */
import { byteAt, concatBytes } from '../../../../../src/protocol/bytes.ts';

export interface ReadNumber {
  readonly value: number;
  readonly rest: Uint8Array;
}

/** Nothing here is as long as a number of four bytes tells. */
const widths: ReadonlyMap<number, number> = new Map([
  [0xfd, 2],
  [0xfe, 4],
]);
const single = 0xfd;

const littleEndian = (value: number, width: number): Uint8Array =>
  Uint8Array.from({ length: width }, (_, at) => Math.floor(value / 256 ** at));

/** Below 2^32. */
export function writeVarint(value: number): Uint8Array {
  if (value < single) return Uint8Array.of(value);
  return value < 0x1_0000
    ? concatBytes(Uint8Array.of(0xfd), littleEndian(value, 2))
    : concatBytes(Uint8Array.of(0xfe), littleEndian(value, 4));
}

/** `undefined` for one that is cut off, longer than it must be, or of eight bytes. */
export function readVarint(bytes: Uint8Array): ReadNumber | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  if (first < single) return { value: first, rest: bytes.subarray(1) };
  const width = widths.get(first);
  if (width === undefined || bytes.length <= width) return undefined;
  const value = Array.from({ length: width }, (_, at) => byteAt(bytes, at + 1) * 256 ** at).reduce(
    (sum, part) => sum + part,
  );
  if (writeVarint(value).length !== width + 1) return undefined;
  return { value, rest: bytes.subarray(width + 1) };
}
