/**
 * The frame's side of the wire: one `MessagePort`, given by the page around it, carries APDUs, the page's language, and parts of the device. Whatever else
 * is sent to the frame is ignored, and nothing but "ready" and response APDUs ever leaves it.
 */
import { maximumCommandLength } from '../../../src/protocol/apdu/apdu.ts';
import {
  frameReadyKind,
  helloKind,
  isLanguage,
  isPart,
  messageKind,
  wireKind,
  type LanguageMessage,
} from '../../../src/protocol/frame-messages.ts';

/** What we use of a window. */
interface WireWindow {
  addEventListener(type: 'message', listener: (event: WireEvent) => void): void;
}

export interface WireEvent {
  readonly data: unknown;
  readonly source: unknown;
  readonly ports: readonly WirePort[];
}

export interface WirePort {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  start(): void;
  postMessage(message: Uint8Array): void;
  close(): void;
}

interface WireParent {
  postMessage(message: unknown, targetOrigin: string): void;
}

export interface WireParts {
  readonly window: WireWindow;
  /** The window around the frame; messages of any other window are ignored. */
  readonly parent: WireParent;
  /** Answers now or later, or never. */
  readonly exchange: (command: Uint8Array, answer: (response: Uint8Array) => void) => void;
  readonly learn: (language: LanguageMessage) => void;
  /** Runs a part of the device that its page has no room for. */
  readonly run: (script: string) => void;
}

export function serveWire({ window, parent, exchange, learn, run }: WireParts): void {
  let current: WirePort | undefined;

  const adopt = (port: WirePort): void => {
    // One host at a time. The device keeps its state: a host that comes back finds it where it was.
    current?.close();
    current = port;
    port.addEventListener('message', ({ data }) => {
      if (port !== current) return;
      if (isLanguage(data)) learn(data);
      if (isPart(data)) for (const script of data.scripts) run(script);
      if (!(data instanceof Uint8Array)) return;
      // The core refuses a longer APDU than the protocol knows; one byte more is enough for it to see that.
      exchange(data.slice(0, maximumCommandLength + 1), (response) => port.postMessage(response));
    });
    port.start();
  };

  // The page's origin is not compared: this frame is of opaque origin and may be hosted anywhere with the app.
  const sayReady = (again: boolean): void => {
    parent.postMessage({ kind: frameReadyKind, again }, '*');
  };

  window.addEventListener('message', ({ source, data, ports }) => {
    if (source !== parent) return;
    const kind = messageKind(data);
    const [port] = ports;
    if (kind === helloKind) sayReady(true);
    else if (kind === wireKind && port !== undefined) adopt(port);
  });
  sayReady(false);
}
