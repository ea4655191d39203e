/**
 * Arrays for secrets whose bytes stay where they are until they are overwritten. V8 keeps a small typed array (up to
 * 64 bytes) among its objects: it copies it when it collects garbage, and again when code asks for its `buffer`,
 * and each copy stays behind where `erase` cannot reach it. An array on an `ArrayBuffer` of its own is never moved.
 */
import { erase } from './erase.ts';

export function secretBytes(length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new ArrayBuffer(length));
}

/** Room for word indexes. */
export function secretIndexes(length: number): Uint16Array<ArrayBuffer> {
  return new Uint16Array(new ArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

/** Use in place of `slice`, which would make a small array. */
export function copyBytes(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array<ArrayBuffer> {
  const copy = secretBytes(end - start);
  for (let at = 0; at < copy.length; at += 1) copy[at] = bytes[start + at] ?? 0;
  return copy;
}

/** Use in place of `slice` for word indexes. */
export function copyIndexes(indexes: Uint16Array): Uint16Array<ArrayBuffer> {
  const copy = secretIndexes(indexes.length);
  copy.set(indexes);
  return copy;
}

/** Moves what a library has returned into an array that stays in its place, and overwrites the library's. */
export function takeOver(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const taken = copyBytes(bytes);
  erase(bytes);
  return taken;
}
