/** Entering the words of an existing paper on the persona's glass, by letters that can continue a word. */
import { sha256 } from '@noble/hashes/sha2.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { LedgerWordCount } from '../../../src/protocol/ledger/onboarding-flags.ts';
import type { Flow } from '../../core/glass/flow.ts';
import { gesture } from '../../core/glass/gestures.ts';
import { drawChoices } from '../../core/glass/screens/screens.ts';
import { erase } from '../../core/vault/memory/erase.ts';
import { askPersona, type PersonaGlass } from './persona-glass.ts';

/** So many words or fewer are offered whole. */
const listAt = 8;
const visible = 4;

/** Whether the checksum at the end of the phrase is right (BIP-39). */
export function isValidPhrase(phrase: Uint16Array): boolean {
  const bits = phrase.length * 11;
  const checksumBits = bits / 33;
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  phrase.forEach((word, position) => {
    for (let bit = 0; bit < 11; bit += 1) {
      const at = position * 11 + bit;
      if (((word >>> (10 - bit)) & 1) === 1) bytes[at >>> 3] = (bytes[at >>> 3] ?? 0) | (0x80 >>> (at & 7));
    }
  });
  const entropyBytes = (bits - checksumBits) / 8;
  const digest = sha256(bytes.subarray(0, entropyBytes));
  const mask = (0xff << (8 - checksumBits)) & 0xff;
  const right = ((digest[0] ?? 0) & mask) === ((bytes[entropyBytes] ?? 0) & mask);
  erase(bytes, digest);
  return right;
}

/** The words that begin with `prefix`, as a range of indexes: the wordlist is sorted. */
function range(prefix: string): { readonly from: number; readonly to: number } {
  const from = wordlist.findIndex((word) => word.startsWith(prefix));
  let to = from;
  while (wordlist[to]?.startsWith(prefix) === true) to += 1;
  return { from, to };
}

/** What the wheel offers: whole words once they are few, else the letters that can come next. */
export function entriesAfter(prefix: string): readonly string[] {
  const { from, to } = range(prefix);
  const words = wordlist.slice(from, to);
  if (words.length <= listAt) return words;
  const whole = words.includes(prefix) ? [prefix] : [];
  return [
    ...whole,
    ...new Set(words.map((word) => word[prefix.length] ?? '').filter((letter) => letter !== '')),
  ];
}

const remove = 'Delete';

/** A word's index, or `undefined` when the person went back past its first letter. */
function* enterWord(glass: PersonaGlass, position: number): Flow<number | undefined> {
  let prefix = '';
  for (;;) {
    const entries = [...entriesAfter(prefix), remove];
    let cursor = 0;
    for (;;) {
      const page = Math.floor(cursor / visible) * visible;
      const shown = entries.slice(page, page + visible);
      const title = `Word ${position}: ${prefix}`;
      const drawn = cursor - page;
      glass.draw((canvas) =>
        drawChoices(canvas, { title, choices: shown, escape: '', cursor: drawn, foot: {} }),
      );
      const made = yield* gesture();
      if (made === 'both') break;
      cursor = (cursor + (made === 'right' ? 1 : -1) + entries.length) % entries.length;
    }
    const chosen = entries[cursor] ?? remove;
    if (chosen === remove) {
      if (prefix === '') return undefined;
      prefix = prefix.slice(0, -1);
    } else if (chosen.length > 1 || chosen === prefix) {
      return wordlist.indexOf(chosen);
    } else {
      prefix += chosen;
    }
  }
}

/** Asks for words until they make a valid phrase. The words are erased; the persona has no use for them. */
export function* restorePersonaWords(glass: PersonaGlass, wordCount: LedgerWordCount): Flow<void> {
  const phrase = new Uint16Array(wordCount);
  try {
    for (;;) {
      for (let index = 0; index < wordCount;) {
        glass.state.screen = 'restore-words';
        glass.state.wordIndex = index;
        const word = yield* enterWord(glass, index + 1);
        if (word === undefined) {
          index = Math.max(0, index - 1);
        } else {
          phrase[index] = word;
          index += 1;
        }
      }
      if (isValidPhrase(phrase)) return;
      yield* askPersona(glass, {
        title: 'Not valid',
        body: 'These words do not fit together. Enter them again.',
        right: 'Again',
      });
    }
  } finally {
    erase(phrase);
  }
}
