/** The leak scanner in front of this app: it also takes any single word that app and browser do not use themselves for a leak. */
import { validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { searchBrowserMemory } from '../../kit/leak-scanner/browser-memory.ts';
import { describeFinding, type Sensor } from '../../kit/leak-scanner/findings.ts';
import type { PageWatch } from '../../kit/leak-scanner/page-watch.ts';
import { createSearcher, type Searcher } from '../../kit/leak-scanner/searcher.ts';
import type { BenchClient } from '../../kit/clients/bench-client.ts';
import { ownVocabulary } from './vocabulary.ts';

export function searcherFor(phrase: readonly string[], pins: readonly string[] = []): Searcher {
  return createSearcher({ phrase, pins, ownWords: ownVocabulary });
}

/** Nothing of the phrase in all that the page showed, stored, sent and received, nor in its heap as it is now. */
export async function expectCleanPage(
  watch: PageWatch,
  searcher: Searcher,
  sensors: readonly Sensor[] = ['dom', 'accessibility', 'storage', 'network', 'websocket', 'message'],
): Promise<void> {
  await watch.look();
  // A watch that saw nothing proves nothing.
  expect([...watch.sensors()]).toEqual(expect.arrayContaining([...sensors]));
  const findings = [...watch.findings(searcher), ...(await watch.heapFindings(searcher))];
  expect(findings.map(describeFinding), 'leaked').toEqual([]);
}

/** Valid phrases that have every word of the list among them which the scanner takes for a leak when it stands alone. */
function telltalePhrases(): string[][] {
  const words = wordlist.filter((word) => !ownVocabulary.has(word));
  const phrases: string[][] = [];
  for (let at = 0; at < words.length; at += 23) {
    const from = Math.min(at, words.length - 23);
    const phrase = words.slice(from, from + 23);
    const last = wordlist.find((word) => validateMnemonic([...phrase, word].join(' '), wordlist));
    phrases.push([...phrase, last ?? '']);
  }
  return phrases;
}

/** Nothing in all that was seen until now would be taken for a leak by chance: of one phrase in some hundred. */
export function expectNoChance(watch: PageWatch): void {
  const phrases = telltalePhrases();
  expect(phrases.length).toBeGreaterThan(50);
  const findings = phrases.flatMap((phrase) =>
    watch
      .findings(searcherFor(phrase))
      // The last word makes the phrase valid and may be any; what these lists are as numbers proves nothing.
      .filter(({ part }) => /^word \d+$/.test(part) && part !== 'word 24')
      .map((finding) => `${describeFinding(finding)}: ${phrase[Number(finding.part.slice(5)) - 1]}`),
  );
  expect(findings).toEqual([]);
}

/** Nothing of the phrase in the memory of any process of the browser. */
export async function expectCleanBrowser(browser: Browser, searcher: Searcher): Promise<void> {
  const { searched, findings } = await searchBrowserMemory(browser, searcher);
  for (const kind of ['browser', 'renderer'])
    expect(searched.find((process) => process.kind === kind)?.bytes).toBeGreaterThan(1_000_000);
  expect(findings.map(describeFinding), 'leaked').toEqual([]);
}

/**
 * To be called after each thing that the person did: `scan` runs once, while the last of `count` words is on the
 * glass or is being entered. Gets the words that were on the glass until then.
 */
export function whenTheLastWordShows(
  bench: BenchClient,
  count: number,
  scan: (shown: readonly string[]) => Promise<void>,
): () => Promise<void> {
  const shown: string[] = [];
  let scanned = false;
  return async () => {
    const [title = '', word = ''] = (await bench.screen()).lines.map(({ text }) => text);
    const position = Number(/^Word (\d+) of/.exec(title)?.[1] ?? 0);
    if (position > 0) shown[position - 1] = word;
    if (position !== count || scanned) return;
    scanned = true;
    await scan(shown);
  };
}
