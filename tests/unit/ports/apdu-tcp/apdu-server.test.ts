import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
  type RawConnection,
} from '../../../fixtures/devices/bench-fixture.ts';

const appName = fromHex('00000005 b001000000');
const appNameReply = '0000000e' + '010446616b6505312e302e30' + '0100' + '9000';
/** The fake counts exchanges: the reply names which one it was. */
const counted = fromHex('00000006 c8ee000001 77');
const countedReply = (count: number): string => `00000003${count.toString(16).padStart(4, '0')}779000`;

let fixture: Fixture;
let connection: RawConnection;
beforeEach(async () => {
  fixture = await openFixture();
  connection = await rawConnection(fixture.apduPort);
});
afterEach(async () => {
  connection.socket.destroy();
  await fixture.close();
});

describe('the APDU port', () => {
  it('answers in the framing of Speculos', async () => {
    connection.socket.write(appName);
    expect(toHex(await connection.take(appNameReply.length / 2))).toBe(appNameReply);
  });

  it('answers the four-byte form of a command', async () => {
    connection.socket.write(fromHex('00000004 B0010000'));
    expect(toHex(await connection.take(appNameReply.length / 2))).toBe(appNameReply);
  });

  it('sends a whole reply in one segment', async () => {
    const segments: string[] = [];
    connection.socket.on('data', (chunk) => segments.push(toHex(chunk)));
    connection.socket.write(appName);
    await connection.take(appNameReply.length / 2);
    expect(segments).toEqual([appNameReply]);
  });

  it('takes one command per turn of the event loop, so buttons get theirs between', async () => {
    const { journal } = fixture.firmware();
    const first = new Promise<void>((resolve) => {
      const look = (): void => (journal.length > 0 ? resolve() : void setImmediate(look));
      look();
    });
    connection.socket.write(Buffer.concat(Array.from({ length: 50 }, () => counted)));
    await first;
    fixture.device.press('left');
    await connection.take(50 * (countedReply(0).length / 2));
    const press = journal.indexOf('press left');
    expect([press > 0, press < 50]).toEqual([true, true]);
  });

  it('takes a request byte by byte', async () => {
    for (const byte of appName) connection.socket.write(Uint8Array.of(byte));
    expect(toHex(await connection.take(appNameReply.length / 2))).toBe(appNameReply);
  });

  it('refuses an oversize length with 6700 and hangs up', async () => {
    connection.socket.write(fromHex('00000105'));
    expect(toHex(await connection.take(6))).toBe('000000006700');
    connection.socket.end();
    await connection.closed;
    expect(fixture.firmware().journal.filter((entry) => entry.startsWith('apdu'))).toEqual([]);
  });

  it('refuses an oversize length in the middle of a stream after the replies before it', async () => {
    connection.socket.write(Buffer.concat([appName, fromHex('7fffffff'), appName]));
    const received = toHex(await connection.take(appNameReply.length / 2 + 6));
    expect(received).toBe(`${appNameReply}000000006700`);
  });

  it('ends every connection when the power goes, and new ones at once', async () => {
    fixture.device.powerOff();
    await connection.closed;
    const late = await rawConnection(fixture.apduPort);
    await late.closed;
    fixture.device.powerOn();
    const again = await rawConnection(fixture.apduPort);
    again.socket.write(appName);
    expect(toHex(await again.take(appNameReply.length / 2))).toBe(appNameReply);
    again.socket.destroy();
  });
});

describe('defects of the reference that are not here', () => {
  it('replies go to every connection, not to the newest only', async () => {
    const newer = await rawConnection(fixture.apduPort);
    connection.socket.write(counted);
    expect(toHex(await connection.take(9))).toBe(countedReply(1));
    newer.socket.write(counted);
    expect(toHex(await newer.take(9))).toBe(countedReply(2));
    newer.socket.destroy();
    await newer.closed;
    connection.socket.write(counted);
    expect(toHex(await connection.take(9))).toBe(countedReply(3));
  });

  it('pipelined requests get a reply each, in order', async () => {
    connection.socket.write(Buffer.concat([counted, counted, appName, counted]));
    const expected = countedReply(1) + countedReply(2) + appNameReply + countedReply(4);
    expect(toHex(await connection.take(expected.length / 2))).toBe(expected);
  });

  it('a REST exchange is answered to its asker and not pushed to TCP clients', async () => {
    await rawRequest(fixture.apiPort, 'POST', '/apdu', '{"data":"c8ee00000177"}');
    connection.socket.write(counted);
    expect(toHex(await connection.take(9))).toBe(countedReply(2));
    expect(connection.waiting()).toHaveLength(0);
  });

  it('a client that asks and never reads does not fill the memory', async () => {
    const greedy = await rawConnection(fixture.apduPort);
    greedy.socket.pause();
    const block = Buffer.concat(Array.from({ length: 5000 }, () => counted));
    let writes = 0;
    // Writes until the system refuses to take more: the server has stopped reading.
    while (writes < 2000 && greedy.socket.writableLength < 4_000_000) {
      greedy.socket.write(block);
      writes += 1;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(writes).toBeLessThan(2000);
    connection.socket.write(appName);
    expect(toHex(await connection.take(appNameReply.length / 2))).toBe(appNameReply);
    greedy.socket.destroy();
  });
});
