/**
 * An open HID device of Linux: a file whose reads are input reports and whose writes are output reports
 * (the kernel's Documentation/hid/hidraw.rst). It behaves as node-hid's device does, so that Ledger's transport runs on it.
 */
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { startTimer, type StartTimer } from '../timer.ts';
import type { RawHidDevice } from './node-hid-driver.ts';

/** The longest report that the kernel passes on (HID_MAX_BUFFER_SIZE). */
const longestReport = 16_384;

/**
 * Milliseconds between two looks for a report. The file is opened not to block, since a read that does holds one of Node's
 * few threads and can't be interrupted. A device answers most commands within a few milliseconds, a person takes seconds.
 */
const quickLookMs = 1;
const quickLooks = 100;
const slowLookMs = 20;

/** The file of a device, as Node opens it; a test gives its own. */
export interface HidrawFile {
  /** Bytes read into `room`; throws `EAGAIN` when there is no report yet, anything else when the device is gone. */
  read(room: Uint8Array): number;
  /** Bytes written. */
  write(report: Uint8Array): number;
  close(): void;
}

/** Throws Node's error with its `code` when the system refuses. */
export function openHidrawFile(path: string): HidrawFile {
  const file = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  return {
    read: (room) => readSync(file, room),
    write: (report) => writeSync(file, report),
    close: () => closeSync(file),
  };
}

export interface HidrawDeviceOptions {
  readonly file: HidrawFile;
  /** What `getDeviceInfo` gives: Ledger's transport reads `product` from it. */
  readonly info: unknown;
  readonly startTimer?: StartTimer | undefined;
}

type ReadCallback = Parameters<RawHidDevice['read']>[0];

export function createHidrawDevice(options: HidrawDeviceOptions): RawHidDevice {
  const { file, info, startTimer: start = startTimer } = options;
  const room = new Uint8Array(longestReport);
  let closed = false;
  let waiting: { readonly callback: ReadCallback; stop(): void } | undefined;

  const mustBeOpen = (): void => {
    if (closed) throw new Error('the HID device is closed');
  };

  const look = (callback: ReadCallback, looks: number): void => {
    let length: number;
    try {
      length = file.read(room);
    } catch (error) {
      if (!isNotYet(error)) return answer(callback, error, undefined);
      const stop = start(looks < quickLooks ? quickLookMs : slowLookMs, () => look(callback, looks + 1));
      waiting = { callback, stop };
      return;
    }
    // A file that has come to its end has no device behind it.
    if (length === 0) answer(callback, new Error('the HID device is gone'), undefined);
    else answer(callback, null, room.slice(0, length));
  };

  /** Never within the call that asked, as a read on another thread wouldn't. */
  const answer = (callback: ReadCallback, error: unknown, report: Uint8Array | undefined): void => {
    waiting = { callback, stop: () => undefined };
    queueMicrotask(() => {
      if (waiting?.callback !== callback) return;
      waiting = undefined;
      callback(error, report);
    });
  };

  return {
    write(report) {
      mustBeOpen();
      return file.write(Uint8Array.from(report));
    },
    read(callback) {
      mustBeOpen();
      if (waiting !== undefined) throw new Error('a read of the HID device is running already');
      look(callback, 0);
    },
    pause() {
      if (waiting === undefined) return;
      waiting.stop();
      answer(waiting.callback, new Error('the read was interrupted'), undefined);
    },
    close() {
      if (closed) return;
      if (waiting !== undefined) throw new Error('a read of the HID device is still running');
      closed = true;
      room.fill(0);
      file.close();
    },
    getDeviceInfo: () => info,
  };
}

function isNotYet(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EAGAIN';
}
