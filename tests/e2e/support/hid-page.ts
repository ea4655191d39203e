/**
 * A page with a `navigator.hid` as Chromium's, whose device is a simulated one in the test's own process, and whatever
 * can go wrong with it: a system that refuses, a device that keeps silent, reports of other programs, a pulled cable.
 */
import type { BrowserContext, Page } from 'playwright-core';
import type { HidDevice } from '../../../firmware-sim/ports/usbip/hid-device.ts';
import type { Site } from './app.ts';
import { useDevice } from './way-in.ts';

declare global {
  interface Window {
    hidReceive(report: number[]): Promise<number[][]>;
    unplugDevice(): void;
    plugDeviceIn(productId: number): void;
    chooseDevice: boolean;
    hidFaults: HidFaults;
  }
}

interface HidFaults {
  /** Name of the `DOMException` that `open` fails with. */
  openError?: string | undefined;
  /** Takes reports and answers none. */
  silent?: boolean;
  /** Another program's conversation, before each of our reports is answered. */
  foreign?: boolean;
  /** The cable comes out while a report is on its way. */
  unplugAtReport?: boolean;
}

/** Runs in the page before its scripts. */
function installFakeHid(): void {
  class FakeDevice extends EventTarget {
    opened = false;
    vendorId = 0x2c97;
    productId: number;
    productName = 'Simulated device';
    collections = [{ usagePage: 0xffa0, usage: 1 }];
    constructor(productId: number) {
      super();
      this.productId = productId;
    }
    open(): Promise<void> {
      const { openError } = window.hidFaults;
      if (openError !== undefined)
        return Promise.reject(new DOMException('Failed to open the device.', openError));
      if (this.opened) return Promise.reject(new DOMException('already open', 'InvalidStateError'));
      this.opened = true;
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.opened = false;
      return Promise.resolve();
    }
    input(report: ArrayLike<number>): void {
      const data = new DataView(Uint8Array.from(report).buffer);
      if (this.opened) this.dispatchEvent(Object.assign(new Event('inputreport'), { data }));
    }
    async sendReport(_reportId: number, data: Uint8Array): Promise<void> {
      if (!this.opened) throw new DOMException('Failed to write the report.', 'NetworkError');
      const faults = window.hidFaults;
      if (faults.unplugAtReport === true) {
        faults.unplugAtReport = false;
        // As Chromium does: the report is taken, its answer never comes, and only the event tells.
        window.unplugDevice();
        return;
      }
      if (faults.silent === true) return;
      const answers = await window.hidReceive([...data]);
      if (faults.foreign === true) this.input([0xff, 0xff, 5, 0, 0, 0, 2, 0x90, 0, ...new Uint8Array(55)]);
      for (const answer of answers) this.input(answer);
    }
  }
  let device: FakeDevice | undefined = new FakeDevice(0x5000);
  const devices = (): FakeDevice[] => (device === undefined ? [] : [device]);
  const hid = Object.assign(new EventTarget(), {
    getDevices: () => Promise.resolve(devices()),
    // A hand takes its time to close the list; one that's gone at once is a policy's work.
    requestDevice: () =>
      window.chooseDevice
        ? Promise.resolve(devices())
        : new Promise<FakeDevice[]>((resolve) => {
            setTimeout(resolve, 500, []);
          }),
  });
  const tell = (type: string, which: FakeDevice): void => {
    hid.dispatchEvent(Object.assign(new Event(type), { device: which }));
  };
  Object.defineProperty(navigator, 'hid', { value: hid });
  window.chooseDevice = true;
  window.hidFaults = {};
  window.unplugDevice = () => {
    const gone = device;
    if (gone === undefined) return;
    device = undefined;
    gone.opened = false;
    tell('disconnect', gone);
  };
  window.plugDeviceIn = (productId) => {
    device = new FakeDevice(productId);
    tell('connect', device);
  };
}

export interface HidTabOptions {
  readonly context: BrowserContext;
  readonly site: Site;
  /** Whatever the page says on its console as an error is added. */
  readonly errors: string[];
  /** The device of the moment: a test may put another in its place. */
  readonly usb: () => HidDevice;
}

/** A tab in which the person has read the two screens and is about to choose a device. */
export async function openHidTab({ context, site, errors, usb }: HidTabOptions): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await tab.exposeFunction('hidReceive', (report: number[]) =>
    usb()
      .receive(Uint8Array.from(report))
      .map((answer) => [...answer]),
  );
  await tab.addInitScript(installFakeHid);
  await tab.goto(site.url);
  await readOnToTheChoice(tab);
  return tab;
}

/** From the first page on. */
export async function readOnToTheChoice(tab: Page): Promise<void> {
  await useDevice(tab);
}
