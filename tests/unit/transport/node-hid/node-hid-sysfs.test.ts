/** Listing HID devices from the kernel's files: a small `/sys` of our own, laid out as Linux lays out the real one. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportDescriptor } from '../../../../firmware-sim/ports/usbip/descriptors.ts';
import { listHidraw } from '../../../../src/transport/node-hid/node-hid-sysfs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hostblind-sys-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const list = () => listHidraw({ listing: join(root, 'class/hidraw'), devices: '/dev' });

interface Plugged {
  readonly hidraw: string;
  readonly id: string;
  readonly usbInterface?: string;
  readonly descriptor?: Uint8Array | undefined;
  readonly more?: string;
  readonly names?: Record<string, string>;
}

/** `/sys/devices/…/1-1/1-1:1.0/0003:2C97:5000.0001`, and the link to it from the class. */
function plug({ hidraw, id, usbInterface, descriptor, more = '', names = {} }: Plugged): string {
  const usbDevice = join(root, 'devices/pci0/usb1', hidraw);
  const folder = join(usbDevice, '1-1:1.0', id);
  mkdirSync(folder, { recursive: true });
  if (usbInterface !== undefined) writeFileSync(join(folder, '../bInterfaceNumber'), `${usbInterface}\n`);
  for (const [file, text] of Object.entries(names)) writeFileSync(join(usbDevice, file), `${text}\n`);
  const [bus = '', vendor = '', product = ''] = id.split(/[:.]/);
  const wide = `${bus}:${vendor.padStart(8, '0')}:${product.padStart(8, '0')}`;
  writeFileSync(join(folder, 'uevent'), `DRIVER=hid-generic\nHID_ID=${wide}\n${more}`);
  if (descriptor !== undefined) writeFileSync(join(folder, 'report_descriptor'), descriptor);
  const entry = join(root, 'class/hidraw', hidraw);
  mkdirSync(entry, { recursive: true });
  symlinkSync(folder, join(entry, 'device'));
  return folder;
}

const ledger: Plugged = {
  hidraw: 'hidraw3',
  id: '0003:2C97:5000.0001',
  usbInterface: '00',
  descriptor: reportDescriptor,
  more: 'HID_NAME=Ledger Nano S Plus\nHID_PHYS=usb-1/input0\nHID_UNIQ=0001\n',
  names: { manufacturer: 'Ledger', product: 'Nano S Plus' },
};

describe('HID devices in the kernel’s files', () => {
  it('a Ledger on USB', () => {
    plug(ledger);
    expect(list()).toEqual([
      {
        path: '/dev/hidraw3',
        vendorId: 0x2c97,
        productId: 0x5000,
        interface: 0,
        manufacturer: 'Ledger',
        product: 'Nano S Plus',
        serialNumber: '0001',
        usagePage: 0xffa0,
        usage: 1,
      },
    ]);
  });

  it('one entry a usage, by the number of the device and not by its letters', () => {
    plug({ ...ledger, hidraw: 'hidraw10' });
    const twice = Uint8Array.from([...reportDescriptor, 0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0xc0]);
    plug({ ...ledger, hidraw: 'hidraw2', usbInterface: '0a', descriptor: twice });
    expect(list().map((each) => [each.path, each.usagePage, each.interface])).toEqual([
      ['/dev/hidraw2', 0xffa0, 10],
      ['/dev/hidraw2', 1, 10],
      ['/dev/hidraw10', 0xffa0, 0],
    ]);
  });

  it('one that is not on USB has no interface, and the name that the kernel gives', () => {
    const more = 'HID_NAME=Nano X\nHID_UNIQ=\n';
    plug({ hidraw: 'hidraw0', id: '0005:2C97:4000.0007', descriptor: reportDescriptor, more });
    expect(list()).toMatchObject([{ interface: -1, product: 'Nano X', serialNumber: undefined }]);
  });

  it('one without a descriptor is told by its interface', () => {
    plug({ ...ledger, descriptor: undefined });
    expect(list()).toMatchObject([{ interface: 0, vendorId: 0x2c97 }]);
    expect(list()[0]).not.toHaveProperty('usagePage');
  });

  it('one that went away in the middle is left out, and the others stay', () => {
    rmSync(plug({ ...ledger, hidraw: 'hidraw0' }), { recursive: true });
    plug(ledger);
    expect(list().map(({ path }) => path)).toEqual(['/dev/hidraw3']);
  });

  it('none without HID in the kernel, and none without /sys', () => {
    expect(list()).toEqual([]);
    mkdirSync(join(root, 'class/hidraw'), { recursive: true });
    expect(list()).toEqual([]);
  });
});
