/**
 * A phone's page: no WebHID, as in Chrome on Android, and a `navigator.usb` as Chromium's, whose device is a simulated
 * one in the test's own process, behind the device-side USB code.
 */
import type { Page } from 'playwright-core';
import { configurationDescriptor } from '../../../firmware-sim/ports/usbip/descriptors.ts';
import type { UsbDevice } from '../../../firmware-sim/ports/usbip/usb-device.ts';

declare global {
  interface Window {
    usbWrite(endpoint: number, packet: number[]): Promise<void>;
    /** `undefined` while the device has nothing to send. */
    usbRead(endpoint: number): Promise<number[] | undefined>;
  }
}

/** Runs in the page before its scripts. */
function installFakeUsb(configurationValue: number): void {
  const vendorInterface = 1;
  class FakeDevice {
    opened = false;
    vendorId = 0x2c97;
    productId = 0x5000;
    productName = 'Simulated device';
    configuration: object | null = null;
    configurations = [
      {
        configurationValue,
        interfaces: [3, 0xff].map((interfaceClass, interfaceNumber) => ({
          interfaceNumber,
          alternates: [{ alternateSetting: 0, interfaceClass, interfaceSubclass: 0, interfaceProtocol: 0 }],
        })),
      },
    ];
    #claimed = false;
    #waiting: ((packet: number[]) => void)[] = [];
    #open(endpoint: number): void {
      if (!this.opened || !this.#claimed || endpoint !== 3)
        throw new DOMException('The endpoint is not part of a claimed interface.', 'NotFoundError');
    }
    open(): Promise<void> {
      this.opened = true;
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.opened = false;
      this.#claimed = false;
      this.#waiting = [];
      return Promise.resolve();
    }
    reset(): Promise<void> {
      return Promise.resolve();
    }
    selectConfiguration(value: number): Promise<void> {
      this.configuration = this.configurations.find((one) => one.configurationValue === value) ?? null;
      return Promise.resolve();
    }
    claimInterface(number: number): Promise<void> {
      if (number !== vendorInterface)
        return Promise.reject(new DOMException('A protected interface.', 'SecurityError'));
      this.#claimed = true;
      return Promise.resolve();
    }
    releaseInterface(): Promise<void> {
      this.#claimed = false;
      return Promise.resolve();
    }
    async transferOut(endpoint: number, data: BufferSource): Promise<unknown> {
      this.#open(endpoint);
      const packet = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer);
      await window.usbWrite(endpoint, [...packet]);
      await this.#answer();
      return { status: 'ok', bytesWritten: packet.length };
    }
    transferIn(endpoint: number): Promise<unknown> {
      this.#open(endpoint);
      return new Promise((resolve) => {
        this.#waiting.push((packet) =>
          resolve({ status: 'ok', data: new DataView(Uint8Array.from(packet).buffer) }),
        );
        void this.#answer();
      });
    }
    async #answer(): Promise<void> {
      while (this.#waiting.length > 0) {
        const packet = await window.usbRead(3);
        if (packet === undefined) return;
        this.#waiting.shift()?.(packet);
      }
    }
  }
  const device = new FakeDevice();
  Object.defineProperty(navigator, 'usb', {
    value: Object.assign(new EventTarget(), {
      getDevices: () => Promise.resolve([device]),
      requestDevice: () => Promise.resolve(device),
    }),
  });
  Object.defineProperty(navigator, 'hid', { value: undefined });
}

export async function installUsb(page: Page, usb: UsbDevice): Promise<void> {
  await page.exposeFunction('usbWrite', (endpoint: number, packet: number[]) => {
    usb.write(endpoint, Uint8Array.from(packet));
  });
  await page.exposeFunction('usbRead', (endpoint: number) => {
    const packet = usb.read(endpoint);
    return typeof packet === 'string' ? undefined : [...packet];
  });
  await page.addInitScript(installFakeUsb, configurationDescriptor()[5] ?? 1);
}
