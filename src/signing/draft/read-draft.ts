/** What can be said of a message before a device is asked to sign it: whether one takes it, and that it's no recovery phrase. Pure. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { highestAccount, mostMessageBytes, messageBytes } from '../ethereum-message.ts';

/** The highest number of an account, as a person counts them: from 1. */
export const lastAccount = highestAccount + 1;

/** `words`: it has what a recovery phrase is made of. `broken`: half of a character. */
type DraftProblem = 'words' | 'long' | 'broken';

export interface ReadDraft {
  readonly problem: DraftProblem | undefined;
  /** Bytes that a device would still take; below 0 where it's too long. */
  readonly left: number;
}

/** The shortest recovery phrase has twelve. */
const phraseLength = 12;
/** A text of such words alone is seen before it's whole. */
const suspectLength = 6;

/** Four letters name a word of the list, and many people keep no more of it. */
const words: ReadonlySet<string> = new Set(wordlist.flatMap((word) => [word, word.slice(0, 4)]));

/** However the words are numbered, separated, cut to four letters or written. A sentence has words in between that aren't on the list. */
export function looksLikePhrase(text: string): boolean {
  const found = text.toLowerCase().match(/[a-z]+/g) ?? [];
  let run = 0;
  let longest = 0;
  for (const word of found) {
    run = words.has(word) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest >= phraseLength || (found.length >= suspectLength && longest === found.length);
}

export function readDraft(text: string): ReadDraft {
  const left = mostMessageBytes - new TextEncoder().encode(text).length;
  if (looksLikePhrase(text)) return { problem: 'words', left };
  if (left < 0) return { problem: 'long', left };
  return { problem: text !== '' && messageBytes(text) === undefined ? 'broken' : undefined, left };
}
