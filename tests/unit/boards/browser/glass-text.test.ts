import { describe, expect, it } from 'vitest';
import { createGlassReader } from '../../../../firmware-sim/boards/browser/glass-text.ts';
import type { Frame } from '../../../../firmware-sim/core/board.ts';
import { createCanvas } from '../../../../firmware-sim/core/glass/screens/canvas.ts';
import {
  drawChoices,
  drawHold,
  drawPin,
  drawSentences,
  drawSimulatorMark,
  drawWord,
} from '../../../../firmware-sim/core/glass/screens/screens.ts';
import { frameText } from '../../../../src/text/simulator/frame.ts';
import { glassText } from '../../../../src/text/glass.ts';

type Paint = Parameters<typeof drawSentences>[0];

/** A picture drawn by the device's own screens. */
function picture(paint: (canvas: Paint) => void): Frame {
  const canvas = createCanvas();
  paint(canvas);
  drawSimulatorMark(canvas);
  return canvas.frame;
}

const facts = { position: 3, total: 12, wordCount: 12 };
const word = (text: string, position = 3): Frame =>
  picture((canvas) => {
    const sentences = glassText.stage('words', { ...facts, position });
    drawWord(canvas, { sentences, word: text, note: undefined });
  });
const choices = (cursor: number): Frame =>
  picture((canvas) => {
    const title = 'Word 3 of 12?';
    drawChoices(canvas, {
      title,
      choices: ['zoo', 'able', 'baby', 'cage'],
      escape: 'Show it again',
      cursor,
      foot: { left: 'Up', both: 'Choose', right: 'Down' },
    });
  });
const pin = (entered: number, entry: string, way = ''): Frame =>
  picture((canvas) => {
    drawPin(canvas, { sentences: glassText.stage('choose-pin', facts), entered, entry, way });
  });

const quiet = { secrets: false };
const aloud = { secrets: true };

describe('what the glass says', () => {
  it('is told as sentences, with what the buttons do', () => {
    const { all, news, labels } = createGlassReader().read(
      picture((canvas) => {
        drawSentences(canvas, glassText.stage('consent', facts));
      }),
      quiet,
    );
    expect(all).toBe(
      'New wallet? Create a wallet with a recovery phrase of 12 words. The left button: No. The right button: Yes.',
    );
    expect(news).toBe(all);
    expect(labels).toEqual({ left: 'No', right: 'Yes' });
  });

  it('never tells a secret before the person has asked for it', () => {
    const reader = createGlassReader();
    const spoken = [word('zebra'), choices(0), choices(1), pin(0, '7'), pin(1, '9')].flatMap((frame) => {
      const { all, news, labels } = reader.read(frame, quiet);
      return [all, news, ...Object.values(labels)];
    });
    for (const secret of ['zebra', 'zoo', 'able', 'baby', 'cage', '7', '9']) {
      expect(spoken.join(' ').split(/[ .:]+/)).not.toContain(secret);
    }
    expect(createGlassReader().read(word('zebra'), quiet).news).toContain(frameText.notSpoken);
  });

  it('tells them when asked', () => {
    const reader = createGlassReader();
    expect(reader.read(word('zebra'), aloud).news).toBe(
      'Word 3 of 12. zebra. The left button: Back. The right button: Next.',
    );
    expect(reader.read(word('apple', 4), aloud).news).toContain('apple');
  });

  it('says nothing while only the bar of a hold grows', () => {
    const reader = createGlassReader();
    const hold = (progress: number): Frame =>
      picture((canvas) => {
        drawHold(canvas, glassText.stage('hold', facts), progress);
      });
    expect(reader.read(hold(0), quiet).news).not.toBe('');
    expect(reader.read(hold(0.5), quiet).news).toBe('');
    expect(reader.read(hold(1), quiet).news).toBe('');
  });

  it('says of a moved choice only what is chosen now', () => {
    const reader = createGlassReader();
    expect(reader.read(choices(0), aloud).news).toBe(
      'Word 3 of 12? Selected: zoo. able. baby. cage. The left button: Up. Both buttons: Choose. The right button: Down.',
    );
    expect(reader.read(choices(1), aloud).news).toBe('Selected: able.');
    expect(reader.read(choices(0), aloud).news).toBe('Selected: zoo.');
    expect(reader.read(choices(4), aloud).news).toBe('Selected: Show it again.');
  });

  it('says of a turned wheel only the entry, and counts the digits that are in', () => {
    const reader = createGlassReader();
    reader.read(pin(0, '7'), aloud);
    expect(reader.read(pin(0, '8'), aloud).news).toBe('8.');
    expect(reader.read(pin(1, '3'), aloud).news).toBe('1 digit entered. 3.');
    expect(reader.read(pin(2, '3'), aloud).news).toBe('2 digits entered.');
    expect(reader.read(pin(2, 'Delete'), aloud).news).toBe('Delete.');
  });

  it('tells the way to OK with the digit, and once', () => {
    const reader = createGlassReader();
    expect(reader.read(pin(4, '7', 'OK▶'), aloud).news).toContain(' 7. ');
    expect(reader.read(pin(4, '8', 'OK▶'), aloud).news).toBe('8.');
    const turned = reader.read(pin(4, '3', '◀OK'), aloud);
    expect(turned.news).toBe('3. Turn left for OK.');
    expect(turned.labels).toEqual({ left: 'Down', both: 'Enter', right: 'Up' });
    // It says something of the digit, so that it is as secret.
    expect(createGlassReader().read(pin(4, '7', 'OK▶'), quiet).all).not.toContain('OK');
    expect(createGlassReader().read(pin(4, '7', 'OK▶'), aloud).all).toContain('Turn right for OK.');
  });

  it('recognizes a selected line only by a bar across the whole of its first row', () => {
    const textLine = { x: 0, width: 24, height: 12, secret: false };
    const said = (lit: readonly number[], y: number): string => {
      const pixels = new Uint8Array(1024);
      for (const at of lit) pixels[at] = 0xff;
      const frame = { width: 128, height: 64, pixels, lines: [{ ...textLine, text: 'able', y }] };
      return createGlassReader().read(frame, quiet).all;
    };
    const bar = (row: number): number[] => Array.from({ length: 16 }, (_, at) => row * 16 + at);
    expect(said(bar(14), 12)).toBe('Selected: able.');
    for (const [row, y] of [
      [13, 12],
      [15, 12],
    ] as const)
      expect(said(bar(row), y)).toBe('able.');
    expect(said([14 * 16], 12)).toBe('able.');
    expect(said([14 * 16 + 15], 12)).toBe('able.');
    // The first and the last row of the screen, and what lies beyond it.
    expect(said(bar(0), -2)).toBe('Selected: able.');
    expect(said(bar(63), 61)).toBe('Selected: able.');
    for (const y of [-3, 62, 200])
      expect(
        said(
          Array.from({ length: 1024 }, (_, at) => at),
          y,
        ),
      ).toBe('able.');
  });

  it('tells the labels of the buttons only where the glass does', () => {
    expect(createGlassReader().read(pin(0, '7'), quiet).labels).toEqual({
      left: 'Down',
      both: 'Enter',
      right: 'Up',
    });
    expect(createGlassReader().read(choices(0), quiet).labels).toEqual({
      left: 'Up',
      both: 'Choose',
      right: 'Down',
    });
    expect(createGlassReader().read(word('zoo'), quiet).labels).toEqual({ left: 'Back', right: 'Next' });
    const bare = picture((canvas) => {
      drawSentences(canvas, glassText.stage('idle', facts));
    });
    expect(createGlassReader().read(bare, quiet).labels).toEqual({});
  });
});
