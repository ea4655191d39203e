/** A wallet while a flow holds it: the phrase in memory, to be closed however the flow ends (H9). */
import type { WordCount } from '../../../src/protocol/public-state.ts';
import type { Board } from '../board.ts';
import { erase } from './erase.ts';
import { phraseFromEntropy, wordText } from './phrase.ts';
import { makeQuestion, questionBlockLength } from './question.ts';
import { drawRandom } from './random.ts';
import type { WalletSecret } from './sealing.ts';

/** Four words to choose from; `right` is the place of the right one, 0 to 3. */
export interface DrawnQuestion {
  readonly right: number;
  /** The word at a place, for drawing. */
  choice(place: number): string;
  erase(): void;
}

export interface OpenWallet {
  readonly wordCount: WordCount;
  /** 16 bytes, public once released. */
  readonly walletId: Uint8Array;
  /** The word at a position from 1, for drawing. */
  word(position: number): string;
  /** The first earlier position with the same word, from 1, or 0. */
  sameAs(position: number): number;
  question(position: number): DrawnQuestion;
  /** Seals the wallet anew as backed up. */
  markBackedUp(): void;
  /** Overwrites phrase, entropy and key. The object is dead afterwards; a second call does nothing. */
  close(): void;
}

export function openWallet(
  board: Board,
  wordCount: WordCount,
  secret: WalletSecret,
  key: Uint8Array,
  reseal: () => void,
): OpenWallet {
  const phrase = phraseFromEntropy(secret.entropy);
  const indexAt = (position: number): number => {
    const wordIndex = phrase[position - 1];
    if (wordIndex === undefined) throw new RangeError('no such position in the phrase');
    return wordIndex;
  };
  return {
    wordCount,
    walletId: secret.walletId,
    word: (position) => wordText(indexAt(position)),
    sameAs(position) {
      const first = phrase.indexOf(indexAt(position)) + 1;
      return first < position ? first : 0;
    },
    question(position) {
      const block = drawRandom(board, 'quiz', questionBlockLength);
      const { choices, right } = makeQuestion(phrase, position - 1, block);
      erase(block);
      return {
        right,
        choice: (place) => wordText(choices[place] ?? -1),
        erase: () => erase(choices),
      };
    },
    markBackedUp: reseal,
    close: () => erase(phrase, secret.entropy, key),
  };
}
