import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../src/cli/output.ts';
import { bar, describeStatus, fractionOf } from '../../../src/cli/progress.ts';
import { HostblindError } from '../../../src/protocol/errors.ts';
import { stages, type PublicState } from '../../../src/protocol/public-state.ts';

const resting: PublicState = {
  wallet: 'empty',
  locked: false,
  activity: 'create',
  stage: 'consent',
  position: 0,
  total: 0,
  outcome: 'none',
  ceremony: 1,
  triesLeft: 3,
  wordCount: 0,
};
const atWord = (position: number): PublicState => ({
  ...resting,
  stage: 'words',
  position,
  total: 24,
  wordCount: 24,
});

function setUp(options: { json?: boolean; isTTY?: boolean; columns?: number } = {}) {
  let [out, err] = ['', ''];
  const streams = {
    out: {
      write: (text: string) => (out += text),
      isTTY: options.isTTY ?? false,
      columns: options.columns ?? 80,
    },
    err: { write: (text: string) => (err += text) },
  };
  return { output: createOutput(streams, options.json ?? false), out: () => out, err: () => err };
}

describe('progress', () => {
  it('never goes back on the way to a backup, and is full only at its end', () => {
    const way = (['consent', 'choose-pin', 'repeat-pin', 'warning', 'hold'] as const).map((stage) =>
      fractionOf({ ...resting, stage }),
    );
    const words = Array.from({ length: 24 }, (_, index) => fractionOf(atWord(index + 1)));
    const rest = (['written', 'confirm', 'finish'] as const).map((stage) =>
      fractionOf({ ...resting, stage }),
    );
    const all = [...way, ...words, ...rest];
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(all.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
    expect(fractionOf({ ...resting, activity: 'none', stage: 'idle', wallet: 'backed-up' })).toBe(1);
    expect(stages.every((stage) => Number.isFinite(fractionOf({ ...resting, stage })))).toBe(true);
  });

  it('names the wallet, and whether it is locked', () => {
    const there = { ...resting, activity: 'none', stage: 'idle', wallet: 'backed-up' } as const;
    expect(describeStatus(there).slice(1)).toEqual(['wallet        backed-up', 'PIN tries     3']);
    expect(describeStatus({ ...there, locked: true, triesLeft: 2 }).slice(1)).toEqual([
      'wallet        backed-up, locked',
      'PIN tries     2',
    ]);
  });

  it('is drawn as a bar', () => {
    expect([bar(0), bar(0.5), bar(1)]).toEqual([
      `[${'.'.repeat(24)}]`,
      `[${'#'.repeat(12)}${'.'.repeat(12)}]`,
      `[${'#'.repeat(24)}]`,
    ]);
  });
});

describe('on a terminal', () => {
  it('the bar is drawn over itself, cut to the width, and lines that stay go above it', () => {
    const { output, out } = setUp({ isTTY: true, columns: 50 });
    output.state(atWord(5));
    output.state({ ...resting, stage: 'choose-pin' });
    output.note('lost', 'Gone.');
    const drawn = out().split('\r\u001b[K');
    expect(drawn[1]).toContain('Word 5 of 24 is on');
    expect(drawn.slice(1, 3).every((text) => text.length <= 49)).toBe(true);
    expect(drawn.at(-1)).toBe('Gone.\n');
  });
});

describe('in a pipe', () => {
  it('each thing is a line, and nothing is said twice', () => {
    const { output, out } = setUp();
    output.state(atWord(5));
    output.state(atWord(5));
    output.state(atWord(6));
    expect(out().split('\n').length).toBe(3);
    expect(out()).not.toContain('\r');
  });

  it('an error says what happened and what to do, and what Linux needs', () => {
    const { output, out, err } = setUp();
    output.problem(new HostblindError('permission-denied'));
    expect(out()).toBe('');
    expect(err()).toContain('/etc/udev/rules.d/70-hostblind.rules');
    expect(err()).toContain('TAG+="uaccess"');
  });
});

describe('for a program', () => {
  it('each thing is one line of JSON', () => {
    const { output, out, err } = setUp({ json: true, isTTY: true });
    output.note('lost', 'Gone.');
    output.state(atWord(3));
    output.answer(['for a person'], { event: 'result', outcome: 'completed' });
    output.problem(new HostblindError('not-found'));
    output.problem('not even an error');
    const lines = out()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line['event'])).toEqual(['lost', 'state', 'result', 'error', 'error']);
    expect(lines[1]).toMatchObject({ stage: 'words', position: 3, total: 24 });
    expect(lines[3]).toMatchObject({ code: 'not-found' });
    expect(lines[4]).toMatchObject({ code: 'fault', message: 'unknown fault' });
    expect(err()).toBe('');
  });
});
