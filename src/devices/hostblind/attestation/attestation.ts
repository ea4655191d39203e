/** Checks what a device says it is: its certificate, and its signature of our challenge, by WebCrypto. */
import { foreignName } from '../../../protocol/errors.ts';
import { equalBytes, fromHex } from '../../../protocol/bytes.ts';
import {
  certificateMessage,
  challengeLength,
  challengeMessage,
  decodeAttestation,
  encodeAttestRequest,
  type Attestation,
  type Certificate,
} from '../../../protocol/commands/attest.ts';
import type { PublicState } from '../../../protocol/public-state.ts';
import type { DeviceInfo } from '../../../protocol/commands/info.ts';
import { trustedIssuers, type TrustedIssuer } from './trusted-issuers.ts';

type AttestationFailure =
  /** The answer is not laid out as an attestation. */
  | 'malformed'
  /** The challenge was not signed by the key in the certificate: a copied certificate. */
  | 'challenge-signature'
  /** The simulators' issuer, whose key anyone has, vouches for something that claims to be no simulator. */
  | 'simulator-mark-missing'
  /** The certificate belongs to another device, model or kind than the device says of itself. */
  | 'not-this-device';

export type AttestationResult =
  | ({ readonly kind: 'simulator' | 'genuine'; readonly issuer: string } & Attested)
  | ({ readonly kind: 'unknown-issuer' } & Attested)
  | { readonly kind: 'failed'; readonly reason: AttestationFailure };

/** What the device has signed; its issuer is another matter. */
interface Attested {
  readonly certificate: Certificate;
  readonly state: PublicState;
  /** 16 bytes; `undefined` while the person has not released it. */
  readonly walletId: Uint8Array | undefined;
}

export interface AttestationQuestion {
  /** The 32 bytes that were sent, drawn for this one question. */
  readonly challenge: Uint8Array;
  /** What the device told about itself; the certificate must say the same. */
  readonly info: DeviceInfo;
  readonly issuers?: readonly TrustedIssuer[] | undefined;
}

export interface ProofTools {
  readonly ask: (command: Uint8Array) => Promise<Uint8Array>;
  /** Exactly `length` cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly issuers?: readonly TrustedIssuer[] | undefined;
}

/** Sends a fresh challenge to the device that says `info` of itself, and checks what it answers. */
export async function askForProof(
  info: DeviceInfo,
  { ask, random, issuers }: ProofTools,
): Promise<AttestationResult> {
  const challenge = random(challengeLength);
  const answer = await ask(encodeAttestRequest(challenge));
  return checkAttestation(answer, { challenge, info, issuers });
}

/** `answer` is the data of the attest response. Never throws for what a device sent: a bad proof is a result. */
export async function checkAttestation(
  answer: Uint8Array,
  { challenge, info, issuers = trustedIssuers }: AttestationQuestion,
): Promise<AttestationResult> {
  const attestation = parsed(answer);
  if (attestation === undefined) return { kind: 'failed', reason: 'malformed' };
  const { certificate, certificateBody, issuerSignature, told, challengeSignature } = attestation;
  const { state, walletId } = attestation;
  const signed = challengeMessage(challenge, certificateBody, told);
  if (!(await isSignature(certificate.publicKey, challengeSignature, signed))) {
    return { kind: 'failed', reason: 'challenge-signature' };
  }
  const same =
    equalBytes(certificate.deviceId, info.deviceId) &&
    certificate.model === info.model &&
    certificate.simulator === info.simulator;
  if (!same) return { kind: 'failed', reason: 'not-this-device' };

  const attested: Attested = { certificate, state, walletId };
  const issued = certificateMessage(certificateBody);
  for (const issuer of issuers) {
    if (!(await isSignature(fromHex(issuer.publicKey), issuerSignature, issued))) continue;
    if (certificate.simulator) return { kind: 'simulator', issuer: issuer.title, ...attested };
    if (issuer.simulatorOnly) return { kind: 'failed', reason: 'simulator-mark-missing' };
    return { kind: 'genuine', issuer: issuer.title, ...attested };
  }
  return { kind: 'unknown-issuer', ...attested };
}

function parsed(answer: Uint8Array): Attestation | undefined {
  try {
    return decodeAttestation(answer);
  } catch {
    return undefined;
  }
}

/**
 * ECDSA over P-256 with SHA-256, r || s. A key that is no point of the curve has signed nothing; any other error
 * means that nothing was checked, and is thrown, so that it is never taken for a failed proof.
 */
async function isSignature(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  const key = await importKey(publicKey);
  if (key === undefined) return false;
  const scheme = { name: 'ECDSA', hash: 'SHA-256' };
  return crypto.subtle.verify(scheme, key, new Uint8Array(signature), new Uint8Array(message));
}

async function importKey(publicKey: Uint8Array): Promise<CryptoKey | undefined> {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    return await crypto.subtle.importKey('raw', new Uint8Array(publicKey), curve, false, ['verify']);
  } catch (error) {
    if (foreignName(error) === 'DataError') return undefined;
    throw error;
  }
}
