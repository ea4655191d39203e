/**
 * Signatures whose nonce a host has a part in ("sign to contract", as libsecp256k1-zkp's module `ecdsa_s2c` has it). The device's part
 * depends on what the host has promised, so that no two numbers of a host's are ever added to the same part: with two such signatures
 * the host would have the key. So nothing is signed for a number that wasn't promised.
 */
import { equalBytes } from '../../../../src/protocol/bytes.ts';
import { hostNonceLength, commitmentTag, tweakTag } from '../../../../src/protocol/host-nonce.ts';
import { taggedHash } from '../../chains/tagged-hash.ts';
import type { Signature } from '../../signing-keys.ts';
import { multiplyBase, type Draw } from '../addresses/curve.ts';
import { addScalars, reduceScalar } from '../addresses/scalars.ts';
import { erase } from '../memory/erase.ts';
import { nonceOf } from './nonce.ts';
import { signWith } from './sign-digest.ts';

function expectLength(...numbers: readonly Uint8Array[]): void {
  if (numbers.some(({ length }) => length !== hostNonceLength))
    throw new RangeError('a number, and a commitment to one, have 32 bytes');
}

/** The point of the device's part, compressed: 33 bytes, of key, digest and promise alone. `key` stays the caller's. */
export function noncePoint(
  key: Uint8Array,
  digest: Uint8Array,
  commitment: Uint8Array,
  draw: Draw,
): Uint8Array {
  expectLength(commitment);
  const nonce = nonceOf(key, digest, commitment);
  try {
    return multiplyBase(nonce, draw).toBytes(true);
  } finally {
    erase(nonce);
  }
}

/** Of key, digest and the host's number alone; `undefined` for a number that wasn't promised. */
export function signCommitted(
  key: Uint8Array,
  digest: Uint8Array,
  commitment: Uint8Array,
  hostNonce: Uint8Array,
  draw: Draw,
): Signature | undefined {
  expectLength(commitment, hostNonce);
  if (!equalBytes(taggedHash(commitmentTag, hostNonce), commitment)) return undefined;
  const nonce = nonceOf(key, digest, commitment);
  try {
    const point = multiplyBase(nonce, draw).toBytes(true);
    const tweak = reduceScalar(taggedHash(tweakTag, point, hostNonce));
    const sum = addScalars(nonce, tweak);
    erase(tweak);
    return signWith(sum, key, digest, draw);
  } finally {
    erase(nonce);
  }
}
