/** What must never cross the wire of a wallet, in hexadecimal: pieces of its entropy and seed, and its longer words. */
import { pbkdf2Sync } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { toHex } from '../../../src/protocol/bytes.ts';

/** The pieces of four bytes. */
export function piecesOf(bytes: Uint8Array): string[] {
  return Array.from({ length: bytes.length / 4 }, (_, piece) => toHex(bytes.slice(piece * 4, piece * 4 + 4)));
}

const known = new Map<string, readonly string[]>();

/** Every piece of four bytes of entropy and seed, and every word of five letters and more as text. */
export function secretsOfPaper(paper: readonly string[]): readonly string[] {
  const phrase = paper.join(' ');
  const found = known.get(phrase) ?? [
    ...piecesOf(mnemonicToEntropy(phrase, wordlist)),
    // BIP-39's seed of an empty passphrase; Node's is the faster one.
    ...piecesOf(Uint8Array.from(pbkdf2Sync(phrase, 'mnemonic', 2048, 64, 'sha512'))),
    ...paper
      .filter((word) => word.length > 4)
      .map((word) => toHex(Uint8Array.from(word, (letter) => letter.charCodeAt(0)))),
  ];
  known.set(phrase, found);
  return found;
}

/** Of a wallet whose entropy, 16 to 32 bytes, a test has seen to be drawn. */
export function secretsOfEntropy(entropy: Uint8Array): readonly string[] {
  return secretsOfPaper(entropyToMnemonic(entropy, wordlist).split(' '));
}
