/**
 * A phrase as a QR code to copy by hand, as SeedSigner's "SeedQR Format Specification" says. It is made from numbers:
 * neither digits nor bytes of the phrase are ever a string here, which JavaScript could not erase (H9).
 */
import { elementAt } from '../../../../src/protocol/bytes.ts';
import { isWordCount } from '../../../../src/protocol/public-state.ts';
import { seedQrSize, type SeedQrFormat, type SeedQrSize } from '../../../../src/protocol/files/seed-qr.ts';
import { erase } from '../memory/erase.ts';
import { encodeCodewords, placeWithBestMask, type PushBits } from './qr-code.ts';
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

/** Three digits in ten bits (7.4.3); four digits a word and words by threes leave none over. */
function pushDigits(push: PushBits, phrase: Uint16Array): void {
  const count = phrase.length * digitsOfWord;
  push(numericMode, modeBits);
  push(count, digitCountBits);
  for (let place = 0; place < count; place += 3) {
    push(digitAt(phrase, place) * 100 + digitAt(phrase, place + 1) * 10 + digitAt(phrase, place + 2), 10);
  }
}

function pushBytes(push: PushBits, entropy: Uint8Array): void {
  push(byteMode, modeBits);
  push(entropy.length, byteCountBits);
  for (const byte of entropy) push(byte, 8);
}

/** The code of a phrase of 12 to 24 words and its entropy of 16 to 32 bytes. The caller erases it. */
export function makeSeedQr(format: SeedQrFormat, phrase: Uint16Array, entropy: Uint8Array): SeedQr {
  if (!isWordCount(phrase.length)) throw new RangeError('a phrase has 12, 15, 18, 21 or 24 words');
  const size = seedQrSize(format, phrase.length);
  const bytes = encodeCodewords(size, (push) =>
    format === 'standard' ? pushDigits(push, phrase) : pushBytes(push, entropy),
  );
  const modules = placeWithBestMask(size, bytes, (cells) => maskPenalty({ size, cells }));
  erase(bytes);
  return {
    size,
    isDark: (column, row) => elementAt(modules, row * size + column) === 1,
    erase: () => erase(modules),
  };
}
