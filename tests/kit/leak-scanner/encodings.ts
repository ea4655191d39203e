/** Ways in which bytes, numbers and text are written down, as the byte strings that one would meet in memory. */

export function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** Little-endian, as engines and browsers keep strings that are not Latin-1. */
export function utf16(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le');
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function upper(text: string): string {
  return text.toUpperCase();
}

/**
 * The characters of base64 that `bytes` alone decide, for each of the three places that they can have in a group of
 * three bytes, in the common and in the URL alphabet.
 */
export function base64Cores(bytes: Uint8Array): string[] {
  const cores = [0, 1, 2].map((before) => {
    const text = Buffer.concat([new Uint8Array(before), bytes, new Uint8Array(3)]).toString('base64');
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const inUrls = cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...cores, ...inUrls])];
}

/** `1,2,3` and `1, 2, 3`. The commas at both ends are left out, so that a list may begin or end here. */
export function decimalLists(numbers: readonly number[]): string[] {
  return [numbers.join(','), numbers.join(', ')];
}

/** As a hash function keeps its input: big-endian words of 32 bits, in the memory of a little-endian machine. */
export function swapped32(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes).swap32();
}

export interface NumberForm {
  readonly encoding: string;
  readonly bytes: Uint8Array;
}

/**
 * Arrays of whole numbers below 2^16: of 2 bytes each in both byte orders, or of 4 and 8 bytes, among them the two
 * ways in which V8 keeps a plain array of small numbers (with and without pointer compression).
 */
export function littleNumbers(numbers: readonly number[], width: 2 | 4): NumberForm[] {
  if (width === 2)
    return [
      {
        encoding: 'u16, little-endian',
        bytes: packed(numbers, 2, (view, at, value) => view.setUint16(at, value, true)),
      },
      {
        encoding: 'u16, big-endian',
        bytes: packed(numbers, 2, (view, at, value) => view.setUint16(at, value)),
      },
    ];
  return [
    {
      encoding: 'u32, little-endian',
      bytes: packed(numbers, 4, (view, at, value) => view.setUint32(at, value, true)),
    },
    {
      encoding: 'u32, big-endian',
      bytes: packed(numbers, 4, (view, at, value) => view.setUint32(at, value)),
    },
    {
      encoding: 'small integers of V8',
      bytes: packed(numbers, 4, (view, at, value) => view.setUint32(at, value * 2, true)),
    },
    {
      encoding: 'small integers of V8, 64 bit',
      bytes: packed(numbers, 8, (view, at, value) => view.setUint32(at + 4, value, true)),
    },
    { encoding: 'f64', bytes: packed(numbers, 8, (view, at, value) => view.setFloat64(at, value, true)) },
  ];
}

function packed(
  numbers: readonly number[],
  width: number,
  put: (view: DataView, at: number, value: number) => void,
): Uint8Array {
  const bytes = new Uint8Array(numbers.length * width);
  const view = new DataView(bytes.buffer);
  numbers.forEach((value, at) => put(view, at * width, value));
  return bytes;
}
