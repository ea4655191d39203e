/** Rolls of dice, fair and not, from a named seed: the same ones in every run. */
import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes without end. */
function* bytesFrom(seed: string): Generator<number, never> {
  for (let block = 0; ; block += 1) {
    yield* sha256(Uint8Array.from(`${seed}/${block}`, (character) => character.charCodeAt(0)));
  }
}

/** Numbers from 1 to `faces`, each as likely as the others: bytes that would leave a bias are passed over. */
export function* fairNumbers(seed: string, faces = 6): Generator<number, never> {
  const usable = 256 - (256 % faces);
  for (const byte of bytesFrom(seed)) if (byte < usable) yield (byte % faces) + 1;
  throw new Error('bytes have no end');
}

/** What a fair die of so many faces gives, as digits. */
export function fairRolls(count: number, seed = 'fair', faces = 6): string {
  const numbers = fairNumbers(seed, faces);
  return Array.from({ length: count }, () => String(numbers.next().value)).join('');
}

export const asciiRolls = (rolls: string): Uint8Array =>
  Uint8Array.from(rolls, (digit) => digit.charCodeAt(0));
