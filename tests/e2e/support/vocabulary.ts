/**
 * The words of the app's own texts and code. Some of them are BIP-39 words too ("device", "word", "again"): seeing
 * such a word on the page proves nothing, so of those only two neighbours of the phrase in a row count as a leak.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../../../src');
const site = resolve(import.meta.dirname, '../../../dist');

export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

export const appVocabulary: ReadonlySet<string> = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    // The tests read English: what other languages say would only make the scan see less.
    .filter((name) => /\.(ts|html|css)$/.test(name) && !/^text\/(?!en\/|types\/|locale\/)\w\w\//.test(name))
    .flatMap((name) => tokensOf(readFileSync(join(source, name), 'utf8'))),
);

/** What the browser itself writes into its requests, whatever the page does. */
const requestHeaders = ['user-agent', 'sec-ch-ua-mobile', 'sec-ch-ua-platform', 'upgrade-insecure-requests'];

/** Chromium names itself beside a brand that is none, such as "Not;A=Brand", so that no site relies on the list. */
const inventedBrand = tokensOf('Not A Brand');

/** What a date in a response's headers can hold (RFC 9110, section 5.6.7): "sun" is a word of the list, on one day of seven. */
const dateWords = tokensOf('Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec GMT');

/** Hashes of the built site, in names of files and in headers: with each build they spell other words by chance. */
function hashWords(): string[] {
  if (!existsSync(site)) return [];
  const named = readdirSync(site, { recursive: true, encoding: 'utf8' });
  const written = ['_headers', 'hostblind-offline.js'].map((name) => readFileSync(join(site, name), 'utf8'));
  return [...named, ...written].flatMap((text) => tokensOf(text));
}

/** Scripts with keys and apps are handed to the frame as text: "approve" is what a token does, and "vault" stands in a sentence of theirs. */
function handedOver(): string[] {
  const assets = join(site, 'assets');
  if (!existsSync(assets)) return [];
  return readdirSync(assets)
    .filter((name) => /^(?:keys|ethereum|bitcoin)-[\w-]+\.js$/.test(name))
    .flatMap((name) => tokensOf(readFileSync(join(assets, name), 'utf8')));
}

export const ownVocabulary: ReadonlySet<string> = new Set([
  ...appVocabulary,
  ...dateWords,
  ...inventedBrand,
  ...hashWords(),
  ...handedOver(),
  ...requestHeaders.flatMap((name) => tokensOf(name)),
]);
