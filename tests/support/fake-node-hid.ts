/**
 * node-hid as its native part behaves, under Ledger's own transport: reads that wait, that are told of an unplug, and
 * that keep the device from being closed while they run.
 */
import { createRequire } from 'node:module';
import { createHidDevice, type HidDevice } from '../../firmware-sim/usb/hid-device.ts';
import type {
  LedgerNodeTransport,
  ListedHidDevice,
  NodeHidDriver,
  NodeHidPipe,
  RawHidDevice,
} from '../../src/transport/node-hid-driver.ts';

interface LedgerModule {
  readonly default: new (pipe: NodeHidPipe) => LedgerNodeTransport;
}

export class FakeNodeHid implements NodeHidDriver {
  devices: ListedHidDevice[];
  refuses = false;
  /** Takes reports and answers nothing. */
  silent: () => boolean = () => false;
  /** Devices open now. */
  openCount = 0;
  readonly #device: HidDevice;
  readonly #waiting: Uint8Array[] = [];
  #read: ((error: unknown, report: Uint8Array | undefined) => void) | undefined;
  #gone = false;

  constructor(firmware: Parameters<typeof createHidDevice>[0]) {
    this.#device = createHidDevice(firmware);
    this.devices = [
      { vendorId: 0x2c97, productId: 0x5000, path: '/dev/hidraw0', interface: 0, usagePage: 0xffa0 },
    ];
  }

  list(): ListedHidDevice[] {
    return this.#gone ? [] : this.devices;
  }

  isThere(path: string): boolean {
    return this.list().some((device) => device.path === path);
  }

  attach(pipe: NodeHidPipe): LedgerNodeTransport {
    const require = createRequire(import.meta.url);
    const { default: TransportNodeHid } = require('@ledgerhq/hw-transport-node-hid') as LedgerModule;
    return new TransportNodeHid(pipe);
  }

  open(path: string): RawHidDevice {
    if (this.refuses || this.#gone) throw new TypeError(`cannot open device with path ${path}`);
    this.openCount += 1;
    this.#waiting.length = 0;
    let closed = false;
    return {
      write: (bytes) => {
        if (closed || this.#gone) throw new TypeError('Cannot write to hid device');
        // The first byte is the report's number, and no report has one.
        if (!this.silent()) this.input(...this.#device.receive(Uint8Array.from(bytes.slice(1))));
        return bytes.length;
      },
      read: (callback) => {
        if (closed) throw new Error('Unable to read from a closed HID device');
        if (this.#read !== undefined) throw new TypeError('read is already running');
        this.#read = callback;
        setImmediate(() => this.#answer());
      },
      pause: () => this.#fail(),
      close: () => {
        if (this.#read !== undefined) throw new TypeError('read is still running');
        if (!closed) this.openCount -= 1;
        closed = true;
      },
      getDeviceInfo: () => ({ product: 'Nano S Plus Simulator' }),
    };
  }

  /** Input reports, of our device or of another program's conversation. */
  input(...reports: Uint8Array[]): void {
    this.#waiting.push(...reports);
    setImmediate(() => this.#answer());
  }

  unplug(): void {
    this.#gone = true;
    this.#fail();
  }

  plugIn(): void {
    this.#gone = false;
  }

  #answer(): void {
    const callback = this.#read;
    const report = this.#waiting[0];
    if (callback === undefined || report === undefined) return;
    this.#waiting.shift();
    this.#read = undefined;
    callback(null, Buffer.from(report));
  }

  /** From a thread, so never within the call that caused it. */
  #fail(): void {
    const callback = this.#read;
    if (callback === undefined) return;
    setImmediate(() => {
      if (this.#read !== callback) return;
      this.#read = undefined;
      callback(new Error('could not read from HID device'), undefined);
    });
  }
}
