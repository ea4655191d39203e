/** Entering words on the glass: letter by letter, by halving, and whole phrases with the way back. */
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import { enterPhrase } from '../../../../firmware-sim/core/glass/enter-words.ts';
import { enterByHalving } from '../../../../firmware-sim/core/glass/halving.ts';
import { enterByLetters } from '../../../../firmware-sim/core/glass/letter-wheel.ts';
import { lastWords } from '../../../../firmware-sim/core/vault/phrase.ts';
import { everyWord } from '../../../../firmware-sim/core/vault/prefixes.ts';
import { createGlassBench, type FlowDriver } from '../../../support/glass-driver.ts';
import { enterOnHalves, enterOnWheel } from '../../../support/word-presses.ts';

const title = 'Word 1 of 12';
const returned = (result: unknown) => ({ kind: 'returned', result });
const paper = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

function byLetters(candidates: Uint16Array = everyWord) {
  const bench = createGlassBench();
  return { bench, driver: bench.run(enterByLetters(bench.glass, title, candidates)) };
}

/** Turns until the wheel shows `wanted`, then enters it. */
function turnTo(driver: FlowDriver<unknown>, wanted: string): void {
  for (let turns = 0; driver.lines().at(-4) !== wanted; turns += 1) {
    if (turns > 30) throw new Error('the wheel does not offer what is wanted');
    driver.tap('right');
  }
  driver.tap('both');
}

/** All entries of the wheel, once around. */
function wheelOf(driver: FlowDriver<unknown>): string[] {
  const first = driver.lines().at(-4) ?? '';
  const entries = [first];
  for (driver.tap('right'); driver.lines().at(-4) !== first; driver.tap('right')) {
    entries.push(driver.lines().at(-4) ?? '');
  }
  return entries.toSorted();
}

describe('halving', () => {
  it('takes exactly 11 presses for each of the 2,048 words', () => {
    const bench = createGlassBench();
    for (const [index, word] of wordlist.entries()) {
      bench.board.frames.length = 0;
      const driver = bench.run(enterByHalving(bench.glass, title, everyWord));
      expect(enterOnHalves(driver, word)).toBe(11);
      expect(driver.ending()).toEqual(returned(index));
      // A picture for each press, and the blank one.
      expect(bench.board.frames).toHaveLength(12);
    }
  });

  it.each([
    [12, 7],
    [15, 6],
    [18, 5],
    [21, 4],
    [24, 3],
  ])('of the last of %i words takes exactly %i presses', (count, presses) => {
    const bench = createGlassBench();
    const candidates = lastWords(Uint16Array.from({ length: count }, (_, index) => (index * 131) % 2048));
    for (const index of candidates) {
      const driver = bench.run(enterByHalving(bench.glass, title, candidates));
      expect(enterOnHalves(driver, wordlist[index] ?? '')).toBe(presses);
      expect(driver.ending()).toEqual(returned(index));
    }
  });

  it('goes back one press at a time, to the same halves, and out before the first', () => {
    const bench = createGlassBench();
    const driver = bench.run(enterByHalving(bench.glass, title, everyWord));
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
      const driver = bench.run(enterByLetters(bench.glass, title, everyWord));
      presses += enterOnWheel(bench.board, driver, word);
      expect(driver.ending()).toEqual(returned(index));
    }
    expect(presses / wordlist.length).toBeLessThanOrEqual(16);
  });

  it('offers only letters that lead on to a word, and Delete', () => {
    const { driver } = byLetters();
    expect(wheelOf(driver)).toEqual(['Delete', ...Array.from('abcdefghijklmnopqrstuvwyz')]);
    turnTo(driver, 's');
    expect(wheelOf(driver)).toEqual(
      [
        ...new Set(wordlist.filter((word) => word.startsWith('s')).map((word) => word[1] ?? '')),
        'Delete',
      ].toSorted(),
    );
  });

  it('begins at letters of every kind: the start is random', () => {
    const bench = createGlassBench();
    const starts = new Set(
      Array.from({ length: 60 }, () =>
        bench
          .run(enterByLetters(bench.glass, title, everyWord))
          .lines()
          .at(-4),
      ),
    );
    expect(starts.size).toBeGreaterThan(10);
  });

  it('takes a letter back at Delete, and goes back where there is none', () => {
    const { driver } = byLetters();
    const first = wheelOf(driver);
    turnTo(driver, 's');
    turnTo(driver, 't');
    expect(driver.lines()).toContain('st');
    turnTo(driver, 'Delete');
    expect(driver.lines()).toContain('s');
    turnTo(driver, 'Delete');
    expect(wheelOf(driver)).toEqual(first);
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
    expect(driver.lines().at(-1)).toBe('Turn ▶');
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

describe('a whole phrase', () => {
  const start = (last: 'any' | 'valid', method: 'left' | 'right', count: 12 | 24 = 12) => {
    const bench = createGlassBench();
    const driver = bench.run(enterPhrase(bench.glass, count, last));
    expect(driver.lines()[0]).toBe('How to enter?');
    expect(bench.state.stage).toBe('entry-method');
    driver.tap(method);
    expect(bench.state).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
    return { bench, driver };
  };

  it.each(['left', 'right'] as const)(
    'is entered word by word, and the stage is all that is told (%s)',
    (method) => {
      const { bench, driver } = start('valid', method);
      for (const [index, word] of paper.entries()) {
        expect(driver.lines()[0]).toBe(`Word ${index + 1} of 12`);
        expect(bench.state).toMatchObject({ stage: 'enter-words', position: 0, total: 0 });
        if (method === 'left') enterWordOnWheel(driver, bench, word);
        else halve(driver, word);
      }
      expect(driver.ending()).toEqual(returned(Uint16Array.from(paper, (word) => wordlist.indexOf(word))));
      expect(driver.lines()).toEqual([]);
    },
  );

  it('offers as last word of a restore exactly those with a valid checksum', () => {
    const { driver } = start('valid', 'right');
    for (const word of paper.slice(0, 11)) halve(driver, word);
    const valid = wordlist.filter((word) =>
      validateMnemonic([...paper.slice(0, 11), word].join(' '), wordlist),
    );
    const [, left = '', right = ''] = driver.lines();
    expect(left).toBe(`◀ ${valid[0]} - ${valid[63]}`);
    expect(right).toBe(`${valid[64]} - ${valid[127]} ▶`);
    expect(driver.lines().at(-1)).toBe('0/7');
  });

  it('takes any last word in a check, so that a mistake there is found as any other', () => {
    const { driver } = start('any', 'right');
    for (const word of paper.slice(0, 11)) halve(driver, word);
    expect(driver.lines().at(-1)).toBe('0/11');
    halve(driver, 'zoo');
    expect(driver.ending()).toMatchObject({ kind: 'returned' });
  });

  it('goes back to the word before, and forgets it; and out before the first', () => {
    const { driver } = start('any', 'right');
    halve(driver, 'zoo');
    halve(driver, 'zone');
    expect(driver.lines()[0]).toBe('Word 3 of 12');
    driver.tap('both');
    expect(driver.lines()[0]).toBe('Word 2 of 12');
    driver.tap('both');
    expect(driver.lines()[0]).toBe('Word 1 of 12');
    for (const word of paper) halve(driver, word);
    expect(driver.ending()).toEqual(returned(Uint16Array.from(paper, (word) => wordlist.indexOf(word))));
    const other = start('any', 'right');
    other.driver.tap('both');
    expect(other.driver.ending()).toEqual(returned('left'));
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
