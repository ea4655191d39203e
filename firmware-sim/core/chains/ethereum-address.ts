/** Ethereum's addresses, as wallets write them. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { byteAt, toHex } from '../../../src/protocol/bytes.ts';

export const ethereumAddressLength = 20;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A letter is a capital where the same digit of the hash of all of them is 8 or more (EIP-55). */
export function withChecksumCase(digits: string): string {
  const hash = keccak_256(ascii(digits));
  return Array.from(digits, (digit, at) => {
    const half = byteAt(hash, at >>> 1) >>> (at % 2 === 0 ? 4 : 0);
    return (half & 8) === 0 ? digit : digit.toUpperCase();
  }).join('');
}

/** `address`: 20 bytes. */
export function writeEthereumAddress(address: Uint8Array): string {
  return `0x${withChecksumCase(toHex(address))}`;
}

/** `point`: an uncompressed public key, `04`, x and y. */
export function ethereumAddressOfKey(point: Uint8Array): string {
  return writeEthereumAddress(keccak_256(point.subarray(1)).subarray(-ethereumAddressLength));
}
