/**
 * The wallet id: a declared public output. The same phrase gives the same id on every device, and the id tells
 * nothing else about it.
 */
import { toHex } from './bytes.ts';

/** Bytes: SHA-256, tagged, of the compressed BIP-32 master public key, cut to its first half. */
export const walletIdLength = 16;

/** As a person compares it, on the device and in the app: eight groups of four hexadecimal digits. */
export function formatWalletId(walletId: Uint8Array): string {
  return toHex(walletId)
    .replaceAll(/(.{4})/g, '$1 ')
    .trim();
}
