import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteAt,
  concatBytes,
  equalBytes,
  fromHex,
  readU16,
  toHex,
  u16,
  elementAt,
} from '../../../src/protocol/bytes.ts';

describe('concatBytes', () => {
  it('joins any arrays, in order, into a new one', () => {
    expect(concatBytes()).toEqual(new Uint8Array());
    const part = Uint8Array.of(1, 2);
    const joined = concatBytes(part, new Uint8Array(), Uint8Array.of(3));
    part.fill(0);
    expect(joined).toEqual(Uint8Array.of(1, 2, 3));
  });
});

describe('u16 and readU16', () => {
  it('write and read every value, high byte first', () => {
    expect(u16(0x1234)).toEqual(Uint8Array.of(0x12, 0x34));
    for (let value = 0; value < 65_536; value += 1) {
      if (readU16(u16(value), 0) !== value) throw new Error(`${value} does not come back`);
    }
    expect(readU16(Uint8Array.of(9, 0xff, 0xfe), 1)).toBe(0xfffe);
  });

  it('never read past the end as zeros', () => {
    expect(() => readU16(Uint8Array.of(1, 2), 1)).toThrow(new RangeError('no byte at offset 2 of 2'));
    expect(() => readU16(new Uint8Array(), 0)).toThrow(RangeError);
  });
});

describe('byteAt', () => {
  it('reads inside, and refuses outside', () => {
    const bytes = Uint8Array.of(7, 0);
    expect([byteAt(bytes, 0), byteAt(bytes, 1)]).toEqual([7, 0]);
    for (const offset of [-1, 2, 0.5]) expect(() => byteAt(bytes, offset)).toThrow(RangeError);
  });
});

describe('toHex and fromHex', () => {
  it('come back from any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toHex(bytes)).toMatch(/^([0-9a-f]{2})*$/);
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes);
      }),
    );
  });

  it('ignore white space', () => {
    expect(fromHex(' c8 02\n00\t00 0 0 ')).toEqual(Uint8Array.of(0xc8, 2, 0, 0, 0));
  });

  it.each(['c', 'c80', '0x10', 'zz', '1g', '--'])('refuse %j', (text) => {
    expect(() => fromHex(text)).toThrow(
      new RangeError('not hexadecimal: an even number of the digits 0-9 and a-f is needed'),
    );
  });
});

describe('equalBytes', () => {
  it('is true for equal bytes alone', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (left, right) => {
        expect(equalBytes(left, left.slice())).toBe(true);
        expect(equalBytes(left, right)).toBe(toHex(left) === toHex(right));
      }),
    );
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
  });
});

describe('elementAt', () => {
  it('reads what is there and refuses what is not', () => {
    expect(elementAt(Uint16Array.of(7, 2047), 1)).toBe(2047);
    for (const index of [-1, 2, 0.5])
      expect(() => elementAt(Uint16Array.of(7, 2047), index)).toThrow(RangeError);
  });
});
