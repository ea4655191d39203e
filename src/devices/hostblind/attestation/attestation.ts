/** Checks what a device says it is: its certificate, and its signature of our challenge, by WebCrypto. */
import { isCode } from '../../../protocol/errors.ts';
import { equalBytes, fromHex, toHex } from '../../../protocol/bytes.ts';
import {
  challengeLength,
  challengeMessage,
  decodeAttestation,
  encodeAttestRequest,
} from '../../../protocol/commands/attest.ts';
import {
  certificateMessage,
  decodeCertificate,
  encodeCertificateRequest,
  issuerIdLength,
  type Certificate,
  type SignedCertificate,
} from '../../../protocol/commands/certificate.ts';
import type { DeviceInfo } from '../../../protocol/commands/info.ts';
import type { AttestationFailure, AttestationResult, FailedProof, Vouched } from './attestation-outcome.ts';
import { isSignature, webSha256 } from './public-key.ts';
import { trustedIssuers, type TrustedIssuer } from './trusted-issuers.ts';

export interface ProofTools {
  /** The data of the response, or an error of the catalogue. */
  readonly ask: (command: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;
  /** Exactly `length` cryptographically random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly issuers?: readonly TrustedIssuer[] | undefined;
}

/** See `Signer.verify`. */
export type Prover = (options: { readonly signal?: AbortSignal | undefined }) => Promise<AttestationResult>;

/** A certificate that was found right, and what it proves. */
interface Checked {
  readonly vouched: Vouched;
  readonly certificate: Certificate;
  /** Of all the data that the device answered with. */
  readonly hash: Uint8Array;
}

/**
 * Asks the device that says `info` of itself for proof, again and again: for its certificate once, for a signature each time. A bad
 * proof is a result. Throws `other-version` for a certificate of a version that this app doesn't know, and what the link throws.
 */
export function createProver(
  info: DeviceInfo,
  { ask, random, issuers = trustedIssuers }: ProofTools,
): Prover {
  let checked: Checked | FailedProof | undefined;
  return async ({ signal }) => {
    checked ??= await checkCertificate(await ask(encodeCertificateRequest(), signal), info, issuers);
    if ('kind' in checked) return checked;
    const challenge = random(challengeLength);
    return checkSignature(await ask(encodeAttestRequest(challenge), signal), challenge, checked);
  };
}

function failed(reason: AttestationFailure): FailedProof {
  return { kind: 'failed', reason };
}

async function checkCertificate(
  data: Uint8Array,
  info: DeviceInfo,
  issuers: readonly TrustedIssuer[],
): Promise<Checked | FailedProof> {
  const read = readCertificate(data);
  if (read === undefined) return failed('malformed');
  const { certificate, body, signature } = read;
  if (!equalBytes(certificate.deviceId, info.deviceId) || certificate.kind !== info.kind)
    return failed('not-this-device');
  const vouched = await judge(certificate, issuers, (publicKey) =>
    isSignature(publicKey, signature, certificateMessage(body)),
  );
  return vouched.kind === 'failed' ? vouched : { vouched, certificate, hash: await webSha256(data) };
}

async function judge(
  { kind, publicKey, issuerId, maker }: Certificate,
  issuers: readonly TrustedIssuer[],
  isSignedBy: (publicKey: Uint8Array) => Promise<boolean>,
): Promise<Vouched | FailedProof> {
  const hasId = async (key: Uint8Array): Promise<boolean> =>
    equalBytes((await webSha256(key)).slice(0, issuerIdLength), issuerId);
  if (kind === 'self-built') {
    const own = (await hasId(publicKey)) && (await isSignedBy(publicKey));
    return own ? { kind } : failed('issuer-signature');
  }
  for (const issuer of issuers) {
    const key = fromHex(issuer.publicKey);
    if (!(await hasId(key))) continue;
    if (!(await isSignedBy(key))) return failed('issuer-signature');
    if (issuer.simulatorOnly && kind !== 'simulator') return failed('simulator-mark-missing');
    if (issuer.maker !== maker) return failed('other-maker');
    if (issuer.revoked.includes(toHex(publicKey))) return failed('revoked');
    return kind === 'simulator' ? { kind } : { kind: 'genuine', added: issuer.added };
  }
  return { kind: 'unknown-issuer' };
}

async function checkSignature(
  data: Uint8Array,
  challenge: Uint8Array,
  { vouched, certificate, hash }: Checked,
): Promise<AttestationResult> {
  const answer = wellFormed(() => decodeAttestation(data));
  if (answer === undefined) return failed('malformed');
  const { state, walletId, told, signature } = answer;
  const message = challengeMessage(challenge, hash, told);
  if (!(await isSignature(certificate.publicKey, signature, message))) return failed('challenge-signature');
  return { ...vouched, certificate, state, walletId };
}

/** `undefined` for what has not the layout of the protocol. */
function wellFormed<Value>(decode: () => Value): Value | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** A certificate of another version is no bad proof: it can't be read here. */
function readCertificate(data: Uint8Array): SignedCertificate | undefined {
  try {
    return decodeCertificate(data);
  } catch (error) {
    if (isCode(error, 'other-version')) throw error;
    return undefined;
  }
}
