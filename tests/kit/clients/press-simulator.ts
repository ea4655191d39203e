/**
 * The press command of our simulator, for `hostblind conform --press`: does one thing at the glass, over the bench, and ends. What the person
 * writes down is kept in a file between two calls: these are the words of a simulator's test wallets, and of nothing else.
 *
 *     node --import tsx tests/kit/clients/press-simulator.ts BENCH-URL PAPER-FILE MEANING
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { actOn, blankPaper, type Paper } from '../drivers/meanings.ts';
import { runPersonAsync } from '../drivers/person.ts';
import { createBenchClient, type BenchClient } from './bench-client.ts';
import { benchFingers } from './bench-fingers.ts';

/** Fingers at the bench, and its power switch. */
export async function pressAtBench(bench: BenchClient, meaning: string, paper: Paper): Promise<void> {
  if (meaning === 'power-off') return bench.power('off');
  if (meaning === 'power-on') return bench.power('on');
  await runPersonAsync(actOn(meaning, paper), benchFingers(bench));
}

async function main([url = '', file = '', ...words]: readonly string[]): Promise<void> {
  const paper = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Paper) : blankPaper();
  await pressAtBench(createBenchClient(url), words.join(' '), paper);
  writeFileSync(file, JSON.stringify(paper), { mode: 0o600 });
}

if (process.argv[1]?.endsWith('press-simulator.ts') === true) await main(process.argv.slice(2));
