/**
 * `C8 30` and `C8 31`: a signature whose nonce a host has a part in, so that a device can't choose it. The host promises a random number,
 * the device answers the signing command of its app with a point, and gives the signature for the number itself.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { hostNonceLength } from '../host-nonce.ts';

/** `commitment`: 32 bytes; throws `RangeError` for another length. */
export const encodeProtectRequest = (commitment: Uint8Array): Uint8Array =>
  encodeRequest(instructions.protect, commitment);

/** `hostNonce`: 32 bytes, what was promised; throws `RangeError` for another length. */
export const encodeNonceRequest = (hostNonce: Uint8Array): Uint8Array =>
  encodeRequest(instructions.nonce, hostNonce);

function encodeRequest(instruction: number, data: Uint8Array): Uint8Array {
  if (data.length !== hostNonceLength)
    throw new RangeError("a host's number, and its commitment, have 32 bytes");
  return encodeCommand(hostblindClass, instruction, data);
}
