/** Putting a phrase that the person has, on paper or in a backup file, into an empty device. */
import type { Outcome, WordCount } from '../../../../src/protocol/public-state.ts';
import { erase } from '../../vault/memory/erase.ts';
import { copyIndexes } from '../../vault/memory/secret-bytes.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { checksumFits } from '../../vault/phrase/phrase.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';
import { drawWalletId } from '../screens/screens.ts';
import { releaseWalletId } from './backup.ts';
import { enterPhrase } from './enter-words.ts';
import { chooseNewPin } from './pin.ts';
import { sayPaperIsWrong, sayWordsAreWrong } from './wrong-words.ts';

/** The words, to be erased by the caller, once they fit together and the person knows whose wallet they are. */
function* judgeRestored(glass: Glass, words: Uint16Array): Flow<Uint16Array | 'look' | 'left'> {
  if (!checksumFits(words)) return yield* sayPaperIsWrong(glass, words);
  const walletId = glass.vault.walletIdOf(words);
  glass.enter('result');
  const made = yield* choose(glass, glass.text.entry.compare, (canvas, sentences) =>
    drawWalletId(canvas, sentences, walletId, glass.text),
  );
  if (made === 'right') return copyIndexes(words);
  return yield* sayWordsAreWrong(glass, glass.text.entry.anotherWallet);
}

/** Nothing is stored before the words fit together, and the PIN is chosen. */
export function* restoreWords(glass: Glass, wordCount: WordCount): Flow<Outcome> {
  const phrase = yield* enterPhrase(glass, wordCount, (words) => judgeRestored(glass, words));
  return phrase === 'left' ? 'stopped' : yield* storeRestored(glass, phrase);
}

/** Counts as backed up as soon as it is stored, since the person has a copy. Erases the phrase however it ends. */
export function* storeRestored(glass: Glass, phrase: Uint16Array): Flow<Outcome> {
  let wallet: OpenWallet | undefined;
  try {
    const pin = yield* chooseNewPin(glass);
    try {
      wallet = glass.vault.restore(pin, phrase);
    } finally {
      erase(pin);
    }
    yield* releaseWalletId(glass, wallet);
    return 'completed';
  } finally {
    erase(phrase);
    wallet?.close();
    glass.blank();
  }
}
