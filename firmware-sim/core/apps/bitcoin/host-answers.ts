/**
 * What a command asks the host for while it runs: what a hash is of, and the leaves of a Merkle tree. The command has brought the hash or
 * the root, so the host can't answer with anything else: `undefined` where it tries.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes } from '../../../../src/protocol/bytes.ts';
import { readVarint, writeVarint } from './varint.ts';

/** Yields a request to the host and is resumed by its answer. */
export type Talk<Result> = Generator<Uint8Array, Result, Uint8Array>;

export const hashLength = 32;

const request = { preimage: 0x40, leafProof: 0x41 } as const;

/** A tree of more leaves would need a proof that takes more than one answer. */
export const mostLeaves = 64;

/** The bytes of a hash. Of what this app asks for, all fits into one answer. */
export function* preimage(hash: Uint8Array): Talk<Uint8Array | undefined> {
  const answer = yield concatBytes(Uint8Array.of(request.preimage, 0), hash);
  const length = readVarint(answer);
  if (length === undefined) return undefined;
  const [count] = length.rest;
  const bytes = length.rest.slice(1);
  const isWhole = count === length.value && bytes.length === length.value;
  return isWhole && equalBytes(sha256(bytes), hash) ? bytes : undefined;
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
