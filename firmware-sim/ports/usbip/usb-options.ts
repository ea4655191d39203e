/** What a simulated device is called on the USB, and the line that attaches it. */
import type { UsbIdentity } from './descriptors.ts';

export const defaultUsbPort = 3240;

export interface UsbIds {
  readonly vendorId: number;
  readonly productId: number;
  /** What the product is called before "Simulator"; "Hostblind" without. */
  readonly title?: string;
}

/**
 * Ledger's own ids, because unmodified tools look for nothing else: product ids of current firmware, whose low byte is
 * 0. No device on a shop's shelf may use them; a simulator that says so in its name may.
 */
const ledgerVendorId = 0x2c97;
const ledgerProductIds = { nanosp: 0x5000, nanox: 0x4000 } as const;

/** Under whose ids Ledger's tools find the simulator; it has their screen and buttons. */
export type UsbModel = keyof typeof ledgerProductIds;
export const usbModels = Object.keys(ledgerProductIds) as readonly UsbModel[];

export function ledgerIds(model: UsbModel): UsbIds {
  return { vendorId: ledgerVendorId, productId: ledgerProductIds[model] };
}

export function usbIdentity(ids: UsbIds = ledgerIds('nanosp')): UsbIdentity {
  return {
    vendorId: ids.vendorId,
    productId: ids.productId,
    manufacturer: 'Hostblind',
    product: `${ids.title ?? 'Hostblind'} Simulator`,
    serial: 'SIM0001',
  };
}

/** Two hexadecimal numbers of one to four digits, such as `2c97:5000`; `undefined` for anything else. */
export function readUsbIds(text: string): UsbIds | undefined {
  const match = /^(?:0x)?([0-9a-f]{1,4}):(?:0x)?([0-9a-f]{1,4})$/i.exec(text);
  if (match === null) return undefined;
  return { vendorId: Number.parseInt(match[1] ?? '', 16), productId: Number.parseInt(match[2] ?? '', 16) };
}

/** The whole command, with the port only where it is not the usual one. */
export function attachLine(port: number, busId: string): string {
  const tcpPort = port === defaultUsbPort ? '' : ` --tcp-port ${port}`;
  return `sudo usbip${tcpPort} attach -r 127.0.0.1 -b ${busId}`;
}
