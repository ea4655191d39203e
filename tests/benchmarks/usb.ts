/**
 * Status exchanges over USB/IP, without a kernel in between, and a day's worth of them through the whole host side:
 * signer, guard and framing here, server, framing and firmware there. What a kernel adds is in `npm run test:usb`.
 */
import { createHostblindSigner } from '../../src/devices/hostblind/hostblind-signer.ts';
import { guard } from '../../src/transport/guard.ts';
import type { Link } from '../../src/transport/transport.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { attachUsbip, type UsbipHost } from '../kit/drivers/usbip-host.ts';
import { atMost, type Row } from './figures.ts';
import { residentMebibytes } from './process-memory.ts';

/** Full speed: one 64-byte report each way per frame of a millisecond, so one exchange takes two frames. */
const frameLimit = 2;
const exchangesPerSecondLimit = 1000 / frameLimit;

const block = 1000;
const blocks = 10;

/** Four a second, for a day. */
const dayOfPolling = 345_600;

function linkOver(host: UsbipHost): Link {
  return {
    exchange: (command) => host.exchange(command),
    onDisconnect: () => () => undefined,
    close() {
      host.socket.destroy();
      return Promise.resolve();
    },
  };
}

export async function measureUsb(): Promise<Row[]> {
  const simulator = await startSimulator({ usb: true });
  const host = await attachUsbip(simulator.usbPort);
  const transport = guard(linkOver(host));
  const signer = createHostblindSigner(transport);

  const milliseconds: number[] = [];
  for (let round = 0; round < blocks; round += 1) {
    const started = performance.now();
    for (let count = 0; count < block; count += 1) await signer.status();
    milliseconds.push((performance.now() - started) / block);
  }
  const rates = milliseconds.map((each) => 1000 / each);

  // What was polled so far was the warming up: from here on memory stands still.
  const before = { device: residentMebibytes(simulator.pid), host: residentMebibytes('self') };
  const started = performance.now();
  for (let count = 0; count < dayOfPolling; count += 1) await signer.status();
  const seconds = (performance.now() - started) / 1000;
  const growth = {
    device: residentMebibytes(simulator.pid) - before.device,
    host: residentMebibytes('self') - before.host,
  };
  await transport.close();
  await simulator.stop();
  return [
    {
      name: 'status exchange over USB/IP, beyond the two frames of full speed',
      unit: 'ms',
      samples: milliseconds.map((each) => each - frameLimit),
      aim: `at most 2 (${frameLimit} ms an exchange is the limit)`,
      meets: atMost(2),
    },
    {
      name: 'status exchanges over USB/IP, one at a time',
      unit: '/s',
      samples: rates,
      aim: '',
    },
    {
      name: `the same, against the ${exchangesPerSecondLimit} a second that full speed allows`,
      unit: 'x',
      samples: rates.map((rate) => rate / exchangesPerSecondLimit),
      aim: '',
    },
    {
      name: `a day of polling, ${dayOfPolling.toLocaleString('en-US')} exchanges, in`,
      unit: 's',
      samples: [seconds],
      aim: '',
    },
    {
      name: 'memory that this added to the simulator',
      unit: 'MiB',
      samples: [growth.device],
      aim: 'flat: at most 8',
      meets: atMost(8),
    },
    {
      name: 'memory that this added to the host',
      unit: 'MiB',
      samples: [growth.host],
      aim: 'flat: at most 16',
      meets: atMost(16),
    },
  ];
}
