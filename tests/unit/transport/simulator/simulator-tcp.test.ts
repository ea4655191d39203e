import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { simulatorTcp } from '../../../../src/transport/simulator/simulator-tcp.ts';

const command = Uint8Array.of(0xb0, 1, 0, 0);
let server: Server | undefined;
afterEach(() => {
  server?.close();
});

async function listening(serve: (socket: Socket) => void): Promise<number> {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a simulator over TCP', () => {
  it('that does not listen is not found', async () => {
    const port = await listening(() => undefined);
    await new Promise((resolve) => server?.close(resolve));
    const connector = simulatorTcp({ port });
    await expect(connector.open()).rejects.toMatchObject({ code: 'not-found' });
    expect(await connector.reopen()).toBeUndefined();
  });

  it('whose answers come in single bytes, or several at once, is understood', async () => {
    const port = await listening((socket) => {
      socket.setNoDelay(true);
      socket.on('data', () => {
        for (const byte of [0, 0, 0, 1, 7, 0x90, 0]) socket.write(Uint8Array.of(byte));
      });
    });
    const transport = await simulatorTcp({ port }).open();
    expect([...(await transport.exchange(command))]).toEqual([7, 0x90, 0]);
    expect([...(await transport.exchange(command))]).toEqual([7, 0x90, 0]);
    await transport.close();
  });

  it('that is something else is a bad response, and nothing of it is kept', async () => {
    const port = await listening((socket) =>
      socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n')),
    );
    const transport = await simulatorTcp({ port }).open();
    await expect(transport.exchange(command)).rejects.toMatchObject({ code: 'bad-response' });
  });
});
