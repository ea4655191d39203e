/**
 * The wire, and nothing else: APDUs over a WebSocket. No screen and no buttons are reachable from this port, which is
 * why pages may use it. One binary message is one command, one binary message is its response, in order.
 */
import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { maximumCommandLength } from '../../../src/protocol/apdu/apdu.ts';
import { wireDeviceGone, wireInUse, wirePath, wireSubprotocol } from '../../../src/protocol/wire-socket.ts';
import type { Device } from '../../device/device.ts';
import { createWireOrigins, hostAllowed, type WireOrigins } from '../rest/request-guard.ts';
import { takeTurns } from '../../device/turns.ts';

/** Close code of RFC 6455. */
const textMessage = 1003;

const closeMs = 1000;

/**
 * How long a client waits for the one before it to go, in milliseconds: a page that is loaded again connects before
 * the browser has closed its former connection.
 */
const successionMs = 1000;

/** Connections to the port, refused and waiting ones included. */
const maximumConnections = 64;

/** Bytes of answers that may wait for a client to read them, before nothing more is read from it. */
const maximumBacklog = 1 << 16;

const plainAnswer = `This is the wire of a simulated device. Open a WebSocket at ${wirePath} with the subprotocol ${wireSubprotocol}.`;

interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

function refusal(device: Device, request: IncomingMessage, origins: WireOrigins): Refusal | undefined {
  const subprotocols = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim());
  if (!hostAllowed(request)) {
    return { status: 403, sentence: 'Address the wire as 127.0.0.1 or localhost, with its port.' };
  }
  if (request.url !== wirePath) return { status: 404, sentence: plainAnswer };
  if (!subprotocols.includes(wireSubprotocol)) return { status: 400, sentence: plainAnswer };
  // Last of what a request can get wrong: the first page that is admitted is the app from then on.
  if (!origins.admit(request.headers.origin)) {
    return {
      status: 403,
      sentence: 'This page may not use the wire: start the simulator with --allow-origin and its address.',
    };
  }
  if (!device.powered()) return { status: 503, sentence: 'The device is switched off.' };
  return undefined;
}

/** Answers, reads on so that the other side can hang up, and lets go of the socket either way. */
function refuse(socket: Duplex, { status, sentence }: Refusal): void {
  socket.resume();
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(sentence)}\r\n\r\n${sentence}`,
  );
  const timer = setTimeout(() => socket.destroy(), closeMs).unref();
  socket.once('end', () => socket.destroy());
  socket.once('close', () => clearTimeout(timer));
}

function close(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  // The other side may never answer the close.
  const timer = setTimeout(() => socket.terminate(), closeMs).unref();
  socket.once('close', () => clearTimeout(timer));
}

interface Message {
  readonly data: unknown;
  readonly isBinary: boolean;
}

function serve(device: Device, socket: WebSocket): void {
  const link = device.connect();
  const readOn = (): void => {
    if (socket.isPaused && turns.waiting() === 0 && socket.bufferedAmount < maximumBacklog) socket.resume();
  };
  const turns = takeTurns<Message>(({ data, isBinary }, done) => {
    // What arrives behind a refused message is not a command any more.
    if (socket.readyState !== socket.OPEN) return;
    if (!isBinary) {
      turns.stop();
      close(socket, textMessage, 'binary messages only');
      // Paused, it would never read that the other side has closed too, and keep the place until it's made to go.
      socket.resume();
      return;
    }
    const settle = (response: Uint8Array | undefined): void => {
      if (response !== undefined && socket.readyState === socket.OPEN) socket.send(response, readOn);
      done();
    };
    device.pace.exchange(
      () => (data instanceof Uint8Array ? link.ask(data, settle) : undefined),
      (response) => {
        if (response !== 'waits') settle(response);
      },
    );
  }, readOn);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    turns.stop();
    link.close();
  });
  socket.on('message', (data, isBinary) => {
    turns.push({ data, isBinary });
    // A client that asks and does not read, or asks faster than it is answered, must not fill the memory.
    if (turns.waiting() > 0 || socket.bufferedAmount >= maximumBacklog) socket.pause();
  });
}

export interface WireOptions {
  /** Origins of pages that may use the wire, beside the app on this computer. */
  readonly allowedOrigins: readonly string[];
  /** How many may be connected at once; each sees the same device, and each can cancel what another began. */
  readonly clients: number;
}

/** Gives out so many places, one after another; who finds none free waits a moment for one. */
function createPlaces(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take(): Promise<boolean> {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const take = (): void => {
          clearTimeout(timer);
          resolve(true);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(take), 1);
          resolve(false);
        }, successionMs).unref();
        waiting.push(take);
      });
    },
    giveBack(): void {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

export function createWireServer(device: Device, { allowedOrigins, clients }: WireOptions): Server {
  const origins = createWireOrigins(allowedOrigins);
  const places = createPlaces(clients);
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
    const refused = refusal(device, request, origins);
    if (refused !== undefined) {
      refuse(socket, refused);
      return;
    }
    const hasPlace = await places.take();
    if (socket.destroyed) {
      if (hasPlace) places.giveBack();
      return;
    }
    // The library may refuse too, by a header of its own.
    let isServed = false;
    socket.once('close', () => {
      if (hasPlace && !isServed) places.giveBack();
    });
    server.handleUpgrade(request, socket, head, (webSocket) => {
      if (!hasPlace) {
        // A page learns a close code, and of a refused upgrade nothing.
        close(webSocket, wireInUse, 'in use by another program');
        return;
      }
      isServed = true;
      sockets.add(webSocket);
      webSocket.on('close', () => {
        sockets.delete(webSocket);
        places.giveBack();
      });
      if (device.powered()) serve(device, webSocket);
      else close(webSocket, wireDeviceGone, 'device gone');
    });
    // The library ends a request that it refuses, and reads nothing more of it.
    if (!isServed && hasPlace) {
      socket.resume();
      setTimeout(() => socket.destroy(), closeMs).unref();
    }
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
  server.maxConnections = maximumConnections;
  const unsubscribe = device.onPower((powered) => {
    if (powered) return;
    for (const socket of sockets) close(socket, wireDeviceGone, 'device gone');
  });
  server.on('close', unsubscribe);
  return server;
}
