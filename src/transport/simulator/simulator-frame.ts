/** The simulator in a sandboxed frame of this page, by a `MessagePort` handed to it: one message is one APDU. */
import { HostblindError } from '../../protocol/errors.ts';
import { helloKind, isReady, partKind, wireKind, type PartMessage } from '../../protocol/frame-messages.ts';
import { abortedError, throwIfAborted } from '../abort.ts';
import { createAnswerSlot } from '../answer-slot.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import { handLanguages, type FrameLanguages } from './frame-languages.ts';
import { loadParts, type FrameParts } from './frame-parts.ts';
import { guard } from '../guard.ts';
import { startTimer, type StartTimer } from '../timer.ts';
import type { Connector, Link, Transport } from '../transport.ts';

/** Milliseconds for the frame to load and say that it is ready. */
export const readyTimeout = 10_000;

/** What a message from a document of opaque origin names as its origin (HTML Standard, "serialization of an origin"). */
const opaqueOrigin = 'null';

/** What we use of the mounted `<iframe>`. */
export interface SimulatorFrame {
  readonly contentWindow: {
    postMessage(message: unknown, targetOrigin: string, transfer?: Transferable[]): void;
  } | null;
  readonly isConnected: boolean;
}

export interface SimulatorFrameOptions {
  /** The frame once it is in the page, `undefined` before. */
  readonly frame: () => SimulatorFrame | undefined;
  /** The page's own window, where the frame's messages arrive. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly createChannel?: (() => MessageChannel) | undefined;
  readonly startTimer?: StartTimer | undefined;
  /** Handed to the frame. Without them it stays English. */
  readonly languages?: FrameLanguages | undefined;
  /** Loaded and handed to the frame. Without them, or where they can't be loaded, its device has fewer. */
  readonly parts?: FrameParts | undefined;
  /** Milliseconds for one exchange; see the guard. */
  readonly timeout?: number | undefined;
}

/** Needs no lock between tabs: each tab has a frame, and so a device, of its own. */
export function simulatorFrame(options: SimulatorFrameOptions): Connector {
  const start = options.startTimer ?? startTimer;

  const open = async (frame: SimulatorFrame, signal: AbortSignal | undefined): Promise<Transport> => {
    throwIfAborted(signal);
    const [scripts] = await Promise.all([
      loadParts(options.parts, start),
      frameReady(options.window, frame, start, signal),
    ]);
    throwIfAborted(signal);
    const channel = (options.createChannel ?? (() => new MessageChannel()))();
    // No origin can be named for an opaque one. The message holds nothing but the port.
    frame.contentWindow?.postMessage({ kind: wireKind }, '*', [channel.port2]);
    // By the port and before any command: what a device can do is asked for once.
    if (scripts.length > 0) channel.port1.postMessage({ kind: partKind, scripts } satisfies PartMessage);
    const link = createFrameLink(options, frame, channel.port1);
    return guard(link, { timeout: options.timeout, startTimer: start });
  };

  return {
    kind: 'simulator-frame',
    supported: () => true,
    async open({ signal } = {}) {
      const frame = options.frame();
      if (frame === undefined) throw new HostblindError('not-found', { detail: 'no simulator frame' });
      return open(frame, signal);
    },
    async reopen({ signal } = {}) {
      const frame = options.frame();
      return frame?.isConnected === true ? open(frame, signal) : undefined;
    },
  };
}

/** Asks whether the frame is there, and waits for it to say so; one that never does is `not-found`. */
function frameReady(
  window: SimulatorFrameOptions['window'],
  frame: SimulatorFrame,
  start: StartTimer,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      stopTimer();
      window.removeEventListener('message', onMessage);
      signal?.removeEventListener('abort', onAbort);
    };
    const onMessage = (event: MessageEvent): void => {
      if (event.source === null || event.source !== frame.contentWindow || !isReady(event.data)) return;
      // Of an origin that the page shares, its memory would be open to the page: that is no device.
      if (event.origin !== opaqueOrigin) return;
      stop();
      resolve();
    };
    const onAbort = (): void => {
      stop();
      reject(abortedError(signal));
    };
    const stopTimer = start(readyTimeout, () => {
      stop();
      reject(new HostblindError('not-found', { detail: 'the simulator frame does not answer' }));
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    window.addEventListener('message', onMessage);
    frame.contentWindow?.postMessage({ kind: helloKind }, '*');
  });
}

function createFrameLink(
  { window, languages }: SimulatorFrameOptions,
  frame: SimulatorFrame,
  port: MessagePort,
): Link {
  const answers = createAnswerSlot();
  const listeners = createDisconnectListeners();
  const letGo = (): void => {
    stopHanding?.();
    window.removeEventListener('message', onMessage);
    port.close();
  };
  const lose = (): void => {
    letGo();
    answers.fail(new HostblindError('disconnected'));
    listeners.tell();
  };
  /** A frame that says "just started" has been reloaded, and its device is another one. */
  const onMessage = (event: MessageEvent): void => {
    const fromFrame = event.source !== null && event.source === frame.contentWindow;
    if (fromFrame && isReady(event.data) && !event.data.again) lose();
  };
  window.addEventListener('message', onMessage);
  port.addEventListener('message', (event) => {
    answers.receive(event.data);
  });
  // Sent where the browser knows it, when the frame is gone; elsewhere the next exchange finds out.
  port.addEventListener('close', lose);
  port.start();
  // By the port, so that no command that follows overtakes it.
  const stopHanding = languages && handLanguages(languages, (message) => port.postMessage(message));

  return {
    async exchange(command) {
      if (!frame.isConnected) {
        lose();
        throw new HostblindError('disconnected');
      }
      return answers.expect(() => {
        port.postMessage(command);
      });
    },
    onDisconnect: (listener) => listeners.add(listener),
    close() {
      listeners.clear();
      letGo();
      return Promise.resolve();
    },
  };
}
