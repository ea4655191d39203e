/** Addresses on Bitcoin's main network, and those of a single key, of the four kinds that wallets use. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { concatBytes, toHex } from '../../../src/protocol/bytes.ts';
import { hash160 } from './hash160.ts';
import { secp256k1 } from './secp256k1.ts';
import { taggedHash } from './tagged-hash.ts';

export type AddressKind = 'pkh' | 'sh-wpkh' | 'wpkh' | 'tr';

const base58check = createBase58check(sha256);
const prefix = 'bc';
const keyHashVersion = 0x00;
const scriptHashVersion = 0x05;

const base58 = (version: number, hash: Uint8Array): string =>
  base58check.encode(concatBytes(Uint8Array.of(version), hash));

/** `hash`: of a public key, 20 bytes. */
export const keyHashAddress = (hash: Uint8Array): string => base58(keyHashVersion, hash);

/** `hash`: of a script, 20 bytes. */
export const scriptHashAddress = (hash: Uint8Array): string => base58(scriptHashVersion, hash);

/** `version`: 0 (BIP-173) to 16 (BIP-350); `program`: 2 to 40 bytes. */
export const witnessAddress = (version: number, program: Uint8Array): string =>
  version === 0
    ? bech32.encode(prefix, [version, ...bech32.toWords(program)])
    : bech32m.encode(prefix, [version, ...bech32m.toWords(program)]);

/** Twenty bytes behind version 0 (BIP-141). */
const witnessScript = (hash: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(0x00, 0x14), hash);

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
      return keyHashAddress(hash160(key));
    case 'sh-wpkh':
      return scriptHashAddress(hash160(witnessScript(hash160(key))));
    case 'wpkh':
      return witnessAddress(0, hash160(key));
    case 'tr':
      return witnessAddress(1, taprootKey(key));
  }
}

/** What an output pays to, where it pays to that address. `key`: a compressed public key, 33 bytes. */
export function bitcoinScript(kind: AddressKind, key: Uint8Array): Uint8Array {
  switch (kind) {
    case 'pkh':
      return concatBytes(Uint8Array.of(0x76, 0xa9, 0x14), hash160(key), Uint8Array.of(0x88, 0xac));
    case 'sh-wpkh':
      return concatBytes(
        Uint8Array.of(0xa9, 0x14),
        hash160(witnessScript(hash160(key))),
        Uint8Array.of(0x87),
      );
    case 'wpkh':
      return witnessScript(hash160(key));
    case 'tr':
      return concatBytes(Uint8Array.of(0x51, 0x20), taprootKey(key));
  }
}
