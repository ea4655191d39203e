/**
 * The confirmation of 12 words: presses of an honest person, how far guessers get, and which single slips in writing
 * are caught. Everything goes through the real flow on the glass.
 */
import { withinTwoEdits } from '../fixtures/data/look-alikes.ts';
import {
  gesturesOfConfirmation,
  outcomeOfSlip,
  slips,
  wordsGuessed,
  type Guess,
} from '../fixtures/figures/confirmation-figures.ts';
import { seededDraw } from '../fixtures/fakes/seeded-draw.ts';
import { atLeast, atMost, type Row } from './figures.ts';

const seeds = Array.from({ length: 25 }, (_, index) => `paper ${index}`);
const rounds = 20_000;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean number of words before the first wrong one says what share of the questions is answered rightly. */
function shareRight(guessed: readonly number[]): number {
  const questions = guessed.reduce((sum, right) => sum + right + 1, 0);
  return guessed.reduce((sum, right) => sum + right, 0) / questions;
}

/** Takes one of two choices that look alike: the right word always has a look-alike beside it. */
const reader =
  (draw: (below: number) => number): Guess =>
  (choices) => {
    const alike = choices.flatMap((word, place) =>
      choices.some((other, at) => at !== place && withinTwoEdits(word, other)) ? [place] : [],
    );
    return alike[draw(Math.max(1, alike.length))] ?? draw(4);
  };

export function measureConfirmation(): Row[] {
  const blindDraw = seededDraw('blind');
  const blind = wordsGuessed(() => blindDraw(4), rounds, 12, 'blind');
  const reading = wordsGuessed(reader(seededDraw('reader')), rounds / 10, 12, 'blind');
  const outcomes = seeds.flatMap((seed) => {
    const draw = seededDraw(seed);
    return (Object.keys(slips) as (keyof typeof slips)[]).flatMap((kind) =>
      Array.from({ length: 12 }, (_, at) => outcomeOfSlip(kind, at, seed, draw)),
    );
  });
  const made = outcomes.filter((outcome) => outcome !== 'none');
  const caught = made.filter((outcome) => outcome !== 'passed');
  const perWord = { unit: 'presses', aim: 'at most 4 on average (both buttons: 2)', meets: atMost(4) };
  const presses = (wordCount: 12 | 24): number[] =>
    seeds.map((seed) => mean(gesturesOfConfirmation(seed, wordCount)) + 1);
  const further = [1, 2, 3, 4, 5].map((words) => ({
    name: `a blind guesser, ${rounds} rounds: gets past word ${words}, times 4^${words}`,
    unit: '',
    samples: [(blind.filter((right) => right >= words).length / rounds) * 4 ** words],
    aim: '1: a chance of 4^-n for n words',
  }));
  return [
    { ...perWord, name: 'to confirm a word of 12', samples: presses(12) },
    { ...perWord, name: 'to confirm a word of 24', samples: presses(24) },
    ...further,
    {
      name: 'a blind guesser passes 12 words, by the share right of each, e-8',
      unit: '',
      samples: [shareRight(blind) ** 12 * 1e8],
      aim: '4^-12 = 5.96e-8',
    },
    {
      name: 'one who reads the choices and looks for the look-alikes: share right',
      unit: '',
      samples: [shareRight(reading)],
      aim: 'says why this is no test of a person who looks',
    },
    {
      name: `single slips in writing that are caught, of ${made.length}`,
      unit: '%',
      samples: [(100 * caught.length) / made.length],
      aim: '100 (three of 12 words asked: 25)',
      meets: atLeast(100),
    },
  ];
}
