/** The USB port of a simulator: its cable goes with its power, and its trouble is told, not thrown. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSimulator, type Simulator } from '../../../../firmware-sim/cli/simulator.ts';
import { decodeAppName, encodeAppNameRequest } from '../../../../src/protocol/commands/app-name.ts';
import { responseData } from '../../../../src/protocol/apdu/apdu.ts';
import { createFakeFirmware } from '../../../fixtures/fakes/fake-firmware.ts';
import { attachUsbip, openUsbip } from '../../../kit/drivers/usbip-host.ts';

let simulator: Simulator;
let log: string[];

async function open(ids?: { vendorId: number; productId: number }): Promise<number> {
  log = [];
  simulator = await openSimulator({
    apiPort: 0,
    apduPort: 0,
    wirePort: 0,
    deviceWindow: false,
    allowedOrigins: [],
    wireClients: 1,
    usb: { port: 0, ids, attach: false },
    onLog: (line) => log.push(line),
    createFirmware: createFakeFirmware,
    onExit: () => undefined,
    onFault: () => undefined,
  });
  return simulator.usb?.port ?? 0;
}

afterEach(() => simulator.close());

describe('a simulator with --usb', () => {
  let port: number;
  beforeEach(async () => {
    port = await open();
  });

  it('answers APDUs over both interfaces', async () => {
    const host = await attachUsbip(port);
    for (const endpoint of [2, 3] as const) {
      const answer = await host.exchange(encodeAppNameRequest(), endpoint);
      expect(decodeAppName(responseData(answer)).name).toBe('Fake');
    }
    host.socket.destroy();
  });

  it('switched off, the cable is out; switched on, it can be attached again', async () => {
    const host = await attachUsbip(port);
    simulator.device.powerOff();
    await host.closed;
    await expect(attachUsbip(port)).rejects.toThrow('status 4');
    simulator.device.powerOn();
    const again = await attachUsbip(port);
    expect(decodeAppName(responseData(await again.exchange(encodeAppNameRequest()))).name).toBe('Fake');
    again.socket.destroy();
  });

  it('tells a bad packet in one line, and goes on', async () => {
    const socket = await openUsbip(port);
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await once(socket, 'close');
    expect(log).toEqual(['usb: bad packet: version 0x4745, not 0x0111. Connection closed.']);
    const host = await attachUsbip(port);
    host.socket.destroy();
  });

  it('closes with the simulator, also while it is attached', async () => {
    const host = await attachUsbip(port);
    await simulator.close();
    await host.closed;
  });
});

it('--usb-id gives other IDs, and the name still says Simulator', async () => {
  const host = await attachUsbip(await open({ vendorId: 0x1209, productId: 0x0001 }));
  const descriptor = await host.control([0x80, 6, 0, 1, 0, 0, 18, 0]);
  expect([...(descriptor?.subarray(8, 12) ?? [])]).toEqual([0x09, 0x12, 0x01, 0x00]);
  const product = await host.control([0x80, 6, 2, 3, 9, 4, 255, 0]);
  expect(Buffer.from(product?.subarray(2) ?? []).toString('utf16le')).toBe('Hostblind Simulator');
  host.socket.destroy();
});
