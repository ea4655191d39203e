/**
 * What a command asks the host for while it runs: what a hash is of, and the leaves of a Merkle tree. The command has brought the hash or
 * the root, so the host can't answer with anything else: `undefined` where it tries.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from '../../../../../src/protocol/bytes.ts';
import { readVarint, writeVarint } from './varint.ts';

/** Yields a request to the host and is resumed by its answer. */
export type Talk<Result> = Generator<Uint8Array, Result, Uint8Array>;

export const hashLength = 32;

const request = { preimage: 0x40, leafProof: 0x41, more: 0xa0 } as const;

/** A tree of more leaves would need a proof that takes more than one answer. */
export const mostLeaves = 64;

interface FirstPart {
  /** Of the whole, by the host's word. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

function* firstPart(hash: Uint8Array): Talk<FirstPart | undefined> {
  const answer = yield concatBytes(Uint8Array.of(request.preimage, 0), hash);
  const length = readVarint(answer);
  if (length === undefined) return undefined;
  const [count] = length.rest;
  const bytes = length.rest.slice(1);
  return count === bytes.length && count <= length.value ? { length: length.value, bytes } : undefined;
}

/** The bytes of a hash, as many as fit into one answer. */
export function* preimage(hash: Uint8Array): Talk<Uint8Array | undefined> {
  const part = yield* firstPart(hash);
  const isWhole = part !== undefined && part.bytes.length === part.length;
  return isWhole && equalBytes(sha256(part.bytes), hash) ? part.bytes : undefined;
}

/** The bytes that follow, one at least and `most` at most. */
function* nextPart(most: number): Talk<Uint8Array | undefined> {
  const answer = yield Uint8Array.of(request.more);
  const [count, width] = answer;
  const bytes = answer.subarray(2);
  // What is asked for here is counted in bytes.
  const isWhole = width === 1 && count === bytes.length;
  return isWhole && count > 0 && count <= most ? bytes : undefined;
}

/** What is too long, by the host's word, which nothing but a refusal comes of. */
type LongBytes = Uint8Array | 'tooLong' | undefined;

/** The bytes of a hash, in as many answers as it takes; `most`: a length in bytes, beyond which nothing is asked for. */
function* longPreimage(hash: Uint8Array, most: number): Talk<LongBytes> {
  const part = yield* firstPart(hash);
  if (part === undefined) return undefined;
  if (part.length > most) return 'tooLong';
  const bytes = new Uint8Array(part.length);
  bytes.set(part.bytes);
  for (let at = part.bytes.length; at < bytes.length;) {
    const next = yield* nextPart(bytes.length - at);
    if (next === undefined) return undefined;
    bytes.set(next, at);
    at += next.length;
  }
  return equalBytes(sha256(bytes), hash) ? bytes : undefined;
}

/** The largest power of 2 below a number of leaves: so many are in the left half of their tree. */
function leftCount(leaves: number): number {
  let count = 1;
  while (count * 2 < leaves) count *= 2;
  return count;
}

/** Whether a leaf is in the left half of each tree that it is in, from the smallest on. */
function sidesOf(leaves: number, at: number): readonly boolean[] {
  if (leaves === 1) return [];
  const count = leftCount(leaves);
  return at < count ? [...sidesOf(count, at), true] : [...sidesOf(leaves - count, at - count), false];
}

const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(1), left, right));

/** The hash of a leaf, by its place among `leaves` of them, `mostLeaves` at most. */
function* leafHash(root: Uint8Array, leaves: number, at: number): Talk<Uint8Array | undefined> {
  const places = concatBytes(writeVarint(leaves), writeVarint(at));
  const answer = yield concatBytes(Uint8Array.of(request.leafProof), root, places);
  const leaf = answer.slice(0, hashLength);
  const [steps, here] = answer.subarray(hashLength);
  const proof = answer.slice(hashLength + 2);
  const sides = sidesOf(leaves, at);
  if (steps !== sides.length || here !== steps || proof.length !== steps * hashLength) return undefined;
  const top = sides.reduce<Uint8Array>((node, isLeft, step) => {
    const other = proof.subarray(step * hashLength, (step + 1) * hashLength);
    return isLeft ? nodeOf(node, other) : nodeOf(other, node);
  }, leaf);
  return equalBytes(top, root) ? leaf : undefined;
}

/** A leaf itself, which is hashed behind a zero. */
export function* leafAt(root: Uint8Array, leaves: number, at: number): Talk<Uint8Array | undefined> {
  const hash = yield* leafHash(root, leaves, at);
  const bytes = hash && (yield* preimage(hash));
  return bytes?.[0] === 0 ? bytes.subarray(1) : undefined;
}

/** A leaf of `most` bytes at most, in as many answers as it takes. */
export function* longLeafAt(root: Uint8Array, leaves: number, at: number, most: number): Talk<LongBytes> {
  const hash = yield* leafHash(root, leaves, at);
  const bytes = hash && (yield* longPreimage(hash, most + 1));
  if (bytes === undefined || bytes === 'tooLong') return bytes;
  return bytes[0] === 0 ? bytes.subarray(1) : undefined;
}
