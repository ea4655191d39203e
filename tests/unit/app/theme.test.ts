/** The colours that a person chose: on the page, kept, and there before the app is. */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { localPreferences } from '../../../src/app/start/preferences.ts';
import { themeSwitch } from '../../../src/app/start/theme.ts';
import { firstPaintScript } from '../../../src/site/first-paint.ts';

function fakePage() {
  const scheme = {
    content: 'light dark',
    setAttribute: (_: string, text: string) => (scheme.content = text),
  };
  const bars = ['light', 'dark'].map((name) => ({
    dataset: { scheme: name },
    media: `(prefers-color-scheme: ${name})`,
  }));
  const documentElement = { dataset: {} as { theme?: string } };
  const querySelector = () => scheme;
  const page = {
    documentElement,
    head: { querySelector, querySelectorAll: () => bars },
    querySelector,
  };
  return {
    page: page as unknown as Document,
    shown: () => [documentElement.dataset.theme, scheme.content, ...bars.map(({ media }) => media)],
  };
}

function fakeStorage(theme?: string) {
  const kept = new Map(theme === undefined ? [] : [['hostblind.theme', theme]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const asSystem = [undefined, 'light dark', '(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'];

describe('the theme', () => {
  it('is the system’s until the person chooses one, and is kept', () => {
    const storage = fakeStorage();
    const { page, shown } = fakePage();
    const theme = themeSwitch(localPreferences(storage), page);
    const told: string[] = [];
    const stop = theme.subscribe(() => told.push(theme.theme));
    expect(shown()).toEqual(asSystem);
    theme.choose('dark');
    expect(shown()).toEqual(['dark', 'dark', 'print', 'all']);
    theme.choose('light');
    expect(shown()).toEqual(['light', 'light', 'all', 'print']);
    expect(themeSwitch(localPreferences(storage), fakePage().page).theme).toBe('light');
    theme.choose('system');
    expect(shown()).toEqual(asSystem);
    stop();
    theme.choose('dark');
    expect(told).toEqual(['dark', 'light', 'system']);
  });

  it('is the system’s again when everything is erased, or what was kept is no theme', () => {
    const { page, shown } = fakePage();
    const theme = themeSwitch(localPreferences(fakeStorage('dark')), page);
    expect(theme.theme).toBe('dark');
    theme.forget();
    expect([theme.theme, ...shown()]).toEqual(['system', ...asSystem]);
    expect(themeSwitch(localPreferences(fakeStorage('pink')), page).theme).toBe('system');
  });

  it.each(['dark', 'light'])('is on the page before the app is: %s', (kept) => {
    const { page, shown } = fakePage();
    runInContext(firstPaintScript, createContext({ localStorage: fakeStorage(kept), document: page }));
    expect(shown().slice(0, 2)).toEqual([kept, kept]);
  });

  it('stays the system’s before the app is, where nothing is kept or may be', () => {
    for (const storage of [fakeStorage(), fakeStorage('pink'), undefined]) {
      const { page, shown } = fakePage();
      const surroundings = {
        document: page,
        get localStorage() {
          if (storage === undefined) throw new Error('blocked');
          return storage;
        },
      };
      runInContext(firstPaintScript, createContext(surroundings));
      expect(shown()).toEqual(asSystem);
    }
  });
});
