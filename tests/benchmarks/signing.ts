/** What a wallet waits for: a key and a signature beyond the press, in this process, and typed data over TCP to a process of its own. */
import { connect } from 'node:net';
import { fromHex, toHex, u16 } from '../../src/protocol/bytes.ts';
import { attend } from '../kit/drivers/signing-person.ts';
import { createWallet, runPersonAsync, tap } from '../kit/drivers/person.ts';
import { encodeCreateRequest } from '../../src/protocol/commands/create.ts';
import { allApps, openAppKeys } from '../../firmware-sim/apps/all-apps.ts';
import { createTestDevice, type TestDevice } from '../fixtures/devices/test-device.ts';
import { createBenchClient } from '../kit/clients/bench-client.ts';
import { benchFingers } from '../kit/clients/bench-fingers.ts';
import { startSimulator } from '../kit/clients/simulator-process.ts';
import { atLeast, atMost, type Row } from './figures.ts';

const pin = '40286619';
const path = '058000002c8000003c800000000000000000000000';
const rounds = 20;

/** Exchanges a second that Speculos has been measured to make over the same port. */
const speculosRate = 2900;

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function openSigningDevice(): TestDevice {
  const device = createTestDevice({
    apps: allApps,
    openKeys: (seed, _roots, draw) => openAppKeys(seed, draw),
  });
  device.startCreate(12);
  device.person(createWallet(12, pin));
  for (let presses = 0; presses < 2; presses += 1) device.person(tap('right'));
  return device;
}

function measureKeys(device: TestDevice): Row {
  const ask = fromHex(`e002000015${path}`);
  device.ask(ask);
  device.person(attend());
  device.press('right');
  const samples = [timed(() => device.release('right'))];
  for (let round = 1; round < rounds; round += 1) samples.push(timed(() => void device.ask(ask)));
  return {
    name: 'address of an Ethereum account beyond the press, the first among them',
    unit: 'ms',
    samples,
    aim: 'at most 30',
    meets: atMost(30),
  };
}

function measureSignatures(device: TestDevice): Row {
  const samples = Array.from({ length: rounds }, () => {
    device.ask(fromHex(`e00800001d${path}0000000461626364`));
    device.person(attend());
    while (!device.lines().includes('Sign ▶')) device.person(tap('right'));
    device.press('right');
    device.tick(1450);
    const sample = timed(() => device.tick(50));
    device.release('right');
    return sample;
  });
  return { name: 'signature beyond the hold', unit: 'ms', samples, aim: 'at most 20', meets: atMost(20) };
}

/** A struct of 48 numbers, and a value of each: 102 commands. */
function typedDataCommands(): readonly Uint8Array[] {
  const ascii = (text: string): string => toHex(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
  const command = (ins: string, p2: string, data: string): Uint8Array =>
    fromHex(`e0${ins}00${p2}${(data.length / 2).toString(16).padStart(2, '0')}${data}`);
  const names = Array.from({ length: 48 }, (_, at) => ascii(`n${at}`));
  const lengthOf = (hex: string): string => (hex.length / 2).toString(16).padStart(2, '0');
  return [
    command('1a', '00', ascii('EIP712Domain')),
    command('1a', 'ff', `05${lengthOf(ascii('name'))}${ascii('name')}`),
    command('1a', '00', ascii('Message')),
    ...names.map((name) => command('1a', 'ff', `4220${lengthOf(name)}${name}`)),
    command('1c', '00', ascii('EIP712Domain')),
    command('1c', 'ff', `${toHex(u16(1))}61`),
    command('1c', '00', ascii('Message')),
    ...names.map(() => command('1c', 'ff', `${toHex(u16(1))}05`)),
  ];
}

async function measureTypedData(): Promise<Row> {
  const simulator = await startSimulator();
  const fingers = benchFingers(createBenchClient(simulator.benchUrl));
  const bench = createBenchClient(simulator.benchUrl);
  await bench.apdu(encodeCreateRequest({ wordCount: 12 }));
  await runPersonAsync(createWallet(12, pin), fingers);
  for (let presses = 0; presses < 2; presses += 1) await runPersonAsync(tap('right'), fingers);
  const socket = connect(simulator.apduPort, '127.0.0.1').setNoDelay(true);
  const commands = typedDataCommands().map((command) => {
    const framed = new Uint8Array(4 + command.length);
    new DataView(framed.buffer).setUint32(0, command.length);
    framed.set(command, 4);
    return framed;
  });
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (const command of commands) {
      const reply = new Promise<Buffer>((resolve) => {
        socket.once('data', resolve);
      });
      socket.write(command);
      if ((await reply).toString('hex') !== '000000009000') throw new Error('typed data was refused');
    }
    samples.push((commands.length / (performance.now() - started)) * 1000);
  }
  socket.destroy();
  await simulator.stop();
  return {
    name: 'typed data of 102 commands over TCP, one after the other',
    unit: '/s',
    samples,
    aim: `at least ${5 * speculosRate} (5 times the reference's ${speculosRate})`,
    meets: atLeast(5 * speculosRate),
  };
}

export async function measureSigning(): Promise<Row[]> {
  const device = openSigningDevice();
  return [measureKeys(device), measureSignatures(device), await measureTypedData()];
}
