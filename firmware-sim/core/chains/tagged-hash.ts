/** Hashes of BIP-340, each of which is good for one purpose: its name is hashed with whatever it is of. */
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '../../../src/protocol/bytes.ts';

/** The block of 64 bytes that such a hash begins with. `tag`: ASCII. */
export function tagBlock(tag: string): Uint8Array {
  const hash = sha256(Uint8Array.from(tag, (character) => character.charCodeAt(0)));
  return concatBytes(hash, hash);
}

/** 32 bytes. */
export function taggedHash(tag: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return sha256(concatBytes(tagBlock(tag), ...parts));
}
