/**
 * WebUSB as Chromium does it, without a browser: devices that are open, configured and claimed or not, transfers that
 * wait, errors by `DOMException` name, and a cable that can be pulled. The device behind it is the simulated one.
 */
import { configurationDescriptor } from '../../firmware-sim/usb/descriptors.ts';
import { createUsbDevice, type UsbDevice } from '../../firmware-sim/usb/usb-device.ts';
import { usbIdentity } from '../../firmware-sim/usb/usb-options.ts';

export interface FakeUsbOptions {
  readonly vendorId?: number;
  readonly productId?: number;
  /** Where the vendor interface stands; firmwares differ. */
  readonly interfaceNumber?: number;
  /** No vendor interface at all. */
  readonly hidOnly?: boolean;
}

export class FakeUsbDevice {
  opened = false;
  readonly vendorId: number;
  readonly productId: number;
  readonly configurations: USBConfiguration[];
  configuration: USBConfiguration | null = null;
  openError: DOMException | undefined;
  claimError: DOMException | undefined;
  opening: Promise<void> = Promise.resolve();
  /** Takes packets and answers nothing. */
  silent = false;
  readonly #interfaceNumber: number;
  readonly #device: UsbDevice;
  #claimed = false;
  #waiting: { resolve(result: USBInTransferResult): void; reject(error: DOMException): void }[] = [];

  constructor(firmware: Parameters<typeof createUsbDevice>[1], options: FakeUsbOptions = {}) {
    this.#device = createUsbDevice(usbIdentity('nanosp'), firmware);
    this.vendorId = options.vendorId ?? 0x2c97;
    this.productId = options.productId ?? 0x5000;
    this.#interfaceNumber = options.interfaceNumber ?? 1;
    const described = (interfaceNumber: number, interfaceClass: number) => ({
      interfaceNumber,
      alternates: [{ alternateSetting: 0, interfaceClass, interfaceSubclass: 0, interfaceProtocol: 0 }],
    });
    const interfaces = [
      described(0, 3),
      ...(options.hidOnly === true ? [] : [described(this.#interfaceNumber, 0xff)]),
    ];
    const configurationValue = configurationDescriptor()[5] ?? 0;
    this.configurations = [{ configurationValue, interfaces } as unknown as USBConfiguration];
  }

  /** The same object, as code under test sees it. */
  get api(): USBDevice {
    return this as unknown as USBDevice;
  }

  async open(): Promise<void> {
    await this.opening;
    if (this.openError !== undefined) throw this.openError;
    this.opened = true;
  }

  close(): Promise<void> {
    this.opened = false;
    this.#claimed = false;
    this.configuration = null;
    this.#fail('The transfer was cancelled.', 'AbortError');
    return Promise.resolve();
  }

  selectConfiguration(value: number): Promise<void> {
    const found = this.configurations.find(({ configurationValue }) => configurationValue === value);
    if (!this.opened || found === undefined) {
      return Promise.reject(new DOMException('no such configuration', 'NotFoundError'));
    }
    this.configuration = found;
    return Promise.resolve();
  }

  claimInterface(number: number): Promise<void> {
    if (this.claimError !== undefined) return Promise.reject(this.claimError);
    if (this.configuration === null || number !== this.#interfaceNumber) {
      return Promise.reject(new DOMException('The interface cannot be claimed.', 'NotFoundError'));
    }
    this.#claimed = true;
    return Promise.resolve();
  }

  transferOut(endpoint: number, data: BufferSource): Promise<USBOutTransferResult> {
    const refused = this.#refusal(endpoint);
    if (refused !== undefined) return Promise.reject(refused);
    const packet = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer).slice();
    if (!this.silent) this.#device.write(endpoint, packet);
    setImmediate(() => this.#answer());
    return Promise.resolve({ status: 'ok', bytesWritten: packet.length } as USBOutTransferResult);
  }

  transferIn(endpoint: number, _length: number): Promise<USBInTransferResult> {
    const refused = this.#refusal(endpoint);
    if (refused !== undefined) return Promise.reject(refused);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      setImmediate(() => this.#answer());
    });
  }

  /** A packet left over from another conversation, fetched before ours. */
  readonly leftOvers: Uint8Array[] = [];

  /** The cable is out. */
  vanish(): void {
    this.opened = false;
    this.#claimed = false;
    this.#fail('The device was disconnected.', 'NotFoundError');
  }

  #refusal(endpoint: number): DOMException | undefined {
    if (!this.opened) return new DOMException('The device must be opened first.', 'InvalidStateError');
    if (this.#claimed && endpoint === 3) return undefined;
    return new DOMException('The specified endpoint is not part of a claimed interface.', 'NotFoundError');
  }

  #answer(): void {
    while (this.#waiting.length > 0) {
      const packet = this.leftOvers.shift() ?? this.#device.read(3);
      if (typeof packet === 'string') return;
      // Its own 64 bytes: Ledger's transport reads the whole buffer behind the view.
      const data = new DataView(Uint8Array.from(packet).buffer);
      this.#waiting.shift()?.resolve({ status: 'ok', data } as USBInTransferResult);
    }
  }

  #fail(message: string, name: string): void {
    for (const transfer of this.#waiting.splice(0)) transfer.reject(new DOMException(message, name));
  }
}

export class FakeUsb extends EventTarget {
  readonly granted = new Set<FakeUsbDevice>();
  /** What the person picks; `undefined` closes the list. */
  choice: FakeUsbDevice | undefined;
  readonly requests: (USBDeviceRequestOptions | undefined)[] = [];
  readonly #listeners = new Set<unknown>();

  /** The same object, as code under test sees it. */
  get api(): USB {
    return this as unknown as USB;
  }

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

  getDevices(): Promise<USBDevice[]> {
    return Promise.resolve([...this.granted].map((device) => device.api));
  }

  requestDevice(options?: USBDeviceRequestOptions): Promise<USBDevice> {
    this.requests.push(options);
    return this.choice === undefined
      ? Promise.reject(new DOMException('No device selected.', 'NotFoundError'))
      : Promise.resolve(this.choice.api);
  }

  plugIn(device: FakeUsbDevice): void {
    this.granted.add(device);
    this.dispatchEvent(Object.assign(new Event('connect'), { device }));
  }

  unplug(device: FakeUsbDevice): void {
    this.granted.delete(device);
    device.vanish();
    this.dispatchEvent(Object.assign(new Event('disconnect'), { device }));
  }
}
