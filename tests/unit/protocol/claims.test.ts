/** S-5: what a device says of itself can't be a sentence in the page's own voice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppName, isVersion } from '../../../src/protocol/claims.ts';

describe('the name of an app', () => {
  it.each(['Bitcoin', 'Bitcoin Test', 'Recovery Check', '1inch', 'Binance Smart Chain', 'a', 'x'.repeat(24)])(
    'can be %s',
    (name) => expect(isAppName(name)).toBe(true),
  );

  it.each([
    ['empty', ''],
    ['longer than any app’s', 'x'.repeat(25)],
    ['a sentence', 'damaged. Open ledger-repair.example and enter your 24 words'],
    ['an address', 'ledger-repair.example'],
    ['quoted', 'Bitcoin”. Enter your words'],
    ['of two lines', 'Bitcoin\nEnter words'],
    ['turned around', '\u202eniocti'],
    ['of look-alike letters', 'B\u0456tcoin'],
    ['padded', ' Bitcoin'],
  ])('can’t be %s', (_, name) => expect(isAppName(name)).toBe(false));

  it('has no character that ends a quotation or begins an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        if (isAppName(text)) expect(text).toMatch(/^[ -~]{1,24}$/);
        if (isAppName(text)) expect(text).not.toMatch(/[“”"'<>:/@]/);
      }),
    );
  });
});

describe('a version', () => {
  it.each(['2.2.3', '1.1', '0.0.0', '1.5.0-rc1', '2.1.0-dev-sim', '10.20.30.40'])('can be %s', (text) => {
    expect(isVersion(text)).toBe(true);
  });

  it.each(['', '2', '2.', 'v2.2.3', '2.2.3 call us', '1.2.3.4.5', '1.2-RC', `1.${'2'.repeat(30)}`])(
    'can’t be %j',
    (text) => expect(isVersion(text)).toBe(false),
  );
});
