import { afterEach, describe, expect, it } from 'vitest';
import { messages } from '../../../src/text/app.ts';
import { simulatorHelp, readCommand } from '../../../firmware-sim/cli/command-line.ts';
import { createGlassReader } from '../../../firmware-sim/boards/browser/glass-text.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import { windowText } from '../../../src/text/simulator/window.ts';
import { fillMarkup } from '../../../src/text/locale/markup.ts';
import { errorMessages } from '../../../src/text/errors.ts';
import { formatDate, plural } from '../../../src/text/locale/format.ts';
import { locale, useLanguage } from '../../../src/text/locale/language.ts';
import {
  chooseLanguage as choose,
  languageInUse,
  loadTexts,
  systemLanguages,
  type Language,
  type TextGroup,
} from '../../../src/text/languages.ts';
import { programLanguages } from '../../../src/text/program-languages.ts';
import { turnedLanguage } from '../../fixtures/text/turned-language.ts';
import { hasPart, onTexts, part } from '../../../src/text/locale/language.ts';

/** In capitals. */
const swiss = turnedLanguage('de', (text) => text.toUpperCase());
const english = programLanguages.filter(({ tag }) => tag === 'en');
const offered = [...english, swiss];
const groups: readonly TextGroup[] = ['first', 'rest', 'terminal', 'simulator'];
const chooseLanguage = (wanted: readonly string[], from: readonly Language[] = english): Promise<void> =>
  choose(wanted, groups, from);
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
  afterEach(() => chooseLanguage(['en-GB']));

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
    expect(fillMarkup('<p data-text="moved"></p>', windowText)).toMatch(/^<p>THIS SIMULATOR/);
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
    await chooseLanguage(['en-US'], offered);
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
    useLanguage('pl', {});
    expect([1, 2, 5].map((count) => plural(count, forms))).toEqual(['ein', 'kilka', 'viele']);
  });

  it('keeps what was loaded of the one before, and tells who draws it', async () => {
    let told = 0;
    const end = onTexts(() => (told += 1));
    await choose(['de'], ['first'], offered);
    expect(languageInUse()).toBe('de');
    expect(hasPart('proof')).toBe(true);
    expect(told).toBe(1);
    end();
    await chooseLanguage(['en'], offered);
    expect(told).toBe(1);
  });

  it('stays as it was where another can’t be loaded', async () => {
    const before = messages.back;
    const gone: Language = {
      ...swiss,
      load: { ...swiss.load, rest: () => Promise.reject(new Error('offline')) },
    };
    await expect(chooseLanguage(['de'], [...english, gone])).rejects.toThrow('offline');
    expect([languageInUse(), messages.back]).toEqual(['en', before]);
  });

  it('says which part is missing, instead of drawing nothing', () => {
    useLanguage('de', {});
    expect(() => part('app').back).toThrow('texts that are not loaded: app');
    expect(hasPart('app')).toBe(false);
  });

  it('loads a group once', async () => {
    await expect(loadTexts('rest')).resolves.toBeUndefined();
  });
});
