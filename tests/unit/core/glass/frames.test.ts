/** Laws about every picture of whole ceremonies, slips, refusals, faults and the rest among them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createCanvas } from '../../../../firmware-sim/core/glass/canvas.ts';
import { drawSimulatorMark } from '../../../../firmware-sim/core/glass/screens.ts';
import type { TextLine } from '../../../../firmware-sim/core/board.ts';
import type { ShownFrame } from '../../../support/core-board.ts';
import {
  agree,
  agreeToNewWallet,
  choosePin,
  createWallet,
  enterPin,
  enterWords,
  mistakeWord,
  refusedDice,
  reveal,
  rollDice,
  typePin,
  wipe,
  writeWordsDown,
} from '../../../support/person.ts';
import { fairRolls } from '../../../support/dice-rolls.ts';
import { art } from '../../../support/pixels.ts';
import { createRecordedDevice, type RecordedDevice } from '../../../support/recorded-device.ts';
import { seededRandom } from '../../../support/test-device.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { encodeCancelRequest } from '../../../../src/protocol/commands/cancel.ts';

const frames: ShownFrame[] = [];
const pages = new Set<string>();
/** Lines may stand so close that a box reaches into the blank top of the next one. */
const blankRows = 2;

/** What comes after the first backup: rename, reveal, check, change PIN, wipe, restore. */
function leadThroughLife(device: RecordedDevice, paper: readonly string[]): void {
  device.start({ kind: 'rename', name: 'Blue drawer, 2nd' });
  device.tap('right');
  device.start({ kind: 'reveal' });
  device.person(agree('Show words?'));
  device.person(enterPin('4711'));
  device.person(reveal());
  device.tap(...paper.map(() => 'right' as const), 'right');
  for (const [method, entered] of [
    ['letters', paper],
    ['halving', paper.with(0, 'zoo')],
  ] as const) {
    device.start({ kind: 'check' });
    device.person(agree('Check backup?'));
    device.person(enterPin('4711'));
    device.person(enterWords(entered, method));
    device.tap('right');
  }
  device.start({ kind: 'change-pin' });
  device.person(agree('Change PIN?'));
  device.person(enterPin('4711'));
  device.person(choosePin('1234'));
  device.start({ kind: 'wipe' });
  device.person(agree('Wipe device?'));
  device.person(wipe());
  for (const method of ['letters', 'halving'] as const) {
    device.start({ kind: 'restore', wordCount: 12 });
    device.person(agree('Restore?'));
    device.person(enterWords(paper, method));
    device.firmware.exchange(encodeCancelRequest());
  }
  device.start({ kind: 'restore', wordCount: 12 });
  device.person(agree('Restore?'));
  device.person(enterWords(paper, 'letters'));
  device.person(choosePin('4711'));
  device.tap('right');
}

/** Entropy of a phrase in which every word but the last is the same one, and no byte repeats its neighbour for long. */
function entropyOfOneWord(length: number): Uint8Array {
  const wordIndex = 0b101_1001_1010;
  const entropy = new Uint8Array(length);
  for (let bit = 0; bit < length * 8; bit += 1) {
    const set = (wordIndex >>> (10 - (bit % 11))) & 1;
    entropy[bit >>> 3] = (entropy[bit >>> 3] ?? 0) | (set << (7 - (bit & 7)));
  }
  return entropy;
}

/** Everything that a device can be led to show, once. */
function leadThroughEverything(): ShownFrame[] {
  const seen: ShownFrame[] = [];
  const keep = (device: RecordedDevice): RecordedDevice => {
    seen.push(...device.board.frames);
    return device;
  };
  const sound = seededRandom({ all: 'frames' });
  const device = createRecordedDevice({ random: sound });
  device.startCreate(24);
  device.tap('left');
  device.startCreate(24);
  device.person(agreeToNewWallet());
  device.person(typePin('12345678'));
  device.person(typePin('12345679'));
  device.tap('right');
  device.person(choosePin('12345678'));
  device.person(reveal());
  const paper = device.person(writeWordsDown(24));
  device.tap('right');
  device.person(mistakeWord(1, paper));
  device.tap('left', 'both');
  device.firmware.exchange(encodeCancelRequest());
  // An unfinished backup: discard, keep, wrong PINs, wiped.
  device.tap('left', 'left', 'right');
  for (const pin of ['0000', '1111', '2222']) {
    device.person(enterPin(pin));
    device.tap('right');
  }
  // Repeated words, to the end, and the device at rest; then locked.
  keep(device);
  const repeated = createRecordedDevice({
    random: (purpose, length) => (purpose === 'phrase' ? entropyOfOneWord(length) : sound(purpose, length)),
  });
  repeated.startCreate(12);
  const paperOfRepeated = repeated.person(createWallet(12, '4711'));
  keep(repeated);
  const locked = repeated.replug();
  locked.person(enterPin('1111'));
  locked.tap('right');
  locked.person(enterPin('4711'));
  leadThroughLife(locked, paperOfRepeated);
  keep(locked);
  // Dice and the entropy check: a pattern is refused, a fair series taken.
  const rolling = createRecordedDevice({ random: sound });
  rolling.start({ kind: 'create', wordCount: 12, dice: true, entropyCheck: true });
  rolling.tap('right');
  rolling.person(rollDice('123456'.repeat(9).slice(0, 50)));
  rolling.tap('left');
  rolling.person(rollDice('2'));
  rolling.tap('right');
  rolling.person(refusedDice());
  rolling.person(rollDice(fairRolls(50)));
  rolling.tap('right');
  keep(rolling);
  // A fault during a ceremony, and a device that is faulty from the start.
  let broken = false;
  const failing = createRecordedDevice({
    random: (purpose, length) => (broken ? new Uint8Array(0) : sound(purpose, length)),
  });
  failing.startCreate(12);
  broken = true;
  failing.tap('right');
  keep(failing);
  keep(createRecordedDevice({ random: (_, length) => new Uint8Array(length) }));
  return seen;
}

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
      'Not the same',
      'Pen and paper',
      'Hold to reveal',
      'Word 1 of 24',
      'All written?',
      'What is word 1?',
      'Not that one',
      'Word 1 is',
      'Backed up',
      'Enter your PIN',
      'Wrong PIN',
      'Wiped',
      'Not backed up',
      'Discard wallet?',
      'Device fault',
      'Hostblind',
      'Rename?',
      'Blue drawer, 2nd',
      'Show words?',
      'All seen?',
      'Check backup?',
      'How to enter?',
      'They match',
      'No match',
      'Change PIN?',
      'Wipe device?',
      'Hold to wipe',
      'Restore?',
      'Restored',
      'Roll the dice',
      'All rolled?',
      'Not random',
      'Randomness',
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
    }
  });

  it('keeps the foot for what the buttons do', () => {
    for (const { lines } of frames) {
      for (const { y, height } of lines) expect(y >= 54 || y + height <= 54).toBe(true);
    }
  });

  it('lights nothing outside its text, but for bars: a title and a sentence are all there is', () => {
    for (const { pixels, lines } of frames) {
      const isBar = lines.some(({ text }) =>
        /^(Hold to (reveal|wipe)|Discard wallet\?|What is word|●● Choose|◀ Turn)/.test(text),
      );
      if (isBar) continue;
      const boxes = createCanvas();
      drawSimulatorMark(boxes);
      for (const { x, y, width, height } of lines) boxes.fill(x, y, width, height);
      expect(pixels.every((bits, at) => (bits & ~(boxes.frame.pixels[at] ?? 0)) === 0)).toBe(true);
    }
  });

  it('marks as secret exactly the words, what is entered of them, and the digits at hand', () => {
    // All that a person is told is written in sentences or begins with a capital letter.
    const secretText = /^([0-9]|(◀ )?[a-z]+( - [a-z]+)?( ▶)?)$/;
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
