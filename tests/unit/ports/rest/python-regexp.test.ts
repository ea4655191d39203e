import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonMatch } from '../../../../firmware-sim/ports/rest/python-regexp.ts';

const matches = (expression: string, text: string): boolean => pythonMatch(expression).test(text);

/** What Python's `re.escape` makes of a text: a backslash before each of these, and nothing else. */
const escape = (text: string): string =>
  text.replaceAll(/[()[\]{}?*+\-|^$\\.&~# \t\n\r\v\f]/gu, String.raw`\$&`);

/** Each was tried with `re.match` of Python 3.11. */
const table: readonly [expression: string, text: string, found: boolean][] = [
  ['(?i)approve', 'Approve', true],
  ['approve', 'Approve', false],
  ['(?s)a.b', 'a\nb', true],
  ['a.b', 'a\nb', false],
  ['a.b', 'a\rb', true],
  ['(?m)a$', 'a\nb', true],
  ['a$', 'a\nb', false],
  ['a$', 'a\n', true],
  [String.raw`a\Z`, 'a\n', false],
  ['(?im)(?s)A.^b', 'a\nb', true],
  ['(?ims)A.^b', 'a\nb', true],
  ['(?u)a', 'a', true],
  [String.raw`Fee\ \-`, 'Fee -', true],
  [String.raw`Send\:`, 'Send: 1', true],
  ['(?P<n>Ready)', 'Ready', true],
  [String.raw`(?P<q>['"])x(?P=q)`, `'x'`, true],
  [String.raw`(?P<q>['"])x(?P=q)`, `'x"`, false],
  [String.raw`(a)\1`, 'aa', true],
  [String.raw`\AReady\Z`, 'Ready', true],
  [String.raw`\AReady\Z`, 'Ready!', false],
  ['pre', 'a prefix', false],
  ['pre', 'prefix', true],
  ['a|b', 'b', true],
  [String.raw`\d+`, '٣', true],
  [String.raw`\w+é`, 'éé', true],
  [String.raw`\bé\b`, 'é', true],
  [String.raw`[\W]`, 'é', false],
  [String.raw`[\W\d]x`, '1x', true],
  [String.raw`\s`, '\u001c', true],
  [String.raw`\s`, '\ufeff', false],
  ['[]a]+$', 'a]', true],
  ['[^]a]', ']', false],
  ['[[]', '[', true],
  ['[a-]+$', 'a-', true],
  [String.raw`[\b]`, '\b', true],
  ['[&&]', '&', true],
  ['a{2}$', 'aa', true],
  ['a{,2}$', 'aa', true],
  ['a{,}$', 'aaa', true],
  ['a{2,}$', 'a', false],
  ['a{x}', 'a{x}', true],
  ['a{}', 'a{}', true],
  ['}', '}', true],
  [']', ']', true],
  ['a+?b', 'aab', true],
  ['(?:ab)+$', 'abab', true],
  ['(?=ab)a', 'ab', true],
  // One after another, and not in one another: there may be as many as there are.
  [`${'(a)'.repeat(150)}$`, 'a'.repeat(150), true],
  ['(?=a)*b', 'b', true],
  ['a(?!b)', 'ab', false],
  ['ab(?<=b)', 'ab', true],
  ['a(?<!b)', 'a', true],
  ['a(?#note)b', 'ab', true],
  [String.raw`\x41\u0042\U00000043\101`, 'ABCA', true],
  [String.raw`\0`, '\0', true],
  [String.raw`\n\t\a`, '\n\t\u0007', true],
  ['', 'anything', true],
  ['😀', '😀', true],
  ['[😀]$', '😀', true],
];

describe("Python's regular expressions", () => {
  it.each(table)('%j against %j: %j', (expression, text, found) => {
    expect(matches(expression, text)).toBe(found);
  });

  it('take what re.escape makes of any text, for that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const wellFormed = Array.from(text)
          .filter((each) => !/[\uD800-\uDFFF]/u.test(each))
          .join('');
        expect(matches(`${escape(wellFormed)}\\Z`, wellFormed)).toBe(true);
        expect(matches(`${escape(wellFormed)}\\Z`, `${wellFormed}!`)).toBe(false);
      }),
    );
  });

  it('give an expression or a reason for any text at all, and nothing else', () => {
    const unit = fc.constantFrom(...'()[]{}?*+-|^$\\.,:=!<>#PiZAdwb1a'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        try {
          expect(pythonMatch(text)).toBeInstanceOf(RegExp);
        } catch (error) {
          expect(error).toMatchObject({ code: 'unknown-expression' });
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['(', 'unterminated group'],
    [')', 'unbalanced parenthesis'],
    ['[', 'unterminated character set'],
    ['[b-a]', 'bad character range'],
    [String.raw`[a-\d]`, 'bad character range'],
    ['*', 'nothing to repeat'],
    ['^*', 'nothing to repeat'],
    ['{2}a', 'nothing to repeat'],
    ['a|+', 'nothing to repeat'],
    ['a**', 'multiple repeat'],
    ['a{2,1}', 'min repeat greater than max repeat'],
    ['\\', 'bad escape (end of pattern)'],
    [String.raw`\q`, String.raw`bad escape \q`],
    [String.raw`\x4`, String.raw`incomplete escape \x`],
    [String.raw`\1`, 'reference to a group'],
    ['(?P=n)', 'reference to a group'],
    ['(?P<n>a)(?P<n>b)', 'redefinition of a group name'],
    ['(?P<1>a)', 'bad group name'],
    ['a(?i)b', 'flags are known at the very beginning only'],
    ['(?x)a', 'flags are known at the very beginning only'],
    ['(?i:a)', 'flags are known at the very beginning only'],
    ['(?>a)', 'atomic groups'],
    ['(a)?(?(1)b)', 'conditional groups'],
    ['a++', 'possessive repeats'],
    ['('.repeat(50_000), 'too many groups in groups'],
  ])('refuse %.20j and say why', (expression, reason) => {
    expect(() => pythonMatch(expression)).toThrow(reason);
  });
});
