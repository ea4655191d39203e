/**
 * The wire, and nothing else: APDUs over a WebSocket. No screen and no buttons are reachable from this port, which is
 * why pages may use it. One binary message is one command, one binary message is its response, in order.
 */
import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { maximumCommandLength } from '../../src/protocol/apdu.ts';
import { wirePath, wireSubprotocol } from '../../src/protocol/wire-socket.ts';
import type { Device } from '../boards/node/device.ts';
import { hostAllowed, wireOriginAllowed } from './request-guard.ts';

/** Close codes: the first is ours, the others are those of RFC 6455. */
const wireCloseCodes = { deviceGone: 4001, textMessage: 1003 } as const;

const closeMilliseconds = 1000;
const plainAnswer = `This is the wire of a simulated device. Open a WebSocket at ${wirePath} with the subprotocol ${wireSubprotocol}.`;

interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

function refusal(device: Device, request: IncomingMessage, allowed: readonly string[]): Refusal | undefined {
  const subprotocols = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim());
  if (!hostAllowed(request)) {
    return { status: 403, sentence: 'Address the wire as 127.0.0.1 or localhost, with its port.' };
  }
  if (!wireOriginAllowed(request.headers.origin, allowed)) {
    return { status: 403, sentence: 'This page is not allowed: start the simulator with --allow-origin.' };
  }
  if (request.url !== wirePath) return { status: 404, sentence: plainAnswer };
  if (!subprotocols.includes(wireSubprotocol)) return { status: 400, sentence: plainAnswer };
  if (!device.powered()) return { status: 503, sentence: 'The device is switched off.' };
  return undefined;
}

function refuse(socket: Duplex, { status, sentence }: Refusal): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(sentence)}\r\n\r\n${sentence}`,
  );
}

function close(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  // The other side may never answer the close.
  const timer = setTimeout(() => socket.terminate(), closeMilliseconds).unref();
  socket.once('close', () => clearTimeout(timer));
}

function serve(device: Device, socket: WebSocket): void {
  socket.on('error', () => socket.terminate());
  socket.on('message', (message, isBinary) => {
    // What arrives behind a refused message is not a command any more.
    if (socket.readyState !== socket.OPEN) return;
    if (!isBinary) {
      close(socket, wireCloseCodes.textMessage, 'binary messages only');
      return;
    }
    const response = message instanceof Uint8Array ? device.exchange(message) : undefined;
    if (response !== undefined) socket.send(response);
  });
}

/** `allowedOrigins` are allowed beside every http and https page on this computer. */
export function createWireServer(device: Device, allowedOrigins: readonly string[]): Server {
  let webSockets: Promise<WebSocketServer> | undefined;
  const sockets = new Set<WebSocket>();
  // The library is loaded at the first connection, so that a start does not wait for it.
  const loadWebSockets = async (): Promise<WebSocketServer> => {
    const library = await import('ws');
    return new library.WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      // A longer message is closed with 1009 by the library.
      maxPayload: maximumCommandLength,
      handleProtocols: () => wireSubprotocol,
    });
  };
  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    webSockets ??= loadWebSockets();
    const server = await webSockets;
    const refused = refusal(device, request, allowedOrigins);
    if (refused !== undefined) {
      refuse(socket, refused);
      return;
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      sockets.add(webSocket);
      webSocket.on('close', () => sockets.delete(webSocket));
      serve(device, webSocket);
    });
  };
  const server = createServer((request, response) => {
    const status = hostAllowed(request) ? 426 : 403;
    response.writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      ...(status === 426 ? { Upgrade: 'websocket' } : {}),
    });
    response.end(`${plainAnswer}\n`);
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    void upgrade(request, socket, head);
  });
  const unsubscribe = device.onPower((powered) => {
    if (powered) return;
    for (const socket of sockets) close(socket, wireCloseCodes.deviceGone, 'device gone');
  });
  server.on('close', unsubscribe);
  return server;
}
