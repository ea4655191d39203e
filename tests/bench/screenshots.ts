/** Screenshots a second, each encoded anew, one after another. */
import { createBenchClient } from '../support/bench-client.ts';
import { startSimulator } from '../support/simulator-process.ts';
import type { Row } from './figures.ts';

const block = 100;

export async function measureScreenshots(): Promise<Row[]> {
  const simulator = await startSimulator();
  const bench = createBenchClient(simulator.benchUrl);
  const rates: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    for (let shot = 0; shot < block; shot += 1) await bench.screenshot();
    rates.push((block / (performance.now() - started)) * 1000);
  }
  await simulator.stop();
  return [{ name: 'screenshots', unit: '/s', samples: rates, aim: '(reference 250, at 4.0 ms each)' }];
}
