/**
 * `C8 05`: the wallet id, a declared public output. Answered only for a wallet that is backed up and whose id the
 * person has released on the device, by finishing the ceremony or by entering the PIN; else 5515 or 6986.
 */
import { encodeCommand } from '../apdu.ts';
import { toHex } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../instructions.ts';

/** Bytes: SHA-256, tagged, of the compressed BIP-32 master public key, cut to its first half. */
export const walletIdLength = 16;

export function encodeWalletRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.wallet);
}

export function decodeWallet(data: Uint8Array): Uint8Array {
  if (data.length !== walletIdLength) throw new HostblindError('bad-response');
  return data.slice();
}

/** As a person compares it, on the device and in the app: eight groups of four hexadecimal digits. */
export function formatWalletId(walletId: Uint8Array): string {
  return toHex(walletId)
    .replaceAll(/(.{4})/g, '$1 ')
    .trim();
}
