/** A raw link over one open HID device, by Ledger's own transport. */
import type { Buffer } from 'buffer';
import { HostblindError } from '../../protocol/errors.ts';
import { browserError, nameOf, type Platform } from '../browser-errors.ts';
import { createDisconnectListeners } from '../disconnect-listeners.ts';
import type { Link } from '../transport.ts';

/** What we use of Ledger's WebHID transport. */
export interface LedgerTransport {
  exchange(apdu: Buffer): Promise<Uint8Array>;
  readonly onInputReport: (event: HIDInputReportEvent) => void;
}

export interface LedgerDriver {
  /** Starts to listen to an open device; the device stays ours to open and to close. */
  attach(device: HIDDevice): LedgerTransport;
  toBuffer(bytes: Uint8Array): Buffer;
}

/** Loaded when a device is opened, so that the page starts without it. */
export async function loadLedgerDriver(): Promise<LedgerDriver> {
  await import('../buffer-shim.ts');
  const [{ Buffer }, { default: TransportWebHID }] = await Promise.all([
    import('buffer'),
    import('@ledgerhq/hw-transport-webhid'),
  ]);
  return {
    attach: (device) => new TransportWebHID(device),
    toBuffer: (bytes) => Buffer.from(bytes),
  };
}

export interface HidLinkOptions {
  readonly hid: HID;
  readonly device: HIDDevice;
  readonly driver: LedgerDriver;
  readonly platform: Platform;
}

export function createHidLink({ hid, device, driver, platform }: HidLinkOptions): Link {
  const transport = driver.attach(device);
  const listeners = createDisconnectListeners();
  const onDisconnect = (event: HIDConnectionEvent): void => {
    if (event.device === device) listeners.tell();
  };
  hid.addEventListener('disconnect', onDisconnect);

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
      hid.removeEventListener('disconnect', onDisconnect);
      device.removeEventListener('inputreport', transport.onInputReport);
      if (device.opened) await device.close();
    },
  };
}

function exchangeError(error: unknown, platform: Platform): HostblindError {
  // Ledger's framing found a report with our channel that does not continue the answer.
  if (nameOf(error) === 'TransportError') return new HostblindError('bad-response', { cause: error });
  return browserError(error, platform);
}
