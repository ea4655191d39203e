/** Addresses of a single key on Bitcoin's main network, of the four kinds that wallets use. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { concatBytes, toHex } from '../../../src/protocol/bytes.ts';
import { hash160 } from './hash160.ts';
import { secp256k1 } from './secp256k1.ts';

export type AddressKind = 'pkh' | 'sh-wpkh' | 'wpkh' | 'tr';

const base58check = createBase58check(sha256);
const prefix = 'bc';
const keyHashVersion = 0x00;
const scriptHashVersion = 0x05;

const base58 = (version: number, hash: Uint8Array): string =>
  base58check.encode(concatBytes(Uint8Array.of(version), hash));

/** Twenty bytes behind version 0 (BIP-141). */
const witnessScript = (hash: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(0x00, 0x14), hash);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** BIP-340. */
function taggedHash(tag: string, message: Uint8Array): Uint8Array {
  const hash = sha256(utf8(tag));
  return sha256(concatBytes(hash, hash, message));
}

/** The key that a Taproot output pays to, 32 bytes: without a script beside the key (BIP-341, BIP-86). */
export function taprootKey(key: Uint8Array): Uint8Array {
  const x = key.subarray(1);
  const even = secp256k1.fromBytes(concatBytes(Uint8Array.of(0x02), x));
  const tweak = BigInt(`0x${toHex(taggedHash('TapTweak', x))}`);
  return secp256k1.BASE.multiply(tweak).add(even).toBytes(true).slice(1);
}

/** `key`: a compressed public key, 33 bytes. */
export function bitcoinAddress(kind: AddressKind, key: Uint8Array): string {
  switch (kind) {
    case 'pkh':
      return base58(keyHashVersion, hash160(key));
    case 'sh-wpkh':
      return base58(scriptHashVersion, hash160(witnessScript(hash160(key))));
    case 'wpkh':
      return bech32.encode(prefix, [0, ...bech32.toWords(hash160(key))]);
    case 'tr':
      return bech32m.encode(prefix, [1, ...bech32m.toWords(taprootKey(key))]);
  }
}
