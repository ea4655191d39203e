/** The backup of an open wallet: warning, hold, words, confirmation, and only then "backed up" (H4). */
import type { Outcome } from '../../../src/protocol/public-state.ts';
import type { OpenWallet } from '../vault/open-wallet.ts';
import { confirmEveryWord } from './confirm.ts';
import type { Flow } from './flow.ts';
import { choose, type Glass } from './glass.ts';
import { walletIdBody } from './screens.ts';
import { holdToReveal, showWords } from './words.ts';

/** Closes the wallet however it ends. */
export function* backUp(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  try {
    for (let revealed = false; ;) {
      if (!revealed && (yield* choose(glass, glass.enter('warning'))) === 'left') return 'stopped';
      if ((yield* holdToReveal(glass)) === 'left') {
        revealed = false;
        continue;
      }
      revealed = true;
      if ((yield* showWords(glass, wallet)) === 'left') continue;
      if ((yield* confirmEveryWord(glass, wallet)) === 'confirmed') break;
    }
    wallet.markBackedUp();
    const sentences = glass.enter('finish');
    yield* choose(glass, { ...sentences, body: walletIdBody(wallet.walletId) });
    glass.state.releasedWalletId = wallet.walletId.slice();
    return 'completed';
  } finally {
    wallet.close();
    glass.blank();
  }
}
