/** Lines of any width: no word is broken, none is lost, and an ID stands in groups as on the device. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, plain, spokenLines, widthOf, wrapWords } from '../../../src/cli/terminal/wrap.ts';

const words = fc.array(fc.stringMatching(/^[A-Za-z,.!-]{1,14}$/), { minLength: 1, maxLength: 40 });
const widths = fc.integer({ min: 1, max: 140 });
const id = '2a64903d77642a642a64903d77642a64';

describe('a paragraph', () => {
  it('keeps every word whole and in order, and no line is too long for what is in it', () => {
    fc.assert(
      fc.property(words, widths, (all, width) => {
        const lines = wrapWords(all.join(' '), width);
        expect(lines.join(' ').split(' ')).toEqual(all);
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('fills each line before the next', () => {
    fc.assert(
      fc.property(words, widths, (all, width) => {
        const lines = wrapWords(all.join(' '), width);
        for (const [at, line] of lines.entries()) {
          const [next] = lines[at + 1]?.split(' ') ?? [];
          if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width);
        }
      }),
    );
  });

  it('keeps what a no-break space joins on one line', () => {
    expect(wrapWords('Check again: hostblind\u00A0check now.', 20)).toEqual([
      'Check again:',
      'hostblind check now.',
    ]);
  });

  it('hangs below the text of an item, where there is room for that', () => {
    expect(layOut('- one two three four', 12)).toEqual(['- one two', '  three four']);
    expect(layOut('1. one two three four', 13)).toEqual(['1. one two', '   three four']);
    expect(layOut('   one two three', 12)).toEqual(['   one two', '   three']);
    expect(layOut('- one two', 4)).toEqual(['-', 'one', 'two']);
    expect(layOut('', 10)).toEqual(['']);
  });

  it('has quotation marks and dots that every terminal has', () => {
    expect(plain('Don’t use “this”…')).toBe('Don\'t use "this"...');
    expect(layOut('Don’t', 80)).toEqual(["Don't"]);
    expect(layOut('„Reise“, Wiederherstellungs\u00ADphrase', 80)).toEqual([
      '"Reise", Wiederherstellungsphrase',
    ]);
    expect(layOut('Effacer cet appareil\u202F? Non.', 21)).toEqual(['Effacer cet', 'appareil ? Non.']);
  });
});

describe('a fact', () => {
  it('stands beside its label, and below it where there is no room', () => {
    const fact = { label: 'proof', value: 'simulator, as its certificate states' };
    expect(layOut(fact, 60)).toEqual(['proof         simulator, as its certificate states']);
    expect(layOut(fact, 40)).toEqual(['proof         simulator, as its', '              certificate states']);
    expect(layOut(fact, 24)).toEqual(['proof', '  simulator, as its', '  certificate states']);
  });

  it('leaves room after a long label', () => {
    expect(layOut({ label: 'Wallet before it was wiped', value: 'none' }, 60)).toEqual([
      'Wallet before it was wiped none',
    ]);
  });

  it.each([
    [Number.POSITIVE_INFINITY, ['wallet ID     2a64 903d 7764 2a64 2a64 903d 7764 2a64']],
    [80, ['wallet ID     2a64 903d 7764 2a64', '              2a64 903d 7764 2a64']],
    [39, ['wallet ID     2a64 903d 7764 2a64', '              2a64 903d 7764 2a64']],
    [30, ['wallet ID', '  2a64 903d 7764 2a64', '  2a64 903d 7764 2a64']],
    [19, ['wallet ID', '  2a64 903d', '  7764 2a64', '  2a64 903d', '  7764 2a64']],
    [
      8,
      [
        'wallet',
        'ID',
        ...['2a64', '903d', '7764', '2a64', '2a64', '903d', '7764', '2a64'].map((group) => `  ${group}`),
      ],
    ],
  ])('of an ID has the groups of the device, at %d columns', (width, lines) => {
    expect(layOut({ label: 'wallet ID', id }, width)).toEqual(lines);
  });

  it('is one text for a program, an ID as it is', () => {
    expect(spokenLines(['One.', '', { label: 'wallet ID', id }, { label: 'kind', value: 'x' }])).toBe(
      `One. wallet ID: ${id} kind: x`,
    );
  });
});

describe('the width', () => {
  it('leaves the last column free, and is no more than can be read', () => {
    expect([widthOf(20), widthOf(60), widthOf(400), widthOf(1)]).toEqual([19, 59, 100, 1]);
    expect(widthOf(undefined)).toBe(Number.POSITIVE_INFINITY);
  });
});
