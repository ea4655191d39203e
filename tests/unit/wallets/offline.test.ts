/** The guard of the wallets' tests: whatever way out a library takes, it's refused and named, and loopback works. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { get as getSecurely } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { goOffline, type Offline } from '../../fixtures/wallets/offline.ts';

let offline: Offline;
beforeEach(() => {
  offline = goOffline();
});
afterEach(() => offline.restore());

const failureOf = async (emitter: NodeJS.EventEmitter): Promise<unknown> => (await once(emitter, 'error'))[0];

const waysOut: readonly {
  readonly name: string;
  readonly host: string;
  readonly take: () => Promise<unknown>;
}[] = [
  {
    name: 'fetch',
    host: 'a.example',
    take: () => fetch('https://a.example/').catch((error: unknown) => error),
  },
  { name: 'http', host: 'b.example', take: () => failureOf(get('http://b.example/')) },
  { name: 'https', host: 'c.example', take: () => failureOf(getSecurely('https://c.example/')) },
  { name: 'a socket', host: '192.0.2.1', take: () => failureOf(connect(80, '192.0.2.1')) },
  {
    name: 'a WebSocket',
    host: 'd.example',
    take: async () => {
      const { WebSocket } = await import('ws');
      return failureOf(new WebSocket('wss://d.example/'));
    },
  },
  {
    name: 'a name looked up',
    host: 'e.example',
    take: () => new Promise((settle) => dns.lookup('e.example', (error) => settle(error))),
  },
  {
    name: 'a name looked up, as a promise',
    host: 'f.example',
    take: () => dnsPromises.lookup('f.example').catch((error: unknown) => error),
  },
  {
    name: 'a name resolved',
    host: 'g.example',
    take: () => new Promise((settle) => dns.resolve4('g.example', (error) => settle(error))),
  },
];

it.each(waysOut)('refuses and names: $name', async ({ host, take }) => {
  expect(await take()).toBeInstanceOf(Error);
  expect([...new Set(offline.tried())]).toEqual([host]);
});

it('refuses a datagram', () => {
  const socket = dgram.createSocket('udp4');
  expect(() => socket.send('x', 53, '192.0.2.1')).toThrow();
  expect(offline.tried()).toHaveLength(1);
  socket.close();
});

it('lets loopback through, and everything once it has ended', async () => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const host of ['127.0.0.1', 'localhost']) {
    const reply = await fetch(`http://${host}:${port}/`, { headers: { connection: 'close' } });
    expect(await reply.text()).toBe('here');
  }
  expect(offline.tried()).toEqual([]);
  server.close();
  offline.restore();
  const socket = connect(1, '127.0.0.1');
  expect(await failureOf(socket)).toMatchObject({ code: 'ECONNREFUSED' });
});
