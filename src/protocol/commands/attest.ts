/**
 * `C8 04`: the device signs a challenge of 32 bytes with its own key and shows the certificate of that key. Signed with it is
 * what the device says of itself: its status, and the wallet ID where the person has released it. So no answer of another
 * device can stand in for one of these. ECDSA over P-256 with SHA-256, signatures as r || s. Answered in every state.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { models, type Model } from '../models.ts';
import type { PublicState } from '../public-state.ts';
import { walletIdLength } from '../entropy/wallet-id.ts';
import { deviceIdLength } from './info.ts';
import { decodeStatus, statusLength } from './status.ts';

export const challengeLength = 32;
export const signatureLength = 64;
/** Uncompressed point: 04 || x || y. */
export const publicKeyLength = 65;
export const certificateVersion = 1;
export const certificateBodyLength = 3 + deviceIdLength + publicKeyLength;
export const certificateLength = certificateBodyLength + signatureLength;
const toldLength = statusLength + walletIdLength;
export const attestationLength = certificateLength + toldLength + signatureLength;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** Domain separation: what a signature was made for is part of what is signed. */
export const certificateTag = ascii('Hostblind device certificate v1');
export const challengeTag = ascii('Hostblind attestation v2');

export interface Certificate {
  /** Marks a simulator permanently: the flag is under the issuer's signature (H10). */
  readonly simulator: boolean;
  readonly model: Model;
  readonly deviceId: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface Attestation {
  readonly certificate: Certificate;
  /** What the issuer signed, tag not included. */
  readonly certificateBody: Uint8Array;
  readonly issuerSignature: Uint8Array;
  readonly state: PublicState;
  /** 16 bytes; `undefined` while the person has not released it. */
  readonly walletId: Uint8Array | undefined;
  /** Status and wallet ID, as they were signed. */
  readonly told: Uint8Array;
  readonly challengeSignature: Uint8Array;
}

export function encodeAttestRequest(challenge: Uint8Array): Uint8Array {
  if (challenge.length !== challengeLength) throw new RangeError('a challenge has 32 bytes');
  return encodeCommand(hostblindClass, instructions.attest, challenge);
}

export function encodeCertificateBody(certificate: Certificate): Uint8Array {
  return concatBytes(
    Uint8Array.of(certificateVersion, certificate.simulator ? 1 : 0, models.indexOf(certificate.model)),
    certificate.deviceId,
    certificate.publicKey,
  );
}

/** What a device says of itself under its signature: its status, 12 bytes, and the wallet ID, or 16 zeros without one. */
export function encodeTold(status: Uint8Array, walletId?: Uint8Array): Uint8Array {
  return concatBytes(status, walletId ?? new Uint8Array(walletIdLength));
}

export function encodeAttestation(
  certificateBody: Uint8Array,
  issuerSignature: Uint8Array,
  told: Uint8Array,
  challengeSignature: Uint8Array,
): Uint8Array {
  return concatBytes(certificateBody, issuerSignature, told, challengeSignature);
}

/** The bytes that the device's key signs for a challenge. */
export function challengeMessage(
  challenge: Uint8Array,
  certificateBody: Uint8Array,
  told: Uint8Array,
): Uint8Array {
  return concatBytes(challengeTag, challenge, certificateBody, told);
}

/** The bytes that the issuer's key signs for a certificate. */
export function certificateMessage(certificateBody: Uint8Array): Uint8Array {
  return concatBytes(certificateTag, certificateBody);
}

/** Reads the layout only; the caller checks both signatures. Throws `bad-response`. */
export function decodeAttestation(data: Uint8Array): Attestation {
  const model = models[data.length === attestationLength ? byteAt(data, 2) : -1];
  if (model === undefined || byteAt(data, 0) !== certificateVersion) throw new HostblindError('bad-response');
  const certificateBody = data.slice(0, certificateBodyLength);
  const told = data.slice(certificateLength, certificateLength + toldLength);
  const walletId = told.slice(statusLength);
  return {
    certificate: {
      simulator: (byteAt(data, 1) & 1) === 1,
      model,
      deviceId: certificateBody.slice(3, 3 + deviceIdLength),
      publicKey: certificateBody.slice(3 + deviceIdLength),
    },
    certificateBody,
    issuerSignature: data.slice(certificateBodyLength, certificateLength),
    state: decodeStatus(told.slice(0, statusLength)),
    walletId: walletId.some((byte) => byte !== 0) ? walletId : undefined,
    told,
    challengeSignature: data.slice(certificateLength + toldLength),
  };
}
