/** The key of an account: as a device tells it, as an address, and as what signed. Pure. */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { byteAt, concatBytes, equalBytes, toHex } from '../protocol/bytes.ts';
import { HostblindError } from '../protocol/errors.ts';

const pointLength = 65;
const addressLength = 20;
const writtenLength = 2 * addressLength;
const keyAnswerLength = 1 + pointLength + 1 + writtenLength;

/** Bytes of v, r and s. */
export const answerLength = 65;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A letter is a capital where the same digit of the hash of all of them is 8 or more (EIP-55). */
function withChecksumCase(digits: string): string {
  const hash = keccak_256(ascii(digits));
  return Array.from(digits, (digit, at) => {
    const half = byteAt(hash, at >>> 1) >>> (at % 2 === 0 ? 4 : 0);
    return (half & 8) === 0 ? digit : digit.toUpperCase();
  }).join('');
}

/** `point`: `04`, x and y. Throws for what isn't on the curve. */
function addressOfKey(point: Uint8Array): string {
  secp256k1.Point.fromBytes(point).assertValidity();
  return `0x${withChecksumCase(toHex(keccak_256(point.subarray(1)).subarray(-addressLength)))}`;
}

export interface AccountKey {
  /** `04`, x and y. */
  readonly point: Uint8Array;
  /** With `0x`, in EIP-55's case. */
  readonly address: string;
}

/** Lengths, the point, and its address without `0x`. Throws `bad-response`, also for an address of another point. */
export function decodeAccountKey(data: Uint8Array): AccountKey {
  const point = data.slice(1, 1 + pointLength);
  try {
    const address = addressOfKey(point);
    const told = concatBytes(Uint8Array.of(pointLength), point, Uint8Array.of(writtenLength));
    const expected = concatBytes(told, ascii(address.slice(2)));
    if (!equalBytes(data.subarray(0, keyAnswerLength), expected)) throw new RangeError('another address');
    return { point, address };
  } catch (cause) {
    throw new HostblindError('bad-response', { cause });
  }
}

/** As a device answers it: 27 or 28, r and s of 32 bytes each. */
export interface DeviceSignature {
  readonly parity: number;
  readonly r: Uint8Array;
  readonly s: Uint8Array;
}

/**
 * Throws `bad-response`, also for a high s (EIP-2): with both allowed, a device could choose one of them and so carry a bit out that no
 * number of a computer covers.
 */
export function decodeSignature(data: Uint8Array): DeviceSignature {
  if (data.length !== answerLength) throw new HostblindError('bad-response');
  const parity = byteAt(data, 0) - 27;
  const [r, s] = [data.slice(1, 33), data.slice(33)];
  try {
    const parsed = secp256k1.Signature.fromBytes(concatBytes(r, s), 'compact');
    if (parity >>> 1 !== 0 || parsed.hasHighS()) throw new RangeError('not in its one form');
  } catch (cause) {
    throw new HostblindError('bad-response', { cause });
  }
  return { parity, r, s };
}

/** Whether the digest was signed by the key, and the parity belongs to it. */
export function isSignedBy({ point }: AccountKey, digest: Uint8Array, signature: DeviceSignature): boolean {
  const { parity, r, s } = signature;
  try {
    const parsed = secp256k1.Signature.fromBytes(concatBytes(Uint8Array.of(parity), r, s), 'recovered');
    return equalBytes(parsed.recoverPublicKey(digest).toBytes(false), point);
  } catch {
    return false;
  }
}

/** As wallets and libraries take it: r, s and v, in hexadecimal after `0x`. */
export function writeSignature({ parity, r, s }: DeviceSignature): string {
  return `0x${toHex(concatBytes(r, s, Uint8Array.of(27 + parity)))}`;
}
