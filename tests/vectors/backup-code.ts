/** `backup-code.json`: the 12 words of a code with their checksum, and words that are no code. */
import { codeFits, looksLikeCode, wordsOfCode } from '../../firmware-sim/core/vault/copies/backup-code.ts';
import {
  bip39Checksum,
  checksumFits,
  phraseFromEntropy,
} from '../../firmware-sim/core/vault/phrase/phrase.ts';
import { elementAt, toHex } from '../../src/protocol/bytes.ts';
import type { Vectors } from './files.ts';
import { bytesNamed, textOf } from './parts.ts';

const inputs: readonly Uint8Array[] = [
  ...[0x00, 0x7f, 0x80, 0xff].map((byte) => new Uint8Array(16).fill(byte)),
  ...Array.from({ length: 12 }, (_, each) => bytesNamed(`backup-code/${each}`, 16)),
];

const sample = wordsOfCode(bytesNamed('backup-code/0', 16));

/** With another word at a place, the first from the list on for which it holds. */
function withWord(place: number, holds: (words: Uint16Array) => boolean): Uint16Array {
  for (let wordIndex = 0; wordIndex < 2048; wordIndex += 1) {
    const words = sample.with(place, wordIndex);
    if (wordIndex !== sample[place] && holds(words)) return words;
  }
  throw new Error('no word of the list gives that');
}

const isNeither = (words: Uint16Array): boolean => !looksLikeCode(words) && !checksumFits(words);

const exchanged = sample.with(0, elementAt(sample, 1)).with(1, elementAt(sample, 0));

const wrong = [
  { why: 'another third word', words: withWord(2, isNeither) },
  { why: 'the last word is another one', words: withWord(11, isNeither) },
  { why: 'two words have changed places', words: exchanged },
  { why: 'a recovery phrase', words: phraseFromEntropy(bytesNamed('backup-code/phrase', 16)) },
  {
    why: 'another third word, and by chance a recovery phrase: 1 time in 16',
    words: withWord(2, checksumFits),
  },
];

export function backupCodeVectors(): Vectors {
  return {
    description:
      'Backup codes: 16 bytes and their 12 words. The last 4 bits of the words are a checksum, which is never that of BIP-39. `wrong` are words ' +
      'that a device refuses before it tries a file, and for what it may take them.',
    tag: 'Hostblind backup code v2, and a zero byte',
    codes: inputs.map((code) => {
      const words = wordsOfCode(code);
      return {
        code: toHex(code),
        bip39Checksum: bip39Checksum(code),
        checksum: elementAt(words, 11) & 0xf,
        words: textOf(words),
        wordIndexes: [...words],
      };
    }),
    wrong: wrong.map(({ why, words }) => {
      if (codeFits(words, 2)) throw new Error(`${why}: that is a code`);
      return { why, words: textOf(words), looksLikePhrase: checksumFits(words) };
    }),
  };
}
