/**
 * `C8 04`: the device signs a challenge of 32 bytes with the key of its certificate, and with it what it says of itself: its status, and
 * the wallet ID where the person has released it. So no answer of another device can stand in for one of these. Answered in every
 * state.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { concatBytes } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import type { PublicState } from '../public-state.ts';
import { walletIdLength } from '../entropy/wallet-id.ts';
import { signatureLength } from './certificate.ts';
import { decodeStatus, statusLength } from './status.ts';

export const challengeLength = 32;
const toldLength = statusLength + walletIdLength;
export const attestationLength = toldLength + signatureLength;

/** Domain separation: what a signature was made for is part of what is signed. */
export const challengeTag = Uint8Array.from('Hostblind attestation v3', (character) =>
  character.charCodeAt(0),
);

export interface Attestation {
  readonly state: PublicState;
  /** 16 bytes; `undefined` while the person has not released it. */
  readonly walletId: Uint8Array | undefined;
  /** Status and wallet ID, as they were signed. */
  readonly told: Uint8Array;
  readonly signature: Uint8Array;
}

export function encodeAttestRequest(challenge: Uint8Array): Uint8Array {
  if (challenge.length !== challengeLength) throw new RangeError('a challenge has 32 bytes');
  return encodeCommand(hostblindClass, instructions.attest, challenge);
}

/** What a device says of itself under its signature: its status, 12 bytes, and the wallet ID, or 16 zeros without one. */
export function encodeTold(status: Uint8Array, walletId?: Uint8Array): Uint8Array {
  return concatBytes(status, walletId ?? new Uint8Array(walletIdLength));
}

/** The bytes that the device's key signs; `certificateHash` is the SHA-256 of all data that it answers to certificate with. */
export function challengeMessage(
  challenge: Uint8Array,
  certificateHash: Uint8Array,
  told: Uint8Array,
): Uint8Array {
  return concatBytes(challengeTag, challenge, certificateHash, told);
}

/** Reads the layout only; the caller checks the signature. Throws `bad-response`. Trailing bytes are ignored. */
export function decodeAttestation(data: Uint8Array): Attestation {
  if (data.length < attestationLength) throw new HostblindError('bad-response');
  const told = data.slice(0, toldLength);
  const walletId = told.slice(statusLength);
  return {
    state: decodeStatus(told.slice(0, statusLength)),
    walletId: walletId.some((byte) => byte !== 0) ? walletId : undefined,
    told,
    signature: data.slice(toldLength, attestationLength),
  };
}
