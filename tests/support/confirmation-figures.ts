/** What the confirmation costs an honest person, what it stops, and what gets past it: all by the real flow. */
import { confirmEveryWord } from '../../firmware-sim/core/glass/confirm.ts';
import { lookAlikes } from '../../firmware-sim/core/vault/look-alikes.ts';
import { wordText } from '../../firmware-sim/core/vault/phrase.ts';
import type { OpenWallet } from '../../firmware-sim/core/vault/open-wallet.ts';
import type { WordCount } from '../../src/protocol/public-state.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { createGlassBench, type FlowDriver, type GlassBench } from './glass-driver.ts';
import { seededRandom } from './test-device.ts';

const entries = 5;

interface Confirmation {
  readonly bench: GlassBench;
  readonly wallet: OpenWallet;
  readonly paper: readonly string[];
  readonly begin: () => FlowDriver<'confirmed' | 'again'>;
}

const wallets = new Map<string, Confirmation>();

/** A wallet of its own for each seed and length; stretching a PIN takes long, so it is kept. */
function confirmation(seed: string, wordCount: WordCount): Confirmation {
  const key = `${seed}/${wordCount}`;
  const known = wallets.get(key) ?? newConfirmation(seed, wordCount);
  wallets.set(key, known);
  return known;
}

function newConfirmation(seed: string, wordCount: WordCount): Confirmation {
  const bench = createGlassBench({ random: seededRandom({ all: seed }) });
  const wallet = bench.vault.create(Uint8Array.of(1, 2, 3, 4), wordCount);
  const paper = Array.from({ length: wordCount }, (_, index) => wallet.word(index + 1));
  const begin = () => {
    bench.board.frames.length = 0;
    return bench.run(confirmEveryWord(bench.glass, wallet));
  };
  return { bench, wallet, paper, begin };
}

const asked = (driver: FlowDriver<unknown>): number =>
  Number(/^What is word (\d+)\?$/.exec(driver.lines()[0] ?? '')?.[1] ?? 0);

/** The shorter way round the four choices and "show the words again", then both buttons; gives the gestures made. */
function choose(driver: FlowDriver<unknown>, place: number): number {
  const down = place;
  const up = entries - place;
  for (let moves = 0; moves < Math.min(down, up); moves += 1) driver.tap(down <= up ? 'right' : 'left');
  driver.tap('both');
  return Math.min(down, up) + 1;
}

/** Gestures for each word of one confirmation without a slip; both buttons together are one gesture. */
export function gesturesOfConfirmation(seed: string, wordCount: WordCount): number[] {
  const { begin, paper } = confirmation(seed, wordCount);
  const driver = begin();
  return paper.map((word) => choose(driver, driver.lines().indexOf(word, 1) - 1));
}

/** Says which of the four choices to take. `lines` is what is on the glass, for a guesser who looks. */
export type Guess = (lines: readonly string[]) => number;

/**
 * How many words in a row each of `rounds` guesses answers before the first wrong one, at most `wordCount`. Each round
 * begins anew, on one wallet.
 */
export function wordsGuessed(guess: Guess, rounds: number, wordCount: WordCount, seed: string): number[] {
  const { begin } = confirmation(seed, wordCount);
  return Array.from({ length: rounds }, () => {
    const driver = begin();
    let right = 0;
    while (asked(driver) === right + 1) {
      choose(driver, guess(driver.lines().slice(1, 5)));
      if (driver.ending().kind === 'returned') return wordCount;
      if (driver.lines()[0] === 'Not that one') break;
      right += 1;
    }
    driver.powerOff();
    return right;
  });
}

/** Ways to get one word of a paper wrong. */
export const slips = {
  'another word': (paper, at, draw) =>
    paper.with(
      at,
      otherThan(paper[at], () => wordlist[draw(wordlist.length)] ?? ''),
    ),
  'a look-alike': (paper, at, draw) => {
    const similar = lookAlikes(wordlist.indexOf(paper[at] ?? '')).map(wordText);
    return similar.length === 0 ? paper : paper.with(at, similar[draw(similar.length)] ?? '');
  },
  'the word before it': (paper, at) => paper.with(at, paper[(at + paper.length - 1) % paper.length] ?? ''),
  'swapped with the next': (paper, at) => {
    const next = (at + 1) % paper.length;
    return paper.with(at, paper[next] ?? '').with(next, paper[at] ?? '');
  },
} as const satisfies Record<
  string,
  (paper: readonly string[], at: number, draw: (below: number) => number) => readonly string[]
>;

function otherThan(word: string | undefined, draw: () => string): string {
  for (;;) {
    const drawn = draw();
    if (drawn !== word) return drawn;
  }
}

/**
 * Somebody answers by a paper on which one word is wrong. `noticed`: no choice is what the paper says; `refused`: the
 * device says "Not that one"; `passed`: the confirmation ended without either; `none`: the slip changed nothing.
 */
export function outcomeOfSlip(
  kind: keyof typeof slips,
  at: number,
  seed: string,
  draw: (below: number) => number,
): 'noticed' | 'refused' | 'passed' | 'none' {
  const { begin, paper } = confirmation(seed, 12);
  const wrong = slips[kind](paper, at, draw);
  if (wrong.every((word, index) => word === paper[index])) return 'none';
  const driver = begin();
  for (;;) {
    const position = asked(driver);
    const place = driver.lines().indexOf(wrong[position - 1] ?? '', 1) - 1;
    if (place < 0 || place > 3) return 'noticed';
    choose(driver, place);
    if (driver.ending().kind === 'returned') return 'passed';
    if (driver.lines()[0] === 'Not that one') return 'refused';
  }
}
