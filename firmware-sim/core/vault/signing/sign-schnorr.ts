/**
 * Schnorr signatures of BIP-340 on secp256k1, with zeros where it lets something random in: a signature that has a choice could carry
 * something out. As in `sign-digest.ts`, key and nonce are bytes that are overwritten, and the curve sees neither.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { byteAt, concatBytes } from '../../../../src/protocol/bytes.ts';
import { tagBlock, taggedHash } from '../../chains/tagged-hash.ts';
import type { Draw } from '../addresses/curve.ts';
import { addScalars, reduceScalar, scalarLength } from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { secretBytes } from '../memory/secret-bytes.ts';
import { evenKey, type EvenKey } from './even-key.ts';
import { multiplyScalars } from './products.ts';

/** What a key is covered with before it's hashed, where nothing is random. */
const cover = taggedHash('BIP0340/aux', new Uint8Array(scalarLength));
const nonceTag = tagBlock('BIP0340/nonce');

/** From 0 to the order less 1; the caller erases it. That it is zero has a chance of 2^-256. */
function nonceFor({ secret, x }: EvenKey, digest: Uint8Array): Uint8Array {
  // The covered key shares a block of the hash with what is public: a whole block is read where it stands, and not copied.
  const message = secretBytes(nonceTag.length + 3 * scalarLength);
  message.set(nonceTag);
  for (let at = 0; at < scalarLength; at += 1)
    message[nonceTag.length + at] = byteAt(secret, at) ^ byteAt(cover, at);
  message.set(x, nonceTag.length + scalarLength);
  message.set(digest, nonceTag.length + 2 * scalarLength);
  const hashed = secretBytes(scalarLength);
  const hash = sha256.create().update(message);
  hash.digestInto(hashed);
  hash.destroy();
  const nonce = reduceScalar(hashed);
  erase(message, hashed);
  return nonce;
}

/** nonce + challenge * key, modulo the order; `r`: x of the nonce's point. */
function proof(nonce: Uint8Array, r: Uint8Array, { secret, x }: EvenKey, digest: Uint8Array): Uint8Array {
  const challenge = reduceScalar(taggedHash('BIP0340/challenge', r, x, digest));
  const product = multiplyScalars(challenge, secret);
  const s = addScalars(nonce, product);
  erase(challenge, product);
  return s;
}

/** `key`, from 1 to the order less 1, stays the caller's; `digest` has 32 bytes, and the signature 64. */
export function signSchnorr(key: Uint8Array, digest: Uint8Array, draw: Draw): Uint8Array {
  const signer = evenKey(key, draw);
  const drawn = nonceFor(signer, digest);
  try {
    const nonce = evenKey(drawn, draw);
    const s = proof(nonce.secret, nonce.x, signer, digest);
    const signature = concatBytes(nonce.x, s);
    erase(nonce.secret, s);
    return signature;
  } finally {
    erase(signer.secret, drawn);
  }
}
