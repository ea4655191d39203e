import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts';
import {
  openFixture,
  rawConnection,
  rawRequest,
  type Fixture,
} from '../../../fixtures/devices/bench-fixture.ts';

const subprotocol = 'hostblind-wire.v1';
let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture({ allowedOrigins: ['https://wallet.example'] });
});
afterEach(async () => fixture.close());

interface ClientOptions {
  readonly url?: string;
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

function connect({
  url = fixture.wireUrl,
  protocols = [subprotocol],
  headers = {},
}: ClientOptions = {}): WebSocket {
  const socket = new WebSocket(url, [...protocols], { headers: { ...headers } });
  // An expected refusal; the tests look at the reply.
  socket.on('error', () => undefined);
  return socket;
}

async function open(options?: ClientOptions): Promise<WebSocket> {
  const socket = connect(options);
  await once(socket, 'open');
  return socket;
}

async function refusedWith(options?: ClientOptions): Promise<number | undefined> {
  const socket = connect(options);
  const [, reply] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  const { statusCode } = reply;
  socket.terminate();
  return statusCode;
}

async function exchange(socket: WebSocket, command: string): Promise<string> {
  const answer = once(socket, 'message');
  socket.send(fromHex(command));
  const [message, isBinary] = (await answer) as [Buffer, boolean];
  expect(isBinary).toBe(true);
  return toHex(message);
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

describe('the wire', () => {
  it('exchanges APDUs as binary messages', async () => {
    const socket = await open();
    expect(socket.protocol).toBe(subprotocol);
    expect(await exchange(socket, 'b001000000')).toBe('010446616b6505312e302e3001009000');
    expect(await exchange(socket, '')).toBe('6700');
    socket.close();
  });

  it('answers in order, each connection its own', async () => {
    await fixture.close();
    fixture = await openFixture({ wireClients: 2 });
    const [one, other] = await Promise.all([open(), open()]);
    const received: string[] = [];
    const all = new Promise<void>((resolve) => {
      one.on('message', (message) => {
        received.push(toHex(message as Buffer).slice(4));
        if (received.length === 20) resolve();
      });
    });
    for (let index = 0; index < 20; index += 1) {
      one.send(fromHex(`c8ee000001${(index + 16).toString(16)}`));
    }
    expect((await exchange(other, 'c8ee000001ff')).slice(4)).toBe('ff9000');
    await all;
    expect(received).toEqual(Array.from({ length: 20 }, (_, index) => `${(index + 16).toString(16)}9000`));
    one.close();
    other.close();
  });

  it('takes 260 bytes and closes with 1009 for one more', async () => {
    const socket = await open();
    expect((await exchange(socket, `c8ee0000ff${'00'.repeat(255)}`)).slice(-4)).toBe('9000');
    socket.send(new Uint8Array(261));
    expect(await closeCode(socket)).toBe(1009);
  });

  it('closes with 1003 for a text message, and takes nothing behind it for a command', async () => {
    const socket = await open();
    const closed = closeCode(socket);
    socket.send('b0010000');
    socket.send(fromHex('b0010000'));
    expect(await closed).toBe(1003);
    expect(fixture.firmware().journal).toEqual([]);
  });

  it('has no screen, no buttons and no other page', async () => {
    for (const path of [
      '/',
      '/wire',
      '/screen',
      '/screenshot',
      '/events',
      '/button/left',
      '/apdu',
      '/window/frames',
    ]) {
      for (const method of ['GET', 'POST']) {
        const reply = await rawRequest(
          fixture.wirePort,
          method,
          path,
          method === 'POST' ? '{"action":"press"}' : undefined,
        );
        expect(reply.status).toBe(426);
        expect(reply.headers.upgrade).toBe('websocket');
        expect(reply.text).toBe(
          'This is the wire of a simulated device. Open a WebSocket at /wire with the subprotocol hostblind-wire.v1.\n',
        );
      }
    }
    expect(fixture.firmware().journal).toEqual([]);
  });

  it('is found at its path and with its subprotocol only', async () => {
    const root = fixture.wireUrl.replace('/wire', '/');
    expect(await refusedWith({ url: root })).toBe(404);
    expect(await refusedWith({ url: `${root}events` })).toBe(404);
    expect(await refusedWith({ protocols: [] })).toBe(400);
    expect(await refusedWith({ protocols: ['hostblind-wire.v2'] })).toBe(400);
  });
});

describe('who may use the wire', () => {
  it.each([
    'http://127.0.0.1:4173',
    'http://localhost:5173',
    'https://localhost',
    'http://[::1]:8080',
    'https://wallet.example',
  ])('a page of %s may', async (origin) => {
    const socket = await open({ headers: { Origin: origin } });
    socket.close();
  });

  it.each([
    'https://other.example',
    'http://wallet.example',
    'https://wallet.example:444',
    'https://localhost.example',
    'http://127.0.0.1.example:4173',
    'null',
    'chrome-extension://abc',
  ])('a page of %s may not', async (origin) => {
    expect(await refusedWith({ headers: { Origin: origin } })).toBe(403);
  });

  it('takes only the first page on this computer, by either name of its server', async () => {
    const first = await open({ headers: { Origin: 'http://127.0.0.1:5173' } });
    first.close();
    await once(first, 'close');
    const again = await open({ headers: { Origin: 'http://localhost:5173' } });
    again.close();
    await once(again, 'close');
    for (const Origin of ['http://127.0.0.1:5174', 'https://127.0.0.1:5173', 'http://localhost']) {
      expect(await refusedWith({ headers: { Origin } })).toBe(403);
    }
    // Programs, and pages that were allowed by name, are not concerned.
    for (const headers of [{}, { Origin: 'https://wallet.example' }]) {
      const socket = await open({ headers });
      socket.close();
      await once(socket, 'close');
    }
  });

  it('a page that asked for something else has not taken the place of the app', async () => {
    const stray = { Origin: 'http://127.0.0.1:1' };
    expect(await refusedWith({ url: fixture.wireUrl.replace('/wire', '/'), headers: stray })).toBe(404);
    expect(await refusedWith({ protocols: ['other'], headers: stray })).toBe(400);
    (await open({ headers: { Origin: 'http://127.0.0.1:2' } })).close();
  });

  it('no other name for this computer', async () => {
    expect(await refusedWith({ headers: { Host: `wallet.example:${fixture.wirePort}` } })).toBe(403);
    const reply = await rawRequest(fixture.wirePort, 'GET', '/', undefined, { Host: 'wallet.example' });
    expect(reply.status).toBe(403);
  });
});

describe('how many may use the wire', () => {
  it('one: the next is told that it is in use, and has no device', async () => {
    const one = await open();
    const other = connect();
    other.on('open', () => other.send(fromHex('b0010000')));
    const [code, reason] = (await once(other, 'close')) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([4002, 'in use by another program']);
    expect(fixture.firmware().journal).toEqual([]);
    expect(await exchange(one, 'b0010000')).toContain('9000');
    one.close();
  });

  it('the next one has its place when the one before it goes, also while it waits', async () => {
    const one = await open();
    const other = connect();
    const opened = once(other, 'open');
    // The upgrade of the other has arrived by the time that this answer has come back.
    await exchange(one, 'b0010000');
    one.terminate();
    await opened;
    expect(await exchange(other, 'b0010000')).toContain('9000');
    other.close();
    await once(other, 'close');
    const third = await open();
    expect(await exchange(third, 'b0010000')).toContain('9000');
    third.close();
  });

  it('a refused one takes no place', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect(await refusedWith({ protocols: [] })).toBe(400);
      const raw = await upgradeBy('Sec-WebSocket-Key: short\r\nSec-WebSocket-Version: 13\r\n');
      await raw.closed;
    }
    const socket = await open();
    expect(await exchange(socket, 'b0010000')).toContain('9000');
    socket.close();
  });
});

const goodKey = `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\nSec-WebSocket-Version: 13\r\n`;

/** A handshake of our own, on a connection whose other side we see. */
async function upgradeBy(headers: string, path = '/wire', behind: Uint8Array = new Uint8Array()) {
  const raw = await rawConnection(fixture.wirePort);
  raw.socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${fixture.wirePort}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Protocol: ${subprotocol}\r\n${headers}\r\n`,
  );
  raw.socket.write(behind);
  return raw;
}

/** A binary frame with a mask of zeroes. */
function frame(data: Uint8Array): Uint8Array {
  const head = data.length < 126 ? [0x80 | data.length] : [0x80 | 126, data.length >> 8, data.length & 0xff];
  return Buffer.concat([Uint8Array.of(0x82, ...head, 0, 0, 0, 0), data]);
}

describe('a client that does as it likes', () => {
  it.each([
    ['its origin', `${goodKey}Origin: https://evil.example\r\n`, '/wire'],
    ['its path', goodKey, '/other'],
    ['its key', 'Sec-WebSocket-Key: short\r\nSec-WebSocket-Version: 13\r\n', '/wire'],
    ['its version', `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\nSec-WebSocket-Version: 99\r\n`, '/wire'],
  ])('is let go of when it is refused for %s, whatever it sent behind it', async (_, headers, path) => {
    const connections = (): Promise<number> =>
      new Promise((resolve) => fixture.wireServer.getConnections((__, count) => resolve(count)));
    const refused = await upgradeBy(headers, path, new Uint8Array(3000));
    // It neither reads nor hangs up.
    refused.socket.pause();
    await expect.poll(connections, { timeout: 5000 }).toBe(0);
    refused.socket.destroy();
  });

  it('and does not read its answers is not read from either, until it does', async () => {
    const asks = 60_000;
    const raw = await upgradeBy(goodKey);
    await raw.take(1);
    raw.socket.pause();
    const ask = frame(Uint8Array.of(0xc8, 0xee, 0, 0, 250, ...new Uint8Array(250)));
    for (let sent = 0; sent < asks; sent += 100) {
      raw.socket.write(Buffer.concat(Array.from({ length: 100 }, () => ask)));
    }
    const answered = (): number => fixture.firmware().journal.length;
    let before = -1;
    await expect
      .poll(
        () => {
          const still = answered() === before;
          before = answered();
          return still && before > 0;
        },
        { timeout: 20_000, interval: 100 },
      )
      .toBe(true);
    expect(answered()).toBeLessThan(asks);
    raw.socket.removeAllListeners('data');
    raw.socket.resume();
    await expect.poll(answered, { timeout: 20_000 }).toBe(asks);
    raw.socket.destroy();
  }, 60_000);
});

describe('power', () => {
  it('closes with 4001 when it goes, and refuses with 503 until it is back', async () => {
    const socket = await open();
    const closed = once(socket, 'close');
    fixture.device.powerOff();
    const [code, reason] = (await closed) as [number, Buffer];
    expect([code, reason.toString()]).toEqual([4001, 'device gone']);
    expect(await refusedWith()).toBe(503);
    fixture.device.powerOn();
    const again = await open();
    expect(await exchange(again, 'b0010000')).toContain('9000');
    again.close();
  });
});
