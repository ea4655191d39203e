/**
 * A phrase as a QR code to copy by hand, as SeedSigner's "SeedQR Format Specification" says. The code is made by a
 * library from numbers: neither digits nor bytes of the phrase are ever a string here, which JavaScript could not
 * erase (H9).
 */
import { correction, generate, type Bitmap1D, type Bitmap2D, type Mask, type Mode } from 'lean-qr';
import { elementAt } from '../../../src/protocol/bytes.ts';
import { isWordCount } from '../../../src/protocol/public-state.ts';
import { seedQrSize, type SeedQrFormat, type SeedQrSize } from '../../../src/protocol/seed-qr.ts';
import { erase } from './erase.ts';
import { maskPenalty } from './qr-mask.ts';

export interface SeedQr {
  /** Modules a side, without a quiet zone. */
  readonly size: SeedQrSize;
  /** Column and row from 0, at the top left. */
  isDark(column: number, row: number): boolean;
  /** Overwrites the squares; a second call does nothing. */
  erase(): void;
}

/** ISO/IEC 18004, 7.4: mode indicators, and the bits of a count in versions 1 to 9. */
const numericMode = 0b0001;
const byteMode = 0b0100;
const modeBits = 4;
const digitCountBits = 10;
const byteCountBits = 8;
const digitsOfWord = 4;

/** The digit at a place of the digit stream: each word index has four, zeros in front. */
function digitAt(phrase: Uint16Array, place: number): number {
  const wordIndex = elementAt(phrase, Math.floor(place / digitsOfWord));
  return Math.floor(wordIndex / 10 ** (digitsOfWord - 1 - (place % digitsOfWord))) % 10;
}

/** Three digits in ten bits, and four or seven bits for what is left over (ISO/IEC 18004, 7.4.3). */
function pushDigits(bits: Bitmap1D, phrase: Uint16Array): void {
  const count = phrase.length * digitsOfWord;
  bits.push(numericMode, modeBits);
  bits.push(count, digitCountBits);
  for (let place = 0; place < count; place += 3) {
    const length = Math.min(3, count - place);
    let group = 0;
    for (let digit = 0; digit < length; digit += 1) group = group * 10 + digitAt(phrase, place + digit);
    bits.push(group, length * 3 + 1);
  }
}

function pushBytes(bits: Bitmap1D, entropy: Uint8Array): void {
  bits.push(byteMode, modeBits);
  bits.push(entropy.length, byteCountBits);
  for (const byte of entropy) bits.push(byte, 8);
}

/** Overwrites the arrays that an object of the library holds; what it copied while it worked is out of reach. */
function eraseArraysOf(made: Bitmap1D | Bitmap2D): void {
  for (const value of Object.values(made)) if (value instanceof Uint8Array) erase(value);
}

/** One code with a mask of its own: modules in rows, 1 for dark. The caller erases them. */
function maskedModules(content: Mode, size: SeedQrSize, mask: Mask): Uint8Array {
  const version = (size - 17) / 4;
  const bitmap = generate(content, {
    minCorrectionLevel: correction.L,
    maxCorrectionLevel: correction.L,
    minVersion: version,
    maxVersion: version,
    mask,
  });
  const modules = Uint8Array.from({ length: size * size }, (_, at) =>
    bitmap.get(at % size, Math.floor(at / size)) ? 1 : 0,
  );
  eraseArraysOf(bitmap);
  return modules;
}

const masks: readonly Mask[] = [0, 1, 2, 3, 4, 5, 6, 7];

/** Of the eight codes the one with the lowest penalty, the first of equals; the others are erased. */
function bestModules(content: Mode, size: SeedQrSize): Uint8Array {
  let best: Uint8Array = new Uint8Array();
  let lowest = Number.POSITIVE_INFINITY;
  for (const mask of masks) {
    const modules = maskedModules(content, size, mask);
    const penalty = maskPenalty({ size, cells: modules });
    const isBetter = penalty < lowest;
    erase(isBetter ? best : modules);
    if (!isBetter) continue;
    best = modules;
    lowest = penalty;
  }
  return best;
}

/**
 * The code of a phrase of 12 to 24 words and its entropy of 16 to 32 bytes: error correction level L, the smallest
 * version. The caller erases it.
 */
export function makeSeedQr(format: SeedQrFormat, phrase: Uint16Array, entropy: Uint8Array): SeedQr {
  if (!isWordCount(phrase.length)) throw new RangeError('a phrase has 12, 15, 18, 21 or 24 words');
  const size = seedQrSize(format, phrase.length);
  const used: Bitmap1D[] = [];
  const modules = bestModules((bits) => {
    used.push(bits);
    if (format === 'standard') pushDigits(bits, phrase);
    else pushBytes(bits, entropy);
  }, size);
  for (const bits of used) eraseArraysOf(bits);
  return {
    size,
    isDark: (column, row) => elementAt(modules, row * size + column) === 1,
    erase: () => erase(modules),
  };
}
