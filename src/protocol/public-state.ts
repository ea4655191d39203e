/**
 * All that a host can learn about what a device is doing. The position of an entry is its code on the wire. A later minor version may
 * add activities, stages and outcomes: a host reads those that it doesn't know as `unknown`, which is never a success.
 *
 * `PublicState` cannot carry a word: every field is one of a few literals or a small number, and position and
 * total are filled only while words are *shown*. While a person enters or answers, the stage alone is told.
 */
export const walletStates = ['empty', 'unfinished-backup', 'backed-up'] as const;
export type WalletState = (typeof walletStates)[number];

export const activities = [
  'none',
  'create',
  'unlock',
  'resume',
  'reveal',
  'check',
  'restore',
  'change-pin',
  'wipe',
  'rename',
  'seed-qr',
  'backup-file',
  'check-file',
  'restore-file',
  'language',
  'addresses',
  'identify',
  'app',
] as const;
export type Activity = (typeof activities)[number] | 'unknown';

export const stages = [
  'idle',
  'consent',
  'choose-pin',
  'repeat-pin',
  'warning',
  'hold',
  'words',
  'written',
  'confirm',
  'finish',
  'enter-pin',
  'unfinished',
  'discard',
  'entry-method',
  'enter-words',
  'result',
  'wipe',
  'pins-differ',
  'wrong-pin',
  'wiped',
  'fault',
  'entropy',
  'dice',
  'seed-qr',
  'stopped',
  'addresses',
] as const;
export type Stage = (typeof stages)[number] | 'unknown';

export const outcomes = [
  'none',
  'completed',
  'declined',
  'cancelled',
  'stopped',
  'discarded',
  'wiped',
  'fault',
  'match',
  'no-match',
  'wrong-code',
  'other-wallet',
] as const;
export type Outcome = (typeof outcomes)[number] | 'unknown';

export const wordCounts = [12, 15, 18, 21, 24] as const;
export type WordCount = (typeof wordCounts)[number];

export function isWordCount(value: number): value is WordCount {
  return (wordCounts as readonly number[]).includes(value);
}

/** Bytes of entropy for a number of words: 4 bytes for every 3 words (BIP-39). */
export function entropyLength(wordCount: WordCount): number {
  return (wordCount / 3) * 4;
}

export const pinTries = 3;

export interface PublicState {
  readonly wallet: WalletState;
  /** A wallet exists and its PIN has not been entered since power-on, or since the device locked itself. */
  readonly locked: boolean;
  readonly activity: Activity;
  readonly stage: Stage;
  /** The word on the screen, from 1; 0 unless the stage is `words`. */
  readonly position: number;
  /** How many words there are; 0 unless the stage is `words`. */
  readonly total: number;
  /** How the last ceremony ended. */
  readonly outcome: Outcome;
  /** Counts ceremonies since power-on, modulo 65,536, so that a host can tell its own from another. */
  readonly ceremony: number;
  /** PIN tries left before the device wipes itself, 0 to 3. */
  readonly triesLeft: number;
  /** The wallet's word count; 0 while there is no wallet. */
  readonly wordCount: WordCount | 0;
}
