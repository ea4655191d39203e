/** How far along a device is, as a bar and a sentence. Pure; there is no word in it, because a state cannot carry one. */
import type { PublicState, Stage } from '../protocol/public-state.ts';
import { explanations } from '../text/explanations.ts';

const barLength = 24;

/** Where a stage begins and ends on the way to a backup, in hundredths. Only `words` knows how far it is within. */
const stretches: Record<Stage, readonly [begin: number, end: number]> = {
  idle: [0, 0],
  consent: [2, 2],
  'enter-pin': [2, 2],
  unfinished: [5, 5],
  discard: [5, 5],
  'choose-pin': [5, 5],
  'repeat-pin': [10, 10],
  warning: [15, 15],
  hold: [18, 18],
  words: [20, 60],
  written: [62, 62],
  confirm: [65, 65],
  finish: [98, 98],
  'pins-differ': [10, 10],
  'wrong-pin': [2, 2],
  wiped: [0, 0],
  fault: [0, 0],
  'entry-method': [0, 0],
  'enter-words': [0, 0],
  result: [0, 0],
  wipe: [0, 0],
  dice: [3, 3],
  entropy: [4, 4],
  'seed-qr': [0, 0],
  stopped: [0, 0],
};

/** From 0 to 1. */
export function fractionOf({ stage, position, total, wallet, activity }: PublicState): number {
  if (wallet === 'backed-up' && activity === 'none') return 1;
  const [begin, end] = stretches[stage];
  const within = total === 0 ? 0 : (position - 1) / Math.max(1, total - 1);
  return (begin + (end - begin) * within) / 100;
}

export function bar(fraction: number): string {
  const full = Math.round(fraction * barLength);
  return `[${'#'.repeat(full)}${'.'.repeat(barLength - full)}]`;
}

/** The sentence of a state, the same as the app announces. `requested` is the word count that was asked for. */
export function sentenceOf(state: PublicState, requested = 0): string {
  const { stage, position, total, wordCount } = state;
  return explanations.announcement(stage, {
    position,
    total,
    wordCount: wordCount === 0 ? requested : wordCount,
  });
}

export function describeStatus(state: PublicState): readonly string[] {
  return [
    `${bar(fractionOf(state))} ${sentenceOf(state)}`,
    `wallet        ${state.wallet}${state.locked ? ', locked' : ''}`,
    `PIN tries     ${state.triesLeft}`,
  ];
}
