/**
 * The number that a signature covers its key with, as RFC 6979 (section 3.2) makes it of key and digest with HMAC-SHA-256. Anyone who knows
 * it, or a few bits of it in many signatures, has the key.
 */
import { isBelow, orderBytes, reduceScalar, scalarLength } from '../addresses/scalars.ts';
import { keyHash } from '../keys/hmac.ts';
import { erase } from '../memory/erase.ts';
import { copyBytes, secretBytes } from '../memory/secret-bytes.ts';

const zero = new Uint8Array(scalarLength);

/** Writes the HMAC of a message into `output`, which may be the key or the message. */
function hash(output: Uint8Array, key: Uint8Array, message: Uint8Array): void {
  const keyed = keyHash('sha256', key);
  keyed.write(output, message);
  keyed.erase();
}

/** 1 to the order less 1. One number in 2^128 isn't: whether another is made takes time, and tells as little. */
const isNonce = (bytes: Uint8Array): boolean => (isBelow(zero, bytes) & isBelow(bytes, orderBytes)) === 1;

/** Of a key below the order and a digest, 32 bytes each, and of what else it is to depend on (section 3.6). The caller erases it. */
export function nonceOf(
  key: Uint8Array,
  digest: Uint8Array,
  more: Uint8Array = new Uint8Array(),
): Uint8Array {
  // V, a byte that tells the steps apart, key, digest and what is added, and apart from them K: the standard's names.
  const message = secretBytes(3 * scalarLength + 1 + more.length);
  const [v, k] = [message.subarray(0, scalarLength), secretBytes(scalarLength)];
  const number = reduceScalar(digest);
  v.fill(1);
  message.set(key, scalarLength + 1);
  message.set(number, 2 * scalarLength + 1);
  message.set(more, 3 * scalarLength + 1);
  for (const part of [0, 1]) {
    message[scalarLength] = part;
    hash(k, k, message);
    hash(v, k, v);
  }
  hash(v, k, v);
  message[scalarLength] = 0;
  while (!isNonce(v)) {
    hash(k, k, message.subarray(0, scalarLength + 1));
    hash(v, k, v);
    hash(v, k, v);
  }
  const nonce = copyBytes(v);
  erase(message, k, number);
  return nonce;
}
