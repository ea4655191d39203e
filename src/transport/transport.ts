/**
 * How bytes reach a device. A link is one raw way, made by a factory (`webHid`, `webUsb`, `nodeHid`, `simulatorFrame`,
 * `simulatorProcess`, `simulatorTcp`); the guard wraps a link once and is what the rest of the host sees as a `Transport`.
 */

export interface ExchangeOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface PatientOptions extends ExchangeOptions {
  /** A person decides what is answered: there is no time-out. */
  readonly patient?: boolean | undefined;
}

/** An open link to one device, as raw as its driver: an exchange may hang, and one may run at a time. */
export interface Link {
  exchange(command: Uint8Array): Promise<Uint8Array>;
  /** Calls `listener` once when the device goes away; returns a function that takes the listener back. */
  onDisconnect(listener: () => void): () => void;
  /** Lets go of the device, also while an exchange hangs. Never throws. */
  close(): Promise<void>;
}

/** A guarded link: exchanges queue up, and each one settles, on answer, abort, timeout, unplug or close. */
export interface Transport {
  exchange(command: Uint8Array, options?: PatientOptions): Promise<Uint8Array>;
  onDisconnect(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The ways that a page has. */
export type PageLinkKind = 'webhid' | 'webusb' | 'simulator-frame' | 'simulator-process';
/** The ways that a program outside a browser has beside the simulator process. */
export type TerminalLinkKind = 'node-hid' | 'simulator-tcp';
export type LinkKind = PageLinkKind | TerminalLinkKind;

/** A way to reach devices of one kind. */
export interface Connector<Kind extends LinkKind = PageLinkKind> {
  readonly kind: Kind;
  /** Whether this browser can do it at all. */
  supported(): boolean;
  /**
   * Opens a device, asking the person where the browser needs that (call it inside a click).
   * Throws `HostblindError`: `chooser-cancelled`, `no-webhid`, `permission-denied`, `in-use`, `not-found`.
   */
  open(options?: ExchangeOptions): Promise<Transport>;
  /** Opens a device the person chose before, without asking; `undefined` when none is there now. */
  reopen(options?: ExchangeOptions): Promise<Transport | undefined>;
  /**
   * Settles as soon as no other tab owns the device; for a person who saw `in-use` (detail `another tab`). Absent
   * where a device cannot be shared between tabs. Fails with `aborted` only.
   */
  waitForTab?(signal?: AbortSignal): Promise<void>;
  /**
   * Calls `listener` whenever a device that the person chose before is plugged in; returns a function that takes the
   * listener back. Absent where there is no such event.
   */
  onPlugIn?(listener: () => void): () => void;
}
