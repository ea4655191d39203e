/** Stage `dice`: the person rolls dice and enters each number. The host learns the stage, and nothing of the rolls. */
import type { StageSentences } from '../../../../src/protocol/stage-facts.ts';
import { flawOf, rollsNeeded } from '../../vault/entropy/dice.ts';
import { erase } from '../../vault/memory/erase.ts';
import type { PhraseSource } from '../../vault/entropy/phrase-source.ts';
import { secretBytes } from '../../vault/memory/secret-bytes.ts';
import type { Flow } from '../flow.ts';
import { gesture } from '../gestures.ts';
import { choose, type Glass } from '../glass.ts';
import { drawRoll, wayTo } from '../screens/screens.ts';

const numbers = ['1', '2', '3', '4', '5', '6'];

interface Progress {
  readonly entered: number;
  readonly needed: number;
  readonly wordCount: number;
  /** The roll before, so that a person who looked away knows where to go on; none before the first. */
  readonly last: string | undefined;
}

/** Turns the wheel from a random number, so that counting presses tells nothing; an ASCII digit, or `remove`. */
function* enterRoll(glass: Glass, sentences: StageSentences, progress: Progress): Flow<number | 'remove'> {
  const { remove } = glass.text.dice;
  const wheel = progress.entered > 0 ? [...numbers, remove] : numbers;
  let at = glass.draw32(numbers.length);
  for (;;) {
    const entry = wheel[at] ?? remove;
    const way = wayTo(remove, wheel, at);
    glass.draw((canvas) => drawRoll(canvas, { sentences, ...progress, entry, way }, glass.text));
    const made = yield* gesture();
    if (made === 'both') return entry === remove ? 'remove' : 0x31 + at;
    at = (at + (made === 'right' ? 1 : -1) + wheel.length) % wheel.length;
  }
}

/** Mixes the rolls into the source when they are enough and can be those of a fair die; else asks for all again. */
export function* rollDice(glass: Glass, source: PhraseSource): Flow<void> {
  const needed = rollsNeeded(source.wordCount);
  const rolls = secretBytes(needed);
  const sentences = glass.enter('dice');
  let entered = 0;
  const back = (): void => void (rolls[(entered -= 1)] = 0);
  try {
    for (;;) {
      while (entered < needed) {
        const last = numbers[(rolls[entered - 1] ?? 0) - 0x31];
        const roll = yield* enterRoll(glass, sentences, {
          entered,
          needed,
          wordCount: source.wordCount,
          last,
        });
        if (roll === 'remove') back();
        else rolls[entered++] = roll;
      }
      if ((yield* choose(glass, glass.text.dice.all(needed))) === 'left') {
        back();
        continue;
      }
      const flaw = flawOf(rolls);
      if (flaw === undefined) return source.addRolls(rolls);
      erase(rolls);
      entered = 0;
      yield* choose(glass, glass.text.dice.flaws[flaw]);
    }
  } finally {
    erase(rolls);
    glass.blank();
  }
}
