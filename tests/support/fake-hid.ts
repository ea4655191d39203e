/**
 * WebHID as Chromium does it, without a browser: devices that are open or not, reports in events, errors by
 * `DOMException` name, and a cable that can be pulled at any moment. The device behind it speaks our framing.
 */
import { createHidDevice, type HidDevice } from '../../firmware-sim/usb/hid-device.ts';

export interface FakeDeviceOptions {
  readonly vendorId?: number;
  readonly productId?: number;
  readonly usagePage?: number;
}

class FakeReportEvent extends Event {
  readonly device: FakeHidDevice;
  readonly reportId = 0;
  readonly data: DataView;

  constructor(device: FakeHidDevice, report: Uint8Array) {
    super('inputreport');
    this.device = device;
    // Its own 64 bytes: Ledger's transport reads the whole buffer behind the view.
    this.data = new DataView(Uint8Array.from(report).buffer);
  }
}

export class FakeHidDevice extends EventTarget {
  opened = false;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName = 'Simulated device';
  readonly collections: HIDCollectionInfo[];
  oninputreport = null;
  /** Thrown by `open`, as a system that refuses does. */
  openError: DOMException | undefined;
  /** `open` waits for this, as a system that is slow does. */
  opening: Promise<void> = Promise.resolve();
  /** Takes reports and answers nothing. */
  silent = false;
  /** Reports written so far, by anybody. */
  written = 0;
  readonly #device: HidDevice;

  constructor(firmware: Parameters<typeof createHidDevice>[0], options: FakeDeviceOptions = {}) {
    super();
    this.#device = createHidDevice(firmware);
    this.vendorId = options.vendorId ?? 0x2c97;
    this.productId = options.productId ?? 0x5000;
    this.collections = [{ usagePage: options.usagePage ?? 0xffa0, usage: 1 } as HIDCollectionInfo];
  }

  /** The same object, as code under test sees it. */
  get api(): HIDDevice {
    return this as unknown as HIDDevice;
  }

  async open(): Promise<void> {
    if (this.opened) throw new DOMException('The device is already open.', 'InvalidStateError');
    await this.opening;
    if (this.openError !== undefined) throw this.openError;
    this.opened = true;
  }

  close(): Promise<void> {
    this.opened = false;
    return Promise.resolve();
  }

  forget(): Promise<void> {
    return this.close();
  }

  sendReport(_reportId: number, data: BufferSource): Promise<void> {
    if (!this.opened) {
      return Promise.reject(new DOMException('The device must be opened first.', 'InvalidStateError'));
    }
    this.written += 1;
    const report = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer).slice();
    if (this.silent) return Promise.resolve();
    for (const answer of this.#device.receive(report)) {
      setImmediate(() => {
        this.input(answer);
      });
    }
    return Promise.resolve();
  }

  /** An input report, from our device or, on a channel of its own, meant for another program. */
  input(report: Uint8Array): void {
    if (this.opened) this.dispatchEvent(new FakeReportEvent(this, report));
  }

  sendFeatureReport(): Promise<void> {
    return Promise.reject(new DOMException('no feature reports', 'NotAllowedError'));
  }

  receiveFeatureReport(): Promise<DataView> {
    return Promise.reject(new DOMException('no feature reports', 'NotAllowedError'));
  }
}

export class FakeHid extends EventTarget {
  /** Plugged in and granted to the page. */
  readonly granted = new Set<FakeHidDevice>();
  /** What the person picks in the browser's list. */
  choice: Promise<HIDDevice[]> = Promise.resolve([]);
  readonly requests: (HIDDeviceRequestOptions | undefined)[] = [];
  readonly #listeners = new Set<unknown>();

  /** The same object, as code under test sees it. */
  get api(): HID {
    return this as unknown as HID;
  }

  /** Listeners that are still there, to find those that were left behind. */
  get listeners(): number {
    return this.#listeners.size;
  }

  override addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void {
    this.#listeners.add(listening[1]);
    super.addEventListener(...listening);
  }

  override removeEventListener(...listening: Parameters<EventTarget['removeEventListener']>): void {
    this.#listeners.delete(listening[1]);
    super.removeEventListener(...listening);
  }

  getDevices(): Promise<HIDDevice[]> {
    return Promise.resolve([...this.granted].map((device) => device.api));
  }

  requestDevice(options?: HIDDeviceRequestOptions): Promise<HIDDevice[]> {
    this.requests.push(options);
    return this.choice;
  }

  plugIn(device: FakeHidDevice): void {
    this.granted.add(device);
    this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  /** A report under way is lost, and nothing that waits for an answer is told: only this event says so. */
  unplug(device: FakeHidDevice): void {
    this.granted.delete(device);
    device.opened = false;
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
