/** Questions in a terminal: y, n, the language's own letters and Enter answer them, and nothing else is read, shown or kept. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyboard, type KeySource } from '../../../src/cli/terminal/keyboard.ts';
import { afterKeys } from '../../../src/cli/terminal/keys.ts';
import { createOutput } from '../../../src/cli/terminal/output.ts';
import { isCode } from '../../../src/protocol/errors.ts';
import { chooseLanguage } from '../../../src/text/languages.ts';
import { programLanguages } from '../../../src/text/program-languages.ts';
import { ceremonyText } from '../../../src/text/terminal/ceremonies.ts';
import { terminalText } from '../../../src/text/terminal/terminal.ts';
import { createSmallScreen } from '../../fixtures/terminal/small-screen.ts';

const english = { yes: 'y', no: 'n' };
const german = { yes: 'j', no: 'n' };

describe('keys', () => {
  it.each([
    ['\r', { kind: 'answer', answer: 'none' }],
    ['y\r', { kind: 'answer', answer: 'yes' }],
    ['N\n', { kind: 'answer', answer: 'no' }],
    ['yn\r', { kind: 'refused' }],
    ['ability\r', { kind: 'refused' }],
    ['1234\r', { kind: 'refused' }],
    ['y\u007F\r', { kind: 'answer', answer: 'none' }],
    ['abc\by\r', { kind: 'answer', answer: 'yes' }],
    ['y\u0003', { kind: 'interrupt' }],
    ['\u001B[A', { kind: 'pressed', pressed: '' }],
    ['y', { kind: 'pressed', pressed: 'yes' }],
    ['j', { kind: 'pressed', pressed: 'spoiled' }],
    ['only', { kind: 'pressed', pressed: 'spoiled' }],
  ] as const)('%j', (keys, after) => {
    expect(afterKeys('', keys, english)).toEqual(after);
  });

  it.each([
    ['j\r', { kind: 'answer', answer: 'yes' }],
    ['J\r', { kind: 'answer', answer: 'yes' }],
    ['y\r', { kind: 'answer', answer: 'yes' }],
    ['n\r', { kind: 'answer', answer: 'no' }],
    ['ja\r', { kind: 'refused' }],
    ['jy\r', { kind: 'refused' }],
    ['o\r', { kind: 'refused' }],
  ] as const)('%j in German', (keys, after) => {
    expect(afterKeys('', keys, german)).toEqual(after);
  });

  it('nothing after an answer is read as another one', () => {
    expect(afterKeys('', 'y\rn\r', english)).toEqual({ kind: 'answer', answer: 'yes' });
  });
});

function keyboardOn(style: { plain?: boolean } = {}) {
  const screen = createSmallScreen(60);
  const output = createOutput({ out: screen, err: screen }, { json: false, ...style });
  const listeners = new Set<(keys: string) => void>();
  let raw = false;
  let reading = false;
  let interrupted = 0;
  const source: KeySource = {
    isTTY: true,
    setRawMode: (on) => (raw = on),
    setEncoding: () => undefined,
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
    resume: () => (reading = true),
    pause: () => (reading = false),
  };
  const keyboard = openKeyboard(source, output, () => (interrupted += 1));
  const press = (keys: string): void => {
    for (const listener of listeners) listener(keys);
  };
  return {
    screen,
    output,
    keyboard,
    press,
    raw: () => raw,
    reading: () => reading,
    interrupted: () => interrupted,
    listeners,
  };
}

describe.each(programLanguages)('questions in $name', ({ tag }) => {
  beforeEach(() => chooseLanguage([tag], ['terminal'], programLanguages));
  afterEach(() => chooseLanguage(['en-GB'], ['terminal'], programLanguages));

  it('name the keys that are read, and none that means the opposite elsewhere', () => {
    const { answerKeys, yesNo, threeKeys } = ceremonyText;
    const { yes, no } = answerKeys;
    expect([yes, no]).toEqual([expect.stringMatching(/^\p{Ll}$/u), expect.stringMatching(/^\p{Ll}$/u)]);
    expect([yes === no, yes === 'n', no === 'y']).toEqual([false, false, false]);
    expect(yesNo).toBe(`[${yes}/${no.toUpperCase()}]`);
    const three = threeKeys({ yes: 'A', no: 'B', none: 'C' });
    expect(three).toMatch(new RegExp(`^${yes}\\s?: A\\. ${no}\\s?: B\\. `));
    expect(terminalText.keys).toMatch(new RegExp(` ${yes} \\S+ ${no}\\b`));
  });

  it('are whole sentences before something is shown or deleted', () => {
    for (const question of Object.values(ceremonyText.sure)) {
      expect(question).toMatch(tag === 'es' ? /^¿\p{Lu}.+[^ ]\?$/u : /^\p{Lu}.+[^ ]\?$/u);
    }
  });
});

describe('a question', () => {
  const question = ['This is the question.', 'Wipe it? [y/N]'];

  it('shows the answer, and nothing else that is typed', async () => {
    const { screen, keyboard, press, raw, reading, listeners } = keyboardOn();
    const answered = keyboard?.ask(question, new AbortController().signal);
    expect([raw(), reading()]).toEqual([true, true]);
    for (const key of 'abandon') press(key);
    expect(screen.lines()).toEqual([...question.slice(0, 1), 'Wipe it? [y/N] ']);
    press('\r');
    expect(screen.lines().join(' ')).toContain('Never type a word or your PIN on a computer.');
    expect(screen.lines().join(' ')).not.toContain('abandon');
    press('y');
    expect(screen.lines().at(-1)).toBe('Wipe it? [y/N] y');
    press('\r');
    expect(await answered).toBe('yes');
    expect([raw(), reading(), listeners.size]).toEqual([false, false, 0]);
    expect(screen.lines().at(-1)).toBe('Wipe it? [y/N] y');
  });

  it('shows an answer that came at once', async () => {
    const { screen, output, keyboard, press } = keyboardOn();
    const answered = keyboard?.ask(question, new AbortController().signal);
    press('n\r');
    expect(await answered).toBe('no');
    output.note('left', 'Next.');
    expect(screen.lines().slice(-2)).toEqual(['Wipe it? [y/N] n', 'Next.']);
  });

  it('shows the key that stands in it, whichever of the two was pressed', async () => {
    await chooseLanguage(['de'], ['terminal'], programLanguages);
    try {
      const { screen, keyboard, press } = keyboardOn();
      const answered = keyboard?.ask(['Wirklich? [j/N]'], new AbortController().signal);
      press('y');
      expect(screen.lines()).toEqual(['Wirklich? [j/N] j']);
      press('\b');
      press('j\r');
      expect(await answered).toBe('yes');
      expect(screen.lines()).toEqual(['Wirklich? [j/N] j']);
    } finally {
      await chooseLanguage(['en-GB'], ['terminal'], programLanguages);
    }
  });

  it('is taken back without a trace, and the terminal is as before', async () => {
    const { screen, keyboard, raw, listeners } = keyboardOn();
    const withdrawn = new AbortController();
    const answered = keyboard?.ask(question, withdrawn.signal).catch((error: unknown) => error);
    withdrawn.abort();
    expect(isCode(await answered, 'aborted')).toBe(true);
    expect([raw(), listeners.size, screen.lines()]).toEqual([false, 0, []]);
    const late = await keyboard?.ask(question, withdrawn.signal).catch((error: unknown) => error);
    expect(isCode(late, 'aborted')).toBe(true);
  });

  it('Ctrl-C is what it is everywhere', () => {
    const { keyboard, press, interrupted } = keyboardOn();
    void keyboard?.ask(question, new AbortController().signal);
    press('\u0003');
    expect(interrupted()).toBe(1);
  });

  it('is a line where nothing is drawn over itself', async () => {
    const { screen, keyboard, press } = keyboardOn({ plain: true });
    const answered = keyboard?.ask(question, new AbortController().signal);
    press('q');
    press('\b');
    press('y');
    press('\r');
    expect(await answered).toBe('yes');
    expect(screen.lines()).toEqual([...question, 'y']);
  });

  it('is asked of nobody where no keys come from', () => {
    const { output } = keyboardOn();
    const pipe = { isTTY: false } as unknown as KeySource;
    expect(openKeyboard(pipe, output, () => undefined)).toBeUndefined();
  });
});
