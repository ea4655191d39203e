/** APDUs over TCP, in Speculos' framing. Each connection gets the replies to its own requests, in their order. */
import { createServer, type Server, type Socket } from 'node:net';
import { encodeResponse } from '../../src/protocol/apdu.ts';
import { statusWords } from '../../src/protocol/status-words.ts';
import type { Device } from '../boards/node/device.ts';
import { createApduReader, frameReply } from './apdu-framing.ts';

/** After a refusal: how long the other side may take to read it and hang up. */
const farewellMilliseconds = 1000;

function sayGoodbye(socket: Socket): void {
  socket.removeAllListeners('data');
  // Reading on, without keeping anything, lets the last reply arrive: closing at once could reset the connection.
  socket.resume();
  socket.end();
  const timer = setTimeout(() => socket.destroy(), farewellMilliseconds).unref();
  socket.once('close', () => clearTimeout(timer));
}

function serve(device: Device, socket: Socket): void {
  const reader = createApduReader();
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    let keepsUp = true;
    for (const request of reader.push(chunk)) {
      if (request.kind === 'oversize') {
        socket.write(frameReply(encodeResponse(statusWords.wrongLength)));
        sayGoodbye(socket);
        return;
      }
      const response = device.exchange(request.bytes);
      if (response === undefined) {
        // A device at work keeps its connection, and this command gets no answer.
        if (device.powered()) continue;
        socket.destroy();
        return;
      }
      keepsUp = socket.write(frameReply(response));
    }
    // A client that asks and does not read must not fill the memory.
    if (!keepsUp) {
      socket.pause();
      socket.once('drain', () => socket.resume());
    }
  });
}

/** A device without power has no wire: its connections end, and new ones end at once. */
export function createApduServer(device: Device): Server {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    if (!device.powered()) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(device, socket);
  });
  const unsubscribe = device.onPower((powered) => {
    if (!powered) for (const socket of sockets) socket.destroy();
  });
  server.on('close', unsubscribe);
  return server;
}
