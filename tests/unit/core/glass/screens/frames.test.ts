/** Laws about every picture of whole ceremonies, slips, refusals, faults and the rest among them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createCanvas } from '../../../../../firmware-sim/core/glass/screens/canvas.ts';
import { drawSimulatorMark } from '../../../../../firmware-sim/core/glass/screens/screens.ts';
import type { TextLine } from '../../../../../firmware-sim/core/board.ts';
import type { ShownFrame } from '../../../../fixtures/devices/core-board.ts';
import { leadThroughEverything } from '../../../../fixtures/drivers/lead-through-everything.ts';
import { namesButton } from '../../../../kit/drivers/person.ts';
import { art } from '../../../../kit/drivers/pixels.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const frames: ShownFrame[] = [];
const pages = new Set<string>();
/** Lines may stand so close that a box reaches into the blank top of the next one. */
const blankRows = 2;

beforeAll(() => {
  frames.push(...leadThroughEverything());
  for (const { lines } of frames) pages.add(lines[0]?.text ?? '');
});

describe('every frame', () => {
  it('is of a device that was led everywhere', () => {
    for (const title of [
      'New wallet?',
      'Choose a PIN',
      'Repeat the PIN',
      'PINs differ',
      'Pen and paper',
      'Hold to reveal',
      'Word 1 of 24',
      'All written?',
      'Word 1 of 24?',
      'Not that one',
      'Word 1 is',
      'Code word 2 is',
      'Backed up',
      'Enter your PIN',
      'Wrong PIN',
      'Wiped',
      'Not backed up',
      'Discard wallet?',
      'Device fault',
      'Hostblind',
      'Rename?',
      'Stopped',
      'Show words?',
      'All seen?',
      'Check backup?',
      'Entry method',
      'They match',
      'PINs differ',
      'Change PIN?',
      'Wipe device?',
      'Hold to wipe',
      'Restore?',
      'Restored',
      'Roll the dice',
      'All rolled?',
      'Not random',
      'Randomness',
      'Show SeedQR?',
      'By hand only',
      'Which SeedQR?',
      'SeedQR',
      'A1',
      'E5',
      'All copied?',
    ]) {
      expect(pages).toContain(title);
    }
    expect(frames.length).toBeGreaterThan(300);
  });

  it('carries the simulator mark, whole and last (H10)', () => {
    const marked = createCanvas();
    drawSimulatorMark(marked);
    const expected = art(marked.frame, 112, 0, 16, 9);
    for (const frame of frames) {
      expect(frame.lines.at(-1)).toEqual(marked.frame.lines[0]);
      expect(art(frame, 112, 0, 16, 9)).toEqual(expected);
    }
  });

  it('is drawn in fonts whose first two rows are blank', () => {
    const canvas = createCanvas();
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?!.,:/-●◀▶';
    for (const font of ['small', 'body', 'bold'] as const) {
      for (const letter of letters) {
        canvas.clear();
        canvas.text(letter, 0, 20, { font });
        expect(canvas.frame.pixels.subarray(20 * 16, (20 + blankRows) * 16).every((bits) => bits === 0)).toBe(
          true,
        );
      }
    }
  });

  it('keeps its lines on the screen, and clear of each other', () => {
    const clash = ({ lines }: ShownFrame): TextLine[][] =>
      lines.flatMap((one, index) =>
        lines
          .slice(index + 1)
          .filter(
            (other) =>
              one.width > 0 &&
              one.x < other.x + other.width &&
              other.x < one.x + one.width &&
              one.y + blankRows < other.y + other.height &&
              other.y + blankRows < one.y + one.height,
          )
          .map((other) => [one, other]),
      );
    for (const frame of frames) {
      for (const { x, y, width, height } of frame.lines) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(128);
        // The bold title's first two rows are always blank, and it starts two rows above the edge.
        expect(y).toBeGreaterThanOrEqual(-2);
        expect(y + height).toBeLessThanOrEqual(64);
      }
      expect(clash(frame)).toEqual([]);
      const [title] = frame.lines;
      if (frame.lines.length > 1) expect((title?.x ?? 0) + (title?.width ?? 0)).toBeLessThanOrEqual(111);
    }
  });

  it('keeps the foot for what the buttons do', () => {
    for (const { lines } of frames) {
      for (const { y, height } of lines) expect(y >= 54 || y + height <= 54).toBe(true);
    }
  });

  it('lights nothing but its text, bars and squares: a title and a sentence are all', () => {
    for (const { pixels, lines } of frames) {
      const isBar = lines.some(({ text }) =>
        /^(Hold to (reveal|wipe)|Discard wallet\?|●● Choose|◀ Turn|SeedQR$|[A-F][1-6]$)/.test(text),
      );
      // The first second of a screen that a host brought up: a bar where the buttons' names will be.
      if (isBar || !namesButton(lines)) continue;
      const boxes = createCanvas();
      drawSimulatorMark(boxes);
      for (const { x, y, width, height } of lines) boxes.fill(x, y, width, height);
      expect(pixels.every((bits, at) => (bits & ~(boxes.frame.pixels[at] ?? 0)) === 0)).toBe(true);
    }
  });

  it('marks as secret exactly the words, the letters entered, and the digits offered', () => {
    // All that a person is told is written in sentences or begins with a capital letter. Which way "OK" is tells of the digit.
    const secretText = /^([0-9]|(◀ )?[a-z]+( - [a-z]+)?( ▶)?|◀(OK|Delete)|(OK|Delete)▶)$/;
    for (const { lines } of frames) {
      for (const { text, secret } of lines) {
        expect(secret).toBe(secretText.test(text));
      }
    }
  });

  it('has a blank one between a word and whatever comes next', () => {
    const holdsWord = ({ lines }: ShownFrame): boolean => lines.some(({ text }) => wordlist.includes(text));
    frames.slice(1).forEach((frame, index) => {
      const before = frames[index];
      if (before === undefined || !holdsWord(before)) return;
      const sameScreen = before.lines[0]?.text === frame.lines[0]?.text;
      if (!sameScreen) expect(frame.lines.map(({ text }) => text)).toEqual(['SIM']);
    });
  });
});
