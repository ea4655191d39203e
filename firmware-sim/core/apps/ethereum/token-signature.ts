/** ECDSA on secp256k1 with SHA-256, checked: for public bytes alone. */
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import { secp256k1 } from '../../chains/secp256k1.ts';

const { BASE: base, Fn: scalars } = secp256k1;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

const integerTag = 0x02;
const sequenceTag = 0x30;
/** A number of 32 bytes, and a zero before one that would else be negative. */
const integerLimit = 33;

interface Integer {
  readonly value: bigint;
  readonly rest: Uint8Array;
}

/** Above zero, in as few bytes as it takes. */
function readInteger(bytes: Uint8Array): Integer | undefined {
  const [tag, length = 0, top = 0, second = 0] = bytes;
  if (tag !== integerTag || length < 1 || length > integerLimit || bytes.length < 2 + length)
    return undefined;
  if (top >= 0x80 || (top === 0 && (length === 1 || second < 0x80))) return undefined;
  return { value: numberOf(bytes.subarray(2, 2 + length)), rest: bytes.subarray(2 + length) };
}

/** Both numbers of a signature in DER (SEC 1, section C.8); `undefined` for anything else. */
function readSignature(der: Uint8Array): readonly [bigint, bigint] | undefined {
  if (der[0] !== sequenceTag || der[1] !== der.length - 2) return undefined;
  const r = readInteger(der.subarray(2));
  const s = r && readInteger(r.rest);
  return r === undefined || s === undefined || s.rest.length > 0 ? undefined : [r.value, s.value];
}

/** What a maker's key checks. `point`: uncompressed, in hexadecimal. */
export function createVerifier(point: string): (message: Uint8Array, der: Uint8Array) => boolean {
  const key = secp256k1.fromBytes(fromHex(point));
  return (message, der) => {
    const [r, s] = readSignature(der) ?? [0n, 0n];
    if (!scalars.isValidNot0(r) || !scalars.isValidNot0(s)) return false;
    const inverse = scalars.inv(s);
    const hash = scalars.create(numberOf(sha256(message)));
    const found = base
      .multiplyUnsafe(scalars.mul(hash, inverse))
      .add(key.multiplyUnsafe(scalars.mul(r, inverse)));
    return !found.is0() && scalars.create(found.toAffine().x) === r;
  };
}
