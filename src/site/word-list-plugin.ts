/**
 * Builds BIP-39's list into a third less of a page: each word as a digit, how many letters it shares with the one before it, and
 * the rest of its letters. The list itself stays the library's, in the source and in every test.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const list = '/@scure/bip39/wordlists/english.js';

function packed(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const before = words[index - 1] ?? '';
      let shared = 0;
      while (shared < before.length && word[shared] === before[shared]) shared += 1;
      return `${shared}${word.slice(shared)}`;
    })
    .join('');
}

/** Throws where the library's file holds no list of words. */
export function wordListPlugin(): Plugin {
  return {
    name: 'hostblind-word-list',
    load(id) {
      if (!id.replaceAll('\\', '/').endsWith(list)) return undefined;
      const [, words] = /`([a-z\n]+)`/.exec(readFileSync(id, 'utf8')) ?? [];
      if (words === undefined) throw new Error('the library has no list of words where it used to be');
      return [
        "let last = '';",
        'const next = (part) => (last = last.slice(0, part[0]) + part.slice(1));',
        `export const wordlist = Object.freeze('${packed(words.split('\n'))}'.match(/\\d\\D+/g).map(next));`,
      ].join('\n');
    },
  };
}
