/** From `spawn` to the first answered APDU, and the memory that a started process holds. */
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { atMost, type Row } from './figures.ts';
import { residentMebibytes } from './process-memory.ts';
import { openTcpClient } from './raw-clients.ts';

const starts = 15;

export async function measureStartUp(): Promise<Row[]> {
  const milliseconds: number[] = [];
  const mebibytes: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const started = performance.now();
    const simulator = await startSimulator();
    const client = await openTcpClient(simulator.apduPort);
    await client.roundTrip();
    milliseconds.push(performance.now() - started);
    mebibytes.push(residentMebibytes(simulator.pid));
    client.close();
    await simulator.stop();
  }
  return [
    {
      name: 'process start to first answered APDU, TCP',
      unit: 'ms',
      samples: milliseconds,
      aim: 'at most 150 (reference 329)',
      meets: atMost(150),
    },
    {
      name: 'resident memory after the first APDU',
      unit: 'MiB',
      samples: mebibytes,
      aim: 'at most 70 (reference 91)',
      meets: atMost(70),
    },
  ];
}
