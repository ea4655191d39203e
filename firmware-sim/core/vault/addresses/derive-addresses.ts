/** The first addresses of a seed, as other wallets show them: a person compares, and nothing of it crosses the wire. */
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bech32 } from '@scure/base';
import { byteAt, toHex } from '../../../../src/protocol/bytes.ts';
import type { DeriveAddresses } from '../../board.ts';
import { firstPublicKey } from './account.ts';
import type { CurvePoint } from './curve.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A letter is a capital where the same digit of the hash of all of them is 8 or more (EIP-55). */
export function withChecksumCase(digits: string): string {
  const hash = keccak_256(ascii(digits));
  return Array.from(digits, (digit, at) => {
    const half = byteAt(hash, at >>> 1) >>> (at % 2 === 0 ? 4 : 0);
    return (half & 8) === 0 ? digit : digit.toUpperCase();
  }).join('');
}

function ethereumAddress(key: CurvePoint): string {
  const coordinates = key.toBytes(false).subarray(1);
  return `0x${withChecksumCase(toHex(keccak_256(coordinates).subarray(12)))}`;
}

/** Pay to witness public key hash, version 0 (BIP-141), in Bech32 (BIP-173). */
function bitcoinAddress(key: CurvePoint): string {
  const hash = ripemd160(sha256(key.toBytes(true)));
  return bech32.encode('bc', [0, ...bech32.toWords(hash)]);
}

export const deriveAddresses: DeriveAddresses = (seed, draw) => ({
  ethereum: ethereumAddress(firstPublicKey(seed, 44, 60, draw)),
  bitcoin: bitcoinAddress(firstPublicKey(seed, 84, 0, draw)),
});
