import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../../../firmware-sim/core/board.ts';
import { createCanvas, type Canvas } from '../../../../../firmware-sim/core/glass/screens/canvas.ts';
import { addAccents, font, textWidth } from '../../../../../firmware-sim/core/glass/font/font.ts';
import { accents } from '../../../../../firmware-sim/core/glass/font/accents.generated.ts';
import {
  drawChoices,
  drawHalves,
  drawHold,
  drawLetters,
  drawPin,
  drawRoll,
  drawSentences,
  drawWalletId,
  drawSimulatorMark,
  drawWord,
  wayTo,
} from '../../../../../firmware-sim/core/glass/screens/screens.ts';
import { textColumn, titleWidth } from '../../../../../firmware-sim/core/glass/screens/layout.ts';
import { glassText } from '../../../../../src/text/glass.ts';
import { art, isLit } from '../../../../kit/drivers/pixels.ts';

function painted(paint: (canvas: Canvas) => void) {
  const canvas = createCanvas();
  paint(canvas);
  return canvas.frame;
}

const placed = (lines: readonly TextLine[]) =>
  lines.map(({ text, x, y, secret }) => ({ text, x, y, secret }));
const plain = (text: string, x: number, y: number) => ({ text, x, y, secret: false });

describe('the simulator mark', () => {
  it('is SIM, dark on light, in the upper right corner', () => {
    const frame = painted(drawSimulatorMark);
    expect(placed(frame.lines)).toEqual([plain('SIM', 114, -1)]);
    expect(art(frame, 110, 0, 18, 11)).toEqual([
      '..################',
      '..###...#.#.###.##',
      '..##.####.#..#..##',
      '..##.####.#..#..##',
      '..###..##.#.#.#.##',
      '..#####.#.#.#.#.##',
      '..#####.#.#.###.##',
      '..##...##.#.###.##',
      '..################',
      '..................',
      '..................',
    ]);
  });

  it('leaves the widest title its room', () => {
    expect(2 + titleWidth).toBeLessThan(112);
    expect(textColumn).toBe(124);
  });
});

describe('a screen of sentences', () => {
  it('has a title, a wrapped body and what the buttons do', () => {
    const frame = painted((canvas) =>
      drawSentences(canvas, {
        title: 'New wallet?',
        body: 'A wallet with a recovery phrase of 12 words.',
        left: 'No',
        both: 'Enter',
        right: 'Yes',
      }),
    );
    const [, , , left, both, right] = frame.lines;
    expect(placed(frame.lines)).toEqual([
      plain('New wallet?', 2, -2),
      plain('A wallet with a recovery', 2, 16),
      plain('phrase of 12 words.', 2, 26),
      plain('◀ No', 2, 54),
      plain('●● Enter', 64 - Math.floor(textWidth('small', '●● Enter') / 2), 54),
      plain('Yes ▶', 127 - textWidth('small', 'Yes ▶'), 54),
    ]);
    expect([left, both, right].map((line) => line?.height)).toEqual([10, 10, 10]);
    expect(frame.lines[0]?.height).toBe(16);
  });

  it('says nothing of buttons that do nothing', () => {
    const frame = painted((canvas) => drawSentences(canvas, { title: 'Ready' }));
    expect(placed(frame.lines)).toEqual([plain('Ready', 2, -2)]);
  });
});

addAccents(accents);

describe('a title that begins with an accented capital', () => {
  it.each(['É', 'Ü', 'Ñ', 'À', 'Ã'])('shows the whole of %s', (title) => {
    const top = font('bold').glyph(title)[4] ?? 0;
    const frame = painted((canvas) => drawSentences(canvas, { title }));
    expect(frame.lines[0]?.y).toBe(0);
    const first = Array.from({ length: 20 }, (_, x) => isLit(frame, x, 0));
    expect(first.filter(Boolean).length).toBe(top.toString(2).replaceAll('0', '').length);
    const list = { choices: ['a'], escape: '', cursor: 0, foot: {} };
    expect(painted((canvas) => drawChoices(canvas, { title, ...list })).lines[0]?.y).toBeGreaterThanOrEqual(
      -1,
    );
    const accent = painted((canvas) => drawChoices(canvas, { title: 'Écran 1', ...list }));
    expect(accent.lines[0]?.y).toBe(0);
  });
});

describe('a title', () => {
  /** Some letters that are so many pixels wide together: many of one, and one more. */
  function titleOf(width: number): string {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const found = letters
      .flatMap((one) => letters.map((other) => ({ one, rest: width - textWidth('bold', other), other })))
      .find(({ one, rest }) => rest % textWidth('bold', one) === 0);
    if (found === undefined) throw new Error('no letters are that wide together');
    return found.one.repeat(found.rest / textWidth('bold', found.one)) + found.other;
  }
  const [fitting, wide] = [titleOf(titleWidth), titleOf(titleWidth + 1)];
  const lineOf = (title: string) => painted((canvas) => drawSentences(canvas, { title })).lines[0];

  it('is bold as long as it leaves the mark its room, and small beyond', () => {
    expect(lineOf(fitting)).toEqual({ ...plain(fitting, 2, -2), width: titleWidth, height: 16 });
    expect(lineOf(wide)).toEqual({ ...plain(wide, 2, 0), width: textWidth('small', wide), height: 10 });
  });
});

describe('the wallet ID', () => {
  it('has four groups of four digits a line', () => {
    const walletId = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    const frame = painted((canvas) => drawWalletId(canvas, { title: 'Backed up' }, walletId, glassText));
    expect(placed(frame.lines).slice(1)).toEqual([
      plain('Wallet ID', 2, 16),
      plain('0011 2233 4455 6677', 2, 26),
      plain('8899 aabb ccdd eeff', 2, 38),
    ]);
    expect(frame.lines.slice(2, 4).map(({ height }) => height)).toEqual([12, 12]);
    expect(textWidth('body', '0000 0000 0000 0000')).toBeLessThanOrEqual(textColumn);
  });
});

describe('the hold screen', () => {
  const sentences = { title: 'Hold', right: 'Hold' };
  const bar = (progress: number): string[] =>
    art(
      painted((canvas) => drawHold(canvas, sentences, progress)),
      0,
      43,
      128,
      8,
    );
  const frameOf = (lit: number): string[] => [
    '#'.repeat(128),
    `#${'.'.repeat(126)}#`,
    ...Array.from({ length: 4 }, () => `#.${'#'.repeat(lit)}${'.'.repeat(124 - lit)}.#`),
    `#${'.'.repeat(126)}#`,
    '#'.repeat(128),
  ];

  it.each([
    [0, 0],
    [0.25, 31],
    [0.5, 62],
    [0.999, 124],
    [1, 124],
    [7, 124],
  ])('at %d lights %i columns of the bar', (progress, lit) => {
    expect(bar(progress)).toEqual(frameOf(lit));
  });

  it('shows the sentences too', () => {
    const frame = painted((canvas) => drawHold(canvas, sentences, 0));
    expect(frame.lines.map(({ text }) => text)).toEqual(['Hold', 'Hold ▶']);
  });
});

describe('the word screen', () => {
  it('shows title, word and buttons, and marks the word alone as secret', () => {
    const frame = painted((canvas) =>
      drawWord(canvas, {
        sentences: { title: 'Word 3 of 12', left: 'Back', right: 'Next' },
        word: 'zebra',
        note: 'The same word as word 1',
      }),
    );
    expect(placed(frame.lines)).toEqual([
      plain('Word 3 of 12', 2, 0),
      { text: 'zebra', x: 64 - textWidth('body', 'zebra'), y: 13, secret: true },
      plain('The same word as word 1', 11, 42),
      plain('◀ Back', 2, 54),
      plain('Next ▶', 127 - textWidth('small', 'Next ▶'), 54),
    ]);
    expect(frame.lines[1]).toMatchObject({ width: 2 * textWidth('body', 'zebra'), height: 24 });
  });

  it('has no note where there is none', () => {
    const frame = painted((canvas) =>
      drawWord(canvas, { sentences: { title: 'Word 1 is', right: 'Next' }, word: 'zoo', note: undefined }),
    );
    expect(frame.lines.map(({ text }) => text)).toEqual(['Word 1 is', 'zoo', 'Next ▶']);
  });

  it('shows every word of the list whole, two pixels from the edge at least', () => {
    for (const word of wordlist) {
      const [line] = painted((canvas) =>
        drawWord(canvas, { sentences: { title: '' }, word, note: undefined }),
      ).lines.slice(1);
      expect(line?.text).toBe(word);
      expect(line?.x).toBeGreaterThanOrEqual(2);
      expect((line?.x ?? 0) + (line?.width ?? 128)).toBeLessThanOrEqual(126);
    }
  });
});

describe('the choice screen', () => {
  const choices = ['able', 'about', 'zebra', 'zoo'];
  const foot = { left: 'Up', both: 'Choose', right: 'Down' };
  const at = (cursor: number) =>
    painted((canvas) =>
      drawChoices(canvas, { title: 'Word 5 of 12?', choices, escape: 'Show again', cursor, foot }),
    );
  const footLines = [
    plain('◀ Up', 2, 54),
    plain('●● Choose', 64 - Math.floor(textWidth('small', '●● Choose') / 2), 54),
    plain('Down ▶', 127 - textWidth('small', 'Down ▶'), 54),
  ];

  it.each([0, 1, 2, 3])('shows the four choices with the bar on number %i', (cursor) => {
    const frame = at(cursor);
    expect(placed(frame.lines)).toEqual([
      plain('Word 5 of 12?', 2, -1),
      ...choices.map((text, row) => ({ text, x: 6, y: 9 + row * 11, secret: true })),
      ...footLines,
    ]);
    choices.forEach((_, row) => {
      for (const x of [0, 1, 126, 127]) {
        for (const y of [10 + row * 11, 20 + row * 11]) expect(isLit(frame, x, y)).toBe(row === cursor);
      }
    });
  });

  it('scrolls by one for the escape, which is no secret', () => {
    const frame = at(4);
    expect(placed(frame.lines)).toEqual([
      plain('Word 5 of 12?', 2, -1),
      ...['about', 'zebra', 'zoo'].map((text, row) => ({ text, x: 6, y: 9 + row * 11, secret: true })),
      plain('Show again', 6, 42),
      ...footLines,
    ]);
    expect(isLit(frame, 0, 43)).toBe(true);
    expect(isLit(frame, 0, 32)).toBe(false);
  });

  /** The rows of the list that carry a mark at the right edge, and the mark as it is drawn. */
  const marks = (frame: ReturnType<typeof painted>) =>
    [0, 1, 2, 3].flatMap((row) => {
      const lit = isLit(frame, 0, 10 + row * 11);
      const rows = art(frame, 118, 14 + row * 11, 9, 4).map((line) =>
        lit ? line.replace(/[.#]/g, (pixel) => (pixel === '#' ? '.' : '#')) : line,
      );
      return rows.join('').includes('#') ? [{ row, rows }] : [];
    });
  const up = ['....#....', '...###...', '..#####..', '.#######.'];
  const down = up.toReversed();

  it.each([
    [0, [{ row: 3, rows: down }]],
    [2, [{ row: 3, rows: down }]],
    [3, [{ row: 3, rows: down }]],
    [4, [{ row: 0, rows: up }]],
  ])('says at its edge that it goes on, with the bar on entry %i of four and one', (cursor, expected) => {
    expect(marks(at(cursor))).toEqual(expected);
  });

  it('says so above and below amid a long list, and nowhere in a short one', () => {
    const listOf = (length: number, cursor: number) =>
      painted((canvas) =>
        drawChoices(canvas, {
          title: 'Word 5 of 12',
          choices: wordlist.slice(0, length),
          escape: 'Delete',
          cursor,
          foot,
        }),
      );
    expect(marks(listOf(8, 5))).toEqual([
      { row: 0, rows: up },
      { row: 3, rows: down },
    ]);
    expect(marks(listOf(8, 8))).toEqual([{ row: 0, rows: up }]);
    for (const cursor of [0, 1, 2, 3]) expect(marks(listOf(3, cursor))).toEqual([]);
  });

  it('has no entry for an escape that there is none of', () => {
    const frame = painted((canvas) =>
      drawChoices(canvas, { title: 'Word 1:', choices, escape: '', cursor: 3, foot: {} }),
    );
    expect(frame.lines.map(({ text }) => text)).toEqual(['Word 1:', ...choices]);
    expect(marks(frame)).toEqual([]);
  });

  it('leaves its mark room beside every word of the list, and beside the escape', () => {
    for (const word of [...wordlist, glassText.confirm.seeAgain])
      expect(6 + textWidth('body', word)).toBeLessThanOrEqual(118);
  });

  it('draws the chosen word dark on light: the row is the others’ in reverse', () => {
    const [chosen, other] = [at(1), at(0)];
    for (let y = 21; y < 32; y += 1) {
      for (let x = 0; x < 128; x += 1) expect(isLit(chosen, x, y)).toBe(!isLit(other, x, y));
    }
  });
});

describe('the nearer way round a wheel', () => {
  const wheel = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'OK', 'Delete'];

  it('takes fewer turns than the other way, from every entry', () => {
    for (const [at, entry] of wheel.entries()) {
      const steps = (10 - at + wheel.length) % wheel.length;
      const way = wayTo('OK', wheel, at);
      if (entry === 'OK') expect(way).toBe('');
      else if (steps <= 6) expect([entry, way]).toEqual([entry, 'OK▶']);
      else expect([entry, way]).toEqual([entry, '◀OK']);
    }
  });

  it('is said of nothing that isn’t on the wheel', () => {
    expect(wayTo('OK', wheel.slice(0, 10), 3)).toBe('');
    expect(wayTo('OK', ['OK', 'Delete'], 1)).toBe('OK▶');
  });
});

/** Lines may stand so close that a box reaches into the two blank rows at the top of the next one. */
function expectApart(lines: readonly TextLine[]): void {
  for (const [index, one] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      const sideBySide = one.x + one.width <= other.x || other.x + other.width <= one.x;
      const apart = one.y + one.height <= other.y + 2 || other.y + other.height <= one.y + 2;
      expect([one.text, other.text, sideBySide || apart]).toEqual([one.text, other.text, true]);
    }
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(128);
  }
}

describe('the PIN screen', () => {
  const sentences = { title: 'Choose a PIN', body: '4 to 8 digits', left: 'Down', right: 'Up' };

  it('shows a dot a digit and the digit at hand large, as a secret', () => {
    const frame = painted((canvas) => drawPin(canvas, { sentences, entered: 3, entry: '7' }));
    expect(placed(frame.lines)).toEqual([
      plain('Choose a PIN', 2, -2),
      plain('4 to 8 digits', 2, 15),
      plain('●●●', 2, 33),
      { text: '7', x: 96 - textWidth('body', '7'), y: 26, secret: true },
      plain('◀ Down', 2, 54),
      plain('Up ▶', 127 - textWidth('small', 'Up ▶'), 54),
    ]);
    expect(frame.lines[3]?.height).toBe(24);
  });

  it.each(['OK', 'Delete'])('shows %s as what it is: no secret', (entry) => {
    const [, , , line] = painted((canvas) => drawPin(canvas, { sentences, entered: 8, entry })).lines;
    expect(line).toEqual({
      ...plain(entry, 96 - Math.floor(textWidth('body', entry) / 2), 32),
      width: textWidth('body', entry),
      height: 12,
    });
  });

  it('says which way OK is, as a secret, above the buttons and clear of all else', () => {
    for (const entered of [4, 5, 6, 7, 8]) {
      for (const entry of entered < 8 ? ['0', '4', '8', 'Delete'] : ['Delete']) {
        for (const way of ['OK▶', '◀OK']) {
          const { lines } = painted((canvas) =>
            drawPin(canvas, {
              sentences,
              entered,
              entry,
              way,
              note: '24 words, dice, checked',
              agreed: 'To check a file',
            }),
          );
          expect(placed(lines).at(-1)).toEqual({
            text: way,
            x: 127 - textWidth('small', way),
            y: 43,
            secret: true,
          });
          expectApart(lines);
        }
      }
    }
  });

  it('says a note instead of the body', () => {
    const frame = painted((canvas) =>
      drawPin(canvas, { sentences, entered: 0, entry: '1', note: '2 tries left' }),
    );
    expect(frame.lines[1]?.text).toBe('2 tries left');
    const bare = { title: 'Enter your PIN' };
    const silent = painted((canvas) => drawPin(canvas, { sentences: bare, entered: 0, entry: '1' }));
    expect(silent.lines.map(({ text }) => text)).toEqual(['Enter your PIN', '1']);
  });
});

describe('the screen of halving', () => {
  const view = { title: 'Word 3 of 12', pressed: 4, presses: 11, back: 'Back' } as const;

  it('shows which words each button stands for, as secrets, and how far it is', () => {
    const frame = painted((canvas) =>
      drawHalves(canvas, { ...view, left: ['abandon', 'length'], right: ['lens', 'zoo'] }),
    );
    expect(placed(frame.lines)).toEqual([
      plain('Word 3 of 12', 2, 0),
      { text: '◀ abandon - length', x: 2, y: 14, secret: true },
      { text: 'lens - zoo ▶', x: 127 - textWidth('body', 'lens - zoo ▶'), y: 32, secret: true },
      plain('●● Back', 64 - Math.floor(textWidth('small', '●● Back') / 2), 54),
      plain('4/11', 126 - textWidth('small', '4/11'), 54),
    ]);
    expect(frame.lines.map(({ height }) => height)).toEqual([10, 12, 12, 10, 10]);
  });

  it('names a word once when it is the only one', () => {
    const frame = painted((canvas) =>
      drawHalves(canvas, { ...view, left: ['youth', 'youth'], right: ['zebra', 'zero'] }),
    );
    expect(frame.lines.slice(1, 3).map(({ text }) => text)).toEqual(['◀ youth', 'zebra - zero ▶']);
  });
});

describe('the wheel of letters', () => {
  const view = {
    title: 'Word 3 of 12',
    way: '',
    foot: { left: 'Back', right: 'Next', both: 'Enter' },
  } as const;

  it('shows the letter at hand dark on light, right behind those before it', () => {
    const frame = painted((canvas) => drawLetters(canvas, { ...view, typed: 'ze', entry: 'b' }));
    const pen = 2 + 2 * textWidth('body', 'ze');
    expect(placed(frame.lines)).toEqual([
      plain('Word 3 of 12', 2, 0),
      { text: 'ze', x: 2, y: 17, secret: true },
      { text: 'b', x: pen + 2, y: 17, secret: true },
      plain('◀ Back', 2, 54),
      plain('●● Enter', 64 - Math.floor(textWidth('small', '●● Enter') / 2), 54),
      plain('Next ▶', 127 - textWidth('small', 'Next ▶'), 54),
    ]);
    expect(frame.lines.slice(1, 3).map(({ height }) => height)).toEqual([24, 24]);
    const bar = { left: pen + 1, right: pen + 3 + 2 * textWidth('body', 'b'), top: 17, bottom: 43 };
    for (const y of [bar.top, bar.bottom - 1]) {
      for (let x = bar.left - 1; x <= bar.right; x += 1) {
        expect(isLit(frame, x, y)).toBe(x >= bar.left && x < bar.right);
      }
    }
    const letter = painted((canvas) => canvas.text('b', pen + 2, 17, { font: 'body', scale: 2 }));
    for (let y = bar.top; y < bar.bottom; y += 1) {
      for (let x = bar.left; x < bar.right; x += 1) expect(isLit(frame, x, y)).toBe(!isLit(letter, x, y));
    }
    expect(isLit(frame, bar.left, bar.bottom)).toBe(false);
    expect(isLit(frame, bar.left, bar.top - 1)).toBe(false);
  });

  it('shows Delete at the right, as what it is: no secret, and no letter', () => {
    const frame = painted((canvas) =>
      drawLetters(canvas, { ...view, foot: {}, typed: 'ze', entry: 'Delete' }),
    );
    expect(placed(frame.lines)).toEqual([
      plain('Word 3 of 12', 2, 0),
      { text: 'ze', x: 2, y: 17, secret: true },
      plain('Delete', 126 - textWidth('body', 'Delete'), 30),
    ]);
    expect(frame.lines[2]?.height).toBe(12);
    // No bar behind it.
    expect(isLit(frame, 3 + 2 * textWidth('body', 'ze'), 17)).toBe(false);
  });

  it.each(['Delete▶', '◀Delete'])('says which way Delete is: %s', (way) => {
    const { lines } = painted((canvas) => drawLetters(canvas, { ...view, typed: 'qua', entry: 'w', way }));
    expect(placed(lines).at(-1)).toEqual({
      text: way,
      x: 127 - textWidth('small', way),
      y: 43,
      secret: true,
    });
    expectApart(lines);
  });

  it('has nothing before the first letter', () => {
    const frame = painted((canvas) => drawLetters(canvas, { ...view, foot: {}, typed: '', entry: 'a' }));
    expect(placed(frame.lines)).toEqual([
      plain('Word 3 of 12', 2, 0),
      { text: 'a', x: 4, y: 17, secret: true },
    ]);
  });
});

describe('the screen of a roll', () => {
  const sentences = { title: 'Roll the die', left: 'Down', both: 'Enter', right: 'Up' };
  const view = { sentences, entered: 3, needed: 50, wordCount: 12, way: '' } as const;

  it('says which roll it is and what the one before was; numbers are secrets', () => {
    const frame = painted((canvas) => drawRoll(canvas, { ...view, last: '6', entry: '2' }, glassText));
    const label = 'Roll 3 was ';
    expect(placed(frame.lines)).toEqual([
      plain('Roll the die', 2, -2),
      plain('Roll 4 of 50 for 12 words', 2, 15),
      { text: '2', x: 96 - textWidth('body', '2'), y: 26, secret: true },
      plain(label, 2, 33),
      { text: '6', x: 2 + textWidth('small', label), y: 33, secret: true },
      plain('◀ Down', 2, 54),
      plain('●● Enter', 64 - Math.floor(textWidth('small', '●● Enter') / 2), 54),
      plain('Up ▶', 127 - textWidth('small', 'Up ▶'), 54),
    ]);
    expect(frame.lines[2]?.height).toBe(24);
  });

  it('shows Delete smaller, as what it is', () => {
    const frame = painted((canvas) => drawRoll(canvas, { ...view, last: '6', entry: 'Delete' }, glassText));
    expect(frame.lines[2]).toEqual({
      ...plain('Delete', 96 - Math.floor(textWidth('body', 'Delete') / 2), 32),
      width: textWidth('body', 'Delete'),
      height: 12,
    });
  });

  it.each(['Delete▶', '◀Delete'])('says which way Delete is, at the left: %s', (way) => {
    const { lines } = painted((canvas) =>
      drawRoll(canvas, { ...view, entered: 98, needed: 99, last: '6', entry: '4', way }, glassText),
    );
    expect(placed(lines).at(-1)).toEqual({ text: way, x: 2, y: 43, secret: true });
    expectApart(lines);
  });

  it('has no roll before the first', () => {
    const frame = painted((canvas) =>
      drawRoll(canvas, { ...view, entered: 0, last: undefined, entry: '2' }, glassText),
    );
    expect(frame.lines.slice(0, 4).map(({ text }) => text)).toEqual([
      'Roll the die',
      'Roll 1 of 50 for 12 words',
      '2',
      '◀ Down',
    ]);
  });
});
