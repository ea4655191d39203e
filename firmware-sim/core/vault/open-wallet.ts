/** A wallet while a flow holds it: the phrase in memory, to be closed however the flow ends (H9). */
import type { WordCount } from '../../../src/protocol/public-state.ts';
import { elementAt } from '../../../src/protocol/bytes.ts';
import type { Board } from '../board.ts';
import { erase } from './erase.ts';
import { phraseFromEntropy, wordText } from './phrase.ts';
import { makeQuestion, questionBlockLength } from './question.ts';
import { drawRandom } from './random.ts';
import { sameSecret } from './same-secret.ts';
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
  /** Compares an entered phrase with this one, all of it whatever differs. */
  matches(entered: Uint16Array): boolean;
  /** Seals the wallet anew as backed up. */
  markBackedUp(): void;
  /** Seals the wallet anew under another PIN. */
  changePin(pin: Uint8Array): void;
  /** Overwrites phrase, entropy and key. The object is dead afterwards; a second call does nothing. */
  close(): void;
}

/** What a PIN opens: the key that it stretches to, 32 bytes, and the salt that belongs to it. */
export interface PinLock {
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

/** How an open wallet is put away again. */
export interface Sealer {
  lockFor(pin: Uint8Array): PinLock;
  /** `state` is what the wallet is from now on; as before when left out. */
  seal(state: 'backed-up' | undefined, lock: PinLock): void;
}

export function openWallet(
  board: Board,
  wordCount: WordCount,
  secret: WalletSecret,
  lock: PinLock,
  sealer: Sealer,
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
      const wordIndex = indexAt(position);
      // From the back, over all earlier positions, so that a repeated word ends nothing early.
      let first = 0;
      for (let earlier = position - 1; earlier >= 1; earlier -= 1)
        first = indexAt(earlier) === wordIndex ? earlier : first;
      return first;
    },
    question(position) {
      const block = drawRandom(board, 'quiz', questionBlockLength);
      const { choices, right } = makeQuestion(phrase, position - 1, block);
      erase(block);
      return {
        right,
        choice: (place) => wordText(elementAt(choices, place)),
        erase: () => erase(choices),
      };
    },
    matches: (entered) => sameSecret(phrase, entered, phrase.length),
    markBackedUp: () => sealer.seal('backed-up', lock),
    changePin(pin) {
      const next = sealer.lockFor(pin);
      try {
        sealer.seal(undefined, next);
      } finally {
        erase(next.key);
      }
    },
    close: () => erase(phrase, secret.entropy, lock.key),
  };
}
