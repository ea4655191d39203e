/** How far along a device is, as a bar and a sentence. Pure; there is no word in it, because a state cannot carry one. */
import { pinTries, type Activity, type PublicState, type Stage } from '../../protocol/public-state.ts';
import { messages } from '../../text/app.ts';
import { explanations } from '../../text/explanations.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { plain, wrapWords, type Line } from './wrap.ts';

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
  addresses: [0, 0],
  unknown: [0, 0],
};

/** From 0 to 1. */
export function fractionOf({ stage, position, total, wallet, activity }: PublicState): number {
  if (wallet === 'backed-up' && activity === 'none') return 1;
  const [begin, end] = stretches[stage];
  const within = total === 0 ? 0 : (position - 1) / Math.max(1, total - 1);
  return (begin + (end - begin) * within) / 100;
}

/** Ceremonies on the way to a backup: of others there is no telling how far they are. */
const backingUp: ReadonlySet<Activity> = new Set(['create', 'resume']);

export function hasBar({ activity }: Pick<PublicState, 'activity'>): boolean {
  return backingUp.has(activity);
}

export function bar(fraction: number, length = barLength): string {
  const full = Math.round(fraction * length);
  return `[${'#'.repeat(full)}${'.'.repeat(length - full)}]`;
}

const tellsTries: ReadonlySet<Stage> = new Set(['enter-pin', 'wrong-pin']);

/** The sentence of a state, the same as the app announces. `requested` is the word count that was asked for. */
export function sentenceOf(state: PublicState, requested = 0): string {
  const { stage, position, total, wordCount, activity, triesLeft } = state;
  const sentence = explanations.announcement(stage, {
    position,
    total,
    activity,
    wordCount: wordCount === 0 ? requested : wordCount,
  });
  return tellsTries.has(stage) && triesLeft < pinTries
    ? `${sentence} ${messages.triesLeft(triesLeft)}`
    : sentence;
}

/** Bar and sentence, on one line where they fit, else the sentence below, whole. */
export function layOutState(state: PublicState, width: number, requested?: number): string[] {
  const sentence = plain(sentenceOf(state, requested));
  if (!hasBar(state)) return wrapWords(sentence, width);
  const drawn = bar(fractionOf(state), Math.min(barLength, Math.max(1, width - 2)));
  const together = `${drawn} ${sentence}`;
  return together.length <= width ? [together] : [drawn, ...wrapWords(sentence, width)];
}

export function describeStatus(state: PublicState): readonly Line[] {
  const { labels } = terminalText;
  const sentence = sentenceOf(state);
  return [
    hasBar(state) ? `${bar(fractionOf(state))} ${sentence}` : sentence,
    {
      label: labels.wallet,
      value: terminalText.walletState(messages.backup.states[state.wallet], state.locked),
    },
    { label: labels.tries, value: String(state.triesLeft) },
  ];
}
