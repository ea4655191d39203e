/** Laws about every picture of whole ceremonies, slips, refusals, faults and the rest among them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createCanvas } from '../../../../firmware-sim/core/glass/canvas.ts';
import { drawSimulatorMark } from '../../../../firmware-sim/core/glass/screens.ts';
import type { TextLine } from '../../../../firmware-sim/core/board.ts';
import type { ShownFrame } from '../../../support/core-board.ts';
import {
  agreeToNewWallet,
  choosePin,
  createWallet,
  enterPin,
  mistakeWord,
  reveal,
  typePin,
  writeWordsDown,
} from '../../../support/person.ts';
import { art } from '../../../support/pixels.ts';
import { createRecordedDevice, type RecordedDevice } from '../../../support/recorded-device.ts';
import { seededRandom } from '../../../support/test-device.ts';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { encodeCancelRequest } from '../../../../src/protocol/commands/cancel.ts';

const frames: ShownFrame[] = [];
const pages = new Set<string>();

/** Everything that a device can be led to show, once. */
function leadThroughEverything(simulator: boolean): ShownFrame[] {
  const seen: ShownFrame[] = [];
  const keep = (device: RecordedDevice): RecordedDevice => {
    seen.push(...device.board.frames);
    return device;
  };
  const sound = seededRandom({ all: 'frames' });
  const device = createRecordedDevice({ simulator, random: sound });
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
    simulator,
    random: (purpose, length) =>
      purpose === 'phrase' ? new Uint8Array(length).with(0, 0x80) : sound(purpose, length),
  });
  repeated.startCreate(12);
  repeated.person(createWallet(12, '4711'));
  keep(repeated);
  const locked = repeated.replug();
  locked.person(enterPin('1111'));
  locked.tap('right');
  locked.person(enterPin('4711'));
  keep(locked);
  // A fault during a ceremony, and a device that is faulty from the start.
  let broken = false;
  const failing = createRecordedDevice({
    simulator,
    random: (purpose, length) => (broken ? new Uint8Array(0) : sound(purpose, length)),
  });
  failing.startCreate(12);
  broken = true;
  failing.tap('right');
  keep(failing);
  keep(createRecordedDevice({ simulator, random: (_, length) => new Uint8Array(length) }));
  return seen;
}

beforeAll(() => {
  frames.push(...leadThroughEverything(true));
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
              one.y < other.y + other.height &&
              other.y < one.y + one.height,
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
      if (lines[0]?.text.startsWith('What is word')) continue;
      for (const { y, height } of lines) expect(y >= 54 || y + height <= 54).toBe(true);
    }
  });

  it('lights nothing outside its text, but for bars: a title and a sentence are all there is', () => {
    for (const { pixels, lines } of frames) {
      const isBar = lines.some(({ text }) => /^(Hold to reveal|Discard wallet\?|What is word)/.test(text));
      if (isBar) continue;
      const boxes = createCanvas();
      drawSimulatorMark(boxes);
      for (const { x, y, width, height } of lines) boxes.fill(x, y, width, height);
      expect(pixels.every((bits, at) => (bits & ~(boxes.frame.pixels[at] ?? 0)) === 0)).toBe(true);
    }
  });

  it('marks as secret exactly the words and the digits at hand', () => {
    const words = new Set(wordlist);
    for (const { lines } of frames) {
      for (const { text, secret } of lines) {
        expect(secret).toBe(words.has(text) || /^[0-9]$/.test(text));
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

describe('a board that is no simulator', () => {
  it('shows the same without the mark', () => {
    const bare = leadThroughEverything(false);
    expect(bare.length).toBe(frames.length);
    for (const [index, { lines }] of bare.entries()) {
      expect(lines).toEqual(frames[index]?.lines.slice(0, -1));
    }
  });
});
