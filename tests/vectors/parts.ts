/** What several files of vectors are made of. */
import { createHash } from 'node:crypto';
import { stretchKey } from '../../firmware-sim/device/stretch-key.ts';
import {
  phraseFromEntropy,
  walletIdFromPhrase,
  wordText,
} from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { toHex } from '../../src/protocol/bytes.ts';

/** Bytes that look random, others for each name: SHA-256 of the name and a number, as often as it takes. */
export function bytesNamed(name: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += 32) {
    const block = createHash('sha256').update(`Hostblind vectors/${name}/${offset}`).digest();
    bytes.set(block.subarray(0, length - offset), offset);
  }
  return bytes;
}

export const textOf = (wordIndexes: Uint16Array): string => [...wordIndexes].map(wordText).join(' ');

export const phraseText = (entropy: Uint8Array): string => textOf(phraseFromEntropy(entropy));

export const walletIdText = (entropy: Uint8Array): string =>
  toHex(walletIdFromPhrase(phraseFromEntropy(entropy), stretchKey));
