/**
 * `C8 10`: asks the device to create a wallet. The answer comes at once; whether the person agrees, and how far
 * the device is, is read from the status. Data: word count (1 byte), flags (1 byte).
 */
import { encodeCommand } from '../apdu/apdu.ts';
import { byteAt } from '../bytes.ts';
import { hostblindClass, instructions } from '../apdu/instructions.ts';
import type { CreateRequest } from '../ceremonies.ts';
import { isWordCount } from '../public-state.ts';

export const createRequestLength = 2;

const flagEntropyCheck = 1;
const flagDice = 2;

export function encodeCreateRequest({ wordCount, entropyCheck, dice }: CreateRequest): Uint8Array {
  const flags = (entropyCheck === true ? flagEntropyCheck : 0) | (dice === true ? flagDice : 0);
  return encodeCommand(hostblindClass, instructions.create, Uint8Array.of(wordCount, flags));
}

/** Returns the status word's name for data that the specification does not allow. */
export function decodeCreateRequest(data: Uint8Array): CreateRequest | 'wrongLength' | 'badData' {
  if (data.length !== createRequestLength) return 'wrongLength';
  const [wordCount, flags] = [byteAt(data, 0), byteAt(data, 1)];
  if (!isWordCount(wordCount) || flags > (flagEntropyCheck | flagDice)) return 'badData';
  return {
    wordCount,
    ...((flags & flagEntropyCheck) === 0 ? {} : { entropyCheck: true }),
    ...((flags & flagDice) === 0 ? {} : { dice: true }),
  };
}
