/**
 * `C8 05`: the wallet ID, a declared public output. Answered only for a wallet that is backed up and whose id the
 * person has released on the device, by finishing the ceremony or by entering the PIN; else 5515 or 6986.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { walletIdLength } from '../entropy/wallet-id.ts';

export function encodeWalletRequest(): Uint8Array {
  return encodeCommand(hostblindClass, instructions.wallet);
}

export function decodeWallet(data: Uint8Array): Uint8Array {
  if (data.length !== walletIdLength) throw new HostblindError('bad-response');
  return data.slice();
}
