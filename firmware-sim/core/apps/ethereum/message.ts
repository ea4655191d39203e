/** Messages that a person signs to say something, such as who they are (EIP-191, version 45). */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '../../../../src/protocol/bytes.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const prefix = ascii('\x19Ethereum Signed Message:\n');

export function messageDigest(message: Uint8Array): Uint8Array {
  return keccak_256(concatBytes(prefix, ascii(`${message.length}`), message));
}

export const lengthBytes = 4;

/** Of a request that begins with the message's length, in four bytes. */
export function messageRequestLength(bytes: Uint8Array): number | undefined {
  if (bytes.length < lengthBytes) return undefined;
  return bytes.subarray(0, lengthBytes).reduce((total, byte) => total * 256 + byte, 0) + lengthBytes;
}
