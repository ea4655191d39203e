/** Looks for one secret, a recovery phrase and what follows from it, in bytes and in text. */
import { createHmac } from 'node:crypto';
import { mnemonicToEntropy, mnemonicToSeedSync } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { createMultiSearch } from './multi-search.ts';
import { byteNeedles, indexNeedles, numberNeedles, pinNeedles, wordNeedles, type Needle } from './needles.ts';
import { traceSearch } from './traces.ts';

/** A key that follows from the phrase or a PIN, or guards them: 16 bytes or more. */
export interface SecretKey {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Secret {
  /** 12 to 24 words of a valid BIP-39 phrase. */
  readonly phrase: readonly string[];
  /** Of eight digits each. */
  readonly pins?: readonly string[];
  /** Beside the seed and BIP-32's master key and chain code, which are always looked for. */
  readonly keys?: readonly SecretKey[];
  /** The list that the words are from, in NFKD; English without. */
  readonly wordlist?: string[];
  /**
   * Words that the watched page uses itself. With them, any other word of the phrase that stands alone in what a
   * page shows, stores or sends is a finding too; without, only neighbours are.
   */
  readonly ownWords?: ReadonlySet<string>;
}

/** A part of the secret and the way in which it was written down. Never the secret itself. */
export interface Hit {
  readonly part: string;
  readonly encoding: string;
}

export interface Searcher {
  /** The longest trace in bytes: chunks of memory overlap by one byte less. */
  readonly longest: number;
  /** For memory and files: three words, four indexes, eight bytes of entropy or seed, or the PIN. */
  inBytes(bytes: Uint8Array): Hit[];
  /** The same in a text, in its own case and in small letters. */
  inText(text: string): Hit[];
  /**
   * For what a page shows, stores or sends, where nothing of a phrase may ever be: beside `inText` any two
   * neighbours in any spelling, lone words (see `ownWords`), two indexes, and four bytes of entropy in hex.
   */
  tracesIn(content: string | Uint8Array): Hit[];
  /** `text` with dots for each word of the phrase, and all of it hidden when it holds more of the secret. */
  mask(text: string): string;
}

/** BIP-32: what a wallet makes of the seed first. It spends everything that the phrase does. */
function masterKeys(seed: Uint8Array): readonly SecretKey[] {
  const node = new Uint8Array(createHmac('sha512', 'Bitcoin seed').update(seed).digest());
  return [
    { name: 'master key', bytes: node.slice(0, 32) },
    { name: 'chain code', bytes: node.slice(32) },
  ];
}

/** Throws for words that are no valid phrase, without naming one. */
export function createSearcher(secret: Secret): Searcher {
  const { phrase, pins = [], keys = [], wordlist = english, ownWords } = secret;
  let entropy: Uint8Array;
  try {
    entropy = mnemonicToEntropy(phrase.join(' '), wordlist);
  } catch {
    // The library's message may name a word.
    throw new RangeError('the scanner needs a valid BIP-39 phrase');
  }
  const indexes = phrase.map((word) => wordlist.indexOf(word));
  const seed = mnemonicToSeedSync(phrase.join(' '));
  const needles: Needle[] = [
    ...wordNeedles(phrase),
    ...indexNeedles(indexes),
    ...byteNeedles('entropy', entropy),
    ...byteNeedles('seed', seed),
    ...[...masterKeys(seed), ...keys].flatMap(({ name, bytes }) => [
      ...byteNeedles(name, bytes),
      ...numberNeedles(name, bytes),
    ]),
    ...pins.flatMap(pinNeedles),
  ];
  const search = createMultiSearch(needles.map(({ bytes }) => bytes));
  const secretWords = new Set(phrase);
  const traces = traceSearch({ phrase, indexes, entropy, ownWords });
  const inBytes = (bytes: Uint8Array): Hit[] => {
    const hits: Hit[] = [];
    search.search(bytes, (number) => {
      const needle = needles[number];
      if (needle !== undefined) hits.push({ part: needle.part, encoding: needle.encoding });
    });
    return unique(hits);
  };
  const inText = (text: string): Hit[] => {
    const small = text.toLowerCase();
    const texts = small === text ? [text] : [text, small];
    // As Latin-1 too: a sensor reports binary data as one character per byte.
    return unique(
      texts.flatMap((one) => [
        ...inBytes(Buffer.from(one, 'latin1')),
        ...(/[^\0-\x7f]/.test(one) ? inBytes(Buffer.from(one, 'utf8')) : []),
      ]),
    );
  };
  return {
    longest: search.longest,
    inBytes,
    inText,
    tracesIn: (content) =>
      unique([...(typeof content === 'string' ? inText(content) : inBytes(content)), ...traces(content)]),
    mask(text) {
      const masked = text.replaceAll(/\p{L}+/gu, (word) =>
        secretWords.has(word.toLowerCase()) ? '•••' : word,
      );
      return inText(masked).length > 0 || traces(masked).length > 0
        ? '(a name that holds the secret)'
        : masked;
    },
  };
}

export function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
