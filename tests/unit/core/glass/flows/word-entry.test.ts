/** Entering words on the glass: letter by letter, by halving, and whole phrases with the way back. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { enterPhrase } from '../../../../../firmware-sim/core/glass/flows/enter-words.ts';
import { enterByHalving } from '../../../../../firmware-sim/core/glass/flows/halving.ts';
import { enterByLetters } from '../../../../../firmware-sim/core/glass/flows/letter-wheel.ts';
import { copyIndexes } from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { wheelOf } from '../../../../kit/drivers/person.ts';
import { shownWord, walkthroughs } from '../../../../../src/elements/walkthrough/public-word.ts';
import { createGlassBench, type FlowDriver } from '../../../../fixtures/drivers/glass-driver.ts';
import { enterOnHalves, enterOnWheel } from '../../../../fixtures/drivers/word-presses.ts';

const title = 'Word 1 of 12';
const returned = (result: unknown) => ({ kind: 'returned', result });
const paper = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

function byLetters() {
  const bench = createGlassBench();
  return { bench, driver: bench.run(enterByLetters(bench.glass, title)) };
}

const entryOf = (driver: FlowDriver<unknown>): string => wheelOf(driver.lines()).entry;

/** Turns until the wheel shows `wanted`, then enters it. */
function turnTo(driver: FlowDriver<unknown>, wanted: string): void {
  for (let turns = 0; entryOf(driver) !== wanted; turns += 1) {
    if (turns > 30) throw new Error('the wheel does not offer what is wanted');
    driver.tap('right');
  }
  driver.tap('both');
}

/** All entries of the wheel, once around. */
function everyEntry(driver: FlowDriver<unknown>): string[] {
  const first = entryOf(driver);
  const entries = [first];
  for (driver.tap('right'); entryOf(driver) !== first; driver.tap('right')) entries.push(entryOf(driver));
  return entries.toSorted();
}

describe('halving', () => {
  it('takes exactly 11 presses for each of the 2,048 words', () => {
    const bench = createGlassBench();
    for (const [index, word] of wordlist.entries()) {
      bench.board.frames.length = 0;
      const driver = bench.run(enterByHalving(bench.glass, title));
      expect(enterOnHalves(driver, word)).toBe(11);
      expect(driver.ending()).toEqual(returned(index));
      // A picture for each press, and the blank one.
      expect(bench.board.frames).toHaveLength(12);
    }
  });

  it('goes back one press at a time, to the same halves, and out before the first', () => {
    const bench = createGlassBench();
    const driver = bench.run(enterByHalving(bench.glass, title));
    const seen: string[][] = [];
    for (const gesture of ['left', 'right', 'right', 'left', 'right'] as const) {
      seen.push(driver.lines());
      driver.tap(gesture);
    }
    for (const lines of seen.toReversed()) {
      driver.tap('both');
      expect(driver.lines()).toEqual(lines);
    }
    driver.tap('both');
    expect(driver.ending()).toEqual(returned('back'));
    expect(driver.lines()).toEqual([]);
  });
});

describe('the wheel of letters', () => {
  it('enters every one of the 2,048 words, in 16 presses on average or fewer', { timeout: 60_000 }, () => {
    const bench = createGlassBench();
    let presses = 0;
    for (const [index, word] of wordlist.entries()) {
      bench.board.frames.length = 0;
      const driver = bench.run(enterByLetters(bench.glass, title));
      presses += enterOnWheel(bench.board, driver, word);
      expect(driver.ending()).toEqual(returned(index));
    }
    expect(presses / wordlist.length).toBeLessThanOrEqual(16);
  });

  it('offers only letters that lead on to a word, and Delete', () => {
    const { driver } = byLetters();
    expect(everyEntry(driver)).toEqual(['Delete', ...Array.from('abcdefghijklmnopqrstuvwyz')]);
    turnTo(driver, 's');
    expect(everyEntry(driver)).toEqual(
      [
        ...new Set(wordlist.filter((word) => word.startsWith('s')).map((word) => word[1] ?? '')),
        'Delete',
      ].toSorted(),
    );
  });

  it('says the nearer way to Delete, from every letter', () => {
    const { driver } = byLetters();
    const wayOn = (): string => driver.lines().at(-1) ?? '';
    for (let turns = 0; turns < 26; turns += 1) {
      if (entryOf(driver) === 'Delete') expect(wayOn()).toBe('Turn ▶');
      // 25 letters and Delete, since no word begins with x.
      else
        expect([entryOf(driver), wayOn()]).toEqual([
          entryOf(driver),
          entryOf(driver) >= 'm' ? 'Delete▶' : '◀Delete',
        ]);
      driver.tap('right');
    }
  });

  it('begins at letters of every kind: the start is random', () => {
    const bench = createGlassBench();
    const starts = new Set(
      Array.from({ length: 60 }, () => entryOf(bench.run(enterByLetters(bench.glass, title)))),
    );
    expect(starts.size).toBeGreaterThan(10);
  });

  it('takes a letter back at Delete, and goes back where there is none', () => {
    const { driver } = byLetters();
    const first = everyEntry(driver);
    turnTo(driver, 's');
    turnTo(driver, 't');
    expect(driver.lines()).toContain('st');
    turnTo(driver, 'Delete');
    expect(driver.lines()).toContain('s');
    turnTo(driver, 'Delete');
    expect(everyEntry(driver)).toEqual(first);
    turnTo(driver, 'Delete');
    expect(driver.ending()).toEqual(returned('back'));
    expect(driver.lines()).toEqual([]);
  });

  it('shows a list at eight words or fewer, and goes back to the wheel from it', () => {
    const { bench, driver } = byLetters();
    turnTo(driver, 'y');
    const all = wordlist.filter((word) => word.startsWith('y'));
    expect(all.length).toBeLessThanOrEqual(8);
    const seen = new Set<string>();
    for (let turns = 0; turns <= all.length; turns += 1) {
      driver
        .lines()
        .slice(1, -3)
        .forEach((text) => seen.add(text));
      driver.tap('right');
    }
    expect([...seen].toSorted()).toEqual([...all, 'Delete'].toSorted());
    const secret = (text: string) =>
      bench.board.frames.flatMap(({ lines }) => lines).find((line) => line.text === text)?.secret;
    expect(all.every((word) => secret(word) === true)).toBe(true);
    expect(secret('Delete')).toBe(false);
    while (driver.lines().slice(1, -3).at(-1) !== 'Delete') driver.tap('right');
    driver.tap('both');
    expect(driver.lines()).toContain('Turn ▶');
  });

  it('lists a word that others begin with, beside them: no wheel comes in between', () => {
    const beginsOthers = wordlist.filter(
      (word) => wordlist.filter((other) => other.startsWith(word)).length > 1,
    );
    expect(beginsOthers).toHaveLength(49);
    for (const word of beginsOthers) {
      const others = wordlist.filter((other) => other.startsWith(word));
      expect(others.length).toBeLessThanOrEqual(8);
      for (const wanted of others) {
        const { bench, driver } = byLetters();
        enterOnWheel(bench.board, driver, wanted);
        expect(driver.ending()).toEqual(returned(wordlist.indexOf(wanted)));
      }
    }
  });
});

const indexesOf = (words: readonly string[]): Uint16Array =>
  Uint16Array.from(words, (word) => wordlist.indexOf(word));

describe('a whole phrase', () => {
  /** Judged as `verdicts` say, one after the other. */
  const start = (method: 'left' | 'right', verdicts: readonly ('look' | 'done')[] = ['done']) => {
    const bench = createGlassBench();
    const judged: Uint16Array[] = [];
    const driver = bench.run(
      enterPhrase(bench.glass, 12, function* judge(words) {
        judged.push(copyIndexes(words));
        yield* [];
        return verdicts[judged.length - 1] ?? 'done';
      }),
    );
    expect(driver.lines()[0]).toBe('Entry method');
    expect(bench.state.stage).toBe('entry-method');
    driver.tap(method);
    expect(bench.state).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
    return { bench, driver, judged };
  };
  const said = (driver: FlowDriver<unknown>) => [driver.lines()[0], driver.lines()[1]];

  it.each(['left', 'right'] as const)(
    'is entered word by word, and the stage is all that is told (%s)',
    (method) => {
      const { bench, driver, judged } = start(method);
      for (const [index, word] of paper.entries()) {
        expect(driver.lines()[0]).toBe(`Word ${index + 1} of 12`);
        expect(bench.state).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
        if (method === 'left') enterWordOnWheel(driver, bench, word);
        else halve(driver, word);
      }
      expect(driver.ending()).toEqual(returned('done'));
      expect(judged).toEqual([indexesOf(paper)]);
      expect(driver.lines()).toEqual([]);
    },
  );

  it('takes any of the 2,048 words as the last one, in 11 presses', () => {
    for (const word of ['abandon', 'zoo', 'wrong', 'about', 'lens']) {
      const { driver, judged } = start('right');
      for (const each of paper.slice(0, 11)) halve(driver, each);
      expect(driver.lines().at(-1)).toBe('0/11');
      halve(driver, word);
      expect(judged.map((words) => wordlist[words[11] ?? 0])).toEqual([word]);
    }
  });

  it('going back shows the previous word, and keeps each word that wasn’t changed', () => {
    const { driver, judged } = start('right');
    halve(driver, 'zoo');
    halve(driver, 'zone');
    expect(driver.lines()[0]).toBe('Word 3 of 12');
    driver.tap('both');
    expect(said(driver)).toEqual(['Word 2 of 12', 'zone']);
    expect(driver.lines().slice(2)).toEqual(['◀ Back', '●● Change', 'Next ▶']);
    driver.tap('left');
    expect(said(driver)).toEqual(['Word 1 of 12', 'zoo']);
    driver.tap('both');
    expect(driver.lines().at(-1)).toBe('0/11');
    halve(driver, 'legal');
    expect(said(driver)).toEqual(['Word 2 of 12', 'zone']);
    // Back from a change leaves the word as it was.
    driver.tap('both', 'left', 'both', 'both');
    expect(said(driver)).toEqual(['Word 2 of 12', 'zone']);
    driver.tap('right');
    expect(driver.lines()[0]).toBe('Word 3 of 12');
    for (const word of paper.slice(2)) halve(driver, word);
    expect(judged).toEqual([indexesOf(paper.with(1, 'zone'))]);
  });

  it.each(['left', 'right'] as const)('asks before it is left, and is not left by Both (%s)', (method) => {
    const { driver, judged } = start(method);
    if (method === 'right') driver.tap('both');
    else {
      turnTo(driver, 'Delete');
    }
    expect(driver.lines()[0]).toBe('Stop entering?');
    driver.tap('both', 'both', 'both');
    expect(driver.lines()[0]).toBe('Stop entering?');
    driver.tap('left');
    expect(driver.lines()[0]).toBe('Word 1 of 12');
    if (method === 'right') driver.tap('both');
    else turnTo(driver, 'Delete');
    driver.tap('right');
    expect(driver.ending()).toEqual(returned('left'));
    expect(judged).toEqual([]);
  });

  it('lets a person who presses Both again and again lose nothing', () => {
    const { driver, judged } = start('right');
    for (const word of paper.slice(0, 5)) halve(driver, word);
    driver.tap('left', 'right', 'left');
    for (let presses = 0; presses < 12; presses += 1) driver.tap('both');
    expect(driver.lines()[0]).toMatch(/^Word [56] of 12$/);
    while (!driver.lines()[0]?.startsWith('Word 6'))
      driver.tap(driver.lines().includes('Next ▶') ? 'right' : 'both');
    for (const word of paper.slice(5)) halve(driver, word);
    expect(judged).toEqual([indexesOf(paper)]);
  });

  it('reviews a phrase from its first word, each time the judge sends it back', () => {
    const { bench, driver, judged } = start('right', ['look', 'look', 'done']);
    for (const word of paper) halve(driver, word);
    for (const [at, word] of paper.entries()) {
      expect(said(driver)).toEqual([`Word ${at + 1} of 12`, word]);
      expect(bench.state).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
      driver.tap('right');
    }
    expect(driver.lines()[0]).toBe('Try again?');
    driver.tap('left');
    expect(said(driver)).toEqual(['Word 12 of 12', paper[11]]);
    driver.tap('both');
    halve(driver, 'zoo');
    driver.tap('right');
    expect(said(driver)).toEqual(['Word 1 of 12', paper[0]]);
    for (let words = 0; words < 12; words += 1) driver.tap('right');
    driver.tap('right');
    const changed = indexesOf(paper.with(11, 'zoo'));
    expect(judged).toEqual([indexesOf(paper), changed, changed]);
    expect(driver.ending()).toEqual(returned('done'));
  });
});

/** Eleven presses, or as many as the foot names: the phrase goes on after them. */
function halve(driver: FlowDriver<unknown>, word: string): void {
  const presses = Number(driver.lines().at(-1)?.split('/')[1] ?? 0);
  for (let press = 0; press < presses; press += 1) {
    const lastOfLeft = (driver.lines()[1] ?? '').replace('◀ ', '').split(' - ').at(-1) ?? '';
    driver.tap(word <= lastOfLeft ? 'left' : 'right');
  }
}

function enterWordOnWheel(
  driver: FlowDriver<unknown>,
  bench: { board: Parameters<typeof enterOnWheel>[0] },
  word: string,
): void {
  const before = driver.lines()[0];
  const oneWord: FlowDriver<unknown> = {
    ...driver,
    ending: () =>
      driver.lines()[0] === before ? { kind: 'running' } : { kind: 'returned', result: undefined },
  };
  enterOnWheel(bench.board, oneWord, word);
}

describe('the worked example of the page', () => {
  const { halving, letters } = walkthroughs;

  it('is what the glass shows and takes, press by press, by halving', () => {
    const bench = createGlassBench();
    const driver = bench.run(enterByHalving(bench.glass, title));
    const between = ([first, last]: readonly [string, string]): string =>
      first === last ? first : `${first} - ${last}`;
    for (const [pressed, step] of halving.entries()) {
      if (step.kind !== 'halving') throw new Error('another kind of step');
      expect(driver.lines()).toEqual(
        expect.arrayContaining([`◀ ${between(step.left)}`, `${between(step.right)} ▶`, `${pressed}/11`]),
      );
      driver.tap(step.press);
    }
    expect(driver.ending()).toEqual(returned(wordlist.indexOf(shownWord)));
  });

  it('is what the glass shows and takes, letter by letter', () => {
    const { driver } = byLetters();
    for (const step of letters) {
      if (step.kind === 'wheel') {
        expect(wheelOf(driver.lines()).typed).toBe(step.typed);
        turnTo(driver, step.letter);
      } else if (step.kind === 'list') {
        expect(driver.lines().slice(1, 4)).toEqual([...step.words, 'Delete']);
        // The bar begins in the middle, which is the word.
        expect(step.words[step.words.length >> 1]).toBe(shownWord);
        driver.tap('both');
      }
    }
    expect(driver.ending()).toEqual(returned(wordlist.indexOf(shownWord)));
  });
});
