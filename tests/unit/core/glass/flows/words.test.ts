import { describe, expect, it } from 'vitest';
import { backUp } from '../../../../../firmware-sim/core/glass/flows/backup.ts';
import { holdToReveal, showWord, showWords } from '../../../../../firmware-sim/core/glass/flows/words.ts';
import { formatWalletId } from '../../../../../src/protocol/entropy/wallet-id.ts';
import { stopRequest } from '../../../../../firmware-sim/core/glass/flow.ts';
import { seededRandom } from '../../../../fixtures/devices/test-device.ts';
import { createGlassBench, type FlowDriver } from '../../../../fixtures/drivers/glass-driver.ts';

function wallet12(entropy?: Uint8Array) {
  const random = seededRandom({ all: 'words' });
  const bench = createGlassBench({
    random: (purpose, length) =>
      purpose === 'phrase' && entropy !== undefined ? entropy.slice() : random(purpose, length),
  });
  const wallet = bench.vault.create(Uint8Array.of(1, 2, 3, 4), 12);
  const paper = Array.from({ length: 12 }, (_, index) => wallet.word(index + 1));
  return { bench, wallet, paper };
}

const title = (driver: FlowDriver<unknown>): string => driver.lines()[0] ?? '';

describe('holdToReveal', () => {
  it('fills the bar while the button is held, and ends after 1.5 s', () => {
    const { bench } = wallet12();
    const driver = bench.run(holdToReveal(bench.glass));
    expect(driver.lines()).toEqual([
      'Hold to reveal',
      'Hold the right button to see',
      'your words.',
      '◀ Back',
      'Hold ▶',
    ]);
    expect(bench.state.stage).toBe('hold');
    const frames = bench.board.frames.length;
    driver.press('right');
    for (let ticks = 0; ticks < 29; ticks += 1) driver.tick(50);
    expect(bench.board.frames.length).toBe(frames + 30);
    expect(driver.ending()).toEqual({ kind: 'running' });
    driver.tick(50);
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'held' });
  });

  it('goes back at a tap of the left button', () => {
    const { bench } = wallet12();
    const driver = bench.run(holdToReveal(bench.glass));
    driver.tap('right', 'both');
    expect(driver.ending()).toEqual({ kind: 'running' });
    driver.tap('left');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'left' });
  });
});

describe('showWord', () => {
  it('waits for a button that the screen names', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(showWord(bench.glass, wallet, 3, { title: 'Word 3 is', right: 'Next' }));
    expect(driver.lines()).toEqual(['Word 3 is', paper[2], 'Next ▶']);
    driver.tap('both', 'left');
    expect(driver.ending()).toEqual({ kind: 'running' });
    driver.tap('right');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'right' });
    expect(driver.lines()).toEqual([]);
  });

  it.each(['stop', 'powerOff'] as const)('blanks the screen at %s', (how) => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(showWord(bench.glass, wallet, 3, { title: 'Word 3 is', right: 'Next' }));
    driver[how]();
    expect(driver.lines()).toEqual([]);
  });
});

describe('showWords', () => {
  it('goes through all words, tells position and total, and ends at "all written"', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(showWords(bench.glass, wallet));
    paper.forEach((word, index) => {
      expect(driver.lines()).toEqual([`Word ${index + 1} of 12`, word, '◀ Back', 'Next ▶']);
      expect(bench.state).toMatchObject({ stage: 'words', position: index + 1, total: 12 });
      driver.tap('right');
    });
    expect(title(driver)).toBe('All written?');
    expect(bench.state).toMatchObject({ stage: 'written', position: 0, total: 0 });
    driver.tap('right');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'right' });
  });

  it('goes back and forth, from the end too', () => {
    const { bench, wallet, paper } = wallet12();
    const driver = bench.run(showWords(bench.glass, wallet));
    driver.tap('right', 'right', 'left');
    expect(driver.lines().slice(0, 2)).toEqual(['Word 2 of 12', paper[1]]);
    for (let position = 2; position <= 12; position += 1) driver.tap('right');
    expect(title(driver)).toBe('All written?');
    driver.tap('both', 'left');
    expect(driver.lines().slice(0, 2)).toEqual(['Word 12 of 12', paper[11]]);
    driver.tap('left');
    expect(title(driver)).toBe('Word 11 of 12');
  });

  it('ends at the way back from the first word', () => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(showWords(bench.glass, wallet));
    driver.tap('both', 'right', 'left');
    expect(driver.ending()).toEqual({ kind: 'running' });
    driver.tap('left');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'left' });
  });

  it('flags every word that came before, with its first position', () => {
    const { bench, wallet } = wallet12(new Uint8Array(16).with(15, 1));
    const driver = bench.run(showWords(bench.glass, wallet));
    expect(driver.lines()).toEqual(['Word 1 of 12', 'abandon', '◀ Back', 'Next ▶']);
    for (let position = 2; position <= 11; position += 1) {
      driver.tap('right');
      expect(driver.lines()[2]).toBe('Same as word 1');
    }
    driver.tap('right');
    expect(driver.lines()).toHaveLength(4);
  });

  it('moves with no clock: words wait as long as the person needs', () => {
    const { bench, wallet } = wallet12();
    const driver = bench.run(showWords(bench.glass, wallet));
    const frames = bench.board.frames.length;
    for (let ticks = 0; ticks < 100; ticks += 1) driver.tick(600_000);
    expect(title(driver)).toBe('Word 1 of 12');
    expect(bench.board.frames.length).toBe(frames);
  });
});

describe('backUp', () => {
  const started = () => {
    const made = wallet12();
    return { ...made, driver: made.bench.run(backUp(made.bench.glass, made.wallet)) };
  };

  function throughTheWords(driver: FlowDriver<unknown>): void {
    driver.hold(1500);
    for (let position = 1; position <= 12; position += 1) driver.tap('right');
    driver.tap('right');
  }

  function confirmAll(driver: FlowDriver<unknown>, paper: readonly string[]): void {
    for (let asked = 1; asked <= 12; asked += 1) {
      for (
        let moves = driver
          .lines()
          .slice(1, 5)
          .indexOf(paper[asked - 1] ?? '');
        moves > 0;
        moves -= 1
      )
        driver.tap('right');
      driver.tap('both');
    }
  }

  it('warns first: no one should ever ask for the words', () => {
    const { driver, bench } = started();
    expect(driver.lines()).toEqual([
      'Pen and paper',
      'No one should ever ask for',
      'these words. No computer,',
      'no website, no helper.',
      '◀ Stop',
      'Next ▶',
    ]);
    expect(bench.state.stage).toBe('warning');
    driver.tap('left');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'stopped' });
    expect(bench.vault.state()).toBe('unfinished-backup');
  });

  it('goes back from the hold to the warning, and on again', () => {
    const { driver } = started();
    driver.tap('right');
    expect(title(driver)).toBe('Hold to reveal');
    driver.tap('left');
    expect(title(driver)).toBe('Pen and paper');
    driver.tap('right');
    expect(title(driver)).toBe('Hold to reveal');
  });

  it('asks for the hold again, without the warning, after going back from word one', () => {
    const { driver } = started();
    driver.tap('right');
    driver.hold(1500);
    driver.tap('left');
    expect(title(driver)).toBe('Hold to reveal');
    driver.hold(1500);
    expect(title(driver)).toBe('Word 1 of 12');
    driver.tap('left', 'left');
    expect(title(driver)).toBe('Pen and paper');
  });

  it('shows the words again after a hold, when asked for during the questions', () => {
    const { driver, bench, paper } = started();
    driver.tap('right');
    throughTheWords(driver);
    expect(title(driver)).toBe('Word 1 of 12?');
    driver.tap('left', 'both');
    expect(title(driver)).toBe('Hold to reveal');
    throughTheWords(driver);
    // From the first word on: what was confirmed before the person looked is asked again.
    expect(title(driver)).toBe('Word 1 of 12?');
    confirmAll(driver, paper);
    expect(title(driver)).toBe('Backed up');
    expect(bench.vault.state()).toBe('backed-up');
  });

  it('says "backed up" and the wallet ID, and releases the id at the last press', () => {
    const { driver, bench, wallet, paper } = started();
    const id = wallet.walletId.slice();
    driver.tap('right');
    throughTheWords(driver);
    expect(bench.vault.state()).toBe('unfinished-backup');
    confirmAll(driver, paper);
    expect(bench.vault.state()).toBe('backed-up');
    expect(bench.state.stage).toBe('finish');
    expect(driver.lines()[0]).toBe('Backed up');
    expect(driver.lines().slice(1, 4).join(' ')).toBe(`Wallet ID ${formatWalletId(id)}`);
    expect(driver.lines().at(-1)).toBe('Finish ▶');
    expect(bench.state.releasedWalletId).toBeUndefined();
    driver.tap('right');
    expect(driver.ending()).toEqual({ kind: 'returned', result: 'completed' });
    expect(bench.state.releasedWalletId).toEqual(id);
    expect(driver.lines()).toEqual([]);
  });

  it.each([
    ['the warning', () => undefined],
    ['the hold', (driver: FlowDriver<unknown>) => driver.tap('right')],
    [
      'a word',
      (driver: FlowDriver<unknown>) => {
        driver.tap('right');
        driver.hold(1500);
      },
    ],
    [
      'a question',
      (driver: FlowDriver<unknown>) => {
        driver.tap('right');
        throughTheWords(driver);
      },
    ],
  ])('closes the wallet and blanks the screen when it is stopped at %s', (_, goThere) => {
    for (const how of ['stop', 'powerOff'] as const) {
      const { driver, bench, wallet, paper } = started();
      goThere(driver);
      driver[how]();
      if (how === 'stop') expect(driver.ending()).toEqual({ kind: 'threw', thrown: stopRequest });
      expect(driver.lines()).toEqual([]);
      expect(paper).not.toEqual(Array(12).fill('abandon'));
      expect(paper.map((__, index) => wallet.word(index + 1))).toEqual(Array(12).fill('abandon'));
      expect(bench.vault.state()).toBe('unfinished-backup');
      expect(bench.state.releasedWalletId).toBeUndefined();
    }
  });
});
