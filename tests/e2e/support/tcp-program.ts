/** A wallet program as a device knows it: bytes by TCP, and an answer that comes when the person has given it. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { loopback } from '../../../src/site/ports.ts';

export interface TcpProgram {
  /** One command, one response, status word included. Commands are answered in their order. */
  exchange(command: Uint8Array): Promise<Uint8Array>;
  close(): void;
}

const lengthBytes = 4;
/** Behind the data, and not counted by its length. */
const statusBytes = 2;

export async function openTcpProgram(port: number): Promise<TcpProgram> {
  const socket = connect(port, loopback);
  await once(socket, 'connect');
  const waiting: ((response: Uint8Array) => void)[] = [];
  let received = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data]);
    while (received.length >= lengthBytes) {
      const end = lengthBytes + received.readUInt32BE(0) + statusBytes;
      if (received.length < end) return;
      waiting.shift()?.(Uint8Array.from(received.subarray(lengthBytes, end)));
      received = received.subarray(end);
    }
  });
  return {
    exchange: async (command) =>
      new Promise((resolve) => {
        const length = Buffer.alloc(lengthBytes);
        length.writeUInt32BE(command.length);
        waiting.push(resolve);
        socket.write(Buffer.concat([length, command]));
      }),
    close: () => socket.destroy(),
  };
}
