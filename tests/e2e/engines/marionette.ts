/**
 * A client of Marionette, the remote protocol inside Firefox: JSON over TCP, each message after its length in bytes and
 * a colon. Requests are `[0, id, name, parameters]`, answers `[1, id, error, result]`.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Marionette {
  send(name: string, parameters: unknown): Promise<unknown>;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Takes whole messages off the front of what has arrived. */
function createDeframer(onMessage: (message: unknown) => void): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const colon = held.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(held.subarray(0, colon).toString());
      if (held.length < end) return;
      const text = held.subarray(colon + 1, end).toString();
      held = held.subarray(end);
      onMessage(JSON.parse(text));
    }
  };
}

/** `undefined` while nothing listens there. */
export async function connectMarionette(port: number): Promise<Marionette | undefined> {
  const socket: Socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } catch {
    return undefined;
  }
  const waiting = new Map<number, Waiting>();
  let greet = (): void => undefined;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });
  const settle = (message: unknown): void => {
    // The first message is no answer: Firefox says who it is.
    if (!Array.isArray(message)) return greet();
    const [, id, error, result] = message as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const request = waiting.get(id);
    waiting.delete(id);
    if (error === null) request?.resolve(result);
    else request?.reject(new Error(`${error.error}: ${error.message}`));
  };
  socket.on('data', createDeframer(settle));
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const request of waiting.values()) request.reject(new Error('Firefox has closed the connection'));
    waiting.clear();
    greet();
  });
  await greeted;

  let lastId = 0;
  return {
    send(name, parameters) {
      lastId += 1;
      const id = lastId;
      const text = JSON.stringify([0, id, name, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    },
    close() {
      socket.destroy();
    },
  };
}
