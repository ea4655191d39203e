/** A host that has a simulated device attached by USB/IP, without a kernel: it sends transfers and reads the answers. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  decodeImportReply,
  encodeImportRequest,
  encodeSubmit,
  importReplyLength,
} from '../../../firmware-sim/ports/usbip/usbip-client.ts';
import {
  assembleReport,
  splitIntoReports,
  type PartialMessage,
} from '../../../src/protocol/apdu/hid-framing.ts';

const replyLength = 48;

export interface TransferReply {
  readonly status: number;
  readonly length: number;
  readonly data: Uint8Array;
}

export interface UsbipHost {
  readonly socket: Socket;
  /** OUT with `data`, else IN with room for `room` bytes. Endpoint 0 needs `setup`. */
  transfer(options: {
    endpoint: number;
    data?: Uint8Array;
    room?: number;
    setup?: Uint8Array;
  }): Promise<TransferReply>;
  /** Reads a descriptor or another answer of endpoint 0; `undefined` for a stall. */
  control(setup: readonly number[]): Promise<Uint8Array | undefined>;
  /** One APDU over an interface's pair of endpoints. */
  exchange(command: Uint8Array, endpoint?: 2 | 3): Promise<Uint8Array>;
  readonly closed: Promise<void>;
}

export async function openUsbip(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Bytes by count, in order. */
export function createByteReader(socket: Socket): (length: number) => Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let held = 0;
  let wake = (): void => undefined;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    wake();
  });
  socket.on('close', () => wake());
  return async (length) => {
    while (held < length) {
      if (socket.destroyed) throw new Error('the connection was closed');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const joined = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
    chunks.splice(0, chunks.length, joined.subarray(length));
    held -= length;
    return new Uint8Array(joined.subarray(0, length));
  };
}

export async function attachUsbip(port: number, busId = '1-1'): Promise<UsbipHost> {
  const socket = await openUsbip(port);
  const read = createByteReader(socket);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  socket.write(encodeImportRequest(busId));
  const head = await read(8);
  decodeImportReply(head.length === 8 && head[7] === 0 ? await withRest(head) : head);
  async function withRest(start: Uint8Array): Promise<Uint8Array> {
    const rest = await read(importReplyLength - start.length);
    return Uint8Array.of(...start, ...rest);
  }

  let sequence = 0;
  const wanted = new Map<number, { toHost: boolean; resolve(reply: TransferReply): void }>();
  const pump = async (): Promise<void> => {
    for (;;) {
      const reply = await read(replyLength);
      const view = new DataView(reply.buffer, reply.byteOffset);
      const answered = wanted.get(view.getUint32(4));
      wanted.delete(view.getUint32(4));
      const [status, length] = [view.getInt32(20), view.getUint32(24)];
      const data = answered?.toHost === true && length > 0 ? await read(length) : new Uint8Array();
      answered?.resolve({ status, length, data });
    }
  };
  pump().catch(() => undefined);

  const host: UsbipHost = {
    socket,
    closed,
    transfer(options) {
      sequence += 1;
      const answered = new Promise<TransferReply>((resolve) => {
        wanted.set(sequence, { toHost: options.data === undefined, resolve });
      });
      socket.write(encodeSubmit({ sequence, ...options }));
      return answered;
    },
    async control(setup) {
      const length = (setup[6] ?? 0) | ((setup[7] ?? 0) << 8);
      const toHost = ((setup[0] ?? 0) & 0x80) !== 0;
      const reply = await host.transfer({
        endpoint: 0,
        setup: Uint8Array.from(setup),
        ...(toHost ? { room: length } : { data: new Uint8Array(length) }),
      });
      return reply.status === 0 ? reply.data : undefined;
    },
    async exchange(command, endpoint = 2) {
      // As a kernel does: the transfer for the answer is there before the answer, and nothing waits in between.
      const taken = splitIntoReports(0x1234, command).map((data) => host.transfer({ endpoint, data }));
      let partial: PartialMessage | undefined;
      for (;;) {
        const { data, status } = await host.transfer({ endpoint, room: 64 });
        const step = assembleReport(partial, data, 300);
        if (step.kind === 'message') {
          await Promise.all(taken);
          return step.message;
        }
        if (step.kind !== 'partial') throw new Error(`report ${step.kind}, status ${status}`);
        partial = step.partial;
      }
    },
  };
  return host;
}
