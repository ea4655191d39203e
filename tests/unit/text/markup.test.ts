import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fillMarkup } from '../../../src/text/locale/markup.ts';
import { chooseLanguage } from '../../../src/text/languages.ts';
import { useLanguage } from '../../../src/text/locale/language.ts';
import { pageText } from '../../../src/text/page.ts';
import { frameText } from '../../../src/text/simulator/frame.ts';
import { windowText } from '../../../src/text/simulator/window.ts';

afterEach(() => chooseLanguage(['en-GB'], []));

describe('a page of markup', () => {
  it('gets its texts between tags and in attributes, and keeps the rest', () => {
    const page =
      '<p data-text="title" id="a" hidden></p><i data-attributes="aria-label:name title:title" /><b>7</b>';
    expect(fillMarkup(page, { title: 'A device', name: 'Its name' })).toBe(
      '<p id="a" hidden>A device</p><i aria-label="Its name" title="A device" /><b>7</b>',
    );
  });

  it('draws what stands in brackets as keys', () => {
    expect(fillMarkup('<p data-text="keys"></p>', { keys: '[←] left, [Enter] both' })).toBe(
      '<p><kbd>←</kbd> left, <kbd>Enter</kbd> both</p>',
    );
  });

  it('takes no markup from a text', () => {
    const text = '<b onclick="x">&\u0022</b>';
    const filled = fillMarkup('<p data-text="text" data-attributes="title:text"></p>', { text });
    expect(filled.replaceAll(/&#\d+;/g, '')).toBe('<p title="b onclick=x/b">b onclick=x/b</p>');
    expect(filled).toContain('&#60;b onclick=&#34;x&#34;&#62;&#38;&#34;&#60;/b&#62;');
  });

  it('says which text is missing, and takes no function for one', () => {
    expect(() => fillMarkup('<p data-text="nothing"></p>', {})).toThrow('no text: nothing');
    expect(() => fillMarkup('<p data-attributes="title:count"></p>', { count: () => '' })).toThrow(
      'no text: count',
    );
  });

  it('names the language it is in', () => {
    useLanguage('de-CH', {});
    expect(fillMarkup('<html lang="en"><p></p>', {})).toBe('<html lang="de"><p></p>');
  });

  it.each([
    ['src/app/index.html', pageText],
    ['src/app/simulator.html', frameText],
    ['firmware-sim/ports/window/window.html', { ...frameText, ...windowText }],
  ])('%s marks texts that there are, and each mark is filled', (path, texts) => {
    const page = readFileSync(path, 'utf8');
    const marks = page.match(/data-(?:text|attributes)=/g) ?? [];
    expect(marks.length).toBeGreaterThan(2);
    const filled = fillMarkup(page, texts);
    expect(filled).not.toMatch(/data-(?:text|attributes)=/);
    expect(filled).toContain(`<title>${texts.title}</title>`);
  });
});
