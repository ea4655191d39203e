/** From a press to the text event of what it draws, on the PIN wheel: each tap there draws a new picture. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { agreeToNewWallet, runPersonAsync } from '../kit/drivers/person.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { atMost, type Row } from './figures.ts';

const taps = 40;

/** Waits for the next text on the event stream. */
async function openStream(benchUrl: string): Promise<{ next(): Promise<number>; close(): void }> {
  const request = get(new URL('events?stream=true', benchUrl));
  const [stream] = (await once(request, 'response')) as [IncomingMessage];
  stream.on('error', () => undefined);
  return {
    async next() {
      await once(stream, 'data');
      return performance.now();
    },
    close: () => request.destroy(),
  };
}

export async function measurePressLatency(): Promise<Row[]> {
  const simulator = await startSimulator();
  const bench = createBenchClient(simulator.benchUrl);
  const stream = await openStream(simulator.benchUrl);
  await bench.apdu(encodeCreateRequest({ wordCount: 24 }));
  await runPersonAsync(agreeToNewWallet(), benchFingers(bench));
  await bench.waitForText('Choose a PIN');

  const post = async (action: string, delay?: number): Promise<void> => {
    const body = JSON.stringify({ action, delay });
    const reply = await fetch(new URL('button/right', simulator.benchUrl), { method: 'POST', body });
    if (!reply.ok) throw new Error(`the bench answered ${reply.status}`);
    await reply.arrayBuffer();
  };
  const measure = async (prepare: () => Promise<void>, act: () => Promise<void>): Promise<number[]> => {
    const samples: number[] = [];
    for (let tap = 0; tap < taps; tap += 1) {
      await prepare();
      const event = stream.next();
      const started = performance.now();
      const acted = act();
      samples.push((await event) - started);
      await acted;
    }
    return samples;
  };
  const nothing = async (): Promise<void> => undefined;
  const quick = await measure(nothing, async () => post('press-and-release', 0));
  const release = await measure(
    async () => post('press'),
    async () => post('release'),
  );
  const standard = await measure(nothing, async () => post('press-and-release'));
  stream.close();
  await simulator.stop();
  return [
    {
      name: 'press-and-release without delay to its text event',
      unit: 'ms',
      samples: quick,
      aim: 'at most 5 (reference 6.1)',
      meets: atMost(5),
    },
    {
      name: 'release of a held button to its text event',
      unit: 'ms',
      samples: release,
      aim: 'at most 5 (reference 8.4)',
      meets: atMost(5),
    },
    {
      name: 'press-and-release with the default 0.1 s to its text event',
      unit: 'ms',
      samples: standard,
      aim: '100 is the press itself (reference 105)',
    },
  ];
}
