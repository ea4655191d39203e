/** A page with a frame in it, as far as messages go: two windows, and the frame's real side of the wire. */
import { serveWire, type WireEvent, type WirePort } from '../../../firmware-sim/boards/browser/wire-port.ts';
import type { SimulatorFrame } from '../../../src/transport/simulator-frame.ts';

type Exchange = (command: Uint8Array) => Uint8Array | undefined;

export interface FakePage {
  /** The page's window, where the frame's messages arrive. */
  readonly window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly frame: SimulatorFrame;
  /** Starts the frame's script, as loading and reloading it does. */
  load(exchange: Exchange): void;
  /** Takes the frame out of the page; its ports close with it. */
  remove(): void;
  /** A message from some other window, or from the frame itself. */
  postFrom(source: 'frame' | 'stranger', data: unknown): void;
  /** Every message to the frame, its ports aside. */
  readonly sentToFrame: unknown[];
  readonly listeners: () => number;
}

export function createFakePage(): FakePage {
  const pageListeners = new Set<(event: MessageEvent) => void>();
  const sentToFrame: unknown[] = [];
  const state = { connected: true };
  let frameListener: ((event: WireEvent) => void) | undefined;
  let framePorts: WirePort[] = [];

  const later = (work: () => void): void => {
    setImmediate(work);
  };
  const parent = {
    postMessage(data: unknown) {
      later(() => {
        deliver(frameWindow, data);
      });
    },
  };
  const frameWindow = {
    postMessage(data: unknown, _targetOrigin: string, ports: Transferable[] = []) {
      sentToFrame.push(data);
      later(() => {
        frameListener?.({ source: parent, data, ports: ports as unknown as WirePort[] });
        framePorts.push(...(ports as unknown as WirePort[]));
      });
    },
  };
  const deliver = (source: unknown, data: unknown): void => {
    for (const listener of pageListeners) listener({ source, data } as MessageEvent);
  };
  const closePorts = (): void => {
    for (const port of framePorts) port.close();
    framePorts = [];
  };

  return {
    window: {
      addEventListener: (_type: string, listener: unknown) => {
        pageListeners.add(listener as (event: MessageEvent) => void);
      },
      removeEventListener: (_type: string, listener: unknown) => {
        pageListeners.delete(listener as (event: MessageEvent) => void);
      },
    },
    frame: {
      contentWindow: frameWindow,
      get isConnected() {
        return state.connected;
      },
    },
    load(exchange) {
      closePorts();
      frameListener = undefined;
      const window = {
        addEventListener: (_type: 'message', listener: (event: WireEvent) => void) => {
          frameListener = listener;
        },
      };
      serveWire({ window, parent, exchange });
    },
    remove() {
      state.connected = false;
      frameListener = undefined;
      closePorts();
    },
    postFrom(source, data) {
      deliver(source === 'frame' ? frameWindow : {}, data);
    },
    sentToFrame,
    listeners: () => pageListeners.size,
  };
}
