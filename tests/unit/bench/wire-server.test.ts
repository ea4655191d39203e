import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { fromHex, toHex } from '../../../src/protocol/bytes.ts';
import { openFixture, rawRequest, type Fixture } from '../../support/bench-fixture.ts';

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

  it('no other name for this computer', async () => {
    expect(await refusedWith({ headers: { Host: `wallet.example:${fixture.wirePort}` } })).toBe(403);
    const reply = await rawRequest(fixture.wirePort, 'GET', '/', undefined, { Host: 'wallet.example' });
    expect(reply.status).toBe(403);
  });
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
