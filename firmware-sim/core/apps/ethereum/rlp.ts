/**
 * Recursive length prefix (Ethereum yellow paper, appendix B). Strict: whatever is read has one way to be written, so that writing it
 * again gives the same bytes.
 */
import { byteAt, concatBytes } from '../../../../src/protocol/bytes.ts';

/** A string of bytes, or a list. */
export type RlpItem = Uint8Array | readonly RlpItem[];

const shortLimit = 55;
const stringMark = 0x80;
const listMark = 0xc0;
/** More than a length of four bytes is a length that nothing here holds. */
const lengthBytesLimit = 4;

interface Header {
  readonly isList: boolean;
  readonly headerLength: number;
  readonly length: number;
}

/** How an item begins; `undefined` where bytes are missing, or the length could be written shorter. */
function readHeader(bytes: Uint8Array): Header | undefined {
  const [first] = bytes;
  if (first === undefined) return undefined;
  if (first < stringMark) return { isList: false, headerLength: 0, length: 1 };
  const isList = first >= listMark;
  const short = first - (isList ? listMark : stringMark);
  if (short <= shortLimit) return { isList, headerLength: 1, length: short };
  const count = short - shortLimit;
  const written = bytes.subarray(1, 1 + count);
  if (count > lengthBytesLimit || written.length < count || written[0] === 0) return undefined;
  const length = written.reduce((total, byte) => total * 256 + byte, 0);
  return length <= shortLimit ? undefined : { isList, headerLength: 1 + count, length };
}

/** How long the item is that starts here, by its own length; `undefined` while that can't be told. */
export function announcedLength(bytes: Uint8Array): number | undefined {
  const header = readHeader(bytes);
  return header && header.headerLength + header.length;
}

/** Whether the bytes may still become a header that can be read, once there are more of them. */
export function mayGrow(bytes: Uint8Array): boolean {
  const [first] = bytes;
  if (first === undefined) return true;
  if (first < stringMark) return false;
  const count = first - (first >= listMark ? listMark : stringMark) - shortLimit;
  return count > 0 && count <= lengthBytesLimit && bytes.length <= count && bytes[1] !== 0;
}

function readItems(bytes: Uint8Array, depth: number): readonly RlpItem[] | undefined {
  const items: RlpItem[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const length = announcedLength(rest);
    if (length === undefined || length > rest.length) return undefined;
    const item = decodeRlp(rest.subarray(0, length), depth);
    if (item === undefined) return undefined;
    items.push(item);
    rest = rest.subarray(length);
  }
  return items;
}

/** Exactly one item; `undefined` for anything else. `depth`: how many lists may be inside each other. */
export function decodeRlp(bytes: Uint8Array, depth: number): RlpItem | undefined {
  const header = readHeader(bytes);
  if (header === undefined) return undefined;
  const { isList, headerLength, length } = header;
  if (bytes.length !== headerLength + length) return undefined;
  const content = bytes.subarray(headerLength);
  if (isList) return depth > 0 ? readItems(content, depth - 1) : undefined;
  // A single low byte stands for itself.
  return headerLength === 1 && length === 1 && byteAt(content, 0) < stringMark ? undefined : content;
}

function writeHeader(mark: number, length: number): Uint8Array {
  if (length <= shortLimit) return Uint8Array.of(mark + length);
  const written = writeInteger(BigInt(length));
  return concatBytes(Uint8Array.of(mark + shortLimit + written.length), written);
}

export function encodeRlp(item: RlpItem): Uint8Array {
  if (item instanceof Uint8Array) {
    const isItself = item.length === 1 && byteAt(item, 0) < stringMark;
    return isItself ? item : concatBytes(writeHeader(stringMark, item.length), item);
  }
  const content = concatBytes(...item.map(encodeRlp));
  return concatBytes(writeHeader(listMark, content.length), content);
}

/** A number of at most `most` bytes, without zeros in front; `undefined` for anything else. Zero has no bytes. */
export function readInteger(item: RlpItem | undefined, most: number): bigint | undefined {
  if (!(item instanceof Uint8Array) || item.length > most || item[0] === 0) return undefined;
  return item.reduce((total, byte) => total * 256n + BigInt(byte), 0n);
}

export function writeInteger(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  return Uint8Array.from(bytes);
}
