/** A hundred whole simulators, ports included, in one process of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { atMost, type Row } from './figures.ts';

export interface HundredDevices {
  /** From the first device to the last of a hundred answers, each over its own APDU port. */
  readonly milliseconds: number;
  /** Resident memory that each device beyond the first adds, in kilobytes (1,000 bytes). */
  readonly kilobytesEach: number;
}

async function runOnce(): Promise<HundredDevices> {
  const script = fileURLToPath(import.meta.resolve('./hundred-devices-process.ts'));
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the process with a hundred devices ended with ${code}`);
  return JSON.parse(output) as HundredDevices;
}

export async function measureHundredDevices(): Promise<Row[]> {
  const runs: HundredDevices[] = [];
  for (let run = 0; run < 5; run += 1) runs.push(await runOnce());
  return [
    {
      name: '100 devices in one process: start of the first to last answer',
      unit: 'ms',
      samples: runs.map(({ milliseconds }) => milliseconds),
      aim: 'at most 1,000 (reference: 4 processes, 967)',
      meets: atMost(1000),
    },
    {
      name: '100 devices in one process: memory of each beyond the first',
      unit: 'kB',
      samples: runs.map(({ kilobytesEach }) => kilobytesEach),
      aim: 'at most 200',
      meets: atMost(200),
    },
  ];
}
