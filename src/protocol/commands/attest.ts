/**
 * `C8 04`: the device signs a challenge of 32 bytes with its own key and shows the certificate of that key.
 * Answered in every state; reveals nothing about a wallet. ECDSA over P-256 with SHA-256, signatures as r || s.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt, concatBytes } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { models, type Model } from '../models.ts';
import { deviceIdLength } from './info.ts';

export const challengeLength = 32;
export const signatureLength = 64;
/** Uncompressed point: 04 || x || y. */
export const publicKeyLength = 65;
export const certificateVersion = 1;
export const certificateBodyLength = 3 + deviceIdLength + publicKeyLength;
export const certificateLength = certificateBodyLength + signatureLength;
export const attestationLength = certificateLength + signatureLength;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** Domain separation: what a signature was made for is part of what is signed. */
export const certificateTag = ascii('Hostblind device certificate v1');
export const challengeTag = ascii('Hostblind attestation v1');

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

export function encodeAttestation(
  certificateBody: Uint8Array,
  issuerSignature: Uint8Array,
  challengeSignature: Uint8Array,
): Uint8Array {
  return concatBytes(certificateBody, issuerSignature, challengeSignature);
}

/** The bytes that the device's key signs for a challenge. */
export function challengeMessage(challenge: Uint8Array, certificateBody: Uint8Array): Uint8Array {
  return concatBytes(challengeTag, challenge, certificateBody);
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
  return {
    certificate: {
      simulator: (byteAt(data, 1) & 1) === 1,
      model,
      deviceId: certificateBody.slice(3, 3 + deviceIdLength),
      publicKey: certificateBody.slice(3 + deviceIdLength),
    },
    certificateBody,
    issuerSignature: data.slice(certificateBodyLength, certificateLength),
    challengeSignature: data.slice(certificateLength),
  };
}
