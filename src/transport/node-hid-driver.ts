/**
 * Ledger's transport for Node, and the library under it. Node only: never part of a page. Their ESM builds cannot be
 * loaded in Node (imports without file extensions), so this takes the CommonJS builds, and only when they are wanted.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isForeignReport } from './foreign-reports.ts';

/** A HID device as the operating system lists it. */
export interface ListedHidDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly path?: string | undefined;
  readonly product?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly interface: number;
  readonly usagePage?: number | undefined;
}

/** What we use of node-hid's open device. */
export interface RawHidDevice {
  write(report: number[]): number;
  read(callback: (error: unknown, report: Uint8Array | undefined) => void): void;
  /** Interrupts a read; the library refuses to close while one runs. */
  pause(): void;
  close(): void;
  getDeviceInfo(): unknown;
}

/** What Ledger's transport uses of an open device. */
export type NodeHidPipe = Pick<RawHidDevice, 'write' | 'read' | 'getDeviceInfo'>;

export interface LedgerNodeTransport {
  exchange(apdu: Buffer): Promise<Uint8Array>;
  readonly channel: number;
}

export interface NodeHidDriver {
  list(): readonly ListedHidDevice[];
  /** Whether the device of that name is still there. Asked once a second, so it must be cheap. */
  isThere(path: string): boolean;
  /** Throws what the library throws, a `TypeError` without a code. */
  open(path: string): RawHidDevice;
  attach(pipe: NodeHidPipe): LedgerNodeTransport;
}

interface NodeHidModule {
  readonly HID: new (path: string) => RawHidDevice;
  devices(): ListedHidDevice[];
}

interface LedgerModule {
  readonly default: new (pipe: NodeHidPipe) => LedgerNodeTransport;
}

/** Throws when the libraries are not installed, or not built for this computer. */
export function loadNodeHidDriver(): NodeHidDriver {
  const require = createRequire(import.meta.url);
  const nodeHid = require('node-hid') as NodeHidModule;
  const { default: TransportNodeHid } = require('@ledgerhq/hw-transport-node-hid') as LedgerModule;
  return {
    list: () => nodeHid.devices(),
    isThere: (path) =>
      process.platform === 'linux'
        ? existsSync(path)
        : nodeHid.devices().some((device) => device.path === path),
    open: (path) => new nodeHid.HID(path),
    attach: (pipe) => new TransportNodeHid(pipe),
  };
}

export interface ClosablePipe {
  readonly pipe: NodeHidPipe;
  /** Settles when the device is let go, also while a read waits. */
  close(): Promise<void>;
}

/** The device as Ledger's transport sees it: without reports of other programs, and closable in the middle of a read. */
export function createPipe(raw: RawHidDevice, channel: () => number): ClosablePipe {
  let reading = false;
  let letGo: (() => void) | undefined;

  const read: NodeHidPipe['read'] = (callback) => {
    reading = true;
    raw.read((error, report) => {
      reading = false;
      if (letGo !== undefined) {
        letGo();
        callback(new Error('closed'), undefined);
      } else if (report !== undefined && isForeignReport(report, channel())) {
        read(callback);
      } else {
        callback(error, report);
      }
    });
  };
  return {
    pipe: { write: (report) => raw.write(report), read, getDeviceInfo: () => raw.getDeviceInfo() },
    close() {
      if (!reading) {
        raw.close();
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        letGo = () => {
          raw.close();
          resolve();
        };
        raw.pause();
      });
    },
  };
}
