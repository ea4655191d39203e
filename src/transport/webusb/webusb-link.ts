/** A raw link over one open USB device, by Ledger's own WebUSB transport. */
import type { Buffer } from 'buffer';
import { HostblindError } from '../../protocol/errors.ts';
import { browserError, nameOf, type Platform } from '../browser-errors.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import { isForeignReport } from '../foreign-reports.ts';
import type { Link } from '../transport.ts';

/** What Ledger's transport uses of a device that is open and claimed. */
export type UsbPipe = Pick<USBDevice, 'productId' | 'transferIn' | 'transferOut'>;

/** What we use of Ledger's WebUSB transport. */
export interface LedgerUsbTransport {
  exchange(apdu: Buffer): Promise<Uint8Array>;
  /** Drawn at random when the transport is made. */
  readonly channel: number;
}

export interface LedgerUsbDriver {
  /** Speaks over a claimed interface; the device stays ours to open and to close. */
  attach(pipe: UsbPipe, interfaceNumber: number): LedgerUsbTransport;
  toBuffer(bytes: Uint8Array): Buffer;
}

/** Loaded when a device is opened, so that the page starts without it. */
export async function loadLedgerUsbDriver(): Promise<LedgerUsbDriver> {
  await import('../buffer-shim.ts');
  const [{ Buffer }, { default: TransportWebUSB }] = await Promise.all([
    import('buffer'),
    import('@ledgerhq/hw-transport-webusb'),
  ]);
  return {
    attach: (pipe, interfaceNumber) => new TransportWebUSB(pipe as USBDevice, interfaceNumber),
    toBuffer: (bytes) => Buffer.from(bytes),
  };
}

export interface UsbLinkOptions {
  readonly usb: USB;
  readonly device: USBDevice;
  readonly interfaceNumber: number;
  readonly driver: LedgerUsbDriver;
  readonly platform: Platform;
}

export function createUsbLink({ usb, device, interfaceNumber, driver, platform }: UsbLinkOptions): Link {
  const pipe: UsbPipe = {
    productId: device.productId,
    transferOut: (endpoint, data) => device.transferOut(endpoint, data),
    async transferIn(endpoint, length) {
      for (;;) {
        const result = await device.transferIn(endpoint, length);
        const { data } = result;
        if (data === undefined) throw new HostblindError('disconnected', { detail: result.status });
        const report = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
        if (!isForeignReport(report, transport.channel)) return result;
      }
    },
  };
  const transport = driver.attach(pipe, interfaceNumber);
  const listeners = createDisconnectListeners();
  const onDisconnect = (event: USBConnectionEvent): void => {
    if (event.device === device) listeners.tell();
  };
  usb.addEventListener('disconnect', onDisconnect);

  return {
    async exchange(command) {
      try {
        return new Uint8Array(await transport.exchange(driver.toBuffer(command)));
      } catch (error) {
        throw exchangeError(error, platform);
      }
    },
    onDisconnect: (listener) => listeners.add(listener),
    async close() {
      // Not the transport's own `close`: that one waits for an exchange which may never end.
      usb.removeEventListener('disconnect', onDisconnect);
      if (device.opened) await device.close();
    },
  };
}

function exchangeError(error: unknown, platform: Platform): HostblindError {
  const name = nameOf(error);
  // Ledger's framing found a report with our channel that does not continue the answer.
  if (name === 'TransportError') return new HostblindError('bad-response', { cause: error });
  // What a transfer says of a device that went while it was under way.
  if (name === 'NotFoundError') return new HostblindError('disconnected', { cause: error });
  return browserError(error, platform);
}
