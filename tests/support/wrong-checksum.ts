/** Words that cannot be a phrase, nor a backup code: what a slip at the last word makes of them. */
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** The same words but the last, which is one that makes the checksum wrong. */
export function withWrongChecksum(paper: readonly string[]): string[] {
  const wrong = wordlist
    .map((word) => paper.with(-1, word))
    .find((words) => !validateMnemonic(words.join(' '), wordlist));
  if (wrong === undefined) throw new Error('most last words make the checksum wrong');
  return wrong;
}
