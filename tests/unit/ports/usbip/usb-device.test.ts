/** The simulated device as a host's USB stack asks it: descriptors against their specifications, then every request. */
import { describe, expect, it } from 'vitest';
import { readSetup } from '../../../../firmware-sim/ports/usbip/control-requests.ts';
import { createUsbDevice, maximumWaitingReports } from '../../../../firmware-sim/ports/usbip/usb-device.ts';
import { ledgerIds, readUsbIds, usbIdentity } from '../../../../firmware-sim/ports/usbip/usb-options.ts';
import { splitIntoReports } from '../../../../src/protocol/apdu/hid-framing.ts';
import { createEchoDevice, echoOf } from '../../../kit/conformance/echo-device.ts';

const none = new Uint8Array();
const command = Uint8Array.of(0xc8, 2, 0, 0, 0);

function setUp() {
  const device = createUsbDevice(usbIdentity(), createEchoDevice());
  const control = (...setup: number[]) => device.control(readSetup(Uint8Array.from(setup)), none);
  const get = (...setup: number[]): Uint8Array => {
    const answer = control(...setup);
    if (answer === 'stall') throw new Error('stall');
    return answer;
  };
  const descriptor = (type: number, index = 0, length = 255) =>
    get(0x80, 6, index, type, 0, 0, length & 0xff, length >> 8);
  return { device, control, get, descriptor };
}

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

describe('descriptors', () => {
  it('device: USB 2.1, so that hosts ask for the BOS; Ledger’s ids; one configuration', () => {
    const { descriptor } = setUp();
    const bytes = descriptor(1);
    expect([bytes.length, bytes[0], bytes[1]]).toEqual([18, 18, 1]);
    expect([u16(bytes, 2), u16(bytes, 8), u16(bytes, 10), bytes[7], bytes[17]]).toEqual([
      0x0210, 0x2c97, 0x5000, 64, 1,
    ]);
  });

  it('has HID on interface 0, and a vendor interface 0xff with endpoints 0x83 and 0x03', () => {
    const { descriptor } = setUp();
    const bytes = descriptor(2);
    expect(u16(bytes, 2)).toBe(bytes.length);
    const parts: number[][] = [];
    for (let at = 0; at < bytes.length; at += bytes[at] ?? 1)
      parts.push([...bytes.subarray(at, at + (bytes[at] ?? 1))]);
    const found = parts.filter(([, type]) => type === 4).map((part) => [part[2], part[4], part[5]]);
    expect(found).toEqual([
      [0, 2, 3],
      [1, 2, 0xff],
    ]);
    const endpoints = parts.filter(([, type]) => type === 5);
    expect(endpoints.map((part) => part[2])).toEqual([0x82, 0x02, 0x83, 0x03]);
    expect(endpoints.every((part) => part[3] === 3 && part[4] === 64 && part[6] === 1)).toBe(true);
  });

  it('has usage page 0xffa0, 64 bytes each way, no report IDs; its length stands twice', () => {
    const { get, descriptor } = setUp();
    const report = get(0x81, 6, 0, 0x22, 0, 0, 255, 0);
    expect([...report.subarray(0, 5)]).toEqual([0x06, 0xa0, 0xff, 0x09, 0x01]);
    expect([...report].filter((byte) => byte === 0x85)).toEqual([]);
    const hid = get(0x81, 6, 0, 0x21, 0, 0, 255, 0);
    expect(u16(hid, 7)).toBe(report.length);
    expect(Buffer.from(descriptor(2)).includes(Buffer.from(hid))).toBe(true);
  });

  it('strings: what it is called says Simulator, whatever the ids', () => {
    const { descriptor } = setUp();
    const text = (index: number) => Buffer.from(descriptor(3, index).subarray(2)).toString('utf16le');
    expect([text(1), text(2), text(3)]).toEqual(['Hostblind', 'Hostblind Simulator', 'SIM0001']);
    expect([...descriptor(3, 0)]).toEqual([4, 3, 9, 4]);
    expect(usbIdentity({ vendorId: 0x1209, productId: 1, title: 'Nano X' })).toMatchObject({
      vendorId: 0x1209,
      productId: 1,
      product: 'Nano X Simulator',
    });
    expect(usbIdentity(ledgerIds('nanox')).productId).toBe(0x4000);
  });

  it('BOS lists WebUSB without a landing page, and the Microsoft OS 2.0 set it names', () => {
    const { get, control, descriptor } = setUp();
    const bos = descriptor(15);
    expect([u16(bos, 2), bos[4]]).toEqual([bos.length, 2]);
    const webUsb = bos.subarray(5, 5 + 24);
    expect([webUsb[0], webUsb[1], webUsb[2], webUsb[23]]).toEqual([24, 16, 5, 0]);
    expect(Buffer.from(webUsb.subarray(4, 20)).toString('hex')).toBe('38b60834a909a0478bfda0768815b665');
    const microsoft = bos.subarray(29);
    expect(Buffer.from(microsoft.subarray(4, 20)).toString('hex')).toBe('df60ddd88945c74c9cd2659d9e648a9f');
    const set = get(0xc0, microsoft[26] ?? 0, 0, 0, 7, 0, 255, 255);
    expect([set.length, u16(set, 8)]).toEqual([u16(microsoft, 24), set.length]);
    // Configuration subset, then function subset: each tells the length of all that it holds.
    expect([u16(set, 12), u16(set, 16), u16(set, 20), set[22], u16(set, 24)]).toEqual([
      1,
      set.length - 10,
      2,
      1,
      set.length - 18,
    ]);
    expect(Buffer.from(set).includes('WINUSB')).toBe(true);
    // The landing page's address, which is not there.
    expect(control(0xc0, webUsb[22] ?? 0, 1, 0, 2, 0, 255, 0)).toBe('stall');
  });

  it('are cut to what the host asked for', () => {
    const { descriptor } = setUp();
    expect(descriptor(1, 0, 8).length).toBe(8);
    expect(descriptor(2, 0, 9).length).toBe(9);
  });
});

describe('requests', () => {
  it.each([
    ['a device qualifier', [0x80, 6, 0, 6, 0, 0, 10, 0]],
    ['another configuration', [0x80, 6, 1, 2, 0, 0, 9, 0]],
    ['a string that is not there', [0x80, 6, 4, 3, 0, 0, 255, 0]],
    ['a report descriptor of the vendor interface', [0x81, 6, 0, 0x22, 1, 0, 255, 0]],
    ['a configuration that is not there', [0x00, 9, 2, 0, 0, 0, 0, 0]],
    ['an alternate setting that is not there', [0x01, 11, 1, 0, 0, 0, 0, 0]],
    ['remote wake-up', [0x00, 3, 1, 0, 0, 0, 0, 0]],
    ['a halt of an endpoint that is not there', [0x02, 3, 0, 0, 0x84, 0, 0, 0]],
    ['the HID boot protocol', [0x21, 0x0b, 0, 0, 0, 0, 0, 0]],
    ['a feature report', [0xa1, 1, 0, 3, 0, 0, 64, 0]],
    ['an output report of another length', [0x21, 9, 0, 2, 0, 0, 0, 0]],
    ['a HID request to the vendor interface', [0x21, 10, 0, 0, 1, 0, 0, 0]],
    ['a vendor request to the device', [0x40, 2, 0, 0, 7, 0, 0, 0]],
    ['a reserved kind of request', [0xe0, 0, 0, 0, 0, 0, 1, 0]],
    ['an interface that is not there', [0x81, 10, 0, 0, 2, 0, 1, 0]],
  ])('refuses %s', (_, setup) => {
    expect(setUp().control(...setup)).toBe('stall');
  });

  it('takes and tells its configuration, interfaces, idle rate and status', () => {
    const { get, control } = setUp();
    expect([...get(0x80, 8, 0, 0, 0, 0, 1, 0)]).toEqual([0]);
    expect(control(0x00, 9, 1, 0, 0, 0, 0, 0)).toEqual(none);
    expect([...get(0x80, 8, 0, 0, 0, 0, 1, 0)]).toEqual([1]);
    expect(control(0x01, 11, 0, 0, 1, 0, 0, 0)).toEqual(none);
    expect([...get(0x81, 10, 0, 0, 1, 0, 1, 0)]).toEqual([0]);
    expect(control(0x21, 10, 0, 0, 0, 0, 0, 0)).toEqual(none);
    expect([...get(0xa1, 2, 0, 0, 0, 0, 1, 0)]).toEqual([0]);
    expect([...get(0x80, 0, 0, 0, 0, 0, 2, 0)]).toEqual([0, 0]);
    expect(get(0xa1, 1, 0, 1, 0, 0, 64, 0).length).toBe(64);
  });

  it('halts an endpoint and lets it go on', () => {
    const { device, control, get } = setUp();
    expect(control(0x02, 3, 0, 0, 0x82, 0, 0, 0)).toEqual(none);
    expect([...get(0x82, 0, 0, 0, 0x82, 0, 2, 0)]).toEqual([1, 0]);
    expect(device.read(2)).toBe('stall');
    expect(control(0x02, 1, 0, 0, 0x82, 0, 0, 0)).toEqual(none);
    expect(device.read(2)).toBe('none');
  });
});

describe('reports', () => {
  const report = splitIntoReports(7, command)[0] ?? none;
  const answer = splitIntoReports(7, echoOf(command))[0];

  it('are answered on the interface that they came on, and on no other', () => {
    const { device } = setUp();
    expect(device.write(2, report)).toBe('taken');
    expect(device.read(3)).toBe('none');
    expect(device.read(2)).toEqual(answer);
    expect(device.read(2)).toBe('none');
    device.write(3, report);
    expect(device.read(3)).toEqual(answer);
  });

  it('through endpoint 0 are answered by the HID interface', () => {
    const { device } = setUp();
    expect(device.control(readSetup(Uint8Array.of(0x21, 9, 0, 2, 0, 0, 64, 0)), report)).toEqual(none);
    expect(device.read(2)).toEqual(answer);
  });

  it('of another length, or to an endpoint that is not there, reach no firmware', () => {
    const echo = createEchoDevice();
    const device = createUsbDevice(usbIdentity(), echo);
    expect(device.write(2, report.subarray(0, 10))).toBe('taken');
    expect(device.write(4, report)).toBe('stall');
    expect(device.read(4)).toBe('stall');
    expect(echo.received).toEqual([]);
  });

  it('unread reports are bounded, and dropped on a new configuration or cable', () => {
    const { device, control } = setUp();
    for (let count = 0; count < maximumWaitingReports + 10; count += 1) device.write(2, report);
    let fetched = 0;
    while (device.read(2) !== 'none') fetched += 1;
    expect(fetched).toBe(maximumWaitingReports);
    for (const clear of [
      () => control(0x00, 9, 1, 0, 0, 0, 0, 0),
      () => control(0x01, 11, 0, 0, 0, 0, 0, 0),
      () => device.reset(),
    ]) {
      device.write(2, report);
      clear();
      expect(device.read(2)).toBe('none');
    }
  });
});

describe('--usb-id', () => {
  it.each([
    ['2c97:5000', { vendorId: 0x2c97, productId: 0x5000 }],
    ['0x1209:0xABCD', { vendorId: 0x1209, productId: 0xabcd }],
    ['1:2', { vendorId: 1, productId: 2 }],
    ['12345:1', undefined],
    ['2c97', undefined],
    ['2c97:', undefined],
    ['2c97:xyz', undefined],
  ])('%s', (text, ids) => {
    expect(readUsbIds(text)).toEqual(ids);
  });
});
