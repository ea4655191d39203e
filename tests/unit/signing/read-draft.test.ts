/** What is said of a message before any device has it; above all that it is no recovery phrase (H3). */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../src/signing/draft/read-draft.ts';
import { mostMessageBytes } from '../../../src/signing/ethereum-message.ts';

const problemOf = (text: string): string | undefined => readDraft(text).problem;

const phrase = fc
  .constantFrom(12, 15, 18, 21, 24)
  .chain((length) => fc.array(fc.constantFrom(...wordlist), { minLength: length, maxLength: length }));

describe('a draft', () => {
  it('H3: is refused with a recovery phrase in it, however that is written', () => {
    const ways: readonly ((words: readonly string[]) => string)[] = [
      (words) => words.join(' '),
      (words) => words.join('\n'),
      (words) => words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join(', '),
      (words) => words.map((word) => word.slice(0, 4)).join(' '),
      (words) => `My words are: ${words.join(' ')}. Please sign.`,
    ];
    fc.assert(
      fc.property(phrase, fc.constantFrom(...ways), (words, write) => {
        expect(problemOf(write(words))).toBe('words');
      }),
    );
  });

  it('H3: is suspect before the phrase is whole, and not at its first words', () => {
    const words = ['abandon', 'ability', 'able', 'about', 'above', 'absent', 'absorb'];
    expect(problemOf(words.slice(0, 5).join(' '))).toBeUndefined();
    expect(problemOf(words.slice(0, 6).join(' '))).toBe('words');
  });

  it.each([
    'I own this address.',
    'Hello',
    'example.com wants you to sign in with your Ethereum account: 0x4Fd01a0d9D2f3b1ce0aA4BBB5B4A8A0B9eB0c9D1',
    'I will sign this message with the key of my first account, that the person who asked can only then open the door.',
    '',
  ])('of somebody who proves an address is none: %s', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });

  it('counts bytes, and not characters', () => {
    expect(readDraft('').left).toBe(mostMessageBytes);
    expect(readDraft('ü€').left).toBe(mostMessageBytes - 5);
    const full = '.'.repeat(mostMessageBytes);
    expect(readDraft(full)).toEqual({ problem: undefined, left: 0 });
    expect(readDraft(`${full}.`)).toEqual({ problem: 'long', left: -1 });
  });

  it('with half a character can’t be sent as it is', () => {
    expect(problemOf('a\ud83d')).toBe('broken');
  });
});
