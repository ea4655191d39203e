/** The leak scanner in front of this app: it also takes any single word that app and browser do not use themselves for a leak. */
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
  expect(findings.map(describeFinding)).toEqual([]);
}

/** Nothing of the phrase in the memory of any process of the browser. */
export async function expectCleanBrowser(browser: Browser, searcher: Searcher): Promise<void> {
  const { searched, findings } = await searchBrowserMemory(browser, searcher);
  for (const kind of ['browser', 'renderer'])
    expect(searched.find((process) => process.kind === kind)?.bytes).toBeGreaterThan(1_000_000);
  expect(findings.map(describeFinding)).toEqual([]);
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
