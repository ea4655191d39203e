/** A process with a wire port, as small as it can be: one APDU in each binary message. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { wirePath, wireSubprotocol } from '../../src/protocol/wire-socket.ts';

export interface WireServer {
  readonly port: number;
  readonly clients: () => WebSocket[];
  close(): Promise<void>;
}

export async function startWireServer(onMessage: (socket: WebSocket, command: Uint8Array) => void) {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    path: wirePath,
    handleProtocols: (offered) => offered.has(wireSubprotocol) && wireSubprotocol,
  });
  await new Promise((resolve) => {
    server.on('listening', resolve);
  });
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      onMessage(socket, new Uint8Array(data));
    });
  });
  const wire: WireServer = {
    port: (server.address() as AddressInfo).port,
    clients: () => [...server.clients],
    close: () =>
      new Promise((resolve) => {
        for (const client of server.clients) client.terminate();
        server.close(() => {
          resolve();
        });
      }),
  };
  return wire;
}
