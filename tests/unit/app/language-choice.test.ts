/** The language that a person chose for the page: kept, put on the page, and never half taken. */
import { afterEach, describe, expect, it } from 'vitest';
import { localPreferences } from '../../../src/app/start/preferences.ts';
import { languageSwitch } from '../../../src/app/start/language-choice.ts';
import { messages } from '../../../src/text/app.ts';
import { chooseLanguage, languageInUse } from '../../../src/text/languages.ts';

function fakeBrowser(asked: readonly string[], language?: string) {
  const kept = new Map(language === undefined ? [] : [['hostblind.language', language]]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const page = { documentElement: { lang: 'en' }, title: 'As it was written' } as Document;
  const choice = languageSwitch({ preferences: localPreferences(storage), page, asked: () => asked });
  return { kept, page, choice };
}

describe('the language of the page', () => {
  afterEach(() => chooseLanguage(['en-GB'], []));

  it('is the browser’s until the person chooses one, and is kept', async () => {
    const { kept, page, choice } = fakeBrowser(['fr-CA', 'en']);
    await choice.begin();
    expect([page.documentElement.lang, languageInUse(), choice.chosen]).toEqual(['fr', 'fr', undefined]);
    expect(page.title).toMatch(/^Hostblind/);
    await choice.choose('de');
    expect([page.documentElement.lang, messages.back, choice.chosen]).toEqual(['de', 'Zurück', 'de']);
    expect([...kept]).toEqual([['hostblind.language', 'de']]);
    await choice.choose('en');
    expect(page.title).toBe('As it was written');
    await choice.choose('de');
    await fakeBrowser(['fr'], 'de').choice.begin();
    expect(languageInUse()).toBe('de');
  });

  it('goes back to the browser’s, and nothing is kept', async () => {
    const { kept, choice } = fakeBrowser(['es'], 'pt');
    await choice.begin();
    expect(languageInUse()).toBe('pt');
    await choice.forget();
    expect([languageInUse(), kept.size, choice.chosen]).toEqual(['es', 0, undefined]);
  });

  it('is English where the one that was kept is gone', async () => {
    await fakeBrowser(['xx'], 'yy').choice.begin();
    expect(languageInUse()).toBe('en');
  });

  it('is the one that was chosen last, whichever loads first', async () => {
    const { choice, kept } = fakeBrowser(['en']);
    await Promise.all([choice.choose('de'), choice.choose('fr')]);
    expect([languageInUse(), choice.chosen, kept.get('hostblind.language')]).toEqual(['fr', 'fr', 'fr']);
  });

  it('tells who draws it', async () => {
    const { choice } = fakeBrowser(['en']);
    const told: (string | undefined)[] = [];
    const end = choice.subscribe(() => told.push(choice.chosen));
    await choice.choose('es');
    end();
    await choice.choose('de');
    expect(told).toEqual(['es']);
    expect(choice.failed).toBe(false);
  });
});
