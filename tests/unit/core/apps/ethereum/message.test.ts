/** Messages: their digests, and that two of them never read alike. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ethereumTexts } from '../../../../../firmware-sim/core/apps/ethereum/languages.ts';
import { messageDigest } from '../../../../../firmware-sim/core/apps/ethereum/message.ts';
import { reviewMessage } from '../../../../../firmware-sim/core/apps/ethereum/review-message.ts';
import { visibleText } from '../../../../../src/protocol/visible-text.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { keccak } from '../../../../reference-device/addresses.mjs';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What stands in the escapes of a text, and so the text. */
function readBack(visible: string): string {
  return visible.replaceAll(/\\(?:n ?|r|t|\\|u\{([0-9a-f]+)\})/g, (escape, digits: string | undefined) => {
    if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16));
    return { n: '\n', r: '\r', t: '\t', '\\': '\\' }[escape.slice(1, 2)] ?? expect.fail(escape);
  });
}

const shown = (message: Uint8Array): readonly (readonly [string, string])[] => {
  const review = reviewMessage(message, [0x8000_002c], ethereumTexts('en'));
  if (review.kind !== 'readable') return expect.fail('unreadable');
  return review.fields.map(({ title, value }) => [title, value]);
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '\\', 'n', 'u', '{', '}', 'a', 'é', '\u202e') }),
);

describe('a message', () => {
  it.each([
    ['', '5f35dce98ba4fba25530a026ed80b2cecdaa31091ba4958b99b52ea1d068adad'],
    ['Hello World', 'a1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2'],
    ['hello world', 'd9eba16ed0ecae432b71fe008c98cc872bb4cc214d3220a36f365326cf807d68'],
  ])('has the digest that wallets give it: "%s"', (message, digest) => {
    expect(toHex(messageDigest(utf8(message)))).toBe(digest);
  });

  it('is hashed as EIP-191 says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (message) => {
        const prefix = Buffer.from(`\u0019Ethereum Signed Message:\n${message.length}`, 'latin1');
        const expected = keccak(Buffer.concat([prefix, message]));
        expect(toHex(messageDigest(message))).toBe(expected.toString('hex'));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['Sign in: "me" (1)', 'Sign in: "me" (1)'],
    ['one\ntwo\n\nthree\n', String.raw`one\n two\n \n three\n`],
    [' a  b ', String.raw`\u{20}a\u{20}\u{20}b\u{20}`],
    ['a \n b', String.raw`a\u{20}\n \u{20}b`],
    [String.raw`C:\n \ x`, String.raw`C:\\n \\ x`],
    ['é€😀', String.raw`\u{e9}\u{20ac}\u{1f600}`],
    ['\ufeffa\u202eb\r\tc', String.raw`\u{feff}a\u{202e}b\r\tc`],
  ])('shows what can’t be seen: %j', (text, visible) => {
    expect(visibleText(utf8(text))).toBe(visible);
  });

  it('can be read back from what is shown', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = utf8(text);
        const visible = visibleText(bytes);
        if (visible === undefined) return;
        expect(toHex(utf8(readBack(visible)))).toBe(toHex(bytes));
        expect(visible).toMatch(/^[ -~]*$/);
        expect(visible).not.toMatch(/^ | $| {2}/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['ff', '61c3', '6100', '1b', '7f', 'eda080', 'c080'])('that is no text is in hex: %s', (hex) => {
    expect(visibleText(fromHex(hex))).toBeUndefined();
    expect(shown(fromHex(hex))[0]).toEqual(['Message in hex', hex]);
  });

  it('reads like no other', () => {
    expect(shown(new Uint8Array())[0]).toEqual(['Empty message', 'empty']);
    expect(shown(utf8('empty'))[0]).toEqual(['Message', 'empty']);
    expect(shown(utf8('ff'))).not.toEqual(shown(fromHex('ff')));
    expect(shown(utf8('x'))[1]).toEqual(['Account', "m/44'"]);
  });
});
