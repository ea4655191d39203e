/**
 * Python's regular expressions, as Speculos' rules hold them, as JavaScript's. Translated construct by construct, so that
 * classes, anchors and escapes mean what they mean in Python 3 (`re`, Unicode strings); what JavaScript has no equal
 * for is refused with a reason. https://docs.python.org/3/library/re.html
 */
import { codedError } from '../../../src/protocol/errors.ts';

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

const start = '(?<![\\s\\S])';
const end = '(?![\\s\\S])';
const digit = '\\p{Nd}';
const word = '\\p{L}\\p{N}_';
const space =
  '\\t-\\r\\u{1c}-\\u{20}\\u{85}\\u{a0}\\u{1680}\\u{2000}-\\u{200a}\\u{2028}\\u{2029}\\u{202f}\\u{205f}\\u{3000}';

/** Inside a class; around it go brackets. */
const classEscapes: Readonly<Record<string, string>> = {
  d: `[${digit}]`,
  D: `[^${digit}]`,
  s: `[${space}]`,
  S: `[^${space}]`,
  w: `[${word}]`,
  W: `[^${word}]`,
};

const inWord = `(?<=[${word}])`;
const noWord = `(?<![${word}])`;
const toWord = `(?=[${word}])`;
const toNoWord = `(?![${word}])`;
const anchorEscapes: Readonly<Record<string, string>> = {
  A: start,
  Z: end,
  b: `(?:${inWord}${toNoWord}|${noWord}${toWord})`,
  B: `(?:${inWord}${toWord}|${noWord}${toNoWord})`,
};

const controlEscapes: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

const hexadecimalLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Deeper than anything written by hand; a limit, so that no document can exhaust the stack. */
const deepest = 100;

function literal(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}

interface Piece {
  readonly source: string;
  /** Matches a place and not a text: Python repeats none of these. */
  readonly isAnchor?: boolean;
}

class Translator {
  readonly #characters: readonly string[];
  readonly #flags: Flags;
  readonly #groups = new Map<string, number>();
  readonly #closed = new Set<number>();
  #at: number;
  #groupCount = 0;
  #depth = 0;

  constructor(characters: readonly string[], at: number, flags: Flags) {
    this.#characters = characters;
    this.#at = at;
    this.#flags = flags;
  }

  translate(): string {
    const source = this.#alternatives();
    if (this.#at < this.#characters.length) throw codedError('unknown-expression', 'unbalanced parenthesis');
    return source;
  }

  #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #take(text: string): boolean {
    const found = this.#characters.slice(this.#at, this.#at + text.length).join('') === text;
    if (found) this.#at += text.length;
    return found;
  }

  #takeWhile(pattern: RegExp, most = Number.POSITIVE_INFINITY): string {
    let taken = '';
    for (let next = this.#next(); taken.length < most && next !== undefined; next = this.#next()) {
      if (!pattern.test(next)) break;
      taken += next;
      this.#at += 1;
    }
    return taken;
  }

  #alternatives(): string {
    this.#depth += 1;
    if (this.#depth > deepest) throw codedError('unknown-expression', 'too many groups in groups');
    const sources = [this.#sequence()];
    while (this.#take('|')) sources.push(this.#sequence());
    this.#depth -= 1;
    return sources.join('|');
  }

  #sequence(): string {
    let source = '';
    for (let next = this.#next(); next !== undefined && next !== '|' && next !== ')'; next = this.#next()) {
      source += this.#repeated(this.#piece(next));
    }
    return source;
  }

  #repeated(piece: Piece): string {
    const repeat = this.#quantifier();
    if (repeat === undefined) return piece.source;
    if (piece.isAnchor === true || piece.source === '')
      throw codedError('unknown-expression', 'nothing to repeat');
    if (this.#next() === '+') throw codedError('unknown-expression', 'possessive repeats are not known here');
    const lazy = this.#take('?') ? '?' : '';
    if (this.#quantifier() !== undefined) throw codedError('unknown-expression', 'multiple repeat');
    return `(?:${piece.source})${repeat}${lazy}`;
  }

  #quantifier(): string | undefined {
    for (const sign of ['*', '+', '?']) if (this.#take(sign)) return sign;
    const before = this.#at;
    if (!this.#take('{') || this.#next() === '}') {
      this.#at = before;
      return undefined;
    }
    const least = this.#takeWhile(/\d/);
    const most = this.#take(',') ? this.#takeWhile(/\d/) : least;
    const isRange = this.#characters[this.#at - 1] === ',' || least !== '' || most !== '';
    if (!isRange || !this.#take('}')) {
      this.#at = before;
      return undefined;
    }
    if (most !== '' && Number(most) < Number(least)) {
      throw codedError('unknown-expression', 'min repeat greater than max repeat');
    }
    return `{${least === '' ? 0 : Number(least)},${most === '' ? '' : Number(most)}}`;
  }

  #piece(next: string): Piece {
    if (this.#quantifier() !== undefined) throw codedError('unknown-expression', 'nothing to repeat');
    this.#at += 1;
    switch (next) {
      case '.':
        return { source: this.#flags.dotAll ? '[\\s\\S]' : '[^\\n]' };
      case '^':
        return { source: this.#flags.multiline ? `(?:(?<=\\n)|${start})` : start, isAnchor: true };
      case '$':
        return { source: this.#flags.multiline ? `(?:(?=\\n)|${end})` : `(?=\\n?${end})`, isAnchor: true };
      case '[':
        return { source: this.#characterClass() };
      case '(':
        return this.#group();
      case '\\':
        return this.#escape();
      default:
        return { source: literal(next.codePointAt(0) ?? 0) };
    }
  }

  #group(): Piece {
    if (!this.#take('?')) return this.#capture(undefined);
    if (this.#take('P<')) return this.#capture(this.#name('>'));
    if (this.#take('P=')) return { source: this.#reference(this.#groups.get(this.#name(')'))) };
    if (this.#take('#')) {
      this.#takeWhile(/[^)]/);
      return this.#close({ source: '' });
    }
    for (const kind of [':', '=', '!', '<=', '<!']) {
      if (this.#take(kind)) return this.#close({ source: `(?:(?${kind}${this.#alternatives()}))` });
    }
    if (this.#next() === '(') throw codedError('unknown-expression', 'conditional groups are not known here');
    if (this.#next() === '>') throw codedError('unknown-expression', 'atomic groups are not known here');
    throw codedError('unknown-expression', 'flags are known at the very beginning only: i, m, s and u');
  }

  #capture(name: string | undefined): Piece {
    this.#groupCount += 1;
    const number = this.#groupCount;
    if (name !== undefined) {
      if (this.#groups.has(name)) throw codedError('unknown-expression', 'redefinition of a group name');
      this.#groups.set(name, number);
    }
    const piece = this.#close({ source: `(${this.#alternatives()})` });
    this.#closed.add(number);
    return piece;
  }

  #close(piece: Piece): Piece {
    if (!this.#take(')')) throw codedError('unknown-expression', 'missing ), unterminated group');
    return piece;
  }

  #name(terminator: string): string {
    const name = this.#takeWhile(/[\p{L}\p{N}_]/u);
    if (!/^[\p{L}_]/u.test(name) || !this.#take(terminator))
      throw codedError('unknown-expression', 'bad group name');
    return name;
  }

  #reference(number: number | undefined): string {
    if (number === undefined || !this.#closed.has(number)) {
      throw codedError('unknown-expression', 'reference to a group that is not there, or still open');
    }
    return `(?:\\${number})`;
  }

  #escape(): Piece {
    const next = this.#next();
    if (next === undefined) throw codedError('unknown-expression', 'bad escape (end of pattern)');
    const anchor = anchorEscapes[next];
    const inClass = classEscapes[next];
    if (anchor !== undefined || inClass !== undefined) this.#at += 1;
    if (anchor !== undefined) return { source: anchor, isAnchor: true };
    if (inClass !== undefined) return { source: inClass };
    if (/[1-9]/.test(next)) {
      const octal = this.#characters.slice(this.#at, this.#at + 3).join('');
      if (!/^[0-3][0-7]{2}$/.test(octal)) {
        return { source: this.#reference(Number(this.#takeWhile(/\d/, 2))) };
      }
    }
    return { source: literal(this.#escapedCharacter()) };
  }

  /** Of an escape that stands for one character, with the backslash already taken. */
  #escapedCharacter(): number {
    const next = this.#next();
    if (next === undefined) throw codedError('unknown-expression', 'bad escape (end of pattern)');
    if (/[0-7]/.test(next)) return Number.parseInt(this.#takeWhile(/[0-7]/, 3), 8);
    this.#at += 1;
    const control = controlEscapes[next];
    if (control !== undefined) return control;
    const length = hexadecimalLengths[next];
    if (length !== undefined) {
      const digits = this.#takeWhile(/[0-9a-fA-F]/, length);
      const codePoint = Number.parseInt(digits, 16);
      if (digits.length < length || codePoint > 0x10_ffff)
        throw codedError('unknown-expression', `incomplete escape \\${next}`);
      return codePoint;
    }
    if (/[A-Za-z0-9]/.test(next)) throw codedError('unknown-expression', `bad escape \\${next}`);
    return next.codePointAt(0) ?? 0;
  }

  #characterClass(): string {
    const negated = this.#take('^');
    const items: string[] = [];
    for (let first = true; first || !this.#take(']'); first = false) {
      const low = this.#classItem();
      const hasRange =
        this.#next() === '-' &&
        this.#at + 1 < this.#characters.length &&
        this.#characters[this.#at + 1] !== ']';
      if (!hasRange) {
        items.push(typeof low === 'number' ? literal(low) : low);
        continue;
      }
      this.#at += 1;
      const high = this.#classItem();
      if (typeof low !== 'number' || typeof high !== 'number' || high < low) {
        throw codedError('unknown-expression', 'bad character range');
      }
      items.push(`${literal(low)}-${literal(high)}`);
    }
    return `[${negated ? '^' : ''}${items.join('')}]`;
  }

  /** A code point, or the source of a set such as `\d`. */
  #classItem(): number | string {
    const next = this.#next();
    if (next === undefined) throw codedError('unknown-expression', 'unterminated character set');
    this.#at += 1;
    if (next !== '\\') return next.codePointAt(0) ?? 0;
    const escaped = this.#next() ?? '';
    const set = classEscapes[escaped];
    if (set !== undefined || escaped === 'b') this.#at += 1;
    if (set !== undefined) return set;
    return escaped === 'b' ? 8 : this.#escapedCharacter();
  }
}

/** The flags in front, as `(?i)` or `(?im)(?s)`, and where they end. */
function readFlags(text: string): { readonly flags: Flags; readonly length: number } {
  const front = /^(?:\(\?[imsu]+\))*/.exec(text)?.[0] ?? '';
  const has = (letter: string): boolean => front.includes(letter);
  return {
    flags: { ignoreCase: has('i'), multiline: has('m'), dotAll: has('s') },
    length: front.length,
  };
}

/**
 * What `re.match` matches: the expression from the beginning of a text on, and not to its end. Throws
 * `unknown-expression` with the reason, for what Python refuses and for what is not known here.
 */
export function pythonMatch(expression: string): RegExp {
  const { flags, length } = readFlags(expression);
  const source = new Translator(Array.from(expression), length, flags).translate();
  try {
    return new RegExp(`${start}(?:${source})`, flags.ignoreCase ? 'vi' : 'v');
  } catch {
    throw codedError('unknown-expression', 'not a regular expression');
  }
}
