/** Clients that cost as little as they can, so that what is measured is the simulator: one request at a time. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeAppNameRequest } from '../../src/protocol/commands/app-name.ts';
import { concatBytes, toHex, u16 } from '../../src/protocol/bytes.ts';

export interface RawClient {
  /** Sends one request and waits for its whole reply. */
  roundTrip(): Promise<void>;
  close(): void;
}

const appName = encodeAppNameRequest();

async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  return socket;
}

/** `isWhole` looks at all that has arrived since the request was sent. */
function createClient(socket: Socket, request: Uint8Array, isWhole: (reply: Buffer) => boolean): RawClient {
  let held = Buffer.alloc(0);
  let settle: (() => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!isWhole(held)) return;
    held = Buffer.alloc(0);
    settle?.();
  });
  socket.on('error', (error) => fail?.(error));
  socket.on('close', () => fail?.(new Error('the simulator hung up')));
  return {
    roundTrip: async () =>
      new Promise<void>((resolve, reject) => {
        settle = resolve;
        fail = reject;
        socket.write(request);
      }),
    close() {
      fail = undefined;
      socket.destroy();
    },
  };
}

/** Get app name over the APDU port; a reply that does not end in 9000 is a fault. */
export async function openTcpClient(port: number): Promise<RawClient> {
  const request = concatBytes(u16(0), u16(appName.length), appName);
  return createClient(await openSocket(port), request, (reply) => {
    if (reply.length < 4 || reply.length < 4 + reply.readUInt32BE(0) + 2) return false;
    if (reply.readUInt16BE(reply.length - 2) !== 0x9000) throw new Error('the simulator refused an APDU');
    return true;
  });
}

const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** `POST /apdu` with get app name, over one kept connection. */
export async function openRestClient(benchUrl: string): Promise<RawClient> {
  const { host, port } = new URL(benchUrl);
  const body = `{"data": "${toHex(appName)}"}`;
  const request = `POST /apdu HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  return createClient(await openSocket(Number(port)), Buffer.from(request), (reply) => {
    if (!reply.subarray(-lastChunk.length).equals(lastChunk)) return false;
    if (!reply.subarray(0, 15).equals(Buffer.from('HTTP/1.1 200 OK')) || !reply.includes('9000"}')) {
      throw new Error('the simulator refused a request');
    }
    return true;
  });
}

/** Milliseconds that `count` round trips take, one after another. */
export async function timeRoundTrips(client: RawClient, count: number): Promise<number> {
  const started = performance.now();
  for (let done = 0; done < count; done += 1) await client.roundTrip();
  return performance.now() - started;
}
