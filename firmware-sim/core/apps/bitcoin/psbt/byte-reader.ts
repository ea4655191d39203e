/** Bytes as Bitcoin's transactions have them, read from the front. Every integer is little-endian. */
import { readVarint } from '../host/varint.ts';

export interface ByteReader {
  /** The next bytes; `undefined` where there are fewer. */
  take(length: number): Uint8Array | undefined;
  /** The next number, in its shortest form; `undefined` for another form or where bytes are missing. */
  varint(): number | undefined;
  /** A number and as many bytes. */
  varBytes(): Uint8Array | undefined;
  /** What comes next, without taking it; `undefined` at the end. */
  next(): number | undefined;
  /** How many bytes were taken. */
  position(): number;
  isAtEnd(): boolean;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;

  function take(length: number): Uint8Array | undefined {
    if (bytes.length - at < length) return undefined;
    at += length;
    return bytes.subarray(at - length, at);
  }

  function varint(): number | undefined {
    const read = readVarint(bytes.subarray(at));
    if (read !== undefined) at = bytes.length - read.rest.length;
    return read?.value;
  }

  return {
    take,
    varint,
    varBytes() {
      const length = varint();
      return length === undefined ? undefined : take(length);
    },
    next: () => bytes[at],
    position: () => at,
    isAtEnd: () => at === bytes.length,
  };
}

/** Exactly four bytes. */
export function readU32(bytes: Uint8Array | undefined): number | undefined {
  return bytes?.length === 4 ? bytes.reduceRight((value, byte) => value * 256 + byte, 0) : undefined;
}

/** All the bitcoin that there will ever be, in satoshis. */
export const mostSatoshis = 2_100_000_000_000_000n;

/** Exactly eight bytes, in satoshis; `undefined` for more of them than there can be. */
export function readAmount(bytes: Uint8Array | undefined): bigint | undefined {
  if (bytes?.length !== 8) return undefined;
  const amount = bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
  return amount <= mostSatoshis ? amount : undefined;
}
