/**
 * `C8 11` to `C8 14`: the entropy check, while a `create` that asked for it is at stage `entropy`. The device commits to
 * its part, the host adds its own, and for each candidate but the last the device opens its part for the host to
 * recompute the wallet ID. One candidate at a time: commit, entropy, then open (it is discarded) or keep.
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt } from '../bytes.ts';
import { HostblindError } from '../errors.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import { walletIdLength } from './wallet-id.ts';

/** Bytes of the device's part, of the host's part, and of the commitment. */
export const entropyPartLength = 32;

/** Candidates that a device may open for one wallet before it insists on keeping one. */
export const mostOpenedCandidates = 64;

/** First bytes of what the commitment authenticates, ASCII; the candidate's number (1 byte) follows. */
export const commitmentLabel = 'Hostblind entropy commitment v1';

/** What a device promises before it sees the host's part. */
export interface EntropyCommitment {
  /** From 1, one more for each candidate of this ceremony; at most `mostOpenedCandidates` + 1. */
  readonly candidate: number;
  /** 32 bytes: HMAC-SHA256 with the device's part as key, over `commitmentLabel` and the candidate's number. */
  readonly commitment: Uint8Array;
}

const commitmentResponseLength = 1 + entropyPartLength;

export const encodeCommitRequest = (): Uint8Array => encodeCommand(hostblindClass, instructions.commit);

/** `walletId`: the 16 bytes that the device named for the candidate which is meant. */
export const encodeOpenRequest = (walletId: Uint8Array): Uint8Array =>
  encodeCommand(hostblindClass, instructions.open, walletId);
export const encodeKeepRequest = (walletId: Uint8Array): Uint8Array =>
  encodeCommand(hostblindClass, instructions.keep, walletId);

/** `hostPart` is 32 bytes; throws `RangeError` for another length. */
export function encodeEntropyRequest(hostPart: Uint8Array): Uint8Array {
  if (hostPart.length !== entropyPartLength) throw new RangeError("the host's part has 32 bytes");
  return encodeCommand(hostblindClass, instructions.entropy, hostPart);
}

export function encodeCommitment({ candidate, commitment }: EntropyCommitment): Uint8Array {
  const data = new Uint8Array(commitmentResponseLength);
  data[0] = candidate;
  data.set(commitment, 1);
  return data;
}

/** Throws `bad-response` for another length or a number out of range. */
export function decodeCommitment(data: Uint8Array): EntropyCommitment {
  const candidate = data.length === commitmentResponseLength ? byteAt(data, 0) : 0;
  if (candidate < 1 || candidate > mostOpenedCandidates + 1) throw new HostblindError('bad-response');
  return { candidate, commitment: data.slice(1) };
}

/** The candidate's wallet ID, 16 bytes. Throws `bad-response` for another length. */
export function decodeCandidateWallet(data: Uint8Array): Uint8Array {
  if (data.length !== walletIdLength) throw new HostblindError('bad-response');
  return data.slice();
}

/** The device's part of a discarded candidate, 32 bytes. Throws `bad-response` for another length. */
export function decodeOpenedPart(data: Uint8Array): Uint8Array {
  if (data.length !== entropyPartLength) throw new HostblindError('bad-response');
  return data.slice();
}
