/**
 * `C8 10`: asks the device to create a wallet. The answer comes at once; whether the person agrees, and how far
 * the device is, is read from the status. Data: word count (1 byte), flags (1 byte, 0 in this version).
 */
import { encodeCommand } from '../apdu.ts';
import { byteAt } from '../bytes.ts';
import { hostblindClass, instructions } from '../instructions.ts';
import { isWordCount, type WordCount } from '../public-state.ts';

export const createRequestLength = 2;

export interface CreateRequest {
  /** 12, 15, 18, 21 or 24 words: 128 to 256 bits of entropy (BIP-39). */
  readonly wordCount: WordCount;
}

export function encodeCreateRequest({ wordCount }: CreateRequest): Uint8Array {
  return encodeCommand(hostblindClass, instructions.create, Uint8Array.of(wordCount, 0));
}

/** Returns the status word's name for data that the specification does not allow. */
export function decodeCreateRequest(data: Uint8Array): CreateRequest | 'wrongLength' | 'badData' {
  if (data.length !== createRequestLength) return 'wrongLength';
  const wordCount = byteAt(data, 0);
  return isWordCount(wordCount) && byteAt(data, 1) === 0 ? { wordCount } : 'badData';
}
