/**
 * How many presses a word takes on the glass: letter wheel with list, and halving. All 2,048 words go through the
 * real flows, entered by a user who sees only the glass and knows the alphabet.
 */
import { enterByHalving } from '../../firmware-sim/core/glass/flows/halving.ts';
import { enterByLetters } from '../../firmware-sim/core/glass/flows/letter-wheel.ts';
import { wordText, wordlistLength } from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { createGlassBench, type FlowDriver, type GlassBench } from '../fixtures/drivers/glass-driver.ts';
import { atMost, type Row } from './figures.ts';
import { seededRandom } from '../fixtures/devices/test-device.ts';
import { enterOnHalves, enterOnWheel } from '../fixtures/drivers/word-presses.ts';

/** The wheel begins at a random letter, so its figures depend on the seed: as many seeds as these. */
const wheelSeeds = ['one', 'two', 'three', 'four'] as const;

type Enter = (bench: GlassBench, word: string) => number;

function pressesOf(enter: Enter, seed: string): number[] {
  const bench = createGlassBench({ random: seededRandom({ all: seed }) });
  return Array.from({ length: wordlistLength }, (_, wordIndex) => {
    bench.board.frames.length = 0;
    return enter(bench, wordText(wordIndex));
  });
}

function entered(driver: FlowDriver<number | 'back'>, presses: number, word: string): number {
  const ending = driver.ending();
  if (ending.kind !== 'returned' || typeof ending.result !== 'number' || wordText(ending.result) !== word) {
    throw new Error('another word was entered than the one that was meant');
  }
  return presses;
}

const byWheel: Enter = (bench, word) => {
  const driver = bench.run(enterByLetters(bench.glass, 'Word 1 of 12'));
  return entered(driver, enterOnWheel(bench.board, driver, word), word);
};

const byHalving: Enter = (bench, word) => {
  const driver = bench.run(enterByHalving(bench.glass, 'Word 1 of 12'));
  return entered(driver, enterOnHalves(driver, word), word);
};

const mean = (presses: readonly number[]): number =>
  presses.reduce((sum, count) => sum + count, 0) / presses.length;

export function measureWordEntry(): Row[] {
  const wheel = wheelSeeds.map((seed) => pressesOf(byWheel, seed));
  const halving = pressesOf(byHalving, 'one');
  const word = { unit: 'presses', aim: 'at most 16 on average' };
  return [
    { ...word, name: 'a word by letters, mean of 2,048', samples: wheel.map(mean), meets: atMost(16) },
    {
      ...word,
      name: 'a word by letters, worst of 2,048',
      samples: wheel.map((each) => Math.max(...each)),
      aim: '',
    },
    {
      ...word,
      name: 'a word by halving',
      samples: halving,
      aim: 'always 11',
      meets: (middle) => middle === 11,
    },
  ];
}
