/** What Bitcoin calls a key by: RIPEMD-160 of SHA-256, 20 bytes. */
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

export const hash160 = (bytes: Uint8Array): Uint8Array => ripemd160(sha256(bytes));

/** Of a compressed public key, 4 bytes (BIP-32). */
export const fingerprintOf = (key: Uint8Array): Uint8Array => hash160(key).slice(0, 4);
