/**
 * The wallet ID: a declared public output. The same phrase gives the same id on every device, and the id tells
 * nothing else about it.
 */
import { toHex } from '../bytes.ts';

/** What it is the tagged hash of (BIP-340) is the BIP-39 seed with an empty passphrase, 64 bytes. */
export const walletIdTag = 'Hostblind/wallet-id/2';
/** Bytes: the first half of SHA-256(SHA-256(tag) || SHA-256(tag) || seed). */
export const walletIdLength = 16;

/** As a person compares it, on the device and in the app: eight groups of four hexadecimal digits. */
export function formatWalletId(walletId: Uint8Array): string {
  return toHex(walletId)
    .replaceAll(/(.{4})/g, '$1 ')
    .trim();
}
