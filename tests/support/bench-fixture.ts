/** An in-process simulator on free ports with the fake firmware, and raw ways to speak to it. */
import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { openSimulator, type Simulator } from '../../firmware-sim/boards/node/simulator.ts';
import type { Board } from '../../firmware-sim/core/board.ts';
import { createFakeFirmware, type FakeFirmware } from './fake-firmware.ts';

export interface Fixture extends Simulator {
  /** The firmware of the present power-on. */
  firmware(): FakeFirmware;
  readonly exits: readonly string[];
  readonly faults: readonly unknown[];
}

export interface FixtureOptions {
  readonly deviceWindow?: boolean;
  readonly allowedOrigins?: readonly string[];
  readonly createFirmware?: (board: Board) => FakeFirmware;
}

/** The clock is paused: time moves only by `advance`. */
export async function openFixture(options: FixtureOptions = {}): Promise<Fixture> {
  const exits: string[] = [];
  const faults: unknown[] = [];
  const firmwares: FakeFirmware[] = [];
  const simulator = await openSimulator({
    model: 'nanosp',
    apiPort: 0,
    apduPort: 0,
    wirePort: 0,
    deviceWindow: options.deviceWindow ?? false,
    allowedOrigins: options.allowedOrigins ?? [],
    createFirmware(board) {
      const firmware = (options.createFirmware ?? createFakeFirmware)(board);
      firmwares.push(firmware);
      return firmware;
    },
    onExit: () => exits.push('exit'),
    onFault: (fault) => faults.push(fault),
    // The clock of the wall does not move device time in these tests, and so every tick has a known time.
    realNow: () => 0,
  });
  simulator.device.time.pause();
  return {
    ...simulator,
    exits,
    faults,
    firmware() {
      const firmware = firmwares.at(-1);
      if (firmware === undefined) throw new Error('no power yet');
      return firmware;
    },
  };
}

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** One request with exactly these headers, as only a program that is no browser can make it. */
export async function rawRequest(
  port: number,
  method: string,
  path: string,
  body?: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<RawReply> {
  const call = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  call.end(body);
  const [reply] = (await once(call, 'response')) as [IncomingMessage];
  const chunks: Uint8Array[] = [];
  for await (const chunk of reply) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  return { status: reply.statusCode ?? 0, headers: reply.headers, text: bytes.toString('utf8'), bytes };
}

/** A connection that keeps all it receives, and waits by count. */
export interface RawConnection {
  readonly socket: Socket;
  /** Waits until `length` bytes are there, and takes them. */
  take(length: number): Promise<Uint8Array>;
  /** What is there now, untaken. */
  waiting(): Uint8Array;
  readonly closed: Promise<void>;
}

export async function rawConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1');
  let held = Buffer.alloc(0);
  const closed = new Promise<void>((settle) => {
    socket.once('close', () => settle());
  });
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    held = Buffer.concat([held, chunk]);
  });
  await once(socket, 'connect');
  return {
    socket,
    async take(length) {
      while (held.length < length) {
        await once(socket, 'data', { signal: AbortSignal.timeout(5000) });
      }
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return new Uint8Array(taken);
    },
    waiting: () => new Uint8Array(held),
    closed,
  };
}
