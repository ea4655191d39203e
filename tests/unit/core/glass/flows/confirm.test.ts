import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, confirmEveryWord } from '../../../../../firmware-sim/core/glass/flows/confirm.ts';
import { stopRequest } from '../../../../../firmware-sim/core/glass/flow.ts';
import { glassText } from '../../../../../src/text/glass.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';
import { createGlassBench, type FlowDriver } from '../../../../fixtures/drivers/glass-driver.ts';

const escape = 'Show the words again';
const confirmFoot = glassText.stage('confirm', { position: 0, total: 0, wordCount: 12 });
const footLines = ['◀ Up', '●● Choose', 'Down ▶'];

/** A wallet of 12 words; `entropy` of 16 bytes replaces the random one. */
function wallet12(entropy?: Uint8Array) {
  const random = seededRandom({ all: 'confirm' });
  const bench = createGlassBench({
    random: (purpose, length) =>
      purpose === 'phrase' && entropy !== undefined ? entropy.slice() : random(purpose, length),
  });
  const wallet = bench.vault.create(Uint8Array.of(1, 2, 3, 4), 12);
  const paper = Array.from({ length: 12 }, (_, index) => wallet.word(index + 1));
  return { bench, wallet, paper };
}

const choicesOn = (driver: FlowDriver<unknown>): string[] => driver.lines().slice(1, 5);
const asked = (driver: FlowDriver<unknown>): number =>
  Number(/^Word (\d+) of 12\?$/.exec(driver.lines()[0] ?? '')?.[1] ?? 0);

function choose(driver: FlowDriver<unknown>, place: number): void {
  for (let moves = 0; moves < place; moves += 1) driver.tap('right');
  driver.tap('both');
}

function answer(driver: FlowDriver<unknown>, paper: readonly string[], how: 'right' | 'wrong'): void {
  const word = paper[asked(driver) - 1];
  const choices = choicesOn(driver);
  choose(
    driver,
    choices.findIndex((choice) => (choice === word) === (how === 'right')),
  );
}

/** Past "Not that one" and the word. */
function goOn(driver: FlowDriver<unknown>): void {
  driver.tap('right', 'right');
}

describe('ask', () => {
  it('says whether the choice is right', () => {
    for (const how of ['right', 'wrong'] as const) {
      const { bench, wallet, paper } = wallet12();
      const driver = bench.run(ask(bench.glass, wallet, 5, confirmFoot));
      answer(driver, paper, how);
      expect(driver.ending()).toEqual({ kind: 'returned', result: how });
      expect(driver.lines()).toEqual([]);
    }
  });

  it('takes each of the four places for what it is', () => {
    const right: number[] = [];
    for (let place = 0; place < 4; place += 1) {
      const { bench, wallet, paper } = wallet12();
      const driver = bench.run(ask(bench.glass, wallet, 5, confirmFoot));
      if (choicesOn(driver)[place] === paper[4]) right.push(place);
      choose(driver, place);
      expect(driver.ending()).toEqual({
        kind: 'returned',
        result: right.includes(place) ? 'right' : 'wrong',
      });
    }
    expect(right).toHaveLength(1);
  });

  it('moves the bar down with the right button and up with the left, over five entries', () => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(ask(bench.glass, wallet, 5, confirmFoot));
    const choices = choicesOn(driver);
    expect(new Set(choices).size).toBe(4);
    driver.tap('left');
    expect(driver.lines()).toEqual(['Word 5 of 12?', ...choices.slice(1), escape, ...footLines]);
    driver.tap('right');
    expect(driver.lines()).toEqual(['Word 5 of 12?', ...choices, ...footLines]);
    driver.tap('right', 'right', 'right', 'right');
    expect(driver.lines()).toEqual(['Word 5 of 12?', ...choices.slice(1), escape, ...footLines]);
    driver.tap('both');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'again' });
  });

  it('marks the choices as secret, and the escape not', () => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(ask(bench.glass, wallet, 5, confirmFoot));
    driver.tap('left');
    const secret = bench.board.frames
      .at(-1)
      ?.lines.filter((line) => line.secret)
      .map(({ text }) => text);
    expect(secret).toEqual(choicesOn(driver).slice(0, 3));
  });

  it.each(['stop', 'powerOff'] as const)('blanks the screen at %s', (how) => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(ask(bench.glass, wallet, 5, confirmFoot));
    driver[how]();
    expect(driver.lines()).toEqual([]);
    if (how === 'stop') expect(driver.ending()).toEqual({ kind: 'threw', thrown: stopRequest });
  });
});

describe('confirmEveryWord', () => {
  it('asks every word in turn, and tells the stage only', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    for (let position = 1; position <= 12; position += 1) {
      expect(asked(driver)).toBe(position);
      expect(bench.state).toMatchObject({ stage: 'confirm', position: 0, total: 0 });
      answer(driver, paper, 'right');
    }
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'confirmed' });
  });

  it('shows the word again after a wrong answer, without a way back', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    answer(driver, paper, 'wrong');
    expect(driver.lines()).toEqual([
      'Not that one',
      'Check word 1 on your paper.',
      'Then confirm all words again.',
      'Show ▶',
    ]);
    driver.tap('left', 'both');
    expect(driver.lines()[0]).toBe('Not that one');
    driver.tap('right');
    expect(driver.lines()).toEqual(['Word 1 is', paper[0], 'From word 1 ▶']);
    driver.tap('left', 'both');
    expect(driver.lines()[0]).toBe('Word 1 is');
    driver.tap('right');
    expect(asked(driver)).toBe(1);
    expect(bench.state.stage).toBe('confirm');
  });

  it.each([1, 3, 7, 12])('begins again at the first word after a slip at word %i', (slip) => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    const order: number[] = [];
    while (asked(driver) > 0) {
      order.push(asked(driver));
      const isSlip = order.length === slip;
      answer(driver, paper, isSlip ? 'wrong' : 'right');
      if (isSlip) goOn(driver);
    }
    const round = Array.from({ length: 12 }, (_, index) => index + 1);
    // At word 3 of 12 that makes 15 answers in all.
    expect(order).toEqual([...round.slice(0, slip), ...round]);
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'confirmed' });
  });

  it('ends with the last of 12 right answers in a row, whatever came before', () => {
    const { bench, wallet, paper } = wallet12();
    // Right ones more often, so that many a round gets far, and some to the end.
    const mostlyRight = fc.array(
      fc.nat(11).map((drawn) => drawn > 0),
      { minLength: 20, maxLength: 35 },
    );
    const ended = { yes: 0, no: 0 };
    fc.assert(
      fc.property(mostlyRight, (answers) => {
        const driver = bench.run(confirmEveryWord(bench.glass, wallet));
        let inARow = 0;
        for (const right of answers) {
          expect(asked(driver)).toBe(inARow + 1);
          expect(bench.state).toMatchObject({ stage: 'confirm', position: 0, total: 0 });
          answer(driver, paper, right ? 'right' : 'wrong');
          inARow = right ? inARow + 1 : 0;
          if (!right) goOn(driver);
          if (inARow === 12) break;
        }
        ended[inARow === 12 ? 'yes' : 'no'] += 1;
        expect(driver.ending()).toEqual(
          inARow === 12 ? { kind: 'returned', result: 'confirmed' } : { kind: 'running' },
        );
      }),
      { numRuns: 10, seed: 12 },
    );
    expect(Math.min(ended.yes, ended.no)).toBeGreaterThan(0);
  });

  it('draws the choices afresh for a question that comes again', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    const seen = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      seen.add(choicesOn(driver).join());
      answer(driver, paper, 'wrong');
      goOn(driver);
    }
    expect(seen.size).toBe(12);
  });

  it('takes a repeated word by its place: the choice is judged, not the spelling', () => {
    const { bench, wallet, paper } = wallet12(new Uint8Array(16).with(15, 1));
    expect(paper.slice(0, 10)).toEqual(Array(10).fill('abandon'));
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    for (let position = 1; position <= 12; position += 1) {
      expect(choicesOn(driver).filter((word) => word === paper[position - 1])).toHaveLength(1);
      answer(driver, paper, 'right');
    }
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'confirmed' });
  });

  it('flags a repeated word when it shows it again', () => {
    const { bench, wallet, paper } = wallet12(new Uint8Array(16).with(15, 1));
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    answer(driver, paper, 'right');
    answer(driver, paper, 'wrong');
    driver.tap('right');
    expect(driver.lines()).toEqual(['Word 2 is', 'abandon', 'Same as word 1', 'From word 1 ▶']);
  });

  it('gives way at once to a person who wants to see the words again', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(confirmEveryWord(bench.glass, wallet));
    answer(driver, paper, 'right');
    choose(driver, 4);
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'again' });
    expect(driver.lines()).toEqual([]);
  });
});
