/** Screenshots a second, each encoded on its own, one after another. */
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
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
