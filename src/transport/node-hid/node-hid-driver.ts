/**
 * Ledger's transport for Node, and what is under it. Node only: never part of a page. Ledger's ESM builds can't be loaded
 * in Node (imports without file extensions), so this takes the CommonJS builds, and only when they are wanted.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isForeignReport } from '../foreign-reports.ts';
import { createHidrawDevice, openHidrawFile } from './node-hid-file.ts';
import { listHidraw } from './node-hid-sysfs.ts';

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

/** What we use of an open HID device: node-hid's, or a file that behaves as that does. */
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
  /** Throws what the system or the library throws; why it refused is found out by the caller. */
  open(path: string): RawHidDevice;
  attach(pipe: NodeHidPipe): LedgerNodeTransport;
}

interface NodeHidModule {
  readonly HID: new (path: string) => RawHidDevice;
  devices(): ListedHidDevice[];
  getHidapiVersion(): string;
}

interface LedgerModule {
  readonly default: new (pipe: NodeHidPipe) => LedgerNodeTransport;
}

/**
 * On Linux a HID device is a file, and nothing native is loaded: the library's builds for it need libusb, which a bare
 * system lacks. Elsewhere the library opens it. Throws when what is needed isn't installed, or not built for this computer.
 */
export function loadNodeHidDriver(platform: string = process.platform): NodeHidDriver {
  const require = createRequire(import.meta.url);
  // What Ledger's other transports for Node extend. They add news of devices that come and go, by one more native library.
  const { default: LedgerTransport } = require('@ledgerhq/hw-transport-node-hid-noevents') as LedgerModule;
  const attach: NodeHidDriver['attach'] = (pipe) => new LedgerTransport(pipe);
  if (platform === 'linux') {
    return {
      list: () => listHidraw(),
      isThere: existsSync,
      open: (path) =>
        createHidrawDevice({
          file: openHidrawFile(path),
          info: listHidraw().find((device) => device.path === path),
        }),
      attach,
    };
  }
  const nodeHid = require('node-hid') as NodeHidModule;
  // Its native part is loaded by the first call: a computer that it wasn't built for is found out here.
  nodeHid.getHidapiVersion();
  return {
    list: () => nodeHid.devices(),
    isThere: (path) => nodeHid.devices().some((device) => device.path === path),
    open: (path) => new nodeHid.HID(path),
    attach,
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
