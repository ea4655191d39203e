/**
 * The first addresses of a wallet, on the glass alone: a person compares them with what another wallet shows. How many screens and
 * presses that takes doesn't depend on the words (H1), and words and keys are gone before the first of them (H9).
 */
import type { Outcome, WordCount } from '../../../../src/protocol/public-state.ts';
import type { OpenWallet } from '../../vault/open-wallet.ts';
import { checksumFits } from '../../vault/phrase/phrase.ts';
import type { Flow } from '../flow.ts';
import { choose, type Glass } from '../glass.ts';
import { drawAddress } from '../screens/address-screen.ts';
import { enterPhrase } from './enter-words.ts';
import { sayPaperIsWrong } from './wrong-words.ts';

type WalletAddresses = ReturnType<OpenWallet['addresses']>;

/** In the order in which they are shown. */
const chains = ['ethereum', 'bitcoin'] as const satisfies readonly (keyof WalletAddresses)[];

/** What is to come, then an address a screen, back and forth. */
function* showAddresses(glass: Glass, addresses: WalletAddresses): Flow<Outcome> {
  const introduction = glass.enter('addresses');
  try {
    for (let page = -1; page < chains.length;) {
      const chain = chains[page];
      const made =
        chain === undefined
          ? yield* choose(glass, introduction)
          : yield* choose(glass, glass.text.addresses[chain], (canvas, sentences) =>
              drawAddress(canvas, sentences, addresses[chain]),
            );
      if (made === 'left' && chain === undefined) return 'stopped';
      page += made === 'left' ? -1 : 1;
    }
    return 'completed';
  } finally {
    glass.blank();
  }
}

/** Of the wallet that is stored. Closes it as soon as nothing more is needed of it. */
export function* showOwnAddresses(glass: Glass, wallet: OpenWallet): Flow<Outcome> {
  const addresses = wallet.addresses();
  wallet.close();
  return yield* showAddresses(glass, addresses);
}

/** The addresses of words with a checksum that fits. */
function* judgeIdentified(glass: Glass, words: Uint16Array): Flow<WalletAddresses | 'look' | 'left'> {
  return checksumFits(words) ? glass.vault.addressesOf(words) : yield* sayPaperIsWrong(glass, words);
}

/** Of words that a person has, on a device without a wallet. Nothing is stored, whatever happens. */
export function* identifyWords(glass: Glass, wordCount: WordCount): Flow<Outcome> {
  const addresses = yield* enterPhrase(glass, wordCount, (words) => judgeIdentified(glass, words));
  return addresses === 'left' ? 'stopped' : yield* showAddresses(glass, addresses);
}
