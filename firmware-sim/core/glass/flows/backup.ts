/** The backup of an open wallet: warning, hold, words, confirmation, and only then "backed up" (H4). */
import type { Outcome } from '../../../../src/protocol/public-state.ts';
import type { HeldWords } from '../../vault/phrase/held-words.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { confirmEveryWord } from './confirm.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';
import { drawWalletId } from '../screens/screens.ts';
import { holdToReveal, showWords } from './words.ts';

/** Warning, hold and words, as often as the person goes back; what was pressed after the last word, or `stopped`. */
export function* revealWords(
  glass: Glass,
  words: HeldWords,
  warned: boolean,
): Flow<'right' | 'both' | 'stopped'> {
  for (let goesOn = warned; ;) {
    if (!goesOn && (yield* choose(glass, glass.enter('warning'))) === 'left') return 'stopped';
    goesOn = (yield* holdToReveal(glass)) === 'held';
    if (!goesOn) continue;
    const made = yield* showWords(glass, words);
    if (made !== 'left') return made;
  }
}

/** The whole way from the warning to the last word confirmed, as often as the person wants to see the words again. */
export function* showAndConfirm(glass: Glass, words: HeldWords): Flow<'confirmed' | 'stopped'> {
  for (let warned = false; ; warned = true) {
    if ((yield* revealWords(glass, words, warned)) === 'stopped') return 'stopped';
    if ((yield* confirmEveryWord(glass, words)) === 'confirmed') return 'confirmed';
  }
}

/** Shows the wallet ID and releases it: the person's last press is the consent (H1). */
export function* releaseWalletId(glass: Glass, wallet: OpenWallet): Flow<void> {
  yield* choose(glass, glass.enter('finish'), (canvas, sentences) =>
    drawWalletId(canvas, sentences, wallet.walletId, glass.text),
  );
  wallet.keepKeys();
  glass.state.releasedWalletId = wallet.walletId.slice();
}

/** Closes the wallet however it ends. */
export function* backUp(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  try {
    if ((yield* showAndConfirm(glass, wallet)) === 'stopped') return 'stopped';
    wallet.markBackedUp();
    yield* releaseWalletId(glass, wallet);
    return 'completed';
  } finally {
    wallet.close();
    glass.blank();
  }
}
