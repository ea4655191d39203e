import { describe, expect, it } from 'vitest';
import { createOutput, isPlain, statedColumns } from '../../../src/cli/terminal/output.ts';
import {
  bar,
  describeStatus,
  fractionOf,
  layOutState,
  sentenceOf,
} from '../../../src/cli/terminal/progress.ts';
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

interface Made {
  readonly json?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly plain?: boolean;
  readonly stated?: number;
}

function setUp(options: Made = {}) {
  let [out, err] = ['', ''];
  const streams = {
    out: {
      write: (text: string) => (out += text),
      isTTY: options.isTTY ?? false,
      columns: options.columns,
    },
    err: { write: (text: string) => (err += text) },
  };
  const style = { json: options.json ?? false, plain: options.plain ?? false, columns: options.stated };
  return { output: createOutput(streams, style), out: () => out, err: () => err };
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

  it('is a fifth when the first word is shown, and three fifths at the last one', () => {
    expect([atWord(1), atWord(24)].map(fractionOf)).toEqual([0.2, 0.6]);
  });

  it('names the wallet, and whether it is locked', () => {
    const there = { ...resting, activity: 'none', stage: 'idle', wallet: 'backed-up' } as const;
    expect(describeStatus(there).slice(1)).toEqual([
      { label: 'wallet', value: 'Backed up' },
      { label: 'PIN tries', value: '3' },
    ]);
    expect(describeStatus({ ...there, locked: true, triesLeft: 2 }).slice(1)).toEqual([
      { label: 'wallet', value: 'Backed up, locked' },
      { label: 'PIN tries', value: '2' },
    ]);
  });

  it('has no bar where there is no telling how far it is', () => {
    expect(layOutState({ ...resting, activity: 'check' }, 200)).toEqual([
      'Check backup? Have your paper ready and accept on the device. Nothing on it changes.',
    ]);
    expect(layOutState(resting, 200)[0]).toMatch(/^\[\.{24}\] New wallet\?/);
    expect(layOutState(resting, 20)[0]).toBe(`[${'.'.repeat(18)}]`);
    expect(describeStatus({ ...resting, activity: 'wipe', stage: 'wipe' })[0]).toMatch(/^Hold to wipe\./);
  });

  it('says how many tries are left, once one was wrong', () => {
    const pin = { ...resting, activity: 'unlock', stage: 'enter-pin' } as const;
    expect(sentenceOf(pin)).not.toContain('left');
    expect(sentenceOf({ ...pin, triesLeft: 2 })).toContain('2 tries left before');
    expect(sentenceOf({ ...pin, triesLeft: 1, stage: 'wrong-pin' })).toContain('One try left.');
    expect(sentenceOf({ ...resting, triesLeft: 2 })).not.toContain('left');
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
  it('the bar is drawn over itself, whole, and lines that stay go above it', () => {
    const { output, out } = setUp({ isTTY: true, columns: 50 });
    output.state(atWord(5));
    output.state({ ...resting, stage: 'choose-pin' });
    output.note('lost', 'Gone.');
    expect(out()).toContain('Word 5 of 24 is on your device.');
    expect(out()).toContain('Never type this');
    expect(out()).not.toContain('…');
    expect(out().endsWith('\u001B[JGone.\n')).toBe(true);
  });

  it.each([{ plain: true }, { isTTY: false }])('nothing moves the cursor on %j', (made: Made) => {
    const { output, out } = setUp({ isTTY: true, columns: 40, ...made });
    output.state(atWord(5));
    output.note('lost', 'Gone.');
    for (const control of ['\r', '\u001B']) expect(out()).not.toContain(control);
    expect(out()).toContain('Word 5 of 24');
  });

  it.each([
    [{}, false],
    [{ NO_COLOR: '' }, false],
    [{ NO_COLOR: '1' }, true],
    [{ TERM: 'dumb' }, true],
    [{ TERM: 'xterm-256color' }, false],
  ])('is plain with the environment %j: %s', (environment, plain) => {
    expect(isPlain(environment)).toBe(plain);
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

  it('a line is as long as it is, unless a width was stated', () => {
    const text = 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.';
    const free = setUp();
    free.output.answer([text], {});
    expect(free.out()).toBe(`${text}\n`);
    const narrow = setUp({ stated: 40 });
    narrow.output.answer([text], {});
    expect(
      narrow
        .out()
        .split('\n')
        .every((line) => line.length < 40),
    ).toBe(true);
    expect(narrow.out().trim().split(/\s/).join(' ')).toBe(text);
    expect([statedColumns({ COLUMNS: '40' }), statedColumns({ COLUMNS: 'x' }), statedColumns({})]).toEqual([
      40,
      undefined,
      undefined,
    ]);
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
