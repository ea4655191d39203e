/** Runs as its own process (`hundred-devices.ts` starts it) and prints one line of JSON. */
import { openSimulator, type Simulator } from '../../firmware-sim/cli/simulator.ts';
import { createFirmware } from '../../firmware-sim/core/firmware.ts';
import type { HundredDevices } from './hundred-devices.ts';
import { residentMebibytes } from './process-memory.ts';
import { openTcpClient } from './raw-clients.ts';

async function open(): Promise<Simulator> {
  return openSimulator({
    apiPort: 0,
    apduPort: 0,
    wirePort: 0,
    deviceWindow: false,
    allowedOrigins: [],
    wireClients: 1,
    createFirmware,
    onExit: () => undefined,
    onFault: (fault) => {
      throw fault;
    },
  });
}

async function answer({ apduPort }: Simulator): Promise<void> {
  const client = await openTcpClient(apduPort);
  await client.roundTrip();
  client.close();
}

/** After a collection: what is measured is what devices hold, not what their making left behind. */
function residentKilobytes(): number {
  globalThis.gc?.();
  return (residentMebibytes('self') * 1024 * 1024) / 1000;
}

const started = performance.now();
const first = await open();
await answer(first);
const withOne = residentKilobytes();
const rest = await Promise.all(Array.from({ length: 99 }, open));
await Promise.all(rest.map(answer));
const milliseconds = performance.now() - started;
const result: HundredDevices = { milliseconds, kilobytesEach: (residentKilobytes() - withOne) / 99 };
process.stdout.write(JSON.stringify(result));
await Promise.all([first, ...rest].map(async (simulator) => simulator.close()));
