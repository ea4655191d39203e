/** A `navigator.hid` in the page whose device answers when it likes to: a pipe of reports in the test's own process. */
import type { Page } from 'playwright-core';
import type { ReportPipe } from '../../kit/wallets/wallet-link.ts';

declare global {
  interface Window {
    reportToDevice(report: number[]): Promise<void>;
    reportFromDevice(report: number[]): void;
  }
}

/** Runs in the page before its scripts. */
function installHid(): void {
  const device = Object.assign(new EventTarget(), {
    opened: false,
    vendorId: 0x2c97,
    productId: 0x5011,
    productName: 'Simulated device',
    collections: [{ usagePage: 0xffa0, usage: 1 }],
    open() {
      device.opened = true;
      return Promise.resolve();
    },
    close() {
      device.opened = false;
      return Promise.resolve();
    },
    sendReport: (_reportId: number, data: Uint8Array) => window.reportToDevice(Array.from(data)),
  });
  window.reportFromDevice = (report) => {
    const data = new DataView(Uint8Array.from(report).buffer);
    device.dispatchEvent(Object.assign(new Event('inputreport'), { data, reportId: 0 }));
  };
  const devices = () => Promise.resolve([device]);
  const hid = Object.assign(new EventTarget(), { getDevices: devices, requestDevice: devices });
  Object.defineProperty(navigator, 'hid', { value: hid });
}

export async function plugIn(page: Page, pipe: ReportPipe): Promise<void> {
  await page.exposeFunction('reportToDevice', (report: number[]) => pipe.send(Uint8Array.from(report)));
  pipe.onReport((report) => {
    // A page that was closed gets no more reports.
    page.evaluate((bytes) => window.reportFromDevice(bytes), Array.from(report)).catch(() => undefined);
  });
  await page.addInitScript(installHid);
}
