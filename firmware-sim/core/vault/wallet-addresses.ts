/** From words to addresses. The keys between the two live in the board's function and nowhere else. */
import type { Board, WalletAddresses } from '../board.ts';
import { stretchOf } from './keys/stretch.ts';
import { erase } from './memory/erase.ts';
import { seedFromPhrase } from './phrase/phrase.ts';
import { drawRandom } from './random/random.ts';

/** Of a phrase with a checksum that fits, without a passphrase. */
export function addressesOfPhrase(board: Board, phrase: Uint16Array): WalletAddresses {
  const derive = board.addresses?.();
  if (derive === undefined) throw new Error('this board derives no addresses');
  const seed = seedFromPhrase(phrase, stretchOf(board));
  try {
    return derive(seed, (length) => drawRandom(board, 'curve', length));
  } finally {
    erase(seed);
  }
}
