import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, it } from 'vitest';
import {
  entropyFromPhrase,
  phraseFromEntropy,
} from '../../../../../firmware-sim/core/vault/phrase/phrase.ts';
import { makeSeedQr, type SeedQr } from '../../../../../firmware-sim/core/vault/copies/seed-qr.ts';
import { maskPenalty } from '../../../../../firmware-sim/core/vault/copies/qr-mask.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { seedQrSize, type SeedQrFormat } from '../../../../../src/protocol/files/seed-qr.ts';
import { decodeSquares, type Squares } from '../../../../kit/drivers/square-reader.ts';

interface Vector {
  readonly vector: number;
  readonly words: string;
  readonly digits: string;
  readonly entropy: string;
  readonly standard?: Squares;
  readonly compact?: Squares;
}

const file = join(import.meta.dirname, '../../../../fixtures/data/vectors/seed-qr.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] };
const pictures = vectors.flatMap((vector) =>
  (['standard', 'compact'] as const).flatMap((format) => {
    const squares = vector[format];
    return squares === undefined ? [] : [{ ...vector, format, squares }];
  }),
);

const phraseOf = (words: string): Uint16Array =>
  Uint16Array.from(words.split(' '), (word) => wordlist.indexOf(word));

function squaresOf(code: SeedQr): Squares {
  return Array.from({ length: code.size }, (_, row) =>
    Array.from({ length: code.size }, (__, column) => (code.isDark(column, row) ? '#' : '.')).join(''),
  );
}

function codeOf(format: SeedQrFormat, words: string): SeedQr {
  const phrase = phraseOf(words);
  return makeSeedQr(format, phrase, entropyFromPhrase(phrase));
}

describe('published vectors', () => {
  it('are all of the specification: nine phrases, fifteen pictures', () => {
    expect(vectors).toHaveLength(9);
    expect(pictures).toHaveLength(15);
  });

  it.each(vectors)('vector $vector: digits and bytes of either format', ({ words, digits, entropy }) => {
    const standard = decodeSquares(squaresOf(codeOf('standard', words)));
    expect(standard).toEqual({ text: digits, bytes: undefined });
    const compact = decodeSquares(squaresOf(codeOf('compact', words)));
    expect(toHex(compact.bytes ?? new Uint8Array())).toBe(entropy);
  });

  it.each(pictures)('vector $vector, $format: the same squares as in the picture', (picture) => {
    expect(squaresOf(codeOf(picture.format, picture.words))).toEqual(picture.squares);
  });

  it('are read alike from the pictures themselves, so the decoder is no accomplice', () => {
    for (const { format, squares, digits, entropy } of pictures) {
      const { text, bytes } = decodeSquares(squares);
      if (format === 'standard') expect(text).toBe(digits);
      else expect(bytes).toEqual(fromHex(entropy));
    }
  });
});

describe('makeSeedQr', () => {
  it('refuses a phrase of another length', () => {
    expect(() => makeSeedQr('standard', new Uint16Array(13), new Uint8Array(16))).toThrow(
      'a phrase has 12, 15, 18, 21 or 24 words',
    );
  });

  it('knows no square outside the code', () => {
    const code = codeOf('compact', vectors[3]?.words ?? '');
    expect(() => code.isDark(21, 20)).toThrow(RangeError);
  });

  it('gives every phrase of every length back to a decoder, in the smallest size', () => {
    const entropy = fc
      .constantFrom(16, 20, 24, 28, 32)
      .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
    fc.assert(
      fc.property(entropy, (bytes) => {
        const phrase = phraseFromEntropy(bytes);
        const standard = makeSeedQr('standard', phrase, bytes);
        const digits = [...phrase].map((index) => String(index).padStart(4, '0')).join('');
        expect(decodeSquares(squaresOf(standard)).text).toBe(digits);
        expect(standard.size).toBe(phrase.length <= 18 ? 25 : 29);
        if (phrase.length !== 12 && phrase.length !== 24) return;
        const compact = makeSeedQr('compact', phrase, bytes);
        expect(decodeSquares(squaresOf(compact)).bytes).toEqual(bytes);
        expect(compact.size).toBe(seedQrSize('compact', phrase.length));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps nothing from one code to the next', () => {
    const [first, second] = [vectors[3]?.words ?? '', vectors[4]?.words ?? ''];
    const before = squaresOf(codeOf('compact', first));
    codeOf('compact', second).erase();
    expect(squaresOf(codeOf('compact', first))).toEqual(before);
  });

  it('is blank once it is erased', () => {
    const code = codeOf('standard', vectors[0]?.words ?? '');
    code.erase();
    expect(squaresOf(code).join('')).toMatch(/^\.+$/);
  });
});

describe('maskPenalty (ISO/IEC 18004, 7.8.3.1)', () => {
  /** The penalty of a 21x21 code that is light but for `dark`, given as column and row. */
  const penaltyOf = (isDark: (column: number, row: number) => boolean): number =>
    maskPenalty({
      size: 21,
      cells: Uint8Array.from({ length: 441 }, (_, at) => (isDark(at % 21, Math.floor(at / 21)) ? 1 : 0)),
    });
  /** 42 lines of 21 alike (19 points each), 400 squares of four alike, and a share that is 50 % off. */
  const blank = 42 * 19 + 400 * 3 + 100;

  it('counts runs, squares and balance of a blank code', () => {
    expect(penaltyOf(() => false)).toBe(blank);
  });

  it('does not see the format bits', () => {
    expect(penaltyOf((column, row) => row === 8 && column < 9 && column !== 6)).toBe(blank);
    expect(penaltyOf((column, row) => column === 8 && row >= 13)).toBe(blank);
    expect(penaltyOf((column, row) => row === 8 && column === 6)).not.toBe(blank);
  });

  it('subtracts 10 for each 5 % of balance, and splits runs at a dark square', () => {
    // One dark square: its row and column fall into runs of 10, and four squares of four are broken.
    const runs = 40 * 19 + 2 * (8 + 8);
    expect(penaltyOf((column, row) => column === 10 && row === 10)).toBe(runs + 396 * 3 + 90);
  });

  it('adds 40 for each row or column with a finder-like run beside four light squares', () => {
    const finder = '1011101';
    const at = (start: number) => (column: number, row: number) =>
      row === 12 && finder[column - start] === '1';
    // In the middle there is light on both sides: 40 more than at the edge. Two runs of 7 (5 points each) stand for
    // one of 14 (12 points), and two more squares of four are broken.
    expect(penaltyOf(at(7)) - penaltyOf(at(0))).toBe(40 + (2 * 5 - 12) - 2 * 3);
    // With three light squares on one side it counts for the other side alone.
    expect(penaltyOf(at(3)) - penaltyOf(at(0))).toBe(0 + (9 - 12) + 0 - 2 * 3);
  });
});
