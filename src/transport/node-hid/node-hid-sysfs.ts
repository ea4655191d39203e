/** The HID devices that Linux has, read from the files it keeps about them (`/sys/class/hidraw`), which any user may read. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { topLevelUsages, type HidUsage } from './hid-report-descriptor.ts';
import type { ListedHidDevice } from './node-hid-driver.ts';

export interface HidrawFolders {
  /** `/sys/class/hidraw` */
  readonly listing: string;
  /** `/dev` */
  readonly devices: string;
}

export const hidrawFolders: HidrawFolders = { listing: '/sys/class/hidraw', devices: '/dev' };

/** What has no USB interface has this in place of its number. */
const noInterface = -1;

/**
 * One entry for each top-level usage of each device, the oldest device first. Empty where the kernel has no HID or `/sys`
 * isn't mounted. A device that goes away meanwhile is left out.
 */
export function listHidraw({ listing, devices }: HidrawFolders = hidrawFolders): ListedHidDevice[] {
  const numberOf = (name: string): number => Number(name.replace(/^\D*/, ''));
  return namesIn(listing)
    .toSorted((one, other) => numberOf(one) - numberOf(other))
    .flatMap((name) => entriesOf(join(listing, name, 'device'), join(devices, name)));
}

function entriesOf(folder: string, path: string): ListedHidDevice[] {
  const event = textOf(join(folder, 'uevent'));
  const [, vendor, product] = /^HID_ID=[0-9a-f]+:([0-9a-f]+):([0-9a-f]+)$/im.exec(event) ?? [];
  if (vendor === undefined || product === undefined) return [];
  const device = {
    ...usbNames(folder),
    vendorId: Number.parseInt(vendor, 16) & 0xffff,
    productId: Number.parseInt(product, 16) & 0xffff,
    serialNumber: valueOf(event, 'HID_UNIQ'),
    path,
  };
  const usages = usagesOf(join(folder, 'report_descriptor'));
  const named = { ...device, product: device.product ?? valueOf(event, 'HID_NAME') };
  // An old kernel keeps no descriptor there: then the interface's number decides, as in `speaksApdu`.
  return usages.length === 0 ? [named] : usages.map((usage) => ({ ...named, ...usage }));
}

/** A HID device of USB hangs on an interface, and that on the device with its maker's name. */
function usbNames(folder: string): Pick<ListedHidDevice, 'interface' | 'manufacturer' | 'product'> {
  const usbInterface = dirname(realPathOf(folder));
  const number = lineOf(join(usbInterface, 'bInterfaceNumber'));
  if (number === undefined) return { interface: noInterface };
  const usbDevice = dirname(usbInterface);
  return {
    interface: Number.parseInt(number, 16),
    manufacturer: lineOf(join(usbDevice, 'manufacturer')),
    product: lineOf(join(usbDevice, 'product')),
  };
}

function valueOf(event: string, name: string): string | undefined {
  const line = event.split('\n').find((each) => each.startsWith(`${name}=`));
  const value = line?.slice(name.length + 1).trim();
  return value === '' ? undefined : value;
}

function lineOf(file: string): string | undefined {
  const text = textOf(file).trim();
  return text === '' ? undefined : text;
}

// Each of these files may be missing, and each goes when its device does.

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^hidraw\d+$/.test(name));
  } catch {
    return [];
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function usagesOf(file: string): HidUsage[] {
  try {
    return topLevelUsages(readFileSync(file));
  } catch {
    return [];
  }
}
