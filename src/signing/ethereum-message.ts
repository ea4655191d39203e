/** Messages in the way of EIP-191, version 45, and the commands by which Ethereum's app of a device signs one. Pure. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { encodeCommand, maximumCommandData } from '../protocol/apdu/apdu.ts';
import { appClass } from '../protocol/apdu/instructions.ts';
import { concatBytes } from '../protocol/bytes.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes: what a device takes, with the four that say how long it is. */
const longestRequest = 16_384;
const lengthBytes = 4;
export const mostMessageBytes = longestRequest - lengthBytes;

/** `undefined` for a text that no device signs: empty, too long, or with half a character. */
export function messageBytes(message: string): Uint8Array | undefined {
  // Half of a surrogate pair has no UTF-8: something else would be signed in its place.
  if (/\p{Surrogate}/u.test(message)) return undefined;
  const bytes = utf8(message);
  return bytes.length > 0 && bytes.length <= mostMessageBytes ? bytes : undefined;
}

/** The 32 bytes that are signed. */
export function digestOfMessage(message: Uint8Array): Uint8Array {
  return keccak_256(concatBytes(utf8(`\x19Ethereum Signed Message:\n${message.length}`), message));
}

export const highestAccount = 0x7fff_ffff;

const hardened = 0x8000_0000;

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/** `m/44'/60'/account'/0/0` (BIP-44), as the app takes paths. `account`: 0 to 2^31 - 1, else `RangeError`. */
export function accountPath(account: number): Uint8Array {
  if (!Number.isInteger(account) || account < 0 || account > highestAccount)
    throw new RangeError('an account is a number from 0 to 2147483647');
  const levels = [hardened + 44, hardened + 60, hardened + account, 0, 0];
  return concatBytes(Uint8Array.of(levels.length), ...levels.map(u32));
}

const appInstructions = { publicKey: 0x02, message: 0x08 } as const;

/** Asks for the account's public key, without a chain code. */
export function encodeKeyRequest(account: number): Uint8Array {
  return encodeCommand(appClass, appInstructions.publicKey, accountPath(account));
}

const laterPiece = 0x80;

/** In their order; the last one is answered once the person has decided. */
export function encodeMessageRequest(account: number, message: Uint8Array): readonly Uint8Array[] {
  const whole = concatBytes(accountPath(account), u32(message.length), message);
  const pieces = Array.from({ length: Math.ceil(whole.length / maximumCommandData) }, (_, at) =>
    whole.subarray(at * maximumCommandData, (at + 1) * maximumCommandData),
  );
  return pieces.map((piece, at) =>
    encodeCommand(appClass, appInstructions.message, piece, at === 0 ? 0 : laterPiece),
  );
}
