/**
 * What a host adds to the device's own sentences, for a person who looks up from the device. A part of its own: the
 * device never draws them, and has no room for them.
 */
import type { Stage } from '../../protocol/public-state.ts';
import type { StageFacts } from '../../protocol/stage-facts.ts';

/** Of the addresses that a device shows. */
interface AddressPaths {
  readonly ethereum: string;
  readonly bitcoin: string;
}

export interface Explanations {
  /** What the host says beside the device's sentences of a stage. */
  readonly explanation: (stage: Stage, facts: StageFacts) => string;
  /** What the host announces in its one live region: progress, never a word. */
  readonly announcement: (stage: Stage, facts: StageFacts) => string;
  /** Where the page may not know how far the person is: how much is coming, of so many words. */
  readonly coming: Readonly<Record<'enter-words' | 'confirm', (words: number) => string>>;
  /** What to compare addresses with, and what a difference means. Paths as `m/44'/60'/0'/0/0`. */
  readonly compare: {
    readonly title: string;
    readonly body: (paths: AddressPaths) => readonly string[];
  };
  /** How a word is entered, with one that is nobody's secret. */
  readonly walkthrough: {
    readonly title: string;
    readonly lead: (word: string) => string;
    readonly ways: Readonly<Record<'halving' | 'letters', string>>;
    /** `word` is in the half from `first` to `last`, which may be one word. */
    readonly half: (word: string, first: string, last: string, side: 'left' | 'right') => string;
    readonly turn: (letter: string) => string;
    readonly pick: (word: string) => string;
  };
}
