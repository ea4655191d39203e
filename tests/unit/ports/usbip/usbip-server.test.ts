/** The server over real sockets: attaching, transfers, unlinking, bad packets, several devices, power. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUsbDevice } from '../../../../firmware-sim/ports/usbip/usb-device.ts';
import {
  encodeImportRequest,
  encodeListRequest,
  encodeSubmit,
  encodeUnlink,
} from '../../../../firmware-sim/ports/usbip/usbip-client.ts';
import { createUsbipServer, type UsbipServer } from '../../../../firmware-sim/ports/usbip/usbip-server.ts';
import { maximumWaitingTransfers } from '../../../../firmware-sim/ports/usbip/usbip-session.ts';
import { ledgerIds, usbIdentity } from '../../../../firmware-sim/ports/usbip/usb-options.ts';
import { splitIntoReports } from '../../../../src/protocol/apdu/hid-framing.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';
import { attachUsbip, createByteReader, openUsbip } from '../../../kit/drivers/usbip-host.ts';

const command = Uint8Array.of(0xc8, 2, 0, 0, 0);

let usbip: UsbipServer;
let port: number;
let log: string[];
let powered: boolean[];

beforeEach(async () => {
  log = [];
  powered = [true, true];
  usbip = createUsbipServer({
    devices: [0, 1].map((index) => ({
      device: createUsbDevice(usbIdentity(ledgerIds(index === 0 ? 'nanosp' : 'nanox')), createEchoDevice()),
      powered: () => powered[index] === true,
    })),
    onLog: (line) => log.push(line),
  });
  usbip.server.listen(0, '127.0.0.1');
  await once(usbip.server, 'listening');
  port = (usbip.server.address() as AddressInfo).port;
});
afterEach(async () => {
  await new Promise((resolve) => {
    usbip.server.close(resolve);
  });
});

async function listed(): Promise<number> {
  const socket = await openUsbip(port);
  socket.write(encodeListRequest());
  const read = createByteReader(socket);
  const head = await read(12);
  socket.destroy();
  return head[11] ?? 0;
}

describe('attaching', () => {
  it('lists what has power, and attaches each of several devices', async () => {
    expect(await listed()).toBe(2);
    powered[1] = false;
    expect(await listed()).toBe(1);
    powered[1] = true;
    const [first, second] = await Promise.all([attachUsbip(port, '1-1'), attachUsbip(port, '1-2')]);
    expect(await first.exchange(command)).toEqual(echoOf(command));
    const product = async (host: typeof first) => (await host.control([0x80, 6, 0, 1, 0, 0, 18, 0]))?.at(11);
    expect([await product(first), await product(second)]).toEqual([0x50, 0x40]);
    first.socket.destroy();
    second.socket.destroy();
  });

  it('serves one host at a time, tells the next why, and lets it in afterwards', async () => {
    const first = await attachUsbip(port);
    await expect(attachUsbip(port)).rejects.toThrow('status 2');
    await expect(attachUsbip(port, '1-9')).rejects.toThrow('status 4');
    powered[1] = false;
    await expect(attachUsbip(port, '1-2')).rejects.toThrow('status 4');
    expect(log).toEqual([
      'device 1-1 is already attached: detach it first (usbip port, usbip detach)',
      `there's no device "1-9" to attach, or it's switched off`,
      `there's no device "1-2" to attach, or it's switched off`,
    ]);
    usbip.ports[0]?.detach();
    await first.closed;
    const again = await attachUsbip(port);
    expect(await again.exchange(command)).toEqual(echoOf(command));
    again.socket.destroy();
  });

  it('knows whether it is attached; a host that vanishes frees the device', async () => {
    const host = await attachUsbip(port);
    expect(usbip.ports[0]?.attached()).toBe(true);
    // A half-received APDU of a host that went must not confuse the next.
    await host.transfer({
      endpoint: 2,
      data: splitIntoReports(1, new Uint8Array(100))[0] ?? new Uint8Array(),
    });
    host.socket.destroy();
    await expect.poll(() => usbip.ports[0]?.attached()).toBe(false);
    const next = await attachUsbip(port);
    expect(await next.exchange(command)).toEqual(echoOf(command));
    next.socket.destroy();
  });
});

describe('closing', () => {
  it('lets go of every connection, attached or not, and then is closed', async () => {
    const host = await attachUsbip(port);
    const idle = await openUsbip(port);
    const idleClosed = once(idle, 'close');
    await new Promise((resolve) => {
      usbip.server.close(resolve);
    });
    await host.closed;
    await idleClosed;
    expect(usbip.ports[0]?.attached()).toBe(false);
  });
});

describe('transfers', () => {
  it('long commands and answers, over both interfaces', async () => {
    const host = await attachUsbip(port);
    for (const length of [5, 57, 58, 200, 260]) {
      const long = Uint8Array.from({ length }, (_, index) => index & 0xff);
      expect(await host.exchange(long, 2)).toEqual(echoOf(long));
      expect(await host.exchange(long, 3)).toEqual(echoOf(long));
    }
    host.socket.destroy();
  });

  it('an IN transfer waits for its report, and an unlink takes it back', async () => {
    const host = await attachUsbip(port);
    const waiting = host.transfer({ endpoint: 2, room: 64 });
    await host.transfer({ endpoint: 2, data: splitIntoReports(1, command)[0] ?? new Uint8Array() });
    expect((await waiting).data.length).toBe(64);
    host.socket.destroy();

    const socket = await openUsbip(port);
    const read = createByteReader(socket);
    socket.write(encodeImportRequest('1-2'));
    await read(320);
    socket.write(encodeSubmit({ sequence: 1, endpoint: 2, room: 64 }));
    socket.write(encodeUnlink(2, 1));
    socket.write(encodeUnlink(3, 1));
    const statusOf = async () => new DataView((await read(48)).buffer).getInt32(20);
    // Taken back, then no longer there; the transfer itself is never answered.
    expect([await statusOf(), await statusOf()]).toEqual([-104, 0]);
    socket.destroy();
  });

  it('ends a transfer of several reports when full; one that is too small overflows', async () => {
    const host = await attachUsbip(port);
    const long = new Uint8Array(100);
    const answer = host.transfer({ endpoint: 2, room: 128 });
    for (const data of splitIntoReports(1, long)) await host.transfer({ endpoint: 2, data });
    expect(await answer).toMatchObject({ status: 0, length: 128 });
    const overflow = host.transfer({ endpoint: 2, room: 10 });
    await host.transfer({ endpoint: 2, data: splitIntoReports(1, command)[0] ?? new Uint8Array() });
    expect(await overflow).toMatchObject({ status: -75, length: 0 });
    host.socket.destroy();
  });

  it('endpoints that are not there stall, and so does what endpoint 0 does not know', async () => {
    const host = await attachUsbip(port);
    expect((await host.transfer({ endpoint: 5, room: 64 })).status).toBe(-32);
    expect((await host.transfer({ endpoint: 5, data: new Uint8Array(64) })).status).toBe(-32);
    expect(await host.control([0x80, 6, 0, 6, 0, 0, 10, 0])).toBeUndefined();
    expect(await host.exchange(command)).toEqual(echoOf(command));
    host.socket.destroy();
  });
});

describe('bad packets', () => {
  it.each([
    ['before attaching', false, 'version 0xffff, not 0x0111'],
    ['after attaching', true, 'unknown command 4294967295'],
  ])(
    '%s close that connection with a line that says why, and leave the others alone',
    async (_, first, reason) => {
      const other = await attachUsbip(port, '1-2');
      const socket = await openUsbip(port);
      if (first) {
        socket.write(encodeImportRequest('1-1'));
        await createByteReader(socket)(320);
      }
      socket.write(new Uint8Array(48).fill(0xff));
      await once(socket, 'close');
      expect(log).toEqual([`bad packet: ${reason}. Connection closed.`]);
      expect(await other.exchange(command)).toEqual(echoOf(command));
      other.socket.destroy();
    },
  );

  it('more waiting transfers than any host has are refused', async () => {
    const host = await attachUsbip(port);
    for (let count = 0; count <= maximumWaitingTransfers; count += 1) {
      void host.transfer({ endpoint: 2, room: 64 });
    }
    await host.closed;
    expect(log).toEqual(['bad packet: too many transfers are waiting. Connection closed.']);
  });

  it('whatever a connection sends, the next one is served', async () => {
    const transfer = fc
      .tuple(
        fc.nat(16),
        fc.option(fc.uint8Array({ maxLength: 130 })),
        fc.nat(300),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
      )
      .map(([endpoint, data, room, setup]) =>
        encodeSubmit({ sequence: 1, endpoint, setup, ...(data === null ? { room } : { data }) }),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(transfer, fc.uint8Array({ maxLength: 60 })), { maxLength: 20 }),
        async (parts) => {
          const socket = await openUsbip(port);
          socket.write(encodeImportRequest('1-1'));
          for (const part of parts) socket.write(part);
          socket.end();
          socket.resume();
          await once(socket, 'close');
          await expect.poll(() => usbip.ports[0]?.attached()).toBe(false);
          const host = await attachUsbip(port);
          expect(await host.exchange(command)).toEqual(echoOf(command));
          host.socket.destroy();
          await expect.poll(() => usbip.ports[0]?.attached()).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
