/** A command that waits for the person: its answer comes by the way it was asked, whatever else is asked meanwhile. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHidDevice } from '../../../firmware-sim/ports/usbip/hid-device.ts';
import { createUsbService } from '../../../firmware-sim/ports/usbip/usb-service.ts';
import { splitIntoReports } from '../../../src/protocol/apdu/hid-framing.ts';
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';
import { attachUsbip } from '../../kit/drivers/usbip-host.ts';
import { createAskingFirmware } from '../../fixtures/fakes/asking-firmware.ts';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
  type RawReply,
} from '../../fixtures/devices/bench-fixture.ts';

const question = 'e002000001aa';
const answer = '02000001aa9000';
const framed = (command: string): Uint8Array =>
  fromHex((command.length / 2).toString(16).padStart(8, '0') + command);
const reply = (response: string): string =>
  (response.length / 2 - 2).toString(16).padStart(8, '0') + response;
const appName = reply('010446616b6505312e302e3001009000');

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture({ createFirmware: createAskingFirmware });
});
afterEach(async () => fixture.close());

async function pressOnce(): Promise<void> {
  fixture.device.press('right');
  fixture.device.release('right');
  await fixture.device.settled();
}

const asked = async (): Promise<void> => expect.poll(() => fixture.firmware().journal).toContain('asked');

describe('over TCP', () => {
  it('a late answer comes first, and what was sent behind it comes after', async () => {
    const connection = await rawConnection(fixture.apduPort);
    connection.socket.write(Buffer.concat([framed(question), framed('b001000000')]));
    await asked();
    expect(connection.waiting()).toHaveLength(0);
    await pressOnce();
    const all = reply(answer) + appName;
    expect(toHex(await connection.take(all.length / 2))).toBe(all);
    connection.socket.destroy();
  });

  it('another connection is told that the device is busy, and is answered otherwise', async () => {
    const [first, second] = await Promise.all([
      rawConnection(fixture.apduPort),
      rawConnection(fixture.apduPort),
    ]);
    first.socket.write(framed(question));
    await asked();
    second.socket.write(Buffer.concat([framed(question), framed('b001000000')]));
    const meanwhile = reply('6601') + appName;
    expect(toHex(await second.take(meanwhile.length / 2))).toBe(meanwhile);
    await pressOnce();
    expect(toHex(await first.take(reply(answer).length / 2))).toBe(reply(answer));
    expect(second.waiting()).toHaveLength(0);
    first.socket.destroy();
    second.socket.destroy();
  });

  it('a connection that went gets nothing, and the next one nothing of it', async () => {
    const first = await rawConnection(fixture.apduPort);
    first.socket.write(framed(question));
    await asked();
    first.socket.destroy();
    await first.closed;
    const second = await rawConnection(fixture.apduPort);
    await pressOnce();
    second.socket.write(framed('b001000000'));
    expect(toHex(await second.take(appName.length / 2))).toBe(appName);
    second.socket.destroy();
  });

  it('without power the connection ends, unanswered', async () => {
    const connection = await rawConnection(fixture.apduPort);
    connection.socket.write(framed(question));
    await asked();
    fixture.device.powerOff();
    await connection.closed;
    expect(connection.waiting()).toHaveLength(0);
  });
});

describe('over REST', () => {
  const post = async (data: string): Promise<RawReply> =>
    rawRequest(fixture.apiPort, 'POST', '/apdu', JSON.stringify({ data }));

  it('a request stays open while buttons go elsewhere', async () => {
    const waiting = post(question);
    await asked();
    expect((await post(question)).text).toBe('{"data": "6601"}');
    expect((await post('b001000000')).text).toContain('9000');
    await rawRequest(fixture.apiPort, 'POST', '/button/right', '{"action": "press-and-release", "delay": 0}');
    expect((await waiting).text).toBe(`{"data": "${answer}"}`);
  });

  it('a request that nobody can answer any more says so', async () => {
    const waiting = post(question);
    await asked();
    fixture.device.powerOff();
    expect((await waiting).status).toBe(503);
  });
});

describe('over HID', () => {
  const reportsOf = (channel: number, apdu: string): Uint8Array[] => splitIntoReports(channel, fromHex(apdu));

  it('the answer is on the channel of its command', async () => {
    const late: Uint8Array[] = [];
    const link = fixture.device.connect();
    const hid = createHidDevice(link, (reports) => late.push(...reports));
    const send = (channel: number, apdu: string): Uint8Array[] =>
      reportsOf(channel, apdu).flatMap((report) => hid.receive(report));
    expect(send(0x0101, question)).toEqual([]);
    expect(send(0x0202, question)).toEqual(reportsOf(0x0202, '6601'));
    expect(late).toEqual([]);
    await pressOnce();
    await expect.poll(() => late).toEqual(reportsOf(0x0101, answer));
  });
});

describe('over USB', () => {
  it('comes by the interface that asked, to a transfer that waits for it', async () => {
    const service = createUsbService(fixture.device, { onLog: () => undefined });
    service.server.listen(0, '127.0.0.1');
    await once(service.server, 'listening');
    const host = await attachUsbip((service.server.address() as AddressInfo).port);
    const waiting = host.exchange(fromHex(question), 3);
    await asked();
    expect(toHex(await host.exchange(fromHex('b001000000'), 2))).toContain('9000');
    await pressOnce();
    expect(toHex(await waiting)).toBe(answer);
    host.socket.destroy();
    await new Promise((resolve) => {
      service.server.close(resolve);
    });
  });

  it('a cable that is pulled ends it: what comes after is not an old answer', async () => {
    const service = createUsbService(fixture.device, { onLog: () => undefined });
    service.server.listen(0, '127.0.0.1');
    await once(service.server, 'listening');
    const { port } = service.server.address() as AddressInfo;
    const host = await attachUsbip(port);
    void host.exchange(fromHex(question)).catch(() => undefined);
    await asked();
    fixture.device.powerOff();
    await host.closed;
    fixture.device.powerOn();
    const again = await attachUsbip(port);
    await pressOnce();
    expect(toHex(await again.exchange(fromHex('b001000000')))).toContain('9000');
    again.socket.destroy();
    await new Promise((resolve) => {
      service.server.close(resolve);
    });
  });
});
