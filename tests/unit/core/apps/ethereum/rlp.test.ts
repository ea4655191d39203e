/** Recursive length prefix: the examples of its specification and of Ethereum's common tests, and laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announcedLength,
  decodeRlp,
  encodeRlp,
  mayGrow,
  readInteger,
  writeInteger,
  type RlpItem,
} from '../../../../../firmware-sim/core/apps/ethereum/rlp.ts';
import { fromHex, toHex } from '../../../../../src/protocol/bytes.ts';
import { rlp } from '../../../../fixtures/data/ethereum-transactions.ts';

const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const lorem = 'Lorem ipsum dolor sit amet, consectetur adipisicing eli';
const none = new Uint8Array();
const deep = 8;

const vectors: readonly (readonly [string, RlpItem, string])[] = [
  ['nothing', none, '80'],
  ['a zero', Uint8Array.of(0), '00'],
  ['the highest byte that stands for itself', Uint8Array.of(0x7f), '7f'],
  ['the lowest that does not', Uint8Array.of(0x80), '8180'],
  ['a dog', ascii('dog'), '83646f67'],
  ['55 bytes', ascii(lorem), `b7${toHex(ascii(lorem))}`],
  ['56 bytes', ascii(`${lorem}t`), `b838${toHex(ascii(`${lorem}t`))}`],
  ['1024 bytes', new Uint8Array(1024), `b90400${'00'.repeat(1024)}`],
  ['an empty list', [], 'c0'],
  ['a cat and a dog', [ascii('cat'), ascii('dog')], 'c88363617483646f67'],
  ['lists of several sorts', [ascii('zw'), [Uint8Array.of(4)], Uint8Array.of(1)], 'c6827a77c10401'],
  ['lists of lists', [[[], []], []], 'c4c2c0c0c0'],
  ['the set of three', [[], [[]], [[], [[]]]], 'c7c0c1c0c3c0c1c0'],
  [
    'a long list',
    Array.from({ length: 4 }, () => [ascii('asdf'), ascii('qwer'), ascii('zxcv')]),
    `f840${'cf84617364668471776572847a786376'.repeat(4)}`,
  ],
];

const refused: readonly (readonly [string, string])[] = [
  ['no bytes', ''],
  ['a low byte with a length', '8100'],
  ['another one', '817f'],
  ['a long form for nothing', 'b800'],
  ['a long form for 55 bytes', `b837${'00'.repeat(55)}`],
  ['a length with a zero in front', `b90038${'00'.repeat(56)}`],
  ['a list with a length in a long form', 'f803010203'],
  ['a list’s length with a zero in front', `f90038${'00'.repeat(56)}`],
  ['a string that ends too soon', '83646f'],
  ['a list that ends too soon', 'c883636174'],
  ['an item that sticks out of its list', 'c283646f'],
  ['a length that ends too soon', 'b9'],
  ['a length of five bytes', 'bc0100000000'],
  ['a length of eight bytes', 'bfffffffffffffffff'],
  ['a list’s length of eight bytes', 'ffffffffffffffffff'],
  ['something after the end', '80ff'],
  ['an item in a list that could be shorter', 'c28105'],
];

const item: fc.Arbitrary<RlpItem> = fc.letrec<{ readonly item: RlpItem; readonly list: RlpItem[] }>(
  (tie) => ({
    item: fc.oneof({ maxDepth: 3 }, fc.uint8Array({ maxLength: 70 }), tie('list')),
    list: fc.array(tie('item'), { maxLength: 5 }),
  }),
).item;

describe('a recursive length prefix', () => {
  it.each(vectors)('writes and reads %s', (_, value, written) => {
    expect(toHex(encodeRlp(value))).toBe(written);
    expect(decodeRlp(fromHex(written), deep)).toEqual(value);
  });

  it.each(refused)('is refused for %s', (_, written) => {
    expect(decodeRlp(fromHex(written), deep)).toBeUndefined();
  });

  it('is refused for lists that are too deep', () => {
    expect(decodeRlp(fromHex('c2c1c0'), 3)).toEqual([[[]]]);
    expect(decodeRlp(fromHex('c2c1c0'), 2)).toBeUndefined();
    expect(decodeRlp(encodeRlp([]), 0)).toBeUndefined();
  });

  it('is what another implementation writes, and reads back', () => {
    fc.assert(
      fc.property(item, (value) => {
        const written = encodeRlp(value);
        expect(toHex(written)).toBe(rlp(value).toString('hex'));
        expect(decodeRlp(written, deep)).toEqual(value);
        expect(announcedLength(written)).toBe(written.length);
      }),
    );
  });

  it('has one way to be written for whatever is read', () => {
    const bytes = fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 80 }), item.map(encodeRlp));
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat({ max: 255 }), (written, at, byte) => {
        const changed = written.with(at % written.length, byte);
        const value = decodeRlp(changed, deep);
        if (value !== undefined) expect(encodeRlp(value)).toEqual(changed);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells its length as soon as its header is there, and waits for one alone', () => {
    const long = fromHex(`b90400${'00'.repeat(1024)}`);
    expect([0, 1, 2, 3].map((length) => announcedLength(long.subarray(0, length)))).toEqual([
      undefined,
      undefined,
      undefined,
      1027,
    ]);
    expect([0, 1, 2, 3].map((length) => mayGrow(long.subarray(0, length)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(['7f', 'bc', 'f900', 'fc', 'f801', '83'].map((text) => mayGrow(fromHex(text)))).toEqual(
      Array(6).fill(false),
    );
  });
});

describe('a number', () => {
  it('has no zeros in front, and no bytes for zero', () => {
    expect(readInteger(none, 32)).toBe(0n);
    expect(readInteger(Uint8Array.of(0), 32)).toBeUndefined();
    expect(readInteger(Uint8Array.of(0, 1), 32)).toBeUndefined();
    expect(readInteger([], 32)).toBeUndefined();
    expect(readInteger(undefined, 32)).toBeUndefined();
  });

  it('has no more bytes than there is room for', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
        fc.integer({ min: 0, max: 33 }),
        (value, most) => {
          const written = writeInteger(value);
          expect(readInteger(written, most)).toBe(written.length <= most ? value : undefined);
        },
      ),
    );
  });
});
