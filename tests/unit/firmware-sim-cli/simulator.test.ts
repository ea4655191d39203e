import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSimulator, type Simulator, type SimulatorOptions } from '../../../firmware-sim/cli/simulator.ts';
import type { Board } from '../../../firmware-sim/core/board.ts';
import { rawConnection, rawRequest } from '../../fixtures/devices/bench-fixture.ts';
import { createFakeFirmware, type FakeFirmware } from '../../fixtures/fakes/fake-firmware.ts';

const folders: string[] = [];
const simulators: Simulator[] = [];
afterEach(async () => {
  await Promise.all(simulators.splice(0).map(async (simulator) => simulator.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function open(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await openSimulator({
    apiPort: 0,
    apduPort: 0,
    wirePort: 0,
    deviceWindow: false,
    allowedOrigins: [],
    wireClients: 1,
    createFirmware: createFakeFirmware,
    onExit: () => undefined,
    onFault: () => undefined,
    ...options,
  });
  simulators.push(simulator);
  return simulator;
}

function storageFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostblind-simulator-'));
  folders.push(folder);
  return join(folder, 'device.bin');
}

describe('a simulator', () => {
  it('has three ports of its own', async () => {
    const { apiPort, apduPort, wirePort, benchUrl, wireUrl } = await open();
    expect(new Set([apiPort, apduPort, wirePort]).size).toBe(3);
    expect(benchUrl).toBe(`http://127.0.0.1:${apiPort}/`);
    expect(wireUrl).toBe(`ws://127.0.0.1:${wirePort}/wire`);
  });

  it.each(['apiPort', 'apduPort', 'wirePort'] as const)(
    'a busy %s leaves nothing open: no port, no clock, no lock',
    async (name) => {
      const other = await open();
      const storage = storageFile();
      const firmwares: FakeFirmware[] = [];
      const createFirmware = (board: Board): FakeFirmware => {
        const firmware = createFakeFirmware(board);
        firmwares.push(firmware);
        return firmware;
      };
      await expect(open({ storage, createFirmware, [name]: other[name] })).rejects.toThrow(
        /^port \d+ is in use\. Stop the program that uses it, or choose another port with --\w+-port \(0 picks any\)\.$/,
      );
      expect(firmwares[0]?.journal.at(-1)).toBe('power off');
      expect(existsSync(`${storage}.lock`)).toBe(false);
    },
  );

  it.each([
    ['apiPort', '--api-port'],
    ['apduPort', '--apdu-port'],
    ['wirePort', '--wire-port'],
  ] as const)('a %s that cannot be opened for another reason says which', async (name, flag) => {
    const real = Reflect.get(Server.prototype, 'listen') as (...asked: unknown[]) => Server;
    const refusing = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (
      this: Server,
      ...asked: unknown[]
    ) {
      if (asked[0] !== 81) return Reflect.apply(real, this, asked) as Server;
      queueMicrotask(() => this.emit('error', Object.assign(new Error('denied'), { code: 'EACCES' })));
      return this;
    });
    await expect(open({ [name]: 81 })).rejects.toThrow(
      `port 81 can't be opened (EACCES). Choose another with ${flag}.`,
    );
    refusing.mockRestore();
  });

  it('has a USB port when it is asked for, which listens once it is told', async () => {
    expect((await open()).usb).toBeUndefined();
    const { usb } = await open({ usb: { port: 0, attach: false, ids: undefined } });
    expect(usb).toEqual({ port: expect.any(Number) as number, busId: '1-1' });
    const connection = await rawConnection(usb?.port ?? 0);
    connection.socket.destroy();
    const other = await open();
    await expect(open({ usb: { port: other.apduPort, attach: false, ids: undefined } })).rejects.toThrow(
      `port ${other.apduPort} is in use. Stop the program that uses it, or choose another port with --usb-port (0 picks any).`,
    );
  });

  it('has a device window when it is asked for, and else none', async () => {
    expect((await open()).windowUrl).toBeUndefined();
    const { windowUrl = '', apiPort } = await open({ deviceWindow: true });
    expect(new URL(windowUrl).port).toBe(String(apiPort));
    const { pathname } = new URL(windowUrl);
    expect((await rawRequest(apiPort, 'GET', pathname)).status).toBe(200);
  });

  it('is closed when it says so', async () => {
    const simulator = await open();
    const connection = await rawConnection(simulator.wirePort);
    let closed = false;
    simulator.wireServer.once('close', () => (closed = true));
    await simulator.close();
    expect(closed).toBe(true);
    await connection.closed;
  });

  it('closes every connection and port when it closes', async () => {
    const simulator = await open();
    const connections = await Promise.all(
      [simulator.apiPort, simulator.apduPort, simulator.wirePort].map(rawConnection),
    );
    connections[0]?.socket.write(
      `GET /events?stream=true HTTP/1.1\r\nHost: 127.0.0.1:${simulator.apiPort}\r\n\r\n`,
    );
    await connections[0]?.take(12);
    await simulator.close();
    await Promise.all(connections.map(async ({ closed }) => closed));
    const [error] = (await once(connect(simulator.apduPort, '127.0.0.1'), 'error')) as [
      Error & { code: string },
    ];
    expect(error.code).toBe('ECONNREFUSED');
  });

  it('hands a fault of the device to its owner', async () => {
    const fault = new Error('the storage file cannot be written');
    const told = new Promise<unknown>((resolve) => {
      void open({
        onFault: resolve,
        createFirmware: (board) => ({
          ...createFakeFirmware(board),
          exchange: () => {
            throw fault;
          },
        }),
      }).then(({ apiPort }) =>
        rawRequest(apiPort, 'POST', '/apdu', '{"data":"b0010000"}').catch(() => undefined),
      );
    });
    expect(await told).toBe(fault);
  });
});

describe('many devices in one process', () => {
  it('each has its own glass, buttons and storage', async () => {
    const devices = await Promise.all(Array.from({ length: 20 }, async () => open()));
    devices.forEach(({ device }, index) => {
      for (let press = 0; press < index; press += 1) {
        device.press('left');
        device.release('left');
      }
    });
    const screens = await Promise.all(
      devices.map(async ({ apiPort }) => (await rawRequest(apiPort, 'GET', '/screen')).text),
    );
    screens.forEach((text, index) => expect(text).toContain(`"presses ${index}"`));
  });
});
