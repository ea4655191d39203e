/** APDUs over TCP, in Speculos' framing. Each connection gets the replies to its own requests, in their order. */
import { createServer, type Server, type Socket } from 'node:net';
import { encodeResponse } from '../../../src/protocol/apdu/apdu.ts';
import { statusWords } from '../../../src/protocol/apdu/status-words.ts';
import type { Device } from '../../device/device.ts';
import { takeTurns } from '../../device/turns.ts';
import { createApduReader, frameReply, type ApduRequest } from './apdu-framing.ts';

/** After a refusal: how long the other side may take to read it and hang up. */
const farewellMs = 1000;

function sayGoodbye(socket: Socket): void {
  socket.removeAllListeners('data');
  // Reading on, without keeping anything, lets the last reply arrive: closing at once could reset the connection.
  socket.resume();
  socket.end();
  const timer = setTimeout(() => socket.destroy(), farewellMs).unref();
  socket.once('close', () => clearTimeout(timer));
}

function serve(device: Device, socket: Socket): void {
  const link = device.connect();
  const reader = createApduReader();
  let keepsUp = true;
  const send = (response: Uint8Array | undefined): void => {
    if (socket.destroyed) return;
    if (response !== undefined) keepsUp = socket.write(frameReply(response));
    // A device at work keeps its connection, and this command gets no answer.
    else if (!device.powered()) socket.destroy();
  };
  const answer = (request: ApduRequest, done: () => void): void => {
    if (socket.destroyed) return;
    if (request.kind === 'oversize') {
      turns.stop();
      socket.write(frameReply(encodeResponse(statusWords.wrongLength)));
      sayGoodbye(socket);
      return;
    }
    const settle = (response: Uint8Array | undefined): void => {
      send(response);
      done();
    };
    device.pace.exchange(
      () => link.ask(request.bytes, settle),
      // What follows on this connection waits too: its replies come in the order of its requests.
      (response) => {
        if (response !== 'waits') settle(response);
      },
    );
  };
  const readOn = (): void => {
    if (keepsUp && turns.waiting() === 0) socket.resume();
  };
  const turns = takeTurns(answer, readOn);
  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    for (const request of reader.push(chunk)) turns.push(request);
    // A client that sends faster than it is answered, or does not read, must not fill the memory.
    if (!keepsUp || turns.waiting() > 0) socket.pause();
  });
  socket.on('drain', () => {
    keepsUp = true;
    readOn();
  });
  socket.once('close', () => {
    turns.stop();
    link.close();
  });
}

/** Programs that may be connected at once; each has a descriptor and a buffer. */
const maximumConnections = 64;

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
  server.maxConnections = maximumConnections;
  const unsubscribe = device.onPower((powered) => {
    if (!powered) for (const socket of sockets) socket.destroy();
  });
  server.on('close', unsubscribe);
  return server;
}
