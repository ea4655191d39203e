/**
 * A `firmware-sim` process (or Speculos) by its APDU port: TCP, a length of 4 bytes and the command; then the length of
 * the data without its status word, the data and the status word. Node only.
 */
import { connect, type Socket } from 'node:net';
import { maximumResponseData } from '../../protocol/apdu/apdu.ts';
import { concatBytes } from '../../protocol/bytes.ts';
import { HostblindError, isCode } from '../../protocol/errors.ts';
import { abortedError, throwIfAborted } from '../abort.ts';
import { createAnswerSlot } from '../answer-slot.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import { guard } from '../guard.ts';
import type { StartTimer } from '../timer.ts';
import type { Connector, Link, Transport } from '../transport.ts';

const defaultApduPort = 9999;
const lengthBytes = 4;
const statusWordBytes = 2;

export interface SimulatorTcpOptions {
  /** The APDU port of the process, on loopback. */
  readonly port?: number | undefined;
  readonly startTimer?: StartTimer | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
}

export function simulatorTcp(options: SimulatorTcpOptions = {}): Connector<'simulator-tcp'> {
  const { port = defaultApduPort, startTimer, timeout } = options;
  const open = async (signal: AbortSignal | undefined): Promise<Transport> => {
    throwIfAborted(signal);
    return guard(await connected(port, signal), { timeout, startTimer });
  };
  return {
    kind: 'simulator-tcp',
    supported: () => true,
    open: ({ signal } = {}) => open(signal),
    async reopen({ signal } = {}) {
      try {
        return await open(signal);
      } catch (error) {
        if (isCode(error, 'not-found')) return undefined;
        throw error;
      }
    },
  };
}

function connected(port: number, signal: AbortSignal | undefined): Promise<Link> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      socket.destroy();
      reject(abortedError(signal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    const stop = (): void => signal?.removeEventListener('abort', onAbort);
    socket.once('error', (cause) => {
      stop();
      reject(new HostblindError('not-found', { cause }));
    });
    socket.once('connect', () => {
      stop();
      resolve(createLink(socket));
    });
  });
}

function createLink(socket: Socket): Link {
  const answers = createAnswerSlot();
  const listeners = createDisconnectListeners();
  let held: Uint8Array = new Uint8Array();
  socket.on('data', (chunk) => {
    held = concatBytes(held, chunk);
    for (;;) {
      if (held.length < lengthBytes) return;
      const length = new DataView(held.buffer).getUint32(0);
      if (length > maximumResponseData) {
        // No device of ours says so much: whatever listens there is something else.
        answers.fail(new HostblindError('bad-response'));
        socket.destroy();
        return;
      }
      const end = lengthBytes + length + statusWordBytes;
      if (held.length < end) return;
      const answer = held.slice(lengthBytes, end);
      held = held.slice(end);
      answers.receive(answer);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    answers.fail(new HostblindError('disconnected'));
    listeners.tell();
  });
  return {
    exchange: (command) =>
      answers.expect(() => {
        const length = new Uint8Array(lengthBytes);
        new DataView(length.buffer).setUint32(0, command.length);
        socket.write(concatBytes(length, command));
      }),
    onDisconnect: (listener) => listeners.add(listener),
    close() {
      listeners.clear();
      socket.destroy();
      return Promise.resolve();
    },
  };
}
