/** The ceremonies: create a wallet; resume or discard an unfinished backup; unlock. */
import type { Outcome, WordCount } from '../../../src/protocol/public-state.ts';
import { erase } from '../vault/erase.ts';
import type { OpenWallet } from '../vault/open-wallet.ts';
import { backUp } from './backup.ts';
import type { Flow } from './flow.ts';
import { holdRight } from './gestures.ts';
import { choose, type Glass } from './glass.ts';
import { chooseNewPin, sayWiped, unlock } from './pin.ts';
import { drawHold } from './screens.ts';

/** Before the PIN is set nothing exists; from then on there is an unfinished backup, whatever happens (H6). */
export function* createWallet(glass: Glass, wordCount: WordCount): Flow<Outcome> {
  if ((yield* choose(glass, glass.enter('consent'))) === 'left') return 'declined';
  const pin = yield* chooseNewPin(glass);
  let wallet: OpenWallet;
  try {
    wallet = glass.vault.create(pin, wordCount);
  } finally {
    erase(pin);
  }
  return yield* backUp(glass, wallet);
}

/** PIN, then the whole backup from the hold on. */
export function* resumeBackup(glass: Glass): Flow<Outcome> {
  const result = yield* unlock(glass);
  if (result.kind === 'open') {
    glass.state.locked = false;
    return yield* backUp(glass, result.wallet);
  }
  yield* sayWiped(glass);
  return 'wiped';
}

/** No PIN is asked: three wrong ones would do the same, and an unfinished wallet has received nothing. */
export function* discardBackup(glass: Glass): Flow<Outcome | 'kept'> {
  const sentences = glass.enter('discard');
  const draw = (progress: number): void => glass.draw((canvas) => drawHold(canvas, sentences, progress));
  draw(0);
  if ((yield* holdRight(glass, draw)) === 'left') return 'kept';
  glass.vault.discard();
  return 'discarded';
}

/** Power-on with a finished wallet: the PIN releases the wallet id, nothing secret stays open. */
export function* unlockWallet(glass: Glass): Flow<Outcome> {
  const result = yield* unlock(glass);
  if (result.kind === 'open') {
    glass.state.releasedWalletId = result.wallet.walletId.slice();
    result.wallet.close();
    return 'none';
  }
  yield* sayWiped(glass);
  return 'wiped';
}
