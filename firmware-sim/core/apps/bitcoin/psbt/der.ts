/** ECDSA signatures as Bitcoin's scripts take them: in DER (SEC 1, section C.8; BIP-66). */
import { concatBytes } from '../../../../../src/protocol/bytes.ts';
import type { Signature } from '../../../signing-keys.ts';

const integerTag = 0x02;
const sequenceTag = 0x30;

/** In as few bytes as it takes, and a zero before one that would else be negative. */
function integer(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = bytes.subarray(first);
  const sign = (digits[0] ?? 0) >= 0x80 ? [0] : [];
  return Uint8Array.of(integerTag, sign.length + digits.length, ...sign, ...digits);
}

/** 70 bytes, as a rule; 72 at most. */
export function derOf({ r, s }: Pick<Signature, 'r' | 's'>): Uint8Array {
  const body = concatBytes(integer(r), integer(s));
  return concatBytes(Uint8Array.of(sequenceTag, body.length), body);
}
