/**
 * How the word "river", which is nobody's secret, is entered on a device: what its glass shows and what is pressed. Written down
 * rather than computed, since the page has no list of words; a test holds it against the firmware, press by press.
 */
export const shownWord = 'river';

export interface HalvingStep {
  readonly kind: 'halving';
  /** The first and the last word of each half. */
  readonly left: readonly [string, string];
  readonly right: readonly [string, string];
  readonly press: 'left' | 'right';
}

export type LetterStep =
  /** The wheel is turned to `letter`. */
  | { readonly kind: 'wheel'; readonly typed: string; readonly letter: string }
  /** Few words are left, and one is chosen. */
  | { readonly kind: 'list'; readonly words: readonly string[] };

export type WalkthroughStep = HalvingStep | LetterStep;

/** Where the list is cut, and on which side the word is. */
const cuts = [
  ['lend', 'length', 'right'],
  ['say', 'scale', 'left'],
  ['paper', 'parade', 'right'],
  ['quiz', 'quote', 'right'],
  ['retire', 'retreat', 'right'],
  ['room', 'rose', 'left'],
  ['rigid', 'ring', 'right'],
  ['road', 'roast', 'left'],
  ['risk', 'ritual', 'right'],
  ['rival', 'river', 'right'],
  ['river', 'road', 'left'],
] as const;

function halvingOf(): HalvingStep[] {
  let [first, last]: [string, string] = ['abandon', 'zoo'];
  return cuts.map(([before, after, press]) => {
    const step: HalvingStep = { kind: 'halving', left: [first, before], right: [after, last], press };
    [first, last] = step[press];
    return step;
  });
}

export const walkthroughs: Readonly<Record<'halving' | 'letters', readonly WalkthroughStep[]>> = {
  halving: halvingOf(),
  letters: [
    { kind: 'wheel', typed: '', letter: 'r' },
    { kind: 'wheel', typed: 'r', letter: 'i' },
    { kind: 'wheel', typed: 'ri', letter: 'v' },
    { kind: 'list', words: ['rival', 'river'] },
  ],
};
