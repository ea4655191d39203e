/**
 * Sign-to-contract, the computer's side: a signature's nonce that holds a number of this computer can carry nothing out. The device
 * gets a commitment to the number, answers a point R0, gets the number, and must sign with R0 + t·G (`commands/protect.ts`).
 */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, toHex } from '../protocol/bytes.ts';
import { commitmentTag, noncePointLength, tweakTag } from '../protocol/host-nonce.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** BIP-340. */
function taggedHash(tag: string, message: Uint8Array): Uint8Array {
  const hash = sha256(utf8(tag));
  return sha256(concatBytes(hash, hash, message));
}

const scalar = (bytes: Uint8Array): bigint => secp256k1.Point.Fn.create(BigInt(`0x${toHex(bytes)}`));

/** What the device learns of the number before it has fixed its nonce: 32 bytes. */
export function commitmentTo(number: Uint8Array): Uint8Array {
  return taggedHash(commitmentTag, number);
}

/** Whether 33 bytes are a point that a device may answer. */
export function isPoint(compressed: Uint8Array): boolean {
  try {
    secp256k1.Point.fromBytes(compressed).assertValidity();
    return compressed.length === noncePointLength;
  } catch {
    return false;
  }
}

/** Whether `r` is the x of R0 + t·G, for t the hash of R0 and the number. `point`: R0, 33 bytes; `r`: 32 bytes. */
export function holdsNumber(point: Uint8Array, number: Uint8Array, r: Uint8Array): boolean {
  const tweak = scalar(taggedHash(tweakTag, concatBytes(point, number)));
  // One number in 2^256 adds nothing, and a device can't choose which.
  if (tweak === 0n) return false;
  const nonce = secp256k1.Point.BASE.multiply(tweak).add(secp256k1.Point.fromBytes(point));
  return !nonce.is0() && scalar(nonce.toBytes(true).subarray(1)) === BigInt(`0x${toHex(r)}`);
}
