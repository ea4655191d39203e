/**
 * What a secret looks like in memory, in a file or on a wire: one byte string, a "needle", for each part of the
 * secret and each way to write it down. A part is long enough not to occur by chance: three words, four word
 * indexes, eight bytes.
 */
import {
  base64Cores,
  decimalLists,
  hexOf,
  latin,
  littleNumbers,
  swapped32,
  upper,
  utf16,
} from './encodings.ts';

export interface Needle {
  /** Which part of the secret, such as "words 3 to 5". Never the part itself. */
  readonly part: string;
  /** How it is written down, such as "utf-16". */
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

/** What may stand between two words: text, lists, C strings, JSON and JSON in JSON, URLs, nothing. */
export const separators = [
  ' ',
  '\n',
  ',',
  '","',
  '\0',
  '',
  '\r\n',
  '\t',
  ', ',
  '", "',
  '\\",\\"',
  '%20',
  '+',
  '-',
  '_',
] as const;

/** How many of them are also looked for inside hex and base64: text is rarely written with the others there. */
const encodedSeparators = 6;
const wordsInARow = 3;
const indexesInARow = 4;
const bytesInARow = 8;

/** A phrase is read in rows of three words, so a leak of any three neighbours is found. */
export function wordNeedles(words: readonly string[]): Needle[] {
  return rows(words, wordsInARow, 1).flatMap(({ first, items }) =>
    separators.flatMap((separator, rank) =>
      textNeedles(
        `words ${first + 1} to ${first + wordsInARow}`,
        items.join(separator),
        rank < encodedSeparators,
      ),
    ),
  );
}

function textNeedles(part: string, text: string, encoded: boolean): Needle[] {
  const plain = [
    { part, encoding: 'utf-8', bytes: Buffer.from(text) },
    { part, encoding: 'utf-8, capitals', bytes: Buffer.from(text.toUpperCase()) },
    { part, encoding: 'utf-16', bytes: utf16(text) },
    ...hmacPads(part, Buffer.from(text)),
  ];
  return encoded ? [...plain, ...wrapped(part, Buffer.from(text))] : plain;
}

/** As the key of an HMAC (RFC 2104), which is what PBKDF2 makes of a password or a phrase. */
function hmacPads(part: string, bytes: Uint8Array): Needle[] {
  return [
    { part, encoding: 'inner pad of an HMAC', bytes: bytes.map((byte) => byte ^ 0x36) },
    { part, encoding: 'outer pad of an HMAC', bytes: bytes.map((byte) => byte ^ 0x5c) },
  ];
}

/** Hex in both cases and base64 in its three alignments, which are how bytes get into text. */
function wrapped(part: string, bytes: Uint8Array): Needle[] {
  return [
    { part, encoding: 'hex', bytes: latin(hexOf(bytes)) },
    { part, encoding: 'hex, capitals', bytes: latin(upper(hexOf(bytes))) },
    ...base64Cores(bytes).map((core) => ({ part, encoding: 'base64', bytes: latin(core) })),
  ];
}

/** Word indexes as arrays of numbers and as lists of decimal numbers. */
export function indexNeedles(indexes: readonly number[]): Needle[] {
  return rows(indexes, indexesInARow, 1).flatMap(({ first, items }) => {
    const part = `word indexes ${first + 1} to ${first + indexesInARow}`;
    const seedQr = items.map((index) => String(index).padStart(4, '0')).join('');
    return [
      ...numberArrays(part, items),
      ...littleNumbers(items, 2).map((way) => ({ part, ...way })),
      { part, encoding: 'digits of a SeedQR', bytes: latin(seedQr) },
      { part, encoding: 'digits of a SeedQR, utf-16', bytes: utf16(seedQr) },
    ];
  });
}

function numberArrays(part: string, numbers: readonly number[]): Needle[] {
  return [
    ...littleNumbers(numbers, 4).map((way) => ({ part, ...way })),
    ...decimalLists(numbers).map((text) => ({ part, encoding: 'decimal list', bytes: latin(text) })),
  ];
}

/**
 * Entropy or seed, 16 bytes or more, in rows of eight: as bytes, in hex and base64 in UTF-8 and UTF-16, as a list of
 * decimal numbers, and as JavaScript keeps an array of numbers.
 */
export function byteNeedles(name: string, bytes: Uint8Array): Needle[] {
  return rows([...bytes], bytesInARow, bytesInARow / 2).flatMap(({ first, items }) => {
    const row = Uint8Array.from(items);
    const part = `bytes ${first + 1} to ${first + bytesInARow} of the ${name}`;
    const texts = wrapped(part, row);
    return [
      { part, encoding: 'bytes', bytes: row },
      ...texts,
      ...texts.map((needle) => ({
        part,
        encoding: `${needle.encoding} in utf-16`,
        bytes: utf16(Buffer.from(needle.bytes).toString('latin1')),
      })),
      ...numberArrays(part, items),
      { part, encoding: 'object of numbers', bytes: latin(numberedList(first, items)) },
      { part, encoding: '32-bit words, swapped', bytes: swapped32(row) },
    ];
  });
}

/**
 * A key as one big number, as elliptic curves compute with it: in memory its digits of 64 bits begin with the least
 * significant one. In rows of one digit.
 */
export function numberNeedles(name: string, bytes: Uint8Array): Needle[] {
  const digits = rows(Array.from(bytes.toReversed()), bytesInARow, bytesInARow);
  return digits.map(({ first, items }) => ({
    part: `digit ${first / bytesInARow + 1} of the ${name}`,
    encoding: 'big integer',
    bytes: Uint8Array.from(items),
  }));
}

/** As `JSON.stringify` writes a `Uint8Array`: `"0":17,"1":4`. */
function numberedList(first: number, items: readonly number[]): string {
  return items.map((item, at) => `"${first + at}":${item}`).join(',');
}

const pinDigits = 8;

/** A PIN of eight digits; a shorter one occurs in any large memory by chance. Throws `RangeError` for another. */
export function pinNeedles(pin: string): Needle[] {
  if (!/^\d+$/.test(pin) || pin.length < pinDigits)
    throw new RangeError(
      'a PIN that is searched for needs 8 digits: a shorter one is found anywhere by chance',
    );
  const part = 'the PIN';
  const digits = Array.from(pin, Number);
  return [
    { part, encoding: 'bytes', bytes: Uint8Array.from(digits) },
    { part, encoding: 'utf-8', bytes: latin(pin) },
    { part, encoding: 'utf-16', bytes: utf16(pin) },
    ...hmacPads(part, latin(pin)),
    ...wrapped(part, latin(pin)),
    ...numberArrays(part, digits),
  ];
}

interface Row<Item> {
  /** Counts from 0. */
  readonly first: number;
  readonly items: readonly Item[];
}

function rows<Item>(items: readonly Item[], length: number, step: number): Row<Item>[] {
  const found: Row<Item>[] = [];
  for (let first = 0; first + length <= items.length; first += step)
    found.push({ first, items: items.slice(first, first + length) });
  return found;
}
