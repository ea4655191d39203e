import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import type * as secretBytesModule from '../../../../../firmware-sim/core/vault/memory/secret-bytes.ts';
import { describe, expect, it, vi } from 'vitest';
import { nextLetters, wordsWithPrefix } from '../../../../../firmware-sim/core/vault/phrase/prefixes.ts';

/** Every array that is made room for, to be looked at later. */
const rooms = vi.hoisted(() => [] as Uint16Array[]);

vi.mock('../../../../../firmware-sim/core/vault/memory/secret-bytes.ts', async (original) => {
  const real = await original<typeof secretBytesModule>();
  return {
    ...real,
    secretIndexes(length: number) {
      const room = real.secretIndexes(length);
      rooms.push(room);
      return room;
    },
  };
});

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) - 0x61);
const texts = (words: Uint16Array): string[] => Array.from(words, (index) => wordlist[index] ?? '');
const anyPrefix = fc
  .tuple(fc.constantFrom(...wordlist), fc.nat(8))
  .map(([word, length]) => word.slice(0, length));

describe('wordsWithPrefix', () => {
  it('gives the words that begin so, in the order of the list', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        const expected = wordlist.filter((word) => word.startsWith(prefix));
        expect(texts(wordsWithPrefix(letters(prefix)))).toEqual(expected);
      }),
    );
  });

  it('gives none for what no word begins with', () => {
    expect(wordsWithPrefix(letters('xq'))).toHaveLength(0);
    expect(wordsWithPrefix(letters('zooo'))).toHaveLength(0);
  });

  it('overwrites what it compared: the words that fit tell what was entered', () => {
    rooms.length = 0;
    expect(texts(wordsWithPrefix(letters('zo')))).toEqual(['zone', 'zoo']);
    // That of the answer is the caller's to erase.
    const [compared, ...others] = rooms.filter(({ length }) => length === 2048);
    expect(compared?.every((index) => index === 0)).toBe(true);
    expect(others).toEqual([]);
  });

  it('gives an array of its own, which can be erased', () => {
    wordsWithPrefix(new Uint8Array()).fill(0);
    expect(wordsWithPrefix(new Uint8Array())[2047]).toBe(2047);
  });
});

describe('nextLetters', () => {
  it('gives each letter that leads on to a word once, in order', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        const next = wordlist.filter((word) => word.startsWith(prefix)).map((word) => word[prefix.length]);
        const expected = [...new Set(next.filter((letter) => letter !== undefined))].toSorted();
        const found = nextLetters(wordsWithPrefix(letters(prefix)), prefix.length);
        expect(found.map((letter) => String.fromCharCode(0x61 + letter))).toEqual(expected);
      }),
    );
  });
});
