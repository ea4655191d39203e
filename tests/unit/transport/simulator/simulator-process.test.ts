import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  connectTimeout,
  simulatorProcess,
  type SimulatorProcessOptions,
} from '../../../../src/transport/simulator/simulator-process.ts';
import { echoOf } from '../../../kit/conformance/echo-device.ts';
import { createFakeLocks } from '../../../fixtures/fakes/fake-locks.ts';
import { createManualTimer } from '../../../fixtures/fakes/manual-timer.ts';
import { startWireServer, type WireServer } from '../../../fixtures/devices/wire-server.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serve(onMessage: Parameters<typeof startWireServer>[0]): Promise<WireServer> {
  const server = await startWireServer(onMessage);
  cleanUps.push(() => server.close());
  return server;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  cleanUps.push(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  );
  return (server.address() as AddressInfo).port;
}

function connect(port: number, options: Partial<SimulatorProcessOptions> = {}) {
  return simulatorProcess({
    openSocket: (url, protocol) => new WebSocket(url, protocol),
    locks: createFakeLocks(),
    port,
    ...options,
  });
}

/** A port on which nothing listens: it was ours a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await cleanUps.pop()?.();
  return port;
}

describe('a simulator process', () => {
  it('is reached at its wire address with its subprotocol', async () => {
    const asked: [string, string][] = [];
    const openSocket = (url: string, protocol: string): never => {
      asked.push([url, protocol]);
      throw new Error('no network in this test');
    };
    const connector = simulatorProcess({ openSocket, locks: createFakeLocks() });
    await expect(connector.open()).rejects.toMatchObject({ code: 'not-found' });
    expect(asked).toEqual([['ws://127.0.0.1:9997/wire', 'hostblind-wire.v1']]);
  });

  it('that does not run is not found, and reopening finds nothing', async () => {
    const connector = connect(await freePort());
    await expect(connector.open()).rejects.toMatchObject({ code: 'not-found' });
    expect(await connector.reopen()).toBeUndefined();
  });

  it('that takes the connection and says nothing is not found after a while', async () => {
    const server = createServer((socket) => {
      cleanUps.unshift(() => {
        socket.destroy();
        return Promise.resolve();
      });
    });
    const port = await listen(server);
    const timer = createManualTimer();
    const reached = new Promise((resolve) => {
      server.once('connection', resolve);
    });
    const opening = connect(port, { startTimer: timer.startTimer }).open();
    const failed = expect(opening).rejects.toMatchObject({ code: 'not-found' });
    await reached;
    timer.advance(connectTimeout);
    await failed;
    expect(timer.pending).toBe(0);
  });

  it('can be given up while it connects', async () => {
    const server = await serve(() => undefined);
    const controller = new AbortController();
    const locks = createFakeLocks();
    const opening = connect(server.port, {
      locks,
      openSocket(url, protocol) {
        controller.abort();
        return new WebSocket(url, protocol);
      },
    }).open({ signal: controller.signal });
    await expect(opening).rejects.toMatchObject({ code: 'aborted' });
    await expect(connect(server.port, { locks }).open()).resolves.toBeDefined();
  });

  it('that answers with text instead of bytes is let go', async () => {
    const server = await serve((socket) => {
      socket.send('9000');
    });
    const transport = await connect(server.port).open();
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'bad-response' });
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'disconnected' });
  });

  it('that speaks unasked is not heard', async () => {
    const server = await serve((socket, received) => {
      socket.send(echoOf(received));
    });
    const transport = await connect(server.port).open();
    await transport.exchange(command);
    for (const client of server.clients()) {
      client.send(Uint8Array.of(0x6f, 0x00));
      // The pong comes back after the client has seen the stray message.
      await new Promise((resolve) => {
        client.once('pong', resolve);
        client.ping();
      });
    }
    expect(await transport.exchange(command)).toEqual(echoOf(command));
    await transport.close();
  });

  it('belongs to one tab; another port is another device', async () => {
    const [one, other] = await Promise.all([serve(() => undefined), serve(() => undefined)]);
    const locks = createFakeLocks();
    const transport = await connect(one.port, { locks }).open();
    const second = connect(one.port, { locks });
    await expect(second.open()).rejects.toMatchObject({ code: 'in-use' });
    await expect(second.reopen()).rejects.toMatchObject({ code: 'in-use' });
    await expect(connect(other.port, { locks }).open()).resolves.toBeDefined();
    const free = second.waitForTab();
    await transport.close();
    await free;
    await expect(second.open()).resolves.toBeDefined();
  });
});
