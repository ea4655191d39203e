/** Showing the words of a finished wallet once more: warning, hold, words, and a confirmation for who wants one. */
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { revealWords } from './backup.ts';
import { confirmEveryWord } from './confirm.ts';
import type { Flow } from '../flow.ts';
import type { Glass } from '../glass.ts';

/** The caller closes the wallet. */
export function* revealAgain(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  for (let warned = false; ; warned = true) {
    const made = yield* revealWords(glass, wallet, warned);
    if (made === 'stopped') return 'stopped';
    if (made === 'right' || (yield* confirmEveryWord(glass, wallet)) === 'confirmed') return 'completed';
  }
}
