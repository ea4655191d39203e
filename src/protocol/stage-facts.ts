/** What a stage's sentences are made from, and what they are made of. */
import type { Activity } from './public-state.ts';

export interface StageFacts {
  readonly position: number;
  readonly total: number;
  /** 0 when it is not known: a host that finds a device in the middle of its question. */
  readonly wordCount: number;
  /** What the stage belongs to; a stage such as consent asks something else in each ceremony. */
  readonly activity?: Activity | undefined;
  /** What is mixed into a new phrase, as far as it is known. */
  readonly entropyCheck?: boolean | undefined;
  readonly dice?: boolean | undefined;
}

export interface StageSentences {
  /** One line on the glass, as large as it fits. */
  readonly title: string;
  /** Up to three lines on the glass. */
  readonly body?: string;
  /** What the buttons do now; shown at the foot of the glass. */
  readonly left?: string;
  readonly right?: string;
  readonly both?: string;
}
