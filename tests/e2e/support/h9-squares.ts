/**
 * Looks for the squares of a SeedQR in the memory of a process, as the firmware has them: a byte for each square, row
 * after row, and the bytes that they are made of. Anyone who has them has the phrase, and no word of it is among them.
 */
import { mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { makeSeedQr } from '../../../firmware-sim/core/vault/copies/seed-qr.ts';
import { createMultiSearch } from '../../kit/leak-scanner/multi-search.ts';
import { readProcessMemory } from '../../kit/leak-scanner/process-memory.ts';

/** Rows between the finders of a code hold nothing but data: two of them are more than 40 squares. */
const rowsInARow = 2;
const finderRows = 9;
/** A row of eight bytes is not found by chance. */
const bytesInARow = 8;

function squareNeedles(
  format: 'standard' | 'compact',
  phrase: Uint16Array,
  entropy: Uint8Array,
): Uint8Array[] {
  const code = makeSeedQr(format, phrase, entropy);
  const { size } = code;
  const needles: Uint8Array[] = [];
  for (let row = finderRows; row + rowsInARow <= size - finderRows + 1; row += 1) {
    const cells = Array.from({ length: rowsInARow * size }, (_, at) =>
      code.isDark(at % size, row + Math.floor(at / size)) ? 1 : 0,
    );
    needles.push(Uint8Array.from(cells));
  }
  return needles;
}

/** Behind twelve bits of mode and count, entropy stands half a byte off. */
function shiftedNeedles(entropy: Uint8Array): Uint8Array[] {
  const shifted = entropy.map((byte, at) => ((byte << 4) | ((entropy[at + 1] ?? 0) >>> 4)) & 0xff);
  return Array.from({ length: entropy.length - bytesInARow }, (_, at) => shifted.slice(at, at + bytesInARow));
}

/** What of the squares of a phrase is in the memory of a process: no square itself. */
export function searchSquares(pid: number, paper: readonly string[]): string[] {
  const entropy = mnemonicToEntropy(paper.join(' '), wordlist);
  const phrase = Uint16Array.from(paper, (word) => wordlist.indexOf(word));
  const needles = [
    ...squareNeedles('standard', phrase, entropy).map((bytes) => ({ part: 'standard squares', bytes })),
    ...squareNeedles('compact', phrase, entropy).map((bytes) => ({ part: 'compact squares', bytes })),
    ...shiftedNeedles(entropy).map((bytes) => ({ part: 'bytes of compact squares', bytes })),
  ];
  const search = createMultiSearch(needles.map(({ bytes }) => bytes));
  const found = new Set<string>();
  for (const { bytes, region } of readProcessMemory(pid, search.longest - 1)) {
    search.search(bytes, (number) => found.add(`${needles[number]?.part ?? ''} in ${region}`));
  }
  return [...found];
}
