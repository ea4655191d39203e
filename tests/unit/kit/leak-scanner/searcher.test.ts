import { createHmac } from 'node:crypto';
import { entropyToMnemonic, mnemonicToSeedSync, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearcher, type Hit } from '../../../kit/leak-scanner/searcher.ts';

const entropyOf = (fill: number): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + fill * 101) & 0xff);
const entropy = entropyOf(1);
const phrase = entropyToMnemonic(entropy, wordlist).split(' ');
const indexes = phrase.map((word) => wordlist.indexOf(word));
const seed = mnemonicToSeedSync(phrase.join(' '));
const pin = '40286619';
const searcher = createSearcher({ phrase, pins: [pin] });
const encodingsIn = (hits: readonly Hit[]): string[] => hits.map(({ encoding }) => encoding);
const ascii = (text: string): Uint8Array => Buffer.from(text);
const packed = (
  numbers: readonly number[],
  width: 2 | 4 | 8,
  put: (view: DataView, at: number, value: number) => void,
): Uint8Array => {
  const bytes = new Uint8Array(numbers.length * width);
  numbers.forEach((value, at) => put(new DataView(bytes.buffer), at * width, value));
  return bytes;
};

/** The way in which something is written down, a leak in it, and the part of the secret that must be told. */
const leaks: readonly [string, Uint8Array, RegExp][] = [
  ...[' ', '\n', ',', '","', '\0', '', '\r\n', '\t', ', ', '", "', '\\",\\"', '%20', '+', '-', '_'].map(
    (separator): [string, Uint8Array, RegExp] => [
      'utf-8',
      ascii(phrase.slice(4, 7).join(separator)),
      /^words 5 to 7$/,
    ],
  ),
  ['utf-8, capitals', ascii(phrase.slice(0, 3).join(' ').toUpperCase()), /^words 1 to 3$/],
  ['utf-16', Buffer.from(phrase.slice(21).join(' '), 'utf16le'), /^words 22 to 24$/],
  ['hex', ascii(Buffer.from(phrase.join(' ')).toString('hex')), /^words 1 to 3$/],
  ['hex, capitals', ascii(Buffer.from(phrase.join(',')).toString('hex').toUpperCase()), /^words 1 to 3$/],
  ...[0, 1, 2].map((before): [string, Uint8Array, RegExp] => [
    'base64',
    ascii(Buffer.from('x'.repeat(before) + phrase.join(' ')).toString('base64')),
    /^words 1 to 3$/,
  ]),
  ['inner pad of an HMAC', ascii(phrase.join(' ')).map((byte) => byte ^ 0x36), /^words 1 to 3$/],
  [
    'u16, little-endian',
    packed(indexes, 2, (view, at, value) => view.setUint16(at, value, true)),
    /^word indexes 1 to 4$/,
  ],
  [
    'u16, big-endian',
    packed(indexes, 2, (view, at, value) => view.setUint16(at, value)),
    /^word indexes 1 to 4$/,
  ],
  [
    'u32, little-endian',
    packed(indexes, 4, (view, at, value) => view.setUint32(at, value, true)),
    /^word indexes 1 to 4$/,
  ],
  [
    'u32, big-endian',
    packed(indexes, 4, (view, at, value) => view.setUint32(at, value)),
    /^word indexes 1 to 4$/,
  ],
  [
    'small integers of V8',
    packed(indexes, 4, (view, at, value) => view.setUint32(at, value << 1, true)),
    /^word indexes 1 to 4$/,
  ],
  [
    'small integers of V8, 64 bit',
    packed(indexes, 8, (view, at, value) => view.setBigUint64(at, BigInt(value) << 32n, true)),
    /^word indexes 1 to 4$/,
  ],
  ['f64', packed(indexes, 8, (view, at, value) => view.setFloat64(at, value, true)), /^word indexes 1 to 4$/],
  ['decimal list', ascii(JSON.stringify(indexes)), /^word indexes 1 to 4$/],
  ['decimal list', ascii(`[${indexes.join(', ')}]`), /^word indexes 1 to 4$/],
  ...(
    [
      ['entropy', entropy],
      ['seed', seed],
    ] as const
  ).flatMap(([name, bytes]): [string, Uint8Array, RegExp][] => {
    const part = new RegExp(`^bytes 1 to 8 of the ${name}$`);
    const hex = Buffer.from(bytes).toString('hex');
    return [
      ['bytes', bytes, part],
      ['hex', ascii(hex), part],
      ['hex, capitals', ascii(hex.toUpperCase()), part],
      ['hex in utf-16', Buffer.from(hex, 'utf16le'), part],
      ...[0, 1, 2].map((before): [string, Uint8Array, RegExp] => [
        'base64',
        ascii(Buffer.concat([Buffer.alloc(before, 7), bytes]).toString('base64')),
        part,
      ]),
      ['base64', ascii(Buffer.from(bytes).toString('base64url')), part],
      ['decimal list', ascii([...bytes].join(',')), part],
      ['object of numbers', ascii(JSON.stringify(bytes)), part],
      ['32-bit words, swapped', Buffer.from(bytes).swap32(), part],
    ];
  }),
  ['bytes', Uint8Array.from(pin, Number), /^the PIN$/],
  ['utf-8', ascii(pin), /^the PIN$/],
  ['utf-16', Buffer.from(pin, 'utf16le'), /^the PIN$/],
  ['outer pad of an HMAC', ascii(pin).map((byte) => byte ^ 0x5c), /^the PIN$/],
];

describe('a leak in bytes', () => {
  it.each(leaks)('as %s is found anywhere among other bytes (%#)', (encoding, leak, part) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (before, behind) => {
        const hits = searcher.inBytes(Buffer.concat([before, leak, behind]));
        expect(hits.some((hit) => hit.encoding === encoding && part.test(hit.part))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is found for any phrase, at any three neighbours', () => {
    const anyEntropy = fc
      .constantFrom(16, 20, 24, 28, 32)
      .chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
    fc.assert(
      fc.property(anyEntropy, fc.nat(), (bytes, at) => {
        const words = entropyToMnemonic(bytes, wordlist).split(' ');
        const first = at % (words.length - 2);
        const hits = createSearcher({ phrase: words }).inBytes(
          ascii(`x${words.slice(first, first + 3).join(' ')}x`),
        );
        expect(hits.map(({ part }) => part)).toContain(`words ${first + 1} to ${first + 3}`);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is no leak', () => {
  it('ignores any wordlist, other phrases, two words and random bytes', () => {
    const other = entropyToMnemonic(entropyOf(2), wordlist).split(' ');
    for (const separator of [' ', '\n', ',', '', '","', '\0']) {
      expect(searcher.inBytes(ascii(wordlist.join(separator)))).toEqual([]);
      expect(searcher.inBytes(ascii(other.join(separator)))).toEqual([]);
      expect(searcher.inBytes(ascii(phrase.slice(0, 2).join(separator)))).toEqual([]);
    }
    expect(
      searcher.inBytes(
        packed(
          wordlist.map((_, at) => at),
          2,
          (view, at, value) => view.setUint16(at, value, true),
        ),
      ),
    ).toEqual([]);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2000, maxLength: 2000 }), (bytes) => {
        expect(searcher.inBytes(bytes)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is not found for a phrase of one word, in a list that has it once', () => {
    const one = createSearcher({
      phrase: Array.from({ length: 12 }, (_, at) => (at < 11 ? 'abandon' : 'about')),
    });
    expect(one.inBytes(ascii(wordlist.join('\n')))).toEqual([]);
  });
});

describe('traces, in what a page shows and sends', () => {
  const strict = createSearcher({ phrase, ownWords: new Set([phrase[1] ?? '']) });

  it.each([
    ['two neighbours in any spelling', `1: ${phrase[0]?.toUpperCase()}; 2: ${phrase[1]}`, 'words 1 and 2'],
    ['two neighbours backwards', `${phrase[9]} / ${phrase[8]}`, 'words 10 and 9'],
    ['a lone word', `the ${phrase[5]} is`, 'word 6'],
    [
      'two word indexes in hex',
      indexes
        .slice(2, 4)
        .map((index) => index.toString(16).padStart(4, '0'))
        .join(''),
      'word indexes 3 and 4',
    ],
    [
      'four bytes of entropy in hex',
      Buffer.from(entropy).toString('hex').slice(8, 16),
      'bytes 5 to 8 of the entropy',
    ],
  ])('are found: %s', (_, text, part) => {
    expect(strict.tracesIn(text).map((hit) => hit.part)).toContain(part);
    expect(strict.tracesIn(ascii(text)).map((hit) => hit.part)).toContain(part);
  });

  it('ignores a lone word that the app itself uses, and any when it has no such list', () => {
    expect(strict.tracesIn(`the ${phrase[1]} is`)).toEqual([]);
    expect(searcher.tracesIn(`the ${phrase[5]} is`)).toEqual([]);
  });

  it('are none among the digits of an id, and are one beside it', () => {
    const adding = wordlist
      .map((last) => [...Array<string>(11).fill('add'), last])
      .find((words) => validateMnemonic(words.join(' '), wordlist));
    const id = '30add5810e2f94c7';
    const parts = (text: string): string[] =>
      createSearcher({ phrase: adding ?? [], ownWords: new Set() })
        .tracesIn(text)
        .map(({ part }) => part);
    expect(parts(`{"id":"${id}"}`)).toEqual([]);
    for (const text of [`${id} add`, id.slice(0, 8), `${id}z`, 'addaddaddaddaddadd add'])
      expect(parts(text)).toContain('word 1');
  });

  it('are found in a text in capitals, and in text that is one character a byte', () => {
    expect(encodingsIn(strict.tracesIn(phrase.join(' ').toUpperCase()))).toContain('utf-8, capitals');
    expect(encodingsIn(strict.tracesIn(Buffer.from(entropy).toString('latin1')))).toContain('bytes');
  });
});

describe('what is told', () => {
  it('never quotes: names of places are masked', () => {
    expect(searcher.mask(`item ${phrase[3]} of storage`)).toBe('item ••• of storage');
    expect(searcher.mask(Buffer.from(entropy).toString('hex'))).toBe('(a name that holds the secret)');
    expect(searcher.mask('localStorage note')).toBe('localStorage note');
  });

  it('does not name a word of a phrase that is wrong', () => {
    const wrong = [...phrase.slice(0, -1), 'notaword'];
    expect(() => createSearcher({ phrase: wrong })).toThrow(
      new RangeError('the scanner needs a valid BIP-39 phrase'),
    );
  });

  it.each(['1234567', '1234567x', ''])('refuses a PIN that would be found by chance, or is none', (short) => {
    expect(() => createSearcher({ phrase, pins: [short] })).toThrow(RangeError);
  });
});

describe('keys that follow from a phrase or a PIN', () => {
  const node = new Uint8Array(createHmac('sha512', 'Bitcoin seed').update(seed).digest());
  const key = Uint8Array.from({ length: 32 }, (_, at) => (at * 59 + 3) & 0xff);
  const withKey = createSearcher({ phrase, keys: [{ name: 'sealing key', bytes: key }] });
  const partsIn = (bytes: Uint8Array, of = withKey): string[] => of.inBytes(bytes).map(({ part }) => part);

  it('are found as bytes: the master key, the chain code, and those that are named', () => {
    expect(partsIn(node.slice(4, 12))).toEqual(['bytes 5 to 12 of the master key']);
    expect(partsIn(node.slice(56))).toEqual(['bytes 25 to 32 of the chain code']);
    expect(partsIn(key.slice(0, 8))).toEqual(['bytes 1 to 8 of the sealing key']);
    expect(partsIn(key.slice(0, 8), searcher)).toEqual([]);
  });

  it('are found as one big number, a digit of 64 bits at a time', () => {
    const number = BigInt(`0x${Buffer.from(node.slice(0, 32)).toString('hex')}`);
    const memory = new BigUint64Array(4).map((_, at) => BigInt.asUintN(64, number >> BigInt(64 * at)));
    const hits = withKey.inBytes(new Uint8Array(memory.buffer));
    expect(encodingsIn(hits)).toEqual(Array<string>(4).fill('big integer'));
    expect(hits[0]?.part).toBe('digit 1 of the master key');
  });
});
