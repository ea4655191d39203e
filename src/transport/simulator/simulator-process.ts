/** A `firmware-sim` process on this computer, by its wire-only WebSocket: one binary message is one APDU. */
import { asHostblindError, HostblindError, isCode } from '../../protocol/errors.ts';
import { defaultWirePort, wireInUse, wirePath, wireSubprotocol } from '../../protocol/wire-socket.ts';
import { abortedError, throwIfAborted } from '../abort.ts';
import { createAnswerSlot } from '../answer-slot.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import { guard } from '../guard.ts';
import { createTabLock } from '../tab-lock.ts';
import { startTimer, type StartTimer } from '../timer.ts';
import type { Connector, Link, Transport } from '../transport.ts';

/** Milliseconds for the process to take the connection. */
export const connectTimeout = 3000;

/** What we use of a WebSocket: the browser's, or `ws` in Node. */
interface WireSocket {
  binaryType: string;
  readonly protocol: string;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'close', listener: (event: { code?: number }) => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

export interface SimulatorProcessOptions {
  readonly openSocket: (url: string, subprotocol: string) => WireSocket;
  readonly locks: LockManager | undefined;
  /** The wire port of the process, on loopback. */
  readonly port?: number | undefined;
  readonly startTimer?: StartTimer | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
}

export function simulatorProcess(
  options: SimulatorProcessOptions,
): Connector & Required<Pick<Connector, 'waitForTab'>> {
  const start = options.startTimer ?? startTimer;
  const port = options.port ?? defaultWirePort;
  const lock = createTabLock(`hostblind-simulator-process-${port}`, options.locks);

  const open = async (signal: AbortSignal | undefined): Promise<Transport> => {
    throwIfAborted(signal);
    const giveBack = await lock.take();
    try {
      throwIfAborted(signal);
      const socket = options.openSocket(`ws://127.0.0.1:${port}${wirePath}`, wireSubprotocol);
      const link = await connected(socket, start, signal);
      return guard(link, { timeout: options.timeout, startTimer: start, onClosed: giveBack });
    } catch (error) {
      await giveBack();
      // A browser that refuses to make a socket at all, as under a strict policy, finds no simulator either.
      throw asHostblindError(error, 'not-found');
    }
  };

  return {
    kind: 'simulator-process',
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
    waitForTab: (signal) => lock.waitUntilFree(signal),
  };
}

/** Waits until the socket is open; a refused or silent port is `not-found`. */
function connected(socket: WireSocket, start: StartTimer, signal: AbortSignal | undefined): Promise<Link> {
  const answers = createAnswerSlot();
  const listeners = createDisconnectListeners();
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    const give = (error: HostblindError): void => {
      stop();
      socket.close();
      reject(error);
    };
    const onAbort = (): void => {
      give(abortedError(signal));
    };
    const stopTimer = start(connectTimeout, () => {
      give(new HostblindError('not-found'));
    });
    const stop = (): void => {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.addEventListener('error', () => {
      // A close event follows and says the same; without a listener Node's socket would throw.
    });
    socket.addEventListener('close', ({ code }) => {
      stop();
      reject(new HostblindError('not-found'));
      answers.fail(new HostblindError(code === wireInUse ? 'in-use' : 'disconnected'));
      listeners.tell();
    });
    socket.addEventListener('message', ({ data }) => {
      answers.receive(data);
    });
    socket.addEventListener('open', () => {
      stop();
      resolve({
        exchange: (command) =>
          answers.expect(() => {
            socket.send(new Uint8Array(command));
          }),
        onDisconnect: (listener) => listeners.add(listener),
        close() {
          listeners.clear();
          socket.close();
          return Promise.resolve();
        },
      });
    });
    if (signal?.aborted === true) onAbort();
  });
}
