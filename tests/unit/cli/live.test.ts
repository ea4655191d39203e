/** Lines that are drawn over themselves, on a terminal that gets wider and narrower meanwhile. */
import { describe, expect, it } from 'vitest';
import { createLiveLines } from '../../../src/cli/terminal/live.ts';
import { createOutput } from '../../../src/cli/terminal/output.ts';
import { wrapWords } from '../../../src/cli/terminal/wrap.ts';
import { explanations } from '../../../src/text/explanations.ts';
import { createSmallScreen } from '../../fixtures/terminal/small-screen.ts';
import { statusAt } from '../../fixtures/screens/screens.ts';

const long = 'Write down the word on the device, with its number. You can go back and forth as you like.';
const short = 'Hold the right button.';

function liveOn(columns: number) {
  const screen = createSmallScreen(columns);
  const live = createLiveLines(screen);
  screen.onResize(() => live.resized());
  const show = (text: string): void => live.show((width) => wrapWords(text, width));
  return { screen, live, show };
}

describe('lines that are drawn over themselves', () => {
  it.each([12, 20, 40, 60, 120])('at %i columns: only the last is there, and whole', (columns) => {
    const { screen, show } = liveOn(columns);
    for (const text of [short, long, short, long]) show(text);
    expect(screen.lines().join(' ')).toBe(long);
    expect(screen.lines().every((line) => line.length < columns)).toBe(true);
    show(short);
    expect(screen.lines().join(' ')).toBe(short);
  });

  it.each([
    [60, 20],
    [60, 21],
    [40, 15],
    [20, 60],
    [30, 90],
  ])('from %i to %i columns: they are drawn again, and nothing is left over', (before, after) => {
    const { screen, show } = liveOn(before);
    screen.write('Before.\n');
    show(long);
    screen.resize(after);
    expect(screen.lines().join(' ')).toBe(`Before. ${long}`);
    show(short);
    expect(screen.lines().join(' ')).toBe(`Before. ${short}`);
  });

  it('are taken away, or stay, and then nothing is drawn again', () => {
    const { screen, live, show } = liveOn(30);
    show(long);
    live.clear();
    expect(screen.lines()).toEqual([]);
    show(short);
    live.keep();
    screen.resize(20);
    screen.write('Next.\n');
    expect(screen.lines().at(-1)).toBe('Next.');
    expect(screen.lines().join(' ')).toContain('Hold the right');
    live.clear();
    expect(screen.lines().at(-1)).toBe('Next.');
  });

  it('draw nothing where there was nothing', () => {
    const { screen, live } = liveOn(30);
    live.clear();
    live.keep();
    live.resized();
    expect(screen.lines()).toEqual([]);
  });
});

describe('an instruction on a terminal', () => {
  it.each([20, 40, 60, 90, 200])('is there in full at %i columns, and follows its width', (columns) => {
    const screen = createSmallScreen(columns);
    const output = createOutput({ out: screen, err: screen }, { json: false });
    const instruction = explanations.explanation('unfinished', { position: 0, total: 0, wordCount: 24 });
    output.note('simulator', 'This is a simulator.');
    output.state(statusAt('words'));
    output.state(statusAt('unfinished'));
    for (const width of [columns, 33, 77, columns]) {
      screen.resize(width);
      const text = screen.lines().join(' ');
      expect(text).toContain(instruction);
      expect(text).toMatch(/^This is a\s+simulator\. \[#\.+\] Not backed up\./);
      expect(text).not.toContain('…');
      expect(text).not.toContain('Word 5');
    }
    output.note('lost', 'Gone.');
    expect(screen.lines().at(-1)).toBe('Gone.');
    expect(screen.lines().join(' ')).not.toContain(instruction);
  });
});
