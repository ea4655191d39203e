import { afterEach, describe, expect, it } from 'vitest';
import { messages } from '../../../src/text/app.ts';
import type { Catalogue } from '../../../src/text/types/catalogue.ts';
import { simulatorHelp, readCommand } from '../../../firmware-sim/cli/command-line.ts';
import { createGlassReader } from '../../../firmware-sim/boards/browser/glass-text.ts';
import { simulatorText } from '../../../src/text/simulator/command.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import { windowText } from '../../../src/text/simulator/window.ts';
import { fillMarkup } from '../../../src/text/locale/markup.ts';
import { errorMessages } from '../../../src/text/errors.ts';
import { formatDate, plural } from '../../../src/text/locale/format.ts';
import { locale, useLanguage } from '../../../src/text/locale/language.ts';
import { chooseLanguage, languages, systemLanguages, type Language } from '../../../src/text/languages.ts';

/** Every text of a value in capitals, as a language that only this test knows. */
function loud<Value>(value: Value): Value {
  const turn = (each: unknown): unknown => {
    if (typeof each === 'string') return each.toUpperCase();
    if (typeof each === 'function')
      return (...given: unknown[]) => turn(Reflect.apply(each, undefined, given));
    if (Array.isArray(each)) return each.map(turn);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, entry]) => [key, turn(entry)]));
  };
  return turn(value) as Value;
}

const swiss: Language = {
  tag: 'de',
  locale: 'de-DE',
  load: () =>
    Promise.resolve({
      app: loud(messages),
      deviceWindow: loud(windowText),
      errors: loud(errorMessages),
      simulator: loud(simulatorText),
      simulatorFrame: loud(frameText),
    } as Catalogue),
};
const offered = [...languages, swiss];
/** A picture with one secret line. */
const secretFrame = {
  sequence: 1,
  width: 128,
  height: 64,
  pixels: new Uint8Array(1024),
  lines: [{ text: 'zebra', secret: true, x: 0, y: 0, width: 30, height: 12 }],
};
const noon = '2026-11-24T12:00:00Z';

describe('the language', () => {
  afterEach(() => useLanguage('en-GB', undefined));

  it('is another after one folder and one line, wherever a part is read', async () => {
    const { welcome } = messages;
    await chooseLanguage(['de-CH', 'en'], offered);
    expect(messages.welcome.title).toBe(welcome.title.toUpperCase());
    expect(messages.stepOf(2, 5, 'pin')).toBe(messages.stepOf(2, 5, 'pin').toUpperCase());
    expect(errorMessages.locked.todo).toMatch(/^[A-Z ]+\.$/);
  });

  it('is the simulator’s too: help, errors, window, and what is told of its glass', async () => {
    await chooseLanguage(['de'], offered);
    expect(simulatorHelp()).toMatch(/^FIRMWARE-SIM: A SIMULATED/);
    expect(readCommand(['--model', 'stax'])).toMatchObject({
      problem: '--MODEL STAX: CHOOSE NANOSP ODER NANOX.',
    });
    expect(fillMarkup('<p data-text="latch"></p>', windowText)).toMatch(/^<p>HOLD FOR ME/);
    expect(createGlassReader().read(secretFrame, { secrets: false }).news).toBe(frameText.notSpoken);
    expect(frameText.notSpoken).toMatch(/^[A-Z’'. ]+$/);
  });

  it.each([
    [{ LC_ALL: 'de_CH.UTF-8', LANG: 'en_US.UTF-8' }, ['de-CH', 'en-US']],
    [{ LC_ALL: '', LC_MESSAGES: 'fr', LANG: 'C' }, ['fr', 'C']],
    [{}, []],
  ])('reads %j from the system as %j', (environment, expected) => {
    expect(systemLanguages(environment)).toEqual(expected);
  });

  it('goes back to English', async () => {
    const before = messages.back;
    await chooseLanguage(['de'], offered);
    expect(messages.back).not.toBe(before);
    expect(chooseLanguage(['en-US'], offered)).toBeUndefined();
    expect(messages.back).toBe(before);
  });

  it.each([
    ['the region of the reader', ['de-CH', 'en'], 'de-CH'],
    ['its own region where the reader names none', ['de'], 'de-DE'],
    ['English in the reader’s region', ['fr', 'en-US', 'de'], 'en-US'],
    ['English for a language that is missing', ['fr'], 'en-GB'],
    ['English for what is no language tag', ['C', 'POSIX', ''], 'en-GB'],
  ])('reads dates and counts by %s', async (_, wanted, expected) => {
    await chooseLanguage(wanted, offered);
    expect(locale()).toBe(expected);
  });

  it('writes a date as the reader’s region does', async () => {
    expect(formatDate(noon)).toBe('24 November 2026');
    await chooseLanguage(['en-US']);
    expect(formatDate(noon)).toBe('November 24, 2026');
    await chooseLanguage(['de-CH'], offered);
    expect(formatDate(noon)).toBe('24. November 2026');
  });

  it('counts as the language does', () => {
    const forms = { one: 'ein', few: 'kilka', other: 'viele' };
    expect([0, 1, 2].map((count) => plural(count, forms))).toEqual(['viele', 'ein', 'viele']);
    useLanguage('pl', undefined);
    expect([1, 2, 5].map((count) => plural(count, forms))).toEqual(['ein', 'kilka', 'viele']);
  });
});
