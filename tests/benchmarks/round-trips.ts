/** APDU round trips a second on one connection, whether they stay as fast, and what they do to memory. */
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { atLeast, atMost, median, type Row } from './figures.ts';
import { residentMebibytes } from './process-memory.ts';
import { openRestClient, openTcpClient, timeRoundTrips, type RawClient } from './raw-clients.ts';

const block = 1000;
const blocks = 20;

async function perSecond(client: RawClient): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round < blocks; round += 1) {
    rates.push((block / (await timeRoundTrips(client, block))) * 1000);
  }
  client.close();
  return rates;
}

async function overFreshConnections(benchUrl: string): Promise<number[]> {
  const rates: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const started = performance.now();
    for (let done = 0; done < 300; done += 1) {
      const client = await openRestClient(benchUrl);
      await client.roundTrip();
      client.close();
    }
    rates.push((300 / (performance.now() - started)) * 1000);
  }
  return rates;
}

export async function measureRoundTrips(): Promise<Row[]> {
  const simulator = await startSimulator();
  const tcp = await perSecond(await openTcpClient(simulator.apduPort));
  const rest = await perSecond(await openRestClient(simulator.benchUrl));
  const memory = residentMebibytes(simulator.pid);
  const fresh = await overFreshConnections(simulator.benchUrl);
  await simulator.stop();
  // The first block pays for compiling the server's code, so the last is compared with the next best early one.
  const flatness = median(rest.slice(-5)) / median(rest.slice(0, 5));
  return [
    {
      name: 'APDU round trips over TCP, one connection',
      unit: '/s',
      samples: tcp,
      aim: 'at least 10,000 (reference 4,152)',
      meets: atLeast(10_000),
    },
    {
      name: 'APDU round trips over REST, kept connection',
      unit: '/s',
      samples: rest,
      aim: 'at least 4,000 (reference 857 falling to 326)',
      meets: atLeast(4000),
    },
    {
      name: 'REST: last 5,000 of 20,000 calls against the first 5,000',
      unit: 'x',
      samples: [flatness],
      aim: 'flat: at least 0.9',
      meets: atLeast(0.9),
    },
    {
      name: 'REST: first thousand calls, then the twentieth',
      unit: '/s',
      samples: [rest[0] ?? Number.NaN, rest.at(-1) ?? Number.NaN],
      aim: '',
    },
    {
      name: 'APDU round trips over REST, a connection each',
      unit: '/s',
      samples: fresh,
      aim: '(reference 677)',
    },
    {
      name: 'resident memory after 20,000 TCP and 20,000 REST calls',
      unit: 'MiB',
      samples: [memory],
      aim: 'at most 70 (reference 91, and 17 more per 8,100)',
      meets: atMost(70),
    },
  ];
}
