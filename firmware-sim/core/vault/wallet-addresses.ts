/** From words to addresses, and to the keys that sign. What lies between lives in the board's functions and nowhere else. */
import type { Board, WalletAddresses } from '../board.ts';
import type { KeyRing } from '../signing-keys.ts';
import { stretchOf } from './keys/stretch.ts';
import { erase } from './memory/erase.ts';
import { seedFromPhrase } from './phrase/phrase.ts';
import { drawRandom } from './random/random.ts';

/** Lends the seed of a phrase with a checksum that fits, without a passphrase. */
function withSeed<Result>(
  board: Board,
  phrase: Uint16Array,
  use: (seed: Uint8Array, draw: (length: number) => Uint8Array) => Result,
): Result {
  const seed = seedFromPhrase(phrase, stretchOf(board));
  try {
    return use(seed, (length) => drawRandom(board, 'curve', length));
  } finally {
    erase(seed);
  }
}

export function addressesOfPhrase(board: Board, phrase: Uint16Array): WalletAddresses {
  const derive = board.addresses?.();
  if (derive === undefined) throw new Error('this board derives no addresses');
  return withSeed(board, phrase, derive);
}

/** Those that the board's apps have a use for. */
export function keysOfPhrase(board: Board, phrase: Uint16Array): KeyRing | undefined {
  const openKeys = board.openKeys?.();
  return openKeys && withSeed(board, phrase, openKeys);
}
