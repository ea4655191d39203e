import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { ownAdvice } from '../../../src/cli/terminal/own-words.ts';
import { openingOn } from '../../../src/cli/wrong-service.ts';
import { HostblindError, type ErrorCode } from '../../../src/protocol/errors.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listening(server: Server): Promise<number> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const failing = (code: ErrorCode) => () => Promise.reject(new HostblindError(code));

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('another service on the port of a simulator', () => {
  it.each(['bad-response', 'timeout', 'disconnected'] as const)(
    'is named as such, with the flag (%s over tcp)',
    async (code) => {
      const error = await thrown(openingOn({ link: 'tcp', port: 22 }, failing(code)));
      expect(error).toMatchObject({ code });
      expect(String((error as Error).message)).toMatch(/^What answers at 127\.0\.0\.1:22 isn't a simulator/);
      expect(ownAdvice(error)).toBe('Start firmware-sim, and name the port it prints for apdu with --port.');
    },
  );

  it('is told from an empty port, by what it says over HTTP', async () => {
    const hello = (socket: Socket): void => void socket.end('SSH-2.0-other\r\n');
    const ssh = await listening(createServer(hello));
    const web = await listening(createHttpServer((_, reply) => reply.end('hello')));
    for (const port of [ssh, web]) {
      const error = await thrown(openingOn({ link: 'process', port }, failing('not-found')));
      expect(error).toMatchObject({
        code: 'not-found',
        message: `What answers at 127.0.0.1:${port} isn't a simulator.`,
      });
      expect(ownAdvice(error)).toContain('for wire with --port');
    }
    const empty = createServer();
    const port = await listening(empty);
    empty.close();
    await once(empty, 'close');
    const error = await thrown(openingOn({ link: 'process', port }, failing('not-found')));
    expect(error).toBeInstanceOf(HostblindError);
    expect(ownAdvice(error)).toBeUndefined();
  });

  it('is not what a simulator is whose device is switched off', async () => {
    const wire = await listening(
      createHttpServer((_, reply) => reply.writeHead(426, { Upgrade: 'websocket' }).end()),
    );
    const error = await thrown(openingOn({ link: 'process', port: wire }, failing('not-found')));
    expect(ownAdvice(error)).toBeUndefined();
  });

  it.each([
    ['usb', 'bad-response'],
    ['process', 'in-use'],
    ['tcp', 'not-found'],
    ['tcp', 'aborted'],
    // A simulated Ledger answers so.
    ['tcp', 'unsupported'],
    ['tcp', 'refused'],
  ] as const)('has nothing to do with %s and %s', async (link, code) => {
    const error = await thrown(openingOn({ link, port: 1 }, failing(code)));
    expect(error).toMatchObject({ name: 'HostblindError', code });
  });
});
