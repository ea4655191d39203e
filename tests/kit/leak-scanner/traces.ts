/** The strict half of the search, for places that are small and where not even a trace of a phrase may be. */
import type { Hit } from './searcher.ts';

export interface TraceOptions {
  readonly phrase: readonly string[];
  readonly indexes: readonly number[];
  readonly entropy: Uint8Array;
  readonly ownWords: ReadonlySet<string> | undefined;
}

/** Among random bytes a run of just these letters, four of them, comes once in some hundred million bytes. */
const shortestInBytes = 4;

/** An id, a key, a hash: eight bytes or more. Among their digits stands "add" now and then, and means nothing. */
const hexNumber = /(?<![\p{L}\d])(?=[a-f]*\d)[\da-f]{16,}(?![\p{L}\d])/gu;

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(hexNumber, ' 0 ')
    .match(/\p{L}+/gu) ?? [];

export function traceSearch({
  phrase,
  indexes,
  entropy,
  ownWords,
}: TraceOptions): (content: string | Uint8Array) => Hit[] {
  const lone = phrase.flatMap((word, at) =>
    ownWords === undefined || ownWords.has(word) ? [] : [{ word, part: `word ${at + 1}` }],
  );
  const pairs = new Map<string, string>();
  const numbers = new Map<string, string>();
  phrase.slice(1).forEach((word, at) => {
    const before = phrase[at] ?? '';
    pairs.set(`${before} ${word}`, `words ${at + 1} and ${at + 2}`);
    // Backwards too: a list may be read from its end.
    pairs.set(`${word} ${before}`, `words ${at + 2} and ${at + 1}`);
    const [first = 0, second = 0] = [indexes[at], indexes[at + 1]];
    const inHex = [first, second].map((index) => index.toString(16).padStart(4, '0')).join('');
    const asBytes = String.fromCharCode(first >> 8, first & 0xff, second >> 8, second & 0xff);
    for (const form of [inHex, asBytes]) numbers.set(form, `word indexes ${at + 1} and ${at + 2}`);
  });
  const hex = Buffer.from(entropy).toString('hex');
  for (let at = 0; at + 8 <= hex.length; at += 8)
    numbers.set(hex.slice(at, at + 8), `bytes ${at / 2 + 1} to ${at / 2 + 4} of the entropy`);

  return (content) => {
    const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    const shortest = typeof content === 'string' ? 1 : shortestInBytes;
    const words = wordsIn(text);
    const present = new Set(words);
    const hits: Hit[] = [];
    for (const { word, part } of lone)
      if (word.length >= shortest && present.has(word)) hits.push({ part, encoding: 'text' });
    words.slice(1).forEach((word, at) => {
      const part = pairs.get(`${words[at]} ${word}`);
      if (part !== undefined) hits.push({ part, encoding: 'text' });
    });
    const small = text.toLowerCase();
    for (const [form, part] of numbers)
      if (text.includes(form) || small.includes(form)) hits.push({ part, encoding: 'short form' });
    return hits;
  };
}
