/** Rolling dice on the glass (S3, S4). */
import { describe, expect, it } from 'vitest';
import { rollDice as rolling } from '../../../../../firmware-sim/core/glass/flows/dice.ts';
import type { PhraseSource } from '../../../../../firmware-sim/core/vault/entropy/phrase-source.ts';
import type { WordCount } from '../../../../../src/protocol/public-state.ts';
import { wordCounts } from '../../../../../src/protocol/public-state.ts';
import { fairRolls } from '../../../../fixtures/data/dice-rolls.ts';
import { createGlassBench } from '../../../../fixtures/drivers/glass-driver.ts';
import {
  refusedDice,
  rollAllDice,
  rollDice,
  runPerson,
  tap,
  type Person,
} from '../../../../kit/drivers/person.ts';

/** A person at the dice, and what the vault is given in the end. */
function atTheDice(wordCount: WordCount = 12) {
  const bench = createGlassBench();
  const given: string[] = [];
  const arrays: Uint8Array[] = [];
  const source = {
    wordCount,
    addRolls(rolls: Uint8Array) {
      arrays.push(rolls);
      given.push(String.fromCharCode(...rolls));
    },
  } satisfies Pick<PhraseSource, 'wordCount' | 'addRolls'>;
  const driver = bench.run(rolling(bench.glass, { ...bench.vault.newPhrase(wordCount), ...source }));
  const shown = () => bench.board.frames.at(-1)?.lines ?? [];
  const person = <Result>(script: Person<Result>): Result =>
    runPerson(script, (action) => {
      if (action.kind === 'tap') driver.tap(action.gesture);
      return shown();
    });
  return { ...bench, driver, person, given, arrays, lines: () => driver.lines() };
}

describe('stage dice', () => {
  it.each(wordCounts)(
    'takes as many rolls as %i words need, and gives them to the vault as rolled',
    (count) => {
      const { person, given, driver, state, arrays } = atTheDice(count);
      const rolls = fairRolls({ 12: 50, 15: 62, 18: 75, 21: 87, 24: 99 }[count]);
      expect(state).toMatchObject({ stage: 'dice', position: 0, total: 0 });
      person(rollAllDice(rolls));
      expect(given).toEqual([rolls]);
      expect(driver.ending()).toMatchObject({ kind: 'returned' });
      // Nothing of the number of rolls is told, and nothing of them is left.
      expect(state).toMatchObject({ stage: 'dice', position: 0, total: 0 });
      expect(arrays.every((array) => array.every((digit) => digit === 0))).toBe(true);
      expect(driver.lines()).toEqual([]);
    },
  );

  it('shows how many rolls there are so far, and the last one', () => {
    const { person, lines } = atTheDice(24);
    expect(lines().slice(0, 2)).toEqual(['Roll the dice', 'Roll 1 of 99 for 24 words']);
    // Before the first there is none to show.
    expect(lines()).toHaveLength(6);
    expect(lines()).not.toContain('Roll 0 was ');
    person(rollDice('35'));
    expect(lines().slice(0, 2)).toEqual(['Roll the dice', 'Roll 3 of 99 for 24 words']);
    expect(lines().slice(3, 5)).toEqual(['Roll 2 was ', '5']);
  });

  it('turns the wheel up with the right button and down with the left, and around', () => {
    const { person, driver, lines } = atTheDice();
    const entry = (): string => lines()[2] ?? '';
    /** The entries of one turn, without the one that it begins with. */
    const turn = (button: 'left' | 'right', entries: number): string[] =>
      Array.from({ length: entries }, () => {
        driver.tap(button);
        return entry();
      });
    for (const wheel of [
      ['1', '2', '3', '4', '5', '6'],
      ['1', '2', '3', '4', '5', '6', 'Delete'],
    ]) {
      const first = entry();
      const start = wheel.indexOf(first);
      const up = [...wheel.slice(start + 1), ...wheel.slice(0, start + 1)];
      expect(turn('right', wheel.length)).toEqual(up);
      expect(turn('left', wheel.length)).toEqual([...up.slice(0, -1).toReversed(), first]);
      person(rollDice('4'));
    }
  });

  it('asks when all are entered, and goes on at "Done" alone', () => {
    const { person, driver, given, lines } = atTheDice(24);
    person(rollDice(fairRolls(99)));
    expect(lines()).toEqual(['All rolled?', "You've entered 99 rolls.", '◀ Back', 'Done ▶']);
    driver.tap('both');
    expect(given).toEqual([]);
    driver.tap('right');
    expect(given).toEqual([fairRolls(99)]);
  });

  it('says which way Delete is once there is a roll, the nearer one', () => {
    const { person, driver, lines } = atTheDice();
    expect(lines().at(-1)).toBe('Up ▶');
    person(rollDice('3'));
    for (let turns = 0; turns < 7; turns += 1) {
      const entry = lines()[2] ?? '';
      expect([entry, lines().at(-1)]).toEqual([
        entry,
        entry === 'Delete' ? 'Up ▶' : Number(entry) >= 4 ? 'Delete▶' : '◀Delete',
      ]);
      driver.tap('right');
    }
  });

  it('goes back over the last dice roll, any number of times, even after all of them', () => {
    const { person, driver, given, lines } = atTheDice();
    const rolls = fairRolls(50, 'back');
    const remove = function* remove(): Person<void> {
      for (let turns = 0; turns < 7 && !lines().includes('Delete'); turns += 1) yield* tap('right');
      yield* tap('both');
    };
    person(rollDice('66'));
    person(remove());
    person(remove());
    expect(lines()[1]).toBe('Roll 1 of 50 for 12 words');
    // Nothing to take away: the wheel has six numbers, and no other entry.
    for (let turns = 0; turns < 7; turns += 1) {
      expect(lines()).not.toContain('Delete');
      driver.tap('right');
    }
    person(rollDice(`${rolls.slice(0, 49)}${rolls.endsWith('6') ? '5' : '6'}`));
    expect(lines()[0]).toBe('All rolled?');
    driver.tap('left');
    expect(lines()[1]).toBe('Roll 50 of 50 for 12 words');
    person(rollAllDice(rolls.slice(49)));
    expect(given).toEqual([rolls]);
  });

  it('refuses what no fair die gives, says so, and asks for all of it again', () => {
    const { person, given, lines } = atTheDice();
    person(rollAllDice('4'.repeat(50)));
    expect(lines()).toEqual([
      'Not random',
      'Some numbers come up too',
      'often for a fair die. Roll',
      'again.',
      'Again ▶',
    ]);
    person(refusedDice());
    expect(lines()[1]).toBe('Roll 1 of 50 for 12 words');
    person(rollAllDice('123456'.repeat(9).slice(0, 50)));
    expect(lines()[1]).toBe('Your numbers follow a');
    person(refusedDice());
    expect(given).toEqual([]);
    person(rollAllDice(fairRolls(50)));
    expect(given).toEqual([fairRolls(50)]);
  });

  it('begins each roll at a random number, so that presses tell nothing of it', () => {
    const { person, board } = atTheDice();
    person(rollDice('1111111111'));
    const starts = board.draws.filter(({ purpose }) => purpose === 'pin-pad');
    expect(starts.length).toBeGreaterThanOrEqual(11);
    const first = new Set(
      board.frames
        .filter(({ lines }, at) => lines[1]?.text !== board.frames[at - 1]?.lines[1]?.text)
        .map(({ lines }) => lines.find(({ secret }) => secret)?.text),
    );
    expect(first.size).toBeGreaterThan(2);
  });

  it.each(['stop', 'powerOff'] as const)('leaves nothing of the rolls when it ends by %s', (end) => {
    const { person, driver, given, lines } = atTheDice();
    person(rollDice('123'));
    driver[end]();
    expect(given).toEqual([]);
    expect(lines()).toEqual([]);
  });
});
